"""Distances and boxes, against an independent formula and around the awkward places of the map."""

from math import atan2, cos, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilities.geo import EARTH_RADIUS_MILES, Box, Point, box_around, miles_between, rounded, wrapped

CHICAGO, NEW_YORK = Point(41.85, -87.65), Point(40.7143, -74.006)
GUAM, HONOLULU = Point(13.4745, 144.7504), Point(21.3069, -157.8583)
PAGO_PAGO, ATTU, ADAK = Point(-14.2781, -170.7025), Point(52.9, 172.9), Point(51.88, -176.6581)

points = st.builds(Point, st.floats(-89, 89), st.floats(-180, 180))


def vincenty_sphere(a: Point, b: Point) -> float:
    """The same distance by another formula, stable at every range."""
    la, lb, dlon = radians(a.lat), radians(b.lat), radians(b.lon - a.lon)
    y = sqrt((cos(lb) * sin(dlon)) ** 2 + (cos(la) * sin(lb) - sin(la) * cos(lb) * cos(dlon)) ** 2)
    return EARTH_RADIUS_MILES * atan2(y, sin(la) * sin(lb) + cos(la) * cos(lb) * cos(dlon))


# Published ellipsoidal distances (WGS 84), miles.
@pytest.mark.parametrize(
    ("a", "b", "miles"),
    [(CHICAGO, NEW_YORK, 713), (GUAM, HONOLULU, 3800), (PAGO_PAGO, HONOLULU, 2600), (ATTU, ADAK, 442)],
)
def test_distance_is_right_to_one_percent(a, b, miles):
    assert miles_between(a, b) == pytest.approx(miles, rel=0.01)


@given(points, points)
def test_distance_agrees_with_another_formula(a, b):
    assert miles_between(a, b) == pytest.approx(vincenty_sphere(a, b), abs=0.001)


@given(points, points)
def test_distance_is_the_same_both_ways(a, b):
    assert miles_between(a, b) == pytest.approx(miles_between(b, a), abs=1e-6)


@given(points, points, st.floats(5, 500))
def test_no_point_within_reach_is_outside_the_box(center, other, miles):
    if miles_between(center, other) <= miles - 0.01:
        assert box_around(center, miles).holds(other)


def test_box_across_the_180th_meridian_has_two_spans():
    box = box_around(ADAK, 500)
    assert box.west > box.east
    assert len(box.spans()) == 2
    assert box.holds(ATTU)
    assert not box.holds(GUAM)


def test_box_elsewhere_has_one_span():
    assert len(box_around(CHICAGO, 25).spans()) == 1
    assert Box(41, -88, 42, -87).holds(CHICAGO)


def test_box_over_a_pole_takes_the_whole_width():
    assert box_around(Point(89.5, 10), 100).spans() == ((-180.0, 180.0),)


@given(st.floats(-720, 720))
def test_wrapped_longitude_is_in_range(lon):
    assert -180 <= wrapped(lon) <= 180


def test_a_browser_location_keeps_two_decimals():
    assert rounded(Point(41.92171, -87.64999)) == Point(41.92, -87.65)
