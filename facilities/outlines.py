"""State outlines as SVG paths, drawn on the server: a small picture of where a place is, with no map from elsewhere."""

import json
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import Any, NamedTuple

from facilities.geo import Point

TABLE = Path(__file__).parent / "data" / "states.geojson"
WIDTH, TALLEST, MARGIN = 300.0, 300.0, 8.0
FINEST = 1.2  # units of the picture: a closer point would not be seen


class Outline(NamedTuple):
    """A state's outline. `project` turns a Point into (x, y) of the picture."""

    path: str
    width: float
    height: float
    west: float
    north: float
    scale_x: float
    scale_y: float

    def project(self, point: Point) -> tuple[float, float]:
        lon = point.lon - 360 if point.lon - self.west > 180 else point.lon  # Alaska past the date line
        return round(MARGIN + (lon - self.west) * self.scale_x, 1), round(
            MARGIN + (self.north - point.lat) * self.scale_y, 1
        )


@cache
def _rings() -> dict[str, list[list[list[float]]]]:
    features = json.loads(TABLE.read_text())["features"]
    return {f["id"]: [ring for piece in f["geometry"]["coordinates"] for ring in piece] for f in features}


@cache
def outline(state: str) -> Outline | None:
    """The outline of a state by its USPS code; None for the few without one (Palau, Micronesia, Marshall Islands)."""
    rings = _rings().get(state)
    if not rings:
        return None
    lons, lats = zip(*(point for ring in rings for point in ring), strict=True)
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    squeeze = cos(radians((south + north) / 2))
    scale = min((WIDTH - 2 * MARGIN) / ((east - west) * squeeze), (TALLEST - 2 * MARGIN) / (north - south))
    size = (east - west) * squeeze * scale + 2 * MARGIN, (north - south) * scale + 2 * MARGIN
    drawn = Outline("", round(size[0]), round(size[1]), west, north, scale * squeeze, scale)
    return drawn._replace(path="".join(_path(drawn, ring) for ring in rings))


def _path(drawn: Outline, ring: list[list[float]]) -> str:
    """One closed ring, without points too close to the one before."""
    kept: list[tuple[float, float]] = []
    for lon, lat in ring:
        x, y = drawn.project(Point(lat, lon))
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= FINEST:
            kept.append((x, y))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z" if len(kept) > 2 else ""


def picture(state: str, point: Point | None) -> dict[str, Any] | None:
    """What the template draws: the outline, and a dot where the point is known."""
    drawn = outline(state)
    return drawn and {"outline": drawn, "dot": drawn.project(point) if point else None}
