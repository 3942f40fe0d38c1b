"""Flat pictures of a piece of the earth: where a point stands in the picture, and back."""

from collections.abc import Iterable
from math import cos, radians
from typing import NamedTuple

from facilities.geo import MILES_PER_DEGREE, Point

Ring = list[tuple[float, float]]  # (longitude, latitude) in degrees, closed
Bounds = tuple[float, float, float, float]  # west, south, east, north
DATE_LINE = 170.0  # Alaska's far islands lie past it; they are drawn to the west of the rest, where they are


def unrolled(lon: float) -> float:
    """The longitude on a map that does not stop at the 180th meridian."""
    return lon - 360 if lon > DATE_LINE else lon


def bounds(rings: Iterable[Ring]) -> Bounds:
    """The smallest box around some rings."""
    lons, lats = zip(*(point for ring in rings for point in ring), strict=True)
    return min(lons), min(lats), max(lons), max(lats)


class Frame(NamedTuple):
    """A picture's edge on the earth. Sizes in units of the picture, scales in units per degree."""

    width: float
    height: float
    west: float
    north: float
    scale_x: float
    scale_y: float

    @property
    def east(self) -> float:
        return self.west + self.width / self.scale_x

    @property
    def south(self) -> float:
        return self.north - self.height / self.scale_y

    @property
    def miles(self) -> float:
        """How many miles the picture is high."""
        return self.height / self.scale_y * MILES_PER_DEGREE

    def project(self, point: Point) -> tuple[float, float]:
        """(x, y) of the picture, to a tenth of a unit."""
        x = (unrolled(point.lon) - self.west) * self.scale_x
        return round(x, 1), round((self.north - point.lat) * self.scale_y, 1)

    def point_at(self, x: float, y: float) -> Point:
        """What lies at (x, y)."""
        lon = self.west + x / self.scale_x
        return Point(self.north - y / self.scale_y, lon + 360 if lon < -180 else lon)

    def enlarged(self, times: float) -> "Frame":
        """The same piece of the earth as a larger picture."""
        return self._replace(
            width=self.width * times, height=self.height * times,
            scale_x=self.scale_x * times, scale_y=self.scale_y * times,
        )  # fmt: skip

    def grown(self, edge: float) -> "Frame":
        """The same scale, with so many units more on every side."""
        return self._replace(
            width=self.width + 2 * edge, height=self.height + 2 * edge,
            west=self.west - edge / self.scale_x, north=self.north + edge / self.scale_y,
        )  # fmt: skip

    def touches(self, bounds: Bounds) -> bool:
        """Whether something with these bounds may be in the picture."""
        west, south, east, north = bounds
        return west < self.east and east > self.west and south < self.north and north > self.south


def around(center: Point, miles: float, width: float, height: float) -> Frame:
    """A picture so many miles high, with the point in the middle."""
    scale = height * MILES_PER_DEGREE / miles
    squeezed = scale * cos(radians(center.lat))
    west, north = unrolled(center.lon) - width / 2 / squeezed, center.lat + height / 2 / scale
    return Frame(width, height, west, north, squeezed, scale)


def holding(rings: Iterable[Ring], width: float, tallest: float, margin: float) -> Frame:
    """A picture of just these rings, no wider and no taller than asked."""
    west, south, east, north = bounds(rings)
    squeeze = cos(radians((south + north) / 2))
    scale = min((width - 2 * margin) / ((east - west) * squeeze), (tallest - 2 * margin) / (north - south))
    size = round((east - west) * squeeze * scale + 2 * margin), round((north - south) * scale + 2 * margin)
    return Frame(*size, west - margin / (scale * squeeze), north + margin / scale, scale * squeeze, scale)


def clipped(ring: Ring, frame: Frame) -> Ring:
    """The part of a ring inside the frame (Sutherland and Hodgman), edges along the frame included."""
    edges = ((0, 1, frame.west), (0, -1, frame.east), (1, 1, frame.south), (1, -1, frame.north))
    for axis, side, limit in edges:
        ring = _cut(ring, axis, side, limit)
    return ring


def _cut(ring: Ring, axis: int, side: int, limit: float) -> Ring:
    """What is left of a ring on one side of a line. axis 0: longitude; side 1: at least the limit, -1: at most."""
    kept: Ring = []
    for last, here in zip([ring[-1], *ring] if ring else [], ring, strict=False):
        was_inside, is_inside = (last[axis] - limit) * side >= 0, (here[axis] - limit) * side >= 0
        if was_inside != is_inside:
            share = (limit - last[axis]) / (here[axis] - last[axis])
            kept.append((last[0] + share * (here[0] - last[0]), last[1] + share * (here[1] - last[1])))
        if is_inside:
            kept.append(here)
    return kept
