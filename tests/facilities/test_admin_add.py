"""A place no directory lists: added with a program and its services, then found by visitors."""

import pytest
from django.urls import reverse

from facilities.models import Facility, Program, ServiceCode
from tests.factories import make_facility, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def add(client, facility, **data):
    fields = {"name1": "Example Program", "phone": "312-555-0142", "why": "called"}
    return client.post(reverse("admin:facilities_add_program", args=[facility.pk]), fields | data)


def test_from_nothing_to_a_search_result(staff, places):
    ServiceCode.objects.create(
        code="OIT", category_code="SET", category_name="Service Setting", label="Intensive"
    )
    place = {
        "name": "Example Harbor",
        "street1": "1 Main St",
        "city": "Chicago",
        "state": "il",
        "zip": "60614",
    }
    place |= {"status": "listed", "programs-TOTAL_FORMS": 0, "programs-INITIAL_FORMS": 0}
    answer = staff.post(reverse("admin:facilities_facility_add"), place)
    facility = Facility.objects.get()
    assert answer.url == reverse("admin:facilities_add_program", args=[facility.pk])
    assert facility.latitude is not None, "it stands in its ZIP code until someone knows better"
    answer = add(staff, facility)
    program = Program.objects.get()
    assert answer.url == reverse("admin:facilities_services", args=[program.pk])
    staff.post(answer.url, {"codes": ["OIT"], "why": "called"})
    assert "Example Harbor" in staff.get("/facilities/", {"near": "60614", "care": "iop"}).text


def test_its_facts_are_ours_and_its_source_is_honest(staff):
    add(staff, make_facility())
    program = Program.objects.get()
    assert {"name1", "phone"} <= set(program.owned_fields)
    assert program.source == "Added by our staff"
    assert program.phone_digits == "3125550142"
    newest = program.history.first()
    assert (newest.history_user.username, newest.history_change_reason) == ("alice", "called")


@pytest.mark.parametrize(("field", "value"), [("name1", ""), ("why", ""), ("website", "not an address")])
def test_wrong_input_says_so_beside_the_field(staff, field, value):
    answer = add(staff, make_facility(), **{field: value})
    assert answer.context["form"].errors[field]
    assert not Program.objects.exists()
