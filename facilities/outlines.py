"""Maps drawn on the server as SVG paths: a state's outline, and the counties and towns around a place."""

import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from facilities.counties import County, atlas, county_at
from facilities.frames import Bounds, Frame, Ring, around, bounds, clipped, holding
from facilities.geo import MILES_PER_DEGREE, Point
from facilities.map_names import Name, placed
from facilities.place_names import STATES

OVERVIEW = Path(__file__).parent / "data" / "states.geojson"
STATE_SIZE, MARGIN = 150.0, 5.0
CLOSE_UP = (320.0, 240.0)
NEAREST, FARTHEST = 25.0, 110.0  # miles: a close-up is about as high as its county, within these
AIR = 1.25  # of the county's height
FINEST = 1.2  # units of the picture: a closer point would not be seen
EDGE = 4.0  # units: shapes are cut this far outside the picture, so that the cut is not seen as a border
MOST_TOWNS = 6
RULERS = (50, 20, 10, 5)  # miles: the longest that takes less than a third of the picture is drawn


class Outline(NamedTuple):
    """A state as one SVG path in its frame."""

    frame: Frame
    path: str


class Piece(NamedTuple):
    """A county's part of a picture; `home` where the place is in it."""

    path: str
    home: bool


class CloseUp(NamedTuple):
    """What lies around a place. `ruler`: (miles, how long that is in the picture)."""

    frame: Frame
    dot: tuple[float, float]
    pieces: list[Piece]
    names: list[Name]
    ruler: tuple[int, float]


@cache
def outline(state: str) -> Outline | None:
    """The outline of a state by its USPS code; None for the few without one (Palau, Micronesia, Marshall Islands)."""
    known = atlas(state)
    if known is None:
        return None
    frame = holding(known.land, STATE_SIZE, STATE_SIZE, MARGIN)
    return Outline(frame, path(frame, known.land))


def path(frame: Frame, rings: Iterable[Ring]) -> str:
    """SVG path data of closed rings, without points too close to the one before."""
    return "".join(_closed(frame, ring) for ring in rings)


def _closed(frame: Frame, ring: Ring) -> str:
    kept: list[tuple[float, float]] = []
    for lon, lat in ring:
        x, y = frame.project(Point(lat, lon))
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= FINEST:
            kept.append((x, y))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z" if len(kept) > 2 else ""


@cache
def _bounds() -> dict[str, Bounds]:
    """Around every state, without reading its counties."""
    features = json.loads(OVERVIEW.read_text())["features"]
    return {
        f["id"]: bounds([ring for piece in f["geometry"]["coordinates"] for ring in piece]) for f in features
    }


def counties_within(frame: Frame) -> Iterator[tuple[County, list[Ring]]]:
    """Counties of whatever state that the picture shows, with the part of each inside it."""
    for state in states_within(frame):
        beyond = frame.grown(EDGE)
        near = (county for county in atlas(state).counties if frame.touches(county.bounds))  # type: ignore[union-attr]
        for county in near:
            parts = [part for ring in county.rings if (part := clipped(ring, beyond))]
            if parts:
                yield county, parts


def states_within(frame: Frame) -> list[str]:
    return [state for state, around_it in _bounds().items() if frame.touches(around_it)]


def towns_within(frame: Frame, home: str) -> list[tuple[str, Point]]:
    """Towns in the picture, those of the home state first, larger ones first within each state."""
    states = sorted(states_within(frame), key=lambda state: state != home)
    towns = (town for state in states for town in atlas(state).towns)  # type: ignore[union-attr]
    return [(name, point) for name, point in towns if _inside(frame, *frame.project(point))]


def _inside(frame: Frame, x: float, y: float) -> bool:
    return 0 <= x <= frame.width and 0 <= y <= frame.height


@lru_cache(maxsize=500)  # some 5 KB each; working one out takes 1.5 ms
def picture(state: str, point: Point | None) -> dict[str, Any] | None:
    """What a listing's page draws: the state, and where the point is known the county in it and what is around."""
    drawn = outline(state)
    if drawn is None:
        return None
    county = county_at(state, point) if point else None
    name = STATES[state]
    return {
        "outline": drawn,
        "county": path(drawn.frame, county.rings) if county else "",
        "dot": drawn.frame.project(point) if point else None,
        "state": name,
        "where": f"{county.label}, {name}" if county and county.label != name else name,
        "near": close_up(point, county) if point and county else None,
    }


def close_up(point: Point, county: County) -> CloseUp:
    """The surroundings of a place, about as much as its county."""
    frame = around(point, miles_of(county), *CLOSE_UP)
    dot = frame.project(point)
    pieces, names = surroundings(frame, [dot], towns_within(frame, county.state)[:MOST_TOWNS], county.code)
    return CloseUp(frame, dot, pieces, names, ruler(frame))


def miles_of(county: County) -> float:
    """How many miles a picture should be high to show a county, or as much of it as is still of use."""
    _, south, _, north = county.bounds
    return min(max((north - south) * MILES_PER_DEGREE * AIR, NEAREST), FARTHEST)


def surroundings(
    frame: Frame, dots: list[tuple[float, float]], marked: list[tuple[str, Point]], home: str = ""
) -> tuple[list[Piece], list[Name]]:
    """The counties in a frame, and the names there is room for: what is marked first, then the counties."""
    within = list(counties_within(frame))
    pieces = [Piece(path(frame, parts), county.code == home) for county, parts in within]
    return pieces, placed(frame, dots, marked, within)


def ruler(frame: Frame) -> tuple[int, float]:
    """A length in whole miles, and in units of the picture."""
    mile = frame.height / frame.miles
    longest = next((miles for miles in RULERS if miles * mile < frame.width / 3), RULERS[-1])
    return longest, round(longest * mile, 1)
