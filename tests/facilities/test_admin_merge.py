"""Merging, splitting and match review: identity, history and staff edits survive."""

import pytest
from django.urls import reverse

from facilities.models import Facility, FieldCheck, MatchDecision, MergedFacility, ProblemReport, Program
from tests.factories import make_facility, make_program, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def merge(client, keep, gone, **data):
    url = reverse("admin:facilities_facility_merge", args=[keep.pk])
    return client.post(url, {"gone": gone.pk, "why": "one door", **data})


def pair(old=None, new=None):
    old = old or make_program(
        make_facility(name="Example Old", status="retired"), status="retired", edition=2022
    )
    new = new or make_program(make_facility(name="Example New", street1="9 New St"), phone="312-555-0188")
    return MatchDecision.objects.create(old=old, new=new, score=88, why="alike")


def decide(client, decision, verdict):
    answer = client.post(
        reverse("admin:facilities_match_decide", args=[decision.pk]), {verdict: "1"}, follow=True
    )
    for thing in (decision, decision.old, decision.new):
        thing.refresh_from_db()
    return answer


def test_the_first_post_shows_both_and_changes_nothing(staff):
    keep, gone = make_facility(name="Example Keep"), make_facility(name="Example Gone")
    assert "Example Gone" in merge(staff, keep, gone).text
    assert Facility.objects.listed().count() == 2


def test_everything_moves_and_the_old_address_leads_on(staff, client):
    keep, gone = make_facility(), make_program().facility
    ProblemReport.objects.create(facility=gone, kind="moved")
    FieldCheck.objects.create(facility=gone, field="phone", how="phone")
    address = gone.get_absolute_url()
    merge(staff, keep, gone, sure="1")
    gone.refresh_from_db()
    assert gone.status == "retired"
    assert keep.programs.count() == keep.problem_reports.count() == keep.field_checks.count() == 1
    assert keep.history.first().history_change_reason == f"Merged with {gone.pk}: one door"
    assert client.get(address).url == keep.get_absolute_url()


def test_a_chain_of_merges_leads_to_the_last(staff, client):
    first, second, third = make_facility(), make_facility(), make_facility()
    address = first.get_absolute_url()
    merge(staff, second, first, sure="1")
    second.refresh_from_db()
    merge(staff, third, second, sure="1")
    assert client.get(address).url == third.get_absolute_url()


def test_odd_pairs_are_refused_with_a_message(staff):
    keep = make_facility()
    assert "two different" in merge(staff, keep, keep, sure="1").text
    assert "example" in merge(staff, keep, make_facility(is_example=True), sure="1").text
    assert "no listing" in staff.post(
        reverse("admin:facilities_facility_merge", args=[keep.pk]), {"gone": 999_999, "why": "x"}
    ).text  # fmt: skip
    assert not MergedFacility.objects.exists()


def test_a_split_gives_programs_a_place_of_their_own(staff):
    place = make_facility(name="Example Both")
    stays, goes = make_program(place), make_program(place)
    data = {"programs": [goes.pk], "name": "Example Second", "why": "two doors"}
    staff.post(reverse("admin:facilities_facility_split", args=[place.pk]), data)
    new = Facility.objects.get(name="Example Second")
    assert list(new.programs.all()) == [goes]
    assert list(place.programs.all()) == [stays]
    assert (new.street1, new.zip, new.latitude) == (place.street1, place.zip, place.latitude)
    assert new.public_id != place.public_id


@pytest.mark.parametrize("moving", ["none", "all"])
def test_a_split_leaves_something_on_both_sides(staff, moving):
    place = make_program().facility
    programs = [] if moving == "none" else [place.programs.get().pk]
    data = {"programs": programs, "name": "Example Second", "why": "x"}
    answer = staff.post(reverse("admin:facilities_facility_split", args=[place.pk]), data)
    assert answer.context["form"].errors["programs"]
    assert Facility.objects.count() == 1


def test_same_place_keeps_the_old_identity_with_the_new_facts(staff, client):
    decision = pair()
    old_address, new_address = (
        decision.old.facility.get_absolute_url(),
        decision.new.facility.get_absolute_url(),
    )
    identity = decision.old.public_id
    decide(staff, decision, "same")
    old = Program.objects.get(public_id=identity)
    assert (old.phone, old.edition, old.first_seen, old.status) == ("312-555-0188", 2023, 2022, "listed")
    assert (old.facility.street1, old.facility.status) == ("9 New St", "listed")
    assert Program.objects.listed().count() == Facility.objects.listed().count() == 1
    assert client.get(old_address, follow=True).status_code == 200
    assert client.get(new_address).url == old.facility.get_absolute_url()
    assert decision.verdict == "same"
    assert decision.decided_by.username == "alice"


def test_staff_edits_outlive_the_join(staff):
    mark = {"by": "bob", "on": "2026-01-05"}
    facility = make_facility(name="Example Ours", status="retired", owned_fields={"name": mark})
    old = make_program(facility, status="retired", phone="312-555-0101", owned_fields={"phone": mark})
    decide(staff, pair(old=old), "same")
    old.refresh_from_db()
    assert (old.phone, old.facility.name) == ("312-555-0101", "Example Ours")


def test_an_entry_moves_alone_when_its_old_place_has_others(staff):
    place = make_facility()
    other = make_program(place)
    decision = pair(old=make_program(place, status="retired"))
    decide(staff, decision, "same")
    assert decision.old.facility == decision.new.facility
    assert list(place.programs.listed()) == [other]
    assert not MergedFacility.objects.exists()


def test_different_places_stay_apart_and_are_not_asked_again(staff):
    decision = pair()
    decide(staff, decision, "different")
    assert decision.verdict == "differ"
    assert decision.old.status == "retired"
    assert "No pair waits" in staff.get(reverse("admin:facilities_matches")).text


def test_the_second_of_two_people_is_told(staff):
    decision = pair()
    decide(staff, decision, "different")
    assert "already decided" in decide(staff, decision, "same").text
    assert decision.verdict == "differ"


def test_a_pair_can_wait(staff):
    first, second = pair(), pair()
    MatchDecision.objects.filter(pk=second.pk).update(score=50)
    url = reverse("admin:facilities_matches")
    assert staff.get(url).context["pair"] == first
    assert staff.get(url, {"skip": "1"}).context["pair"] == second
    assert staff.get(url, {"skip": "-1"}).context["pair"] == first
    assert staff.get(url, {"skip": "9"}).context["pair"] is None
