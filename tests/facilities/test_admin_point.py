"""A place on the outline of its state: shown, moved by a click, doubtful points decided."""

import re

import pytest
from django.urls import reverse

from facilities.admin.point import point_clicked
from facilities.admin.point_picture import views
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


def click_at(point, view):
    x, y = view.frame.project(point)
    return {"spot.x": str(round(x)), "spot.y": str(round(y)), "view": view.key}


def view_of(place, key):
    return next(view for view in views(place) if view.key == key)


@pytest.mark.parametrize(("view", "yards"), [("zip", 40), ("county", 200), ("state", 2000)])
def test_a_click_moves_the_place_there(staff, places, view, yards):
    place = make_facility(latitude=41.9, longitude=-87.6)
    answer = staff.post(page(place), click_at(CHICAGO, view_of(place, view)))
    assert answer.headers["Location"] == f"{page(place)}?view={view}"
    place.refresh_from_db()
    assert miles_between(CHICAGO, Point(place.latitude, place.longitude)) * 1760 < yards
    assert (place.point_quality, place.point_source) == ("staff", "click on the map")
    assert {"latitude", "longitude"} <= set(place.owned_fields)


def test_a_click_finds_the_same_spot_back_in_every_state():
    for state in STATES:
        drawn = outline(state)
        if drawn is None:
            continue
        spot = drawn.frame.point_at(drawn.frame.width / 2, 20)
        x, y = drawn.frame.project(spot)
        found = point_clicked({"spot.x": str(round(x)), "spot.y": str(round(y))}, drawn.frame)
        assert miles_between(found, spot) < 5, state


def test_the_page_starts_as_close_as_all_points_allow(staff, places):
    place = make_facility(latitude=41.92, longitude=-87.65)
    assert 'name="view" value="zip"' in staff.get(page(place)).text
    QuarantinedPoint.objects.create(facility=place, latitude=37.2, longitude=-89, source="x", km_from_zip=520)
    assert 'name="view" value="state"' in staff.get(page(place)).text
    assert 'name="view" value="county"' in staff.get(f"{page(place)}?view=county").text


def test_a_place_without_a_known_zip_or_point_has_the_state_alone(staff):
    place = make_facility(zip="00000", latitude=None, longitude=None)
    assert [view.key for view in views(place)] == ["state"]
    assert staff.get(page(place)).status_code == 200


@pytest.mark.parametrize("data", [{}, {"spot.x": "north", "spot.y": "1"}, {"spot.x": "99999", "spot.y": "1"}])
def test_nonsense_moves_nothing(staff, data):
    place = make_facility()
    assert "Click on the map" in staff.post(page(place), data, follow=True).text
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
    answer = staff.get(reverse("admin:facilities_facility_picture", args=[place.pk]), {"view": "county"})
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert len(re.findall('<circle[^>]*r="(11|6)"', answer.text)) == 2
    assert "#8f1717" in answer.text
    assert "60614</text>" in answer.text
    assert "DuPage County</text>" in answer.text


def test_a_state_without_an_outline_still_has_a_page(staff):
    place = make_facility(state="PW")
    assert "no outline" in staff.get(page(place)).text
    assert staff.get(reverse("admin:facilities_facility_picture", args=[place.pk])).status_code == 404
