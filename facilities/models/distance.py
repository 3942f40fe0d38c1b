"""Distance as ORM expressions: a box that an index can use, and the straight chord through the earth for the circle."""

from math import cos, pi, radians, sin

from django.db.models import Case, Expression, F, FloatField, Q, Value, When
from django.db.models.functions import ASin, Least, Sqrt

from facilities.geo import EARTH_RADIUS_MILES, Point, box_around


def chord_squared(point: Point) -> Expression:
    """Square of the chord to a row's point, earth radius 1: grows with distance and needs no function in SQL."""
    latitude, longitude = radians(point.lat), radians(point.lon)
    dx = F("unit_x") - Value(cos(latitude) * cos(longitude))
    dy = F("unit_y") - Value(cos(latitude) * sin(longitude))
    dz = F("unit_z") - Value(sin(latitude))
    return dx * dx + dy * dy + dz * dz


def chord_limit(miles: float) -> float:
    """The chord_squared of a distance along the ground."""
    half_angle = min(miles / EARTH_RADIUS_MILES / 2, pi / 2)
    return (2 * sin(half_angle)) ** 2


def miles_from(point: Point) -> Expression:
    """Great-circle miles from the point to a row; null where the row has no point."""
    half = Sqrt(chord_squared(point), output_field=FloatField()) / Value(2.0)
    angle = ASin(
        Least(half, Value(1.0)), output_field=FloatField()
    )  # Least, for rounding at the far side of the earth
    # PostgreSQL's LEAST passes over a null: a place without a point would come out half the earth away.
    return Case(When(latitude__isnull=False, then=Value(2 * EARTH_RADIUS_MILES) * angle))


def in_box(point: Point, miles: float) -> Q:
    """Rows inside the box round the circle, across the 180th meridian where need be; none of the circle is lost."""
    box = box_around(point, miles)
    inside = Q()
    for west, east in box.spans():
        inside |= Q(longitude__gte=west, longitude__lte=east)
    return Q(latitude__gte=box.south, latitude__lte=box.north) & inside
