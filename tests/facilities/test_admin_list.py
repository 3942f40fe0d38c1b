"""The staff list of places: its columns, search and filters, and how many queries it takes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_facility, make_program, make_staff

pytestmark = pytest.mark.django_db
LIST = reverse("admin:facilities_facility_changelist")


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def names(answer):
    return {facility.name for facility in answer.context["cl"].result_list}


def test_columns_answer_what_staff_ask(staff):
    make_program(make_facility(name="Example Harbor", address_withheld=True, street1=""))
    text = staff.get(LIST).text
    assert "Intensive outpatient (IOP), Outpatient" in text
    assert "6 of 8; ask: website, verified by us" in text
    assert "2023" in text


def test_unknown_levels_are_not_called_none(staff):
    make_program(codes="SA")
    assert "not stated" in staff.get(LIST).text


@pytest.mark.parametrize(
    "words", ["harbor", "Evanston", "60201", "harbor evanston", "(847) 555-0142", "8475550142"]
)
def test_search_by_name_town_zip_or_phone(staff, words):
    place = make_facility(name="Example Harbor", city="Evanston", zip="60201")
    make_program(place, phone="847-555-0142", phone_digits="8475550142")
    make_program(make_facility(name="Example Other"))
    assert names(staff.get(LIST, {"q": words})) == {"Example Harbor"}


def test_filter_by_level(staff):
    make_program(make_facility(name="Example Iop"), codes="OIT")
    make_program(make_facility(name="Example Residential"), codes="RS")
    assert names(staff.get(LIST, {"level": "iop"})) == {"Example Iop"}


def test_filter_by_what_is_due(staff):
    today = timezone.localdate()
    make_facility(name="Example Fresh", last_verified_on=today)
    make_facility(name="Example Old", last_verified_on=today - timedelta(days=200))
    make_facility(name="Example Never")
    assert names(staff.get(LIST, {"check": "due"})) == {"Example Old", "Example Never"}
    assert names(staff.get(LIST, {"check": "never"})) == {"Example Never"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status__exact": "retired"}, {"Example Retired"}),
        ({"address_withheld__exact": "1"}, {"Example Withheld"}),
        ({"is_example__exact": "1"}, {"Example Sample"}),
        ({"edition": "2022"}, {"Example Stale"}),
        ({"state": "PR"}, {"Example Island"}),
    ],
)
def test_other_filters(staff, query, found):
    make_facility(name="Example Plain")
    make_facility(name="Example Retired", status="retired")
    make_facility(name="Example Withheld", address_withheld=True)
    make_facility(name="Example Sample", is_example=True)
    make_facility(name="Example Stale", last_seen_edition=2022)
    make_facility(name="Example Island", state="PR")
    assert names(staff.get(LIST, query)) == found


@pytest.mark.parametrize("query", [{"level": "nonsense"}, {"edition": "x"}, {"check": "x"}, {"q": "'\"%_\\"}])
def test_nonsense_in_the_address_is_no_error(staff, query):
    make_program()
    assert staff.get(LIST, query).status_code in {200, 302}


def test_the_number_of_queries_does_not_grow(staff, django_assert_max_num_queries, django_assert_num_queries):
    make_program()
    with django_assert_max_num_queries(12) as few:
        staff.get(LIST)
    for _ in range(30):
        make_program()
    with django_assert_num_queries(len(few)):
        staff.get(LIST)
