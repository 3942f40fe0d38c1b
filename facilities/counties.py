"""Counties of a state, with its towns: outlines from the Census Bureau, read from data/counties/."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from facilities.frames import Bounds, Ring, bounds, unrolled
from facilities.geo import Point

FOLDER = Path(__file__).parent / "data" / "counties"
FIRST_CITY = (
    500  # county codes from here on are cities that belong to no county (Virginia, Baltimore, St. Louis)
)
NO_COUNTIES = {"AK", "AS", "DC", "GU", "MP", "PR", "VI"}  # boroughs, districts, islands and municipios


class County(NamedTuple):
    """`code` is the five-digit FIPS code."""

    state: str
    code: str
    name: str
    rings: list[Ring]
    bounds: Bounds

    @property
    def label(self) -> str:
        """As people say it: "Cook County", "Orleans Parish", "Ponce"."""
        if self.state in NO_COUNTIES or int(self.code[2:]) >= FIRST_CITY:
            return self.name
        return f"{self.name} {'Parish' if self.state == 'LA' else 'County'}"

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside: a line from it to the east crosses the outline an odd number of times."""
        x, y = unrolled(point.lon), point.lat
        west, south, east, north = self.bounds
        if not (west <= x <= east and south <= y <= north):
            return False
        crossed = 0
        for ring in self.rings:
            for (ax, ay), (bx, by) in pairwise(ring):
                crossed += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
        return crossed % 2 == 1


class Atlas(NamedTuple):
    """One state: its outline, its counties, its towns (largest first)."""

    land: list[Ring]
    counties: list[County]
    towns: list[tuple[str, Point]]


@cache
def atlas(state: str) -> Atlas | None:
    """By USPS code; None for the few without outlines (Palau, Micronesia, Marshall Islands)."""
    file = FOLDER / f"{state}.json"
    if not file.exists():
        return None
    data = json.loads(file.read_text())
    objects, arcs = data["objects"], _decoded(data)
    counties = [_county(state, one, _rings(one, arcs)) for one in objects["counties"]["geometries"]]
    return Atlas(_rings(objects["land"], arcs), counties, _towns(objects["towns"], data["transform"]))


def county_at(state: str, point: Point) -> County | None:
    """The county of a state that a point lies in; None off its coast."""
    known = atlas(state)
    return next((county for county in known.counties if county.holds(point)), None) if known else None


def _county(state: str, geometry: dict[str, Any], rings: list[Ring]) -> County:
    return County(state, geometry["id"], geometry["properties"]["name"], rings, bounds(rings))


def _decoded(data: dict[str, Any]) -> list[Ring]:
    """TopoJSON arcs: whole numbers, each the step from the one before."""
    (scale_x, scale_y), (west, south) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((west + x * scale_x, south + y * scale_y))
        arcs.append(points)
    return arcs


def _rings(geometry: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Every ring of a MultiPolygon, its arcs joined; a negative number is an arc walked backwards."""
    rings = []
    for numbers in (ring for piece in geometry["arcs"] for ring in piece):
        points: Ring = []
        for number in numbers:
            points += arcs[number] if number >= 0 else arcs[~number][::-1]
        rings.append(points)
    return rings


def _towns(geometry: dict[str, Any], transform: dict[str, Any]) -> list[tuple[str, Point]]:
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    points = (Point(south + y * scale_y, west + x * scale_x) for x, y in geometry["coordinates"])
    return list(zip(geometry["properties"]["names"], points, strict=True))
