"""Places too close to tell apart on a map become one marker, worked out on the server."""

from collections.abc import Container, Iterable
from math import asinh, radians, tan
from typing import Any, NamedTuple

TILE = 256  # pixels of the world's width at zoom 0, as web maps have it
APART = 60  # pixels: nearer than that, two markers could not be told apart under a fingertip
LISTED = 8  # a marker with at most this many places names them


class Cluster(NamedTuple):
    """One marker: at its first place by rank, with how many there are, the first of them, and those asked about."""

    lat: float
    lon: float
    size: int
    places: list[dict[str, Any]]
    asked: list[str]


def clusters(
    places: Iterable[dict[str, Any]], zoom: int, asked: Container[str] = frozenset()
) -> list[Cluster]:
    """Markers at a zoom level, none nearer to another than APART; each place is in exactly one of them.

    `asked`: ids of places, to learn the marker of each."""
    anchors: dict[tuple[int, int], list[tuple[float, float, list[dict[str, Any]]]]] = {}
    marks = []
    for place in places:
        x, y = _pixels(place, zoom)
        members = _nearby(anchors, x, y)
        if members is None:
            members = []
            marks.append(members)
            anchors.setdefault((int(x // APART), int(y // APART)), []).append((x, y, members))
        members.append(place)
    return [_cluster(members, asked) for members in marks]


def _cluster(members: list[dict[str, Any]], asked: Container[str]) -> Cluster:
    first = members[0]
    wanted = [place["id"] for place in members if place["id"] in asked]
    return Cluster(first["lat"], first["lon"], len(members), members[:LISTED], wanted)


def _pixels(place: dict[str, Any], zoom: int) -> tuple[float, float]:
    """Web Mercator pixels."""
    scale = TILE * 2**zoom / 360
    return place["lon"] * scale, asinh(tan(radians(place["lat"]))) * scale * 57.29578


def _nearby(anchors: dict, x: float, y: float) -> list[dict[str, Any]] | None:
    """The members of the marker within reach; only the nine cells around need a look."""
    column, row = int(x // APART), int(y // APART)
    around = [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    reach = [
        (abs(x - ax) ** 2 + abs(y - ay) ** 2, members)
        for key in around
        for ax, ay, members in anchors.get(key, ())
    ]
    near = [found for found in reach if found[0] < APART**2]
    return min(near, key=lambda found: found[0])[1] if near else None
