"""A place on the outline of its state: shown, moved by a click, doubtful points decided."""

import re

import pytest
from django.urls import reverse

from facilities.admin.point import LARGER, larger, point_clicked
from facilities.geo import Point, miles_between
from facilities.models import Facility, QuarantinedPoint
from facilities.outlines import outline
from facilities.place_names import STATES
from tests.factories import make_facility, make_staff

pytestmark = pytest.mark.django_db
CHICAGO = Point(41.88, -87.63)


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def page(place):
    return reverse("admin:facilities_facility_point", args=[place.pk])


def click_at(point, state="IL"):
    x, y = outline(state).project(point)
    return {"spot.x": str(round(x * LARGER)), "spot.y": str(round(y * LARGER))}


def test_a_click_moves_the_place_there(staff):
    place = make_facility(latitude=40, longitude=-89)
    staff.post(page(place), click_at(CHICAGO))
    place.refresh_from_db()
    assert miles_between(CHICAGO, Point(place.latitude, place.longitude)) < 1
    assert (place.point_quality, place.point_source) == ("staff", "click on the outline")
    assert {"latitude", "longitude"} <= set(place.owned_fields)


def test_a_click_finds_the_same_spot_back_in_every_state():
    for state in STATES:
        drawn = outline(state)
        if drawn is None:
            continue
        lat, lon = drawn.north - 20 / drawn.scale_y, drawn.west + 20 / drawn.scale_x
        found = point_clicked(click_at(Point(lat, lon), state), larger(drawn))
        assert miles_between(found, Point(lat, lon)) < 5, state


@pytest.mark.parametrize("data", [{}, {"spot.x": "north", "spot.y": "1"}, {"spot.x": "99999", "spot.y": "1"}])
def test_nonsense_moves_nothing(staff, data):
    place = make_facility()
    assert "Click on the outline" in staff.post(page(place), data, follow=True).text
    assert Facility.objects.get().point_quality == "zip"


@pytest.mark.parametrize(("button", "latitude"), [("use", 41.5), ("discard", 41.92)])
def test_a_doubtful_point_is_decided_on_the_picture(staff, button, latitude):
    place = make_facility()
    doubted = QuarantinedPoint.objects.create(
        facility=place, latitude=41.5, longitude=-88, source="x", km_from_zip=60
    )
    assert "60 km" in staff.get(page(place)).text
    staff.post(page(place), {button: doubted.pk})
    assert Facility.objects.get().latitude == latitude
    assert QuarantinedPoint.objects.get().resolved


def test_a_doubtful_point_of_another_place_is_not_decided_here(staff):
    doubted = QuarantinedPoint.objects.create(
        facility=make_facility(), latitude=1, longitude=1, source="x", km_from_zip=9000
    )
    assert staff.post(page(make_facility()), {"use": doubted.pk}).status_code == 404


def test_the_picture_shows_each_kind_of_point(staff, places):
    place = make_facility()
    QuarantinedPoint.objects.create(facility=place, latitude=41.5, longitude=-88, source="x", km_from_zip=60)
    answer = staff.get(reverse("admin:facilities_facility_picture", args=[place.pk]))
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert len(re.findall("<circle", answer.text)) == 2
    assert "#8f1717" in answer.text


def test_a_state_without_an_outline_still_has_a_page(staff):
    place = make_facility(state="PW")
    assert "no outline" in staff.get(page(place)).text
    assert staff.get(reverse("admin:facilities_facility_picture", args=[place.pk])).status_code == 404
