"""Re-verification: what comes first, what one call confirms, and what counts as verified."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from facilities.models import Facility, FieldCheck, ProblemReport, Program
from tests.factories import make_facility, make_program, make_staff

pytestmark = pytest.mark.django_db
QUEUE = reverse("admin:facilities_facility_queue")


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def call_url(facility):
    return reverse("admin:facilities_facility_call", args=[facility.pk])


def keys(program, *fields):
    return [f"{program.pk}:{field}" for field in fields]


def order():
    today = timezone.localdate()
    return [place.name for place in Facility.objects.due_for_check(today).most_needed_first(today)]


def test_reported_then_24_hour_care_then_never_verified_then_oldest(db):
    today = timezone.localdate()
    for days in (200, 400):
        make_program(make_facility(name=f"Example {days}", last_verified_on=today - timedelta(days=days)))
    make_program(make_facility(name="Example Never"))
    make_program(
        make_facility(name="Example Residential", last_verified_on=today - timedelta(days=190)), codes="RS"
    )
    reported = make_facility(name="Example Reported", last_verified_on=today - timedelta(days=190))
    ProblemReport.objects.create(facility=reported, kind="moved")
    make_program(make_facility(name="Example Fresh", last_verified_on=today))
    expected = ["Example Reported", "Example Residential", "Example Never", "Example 400", "Example 200"]
    assert order() == expected


def test_nobody_answered_puts_a_place_back_for_three_days(staff):
    program = make_program()
    staff.post(call_url(program.facility), {"how": "phone", "no_answer": "1"})
    assert order() == []
    FieldCheck.objects.update(checked_on=timezone.localdate() - timedelta(days=3))
    assert order() == [program.facility.name]


def test_all_essential_facts_make_the_listing_verified(staff):
    program = make_program()
    facts = ["place:street", *keys(program, "phone", "levels")]
    staff.post(call_url(program.facility), {"how": "fax", "facts": facts, "confirmed": "1"})
    place = Facility.objects.get()
    assert place.last_verified_on == timezone.localdate()
    assert place.last_verified_how == "fax"
    assert place.history.first().history_change_reason == "Confirmed street, phone, levels"
    assert set(FieldCheck.objects.values_list("field", "how")) == {
        ("street", "fax"),
        ("phone", "fax"),
        ("levels", "fax"),
    }


def test_one_fact_alone_is_remembered_but_is_no_verification(staff):
    program = make_program()
    data = {"how": "phone", "facts": keys(program, "phone"), "confirmed": "1", "notes": "ask for Example"}
    answer = staff.post(call_url(program.facility), data, follow=True)
    assert "essential ones are not complete" in answer.text
    place = Facility.objects.get()
    assert place.last_verified_on is None
    assert "ask for Example" in place.staff_notes
    assert "Confirmed" in staff.get(call_url(place)).text
    assert "Phone confirmed" in staff.get(place.get_absolute_url()).text
    Program.objects.update(phone="312-555-0199")
    assert "Changed since" in staff.get(call_url(place)).text
    assert "Phone confirmed" not in staff.get(place.get_absolute_url()).text


def test_saving_leads_to_the_next_place(staff):
    first, second = make_program(), make_program()
    answer = staff.post(call_url(first.facility), {"how": "phone", "no_answer": "1"})
    assert answer.url == call_url(second.facility)
    answer = staff.post(call_url(second.facility), {"how": "phone", "no_answer": "1"})
    assert answer.url == reverse("admin:index")


@pytest.mark.parametrize("data", [{}, {"how": "guess"}, {"how": "phone", "facts": ["9:phone"]}])
def test_an_empty_or_wrong_form_says_so_and_changes_nothing(staff, data):
    program = make_program()
    answer = staff.post(call_url(program.facility), {**data, "confirmed": "1"})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not FieldCheck.objects.exists()


def test_a_withheld_address_is_not_read_out(staff):
    program = make_program(make_facility(address_withheld=True, street1="7 Hidden Ln"))
    assert "7 Hidden Ln" not in staff.get(call_url(program.facility)).text


def test_the_screen_shows_what_visitors_reported(staff):
    program = make_program()
    ProblemReport.objects.create(facility=program.facility, kind="number", details="rings at a bakery")
    assert "rings at a bakery" in staff.get(call_url(program.facility)).text


def test_without_the_right_it_is_closed(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff("bob"), "django.contrib.auth.backends.ModelBackend")
    program = make_program()
    assert client.get(QUEUE).status_code == 403
    assert client.post(call_url(program.facility), {"how": "phone", "no_answer": "1"}).status_code == 403


def test_queries_do_not_grow(staff, django_assert_num_queries, django_assert_max_num_queries):
    make_program()
    with django_assert_max_num_queries(9) as few:
        staff.get(QUEUE)
    place = make_facility()
    for _ in range(6):
        make_program(place)
    with django_assert_num_queries(len(few)):
        staff.get(QUEUE)
    with django_assert_max_num_queries(12):
        staff.get(call_url(place))
