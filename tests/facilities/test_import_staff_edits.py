"""What staff decided stands: an import that disagrees files a proposal, once."""

import pytest
import time_machine
from django.utils import timezone

from facilities.models import Facility, Program, Proposal
from tests.facilities.directory_files import row, write_csv
from tests.facilities.imported import count, everything, run_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def edited(tmp_path, places):
    """A listing whose phone and street staff corrected, and its file."""
    path = write_csv(tmp_path / "directory_2023.csv", [row()])
    run_import(path)
    place, program = Facility.objects.get(), Program.objects.get()
    place.street1 = "2 Main Street"
    place.own("street1", by="alice", on="2026-01-01")
    place.save()
    program.phone = "312-555-0188"
    program.owned_fields = {"phone": {"by": "alice", "on": "2026-01-01"}}
    program.save()
    return path


def test_staff_values_survive_and_the_import_proposes(edited):
    report = run_import(edited)
    assert (Facility.objects.get().street1, Program.objects.get().phone) == ("2 Main Street", "312-555-0188")
    proposals = set(Proposal.objects.values_list("field", "ours", "theirs", "status"))
    assert proposals == {
        ("street1", "2 Main Street", "1 Main Street", "open"),
        ("phone", "312-555-0188", "312-555-0101", "open"),
    }
    assert count(report, "proposals") == 2


def test_a_proposal_is_made_once(edited):
    run_import(edited)
    before = everything()
    assert "Nothing to change" in run_import(edited)
    assert everything() == before


def test_a_kept_value_is_not_asked_about_again(edited):
    run_import(edited)
    Proposal.objects.update(status="kept")
    assert "Nothing to change" in run_import(edited)
    assert set(Proposal.objects.values_list("status", flat=True)) == {"kept"}


def test_kept_until_a_day_is_asked_again_after_it(edited):
    run_import(edited)
    Proposal.objects.update(status="kept", keep_until="2027-03-01")
    with time_machine.travel("2027-02-28T17:00:00Z"):
        assert "Nothing to change" in run_import(edited)
    with time_machine.travel("2027-03-03T17:00:00Z"):
        run_import(edited)
    assert set(Proposal.objects.values_list("status", "keep_until")) == {("open", None)}


def test_other_fields_of_an_edited_listing_still_update(edited, tmp_path):
    run_import(write_csv(tmp_path / "directory_2024.csv", [row(Street2="Suite 9", codes="RL")]))
    assert Facility.objects.get().street2 == "Suite 9"
    assert Program.objects.get().codes_text == "RL"


def test_a_check_by_staff_survives(edited):
    Facility.objects.update(last_verified_on=timezone.localdate(), last_verified_how="phone")
    run_import(edited)
    assert Facility.objects.get().last_verified_how == "phone"


def test_staff_codes_stand(edited, tmp_path):
    program = Program.objects.get()
    program.set_codes(["RL"])
    program.owned_fields = {"codes_text": {"by": "alice", "on": "2026-01-01"}}
    program.save()
    program.write_codes()
    run_import(edited)
    assert list(Program.objects.get().codes.values_list("code", flat=True)) == ["RL"]
    assert Proposal.objects.filter(field="codes_text", theirs="MD OIT SA").count() == 1


def test_a_point_set_by_staff_stays_when_the_suite_changes(edited, tmp_path):
    place = Facility.objects.get()
    place.latitude, place.longitude, place.point_quality = 41.9, -87.6, "staff"
    place.own("latitude", by="alice", on="2026-01-01")
    place.save()
    run_import(write_csv(tmp_path / "directory_2024.csv", [row(Street2="Suite 9")]))
    assert (Facility.objects.get().latitude, Facility.objects.get().point_quality) == (41.9, "staff")
