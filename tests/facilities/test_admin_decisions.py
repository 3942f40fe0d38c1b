"""Proposals of imports: ours stands until someone accepts, keeps, or keeps until a day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from facilities.models import DataVersion, Proposal, QuarantinedPoint, ServiceCode
from tests.factories import make_facility, make_program, make_staff

pytestmark = pytest.mark.django_db
OURS = {"by": "bob", "on": "2026-01-05"}


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def propose(record, field, theirs):
    facility = getattr(record, "facility", record)
    program = None if facility is record else record
    ours = str(getattr(record, field))
    return Proposal.objects.create(facility=facility, program=program, field=field, ours=ours, theirs=theirs)


def decide(client, proposal, **data):
    answer = client.post(reverse("admin:facilities_proposal_decide", args=[proposal.pk]), data, follow=True)
    proposal.refresh_from_db()
    return answer


def test_accepting_writes_their_value_and_gives_the_field_back(staff):
    program = make_program(phone="312-555-0100", owned_fields={"phone": OURS, "name1": OURS})
    proposal, before = propose(program, "phone", "312-555-0177"), DataVersion.current()
    decide(staff, proposal, accept="1")
    program.refresh_from_db()
    assert (program.phone, program.phone_digits) == ("312-555-0177", "3125550177")
    assert set(program.owned_fields) == {"name1"}
    assert proposal.status == "accepted"
    assert proposal.decided_by.username == "alice"
    newest = program.history.first()
    assert newest.history_user.username == "alice"
    assert newest.history_change_reason == f"Accepted proposal {proposal.pk}"
    assert DataVersion.current() == before + 1


@pytest.mark.parametrize(
    ("field", "theirs", "value"),
    [
        ("address_withheld", "True", True),
        ("latitude", "41.5", 41.5),
        ("latitude", "", None),
        ("street2", "", ""),
    ],
)
def test_values_are_read_as_the_field_reads_them(staff, field, theirs, value):
    place = make_facility(owned_fields={field: OURS})
    decide(staff, propose(place, field, theirs), accept="1")
    place.refresh_from_db()
    assert getattr(place, field) == value


def test_accepted_services_change_the_levels_and_pairs_too(staff):
    for code in ("OIT", "RS"):
        ServiceCode.objects.create(
            code=code, category_code=f"S{code}", category_name="Service Setting", label=code
        )
    program = make_program(codes="OIT", owned_fields={"codes_text": OURS})
    decide(staff, propose(program, "codes_text", "RS"), accept="1")
    program.refresh_from_db()
    assert [level.slug for level in program.stated_levels()] == ["residential"]
    assert list(program.codes.values_list("code", flat=True)) == ["RS"]


def test_keeping_changes_nothing_but_the_proposal(staff):
    program = make_program(phone="312-555-0100", owned_fields={"phone": OURS})
    proposal = propose(program, "phone", "312-555-0177")
    decide(staff, proposal, keep="1")
    program.refresh_from_db()
    assert program.phone == "312-555-0100"
    assert set(program.owned_fields) == {"phone"}
    assert (proposal.status, proposal.keep_until) == ("kept", None)


def test_keeping_until_a_day(staff):
    proposal = propose(make_facility(), "website", "https://example.org/")
    day = timezone.localdate() + timedelta(days=90)
    decide(staff, proposal, keep="1", until=day.isoformat())
    assert (proposal.status, proposal.keep_until) == ("kept", day)


@pytest.mark.parametrize("until", ["yesterday", "2020-01-01"])
def test_a_day_that_is_none_or_past_is_refused(staff, until):
    proposal = propose(make_facility(), "website", "https://example.org/")
    answer = decide(staff, proposal, keep="1", until=until)
    assert proposal.status == "open"
    assert "error" in answer.text


def test_the_second_of_two_people_is_told(staff):
    proposal = propose(make_facility(), "website", "https://example.org/")
    decide(staff, proposal, keep="1")
    assert "already decided" in decide(staff, proposal, accept="1").text
    assert proposal.status == "kept"


def test_a_value_that_does_not_fit_changes_nothing(staff):
    place = make_facility()
    answer = decide(staff, propose(place, "latitude", "north"), accept="1")
    assert "does not fit" in answer.text
    assert Proposal.objects.get().status == "open"


def test_the_page_takes_a_constant_number_of_queries(
    staff, django_assert_num_queries, django_assert_max_num_queries
):
    url = reverse("admin:facilities_proposals")
    propose(make_program(), "phone", "312-555-0177")
    with django_assert_max_num_queries(7) as few:
        staff.get(url)
    for _ in range(8):
        propose(make_program(), "phone", "312-555-0177")
    with django_assert_num_queries(len(few)):
        staff.get(url)


def test_a_doubtful_point_is_used_only_when_someone_says_so(staff):
    place = make_facility()
    doubted = QuarantinedPoint.objects.create(
        facility=place, latitude=40, longitude=-80, source="x", km_from_zip=600
    )
    data = {"action": "use_point", "_selected_action": [doubted.pk]}
    staff.post(reverse("admin:facilities_quarantinedpoint_changelist"), data)
    place.refresh_from_db()
    assert (place.latitude, place.point_quality) == (40, "staff")
    assert {"latitude", "longitude"} <= set(place.owned_fields)
    assert QuarantinedPoint.objects.get().resolved
