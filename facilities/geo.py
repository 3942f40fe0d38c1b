"""Distance on the earth, in miles, and boxes to look inside first. Pure functions; angles in degrees."""

from math import asin, cos, degrees, pi, radians, sin, sqrt
from typing import NamedTuple

EARTH_RADIUS_MILES = 3958.7613  # mean radius, IUGG
MILES_PER_DEGREE = EARTH_RADIUS_MILES * radians(1)


class Point(NamedTuple):
    """Latitude north and longitude east, in degrees."""

    lat: float
    lon: float


class Box(NamedTuple):
    """Bounds in degrees. Where west > east the box crosses the 180th meridian (Aleutians, Guam to Hawaii)."""

    south: float
    west: float
    north: float
    east: float

    def spans(self) -> tuple[tuple[float, float], ...]:
        """Longitude ranges, one or two, each with low <= high."""
        if self.west <= self.east:
            return ((self.west, self.east),)
        return ((self.west, 180.0), (-180.0, self.east))

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        inside = any(low <= point.lon <= high for low, high in self.spans())
        return inside and self.south <= point.lat <= self.north


def miles_between(a: Point, b: Point) -> float:
    """Great-circle distance (haversine), within 0.6 % of the ellipsoid."""
    dlat, dlon = radians(b.lat - a.lat), radians(b.lon - a.lon)
    h = sin(dlat / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(dlon / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(h)))


def unit_vector(point: Point) -> tuple[float, float, float]:
    """The point on an earth of radius 1. The straight chord between two of them grows with their distance."""
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def chord_limit(miles: float) -> float:
    """The squared chord, earth radius 1, of a distance along the ground."""
    half_angle = min(miles / EARTH_RADIUS_MILES / 2, pi / 2)
    return (2 * sin(half_angle)) ** 2


def miles_of_chord(squared: float) -> float:
    """The distance along the ground of a squared chord."""
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(squared) / 2))


def box_around(center: Point, miles: float) -> Box:
    """The smallest box that holds every point within `miles`; the whole width when a pole is inside."""
    dlat = miles / MILES_PER_DEGREE
    south, north = max(-90.0, center.lat - dlat), min(90.0, center.lat + dlat)
    reach = sin(miles / EARTH_RADIUS_MILES) / max(1e-12, cos(radians(center.lat)))
    if north == 90.0 or south == -90.0 or reach >= 1:
        return Box(south, -180.0, north, 180.0)
    dlon = degrees(asin(reach))
    return Box(south, wrapped(center.lon - dlon), north, wrapped(center.lon + dlon))


def wrapped(lon: float) -> float:
    """Longitude brought into -180 to 180."""
    return (lon + 180.0) % 360.0 - 180.0


def rounded(point: Point) -> Point:
    """To two decimals, about a kilometer: all we ever use of where a browser says it is."""
    return Point(round(point.lat, 2), round(point.lon, 2))
