"""Which names a picture has room for: towns first, then counties, none on top of another."""

from collections.abc import Iterable
from itertools import pairwise
from math import dist
from typing import NamedTuple

from facilities.counties import County
from facilities.frames import Frame, Ring
from facilities.geo import Point

LETTER, LINE = 7.0, 15.0  # units: about the width of a letter and the height of a line at 13 units
DOT, GAP = 8.0, 7.0  # kept free around the place; between a town and its name


class Name(NamedTuple):
    """A name at (x, y): of a county, in the middle; of a town, beside its dot. `anchor` is SVG's text-anchor."""

    text: str
    x: float
    y: float
    anchor: str
    town: tuple[float, float] | None = None


class Taken(NamedTuple):
    """A rectangle of the picture that has something in it."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Taken") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def placed(
    frame: Frame,
    dots: list[tuple[float, float]],
    towns: Iterable[tuple[str, Point]],
    counties: Iterable[tuple[County, list[Ring]]],
) -> list[Name]:
    """Names that fit inside the frame, clear of the dots and of each other."""
    taken = [Taken(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in dots]
    wishes = [_beside(text, frame.project(point), dots) for text, point in towns]
    wishes += [[_middle(frame, county, parts)] for county, parts in counties]
    names = []
    for choices in wishes:
        for name in choices:
            room = _room(name)
            if _fits(frame, room) and not any(room.meets(other) for other in taken):
                taken.append(room)
                names.append(name)
                break
    return names


def _beside(text: str, town: tuple[float, float], dots: list[tuple[float, float]]) -> list[Name]:
    """A town's name right of its dot, left of it, above or below; farther off where the place's own dot covers it."""
    x, y = next((dot for dot in dots if dist(dot, town) < DOT + GAP), town)
    off = GAP if (x, y) == town and town not in dots else DOT + 4
    sides = ((off, 4, "start"), (-off, 4, "end"), (0, -off - 2, "middle"), (0, off + LINE - 4, "middle"))
    return [Name(text, round(x + dx, 1), round(y + dy, 1), anchor, town) for dx, dy, anchor in sides]


def _middle(frame: Frame, county: County, parts: list[Ring]) -> Name:
    """A county's name in the middle of its largest part."""
    _, lon, lat = max(_center(part) for part in parts)
    x, y = frame.project(Point(lat, lon))
    return Name(county.label, x, round(y + 4, 1), "middle")


def _center(ring: Ring) -> tuple[float, float, float]:
    """(area, longitude, latitude) of a closed ring; a sliver without area is at its first point."""
    total = lon = lat = 0.0
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        cross = (ax - ring[0][0]) * (by - ring[0][1]) - (bx - ring[0][0]) * (ay - ring[0][1])
        total, lon, lat = (
            total + cross,
            lon + (ax + bx + ring[0][0]) * cross,
            lat + (ay + by + ring[0][1]) * cross,
        )
    return (abs(total), lon / (3 * total), lat / (3 * total)) if total else (0.0, *ring[0])


def _room(name: Name) -> Taken:
    wide = len(name.text) * LETTER
    left = name.x - {"start": 0, "middle": wide / 2, "end": wide}[name.anchor]
    return Taken(left, name.y - LINE + 3, left + wide, name.y + 4)


def _fits(frame: Frame, room: Taken) -> bool:
    return (
        room.left >= 2 and room.top >= 2 and room.right <= frame.width - 2 and room.bottom <= frame.height - 2
    )
