"""The next edition: who stays, changes, moves, leaves and comes back; and the other directory at the same place."""

import pytest

from facilities.imports.undo import undo
from facilities.models import Facility, ImportBatch, MatchDecision, Program
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import count, everything, refusal, run_import
from tests.factories import make_facility

pytestmark = pytest.mark.django_db
MH = "MH SUMH * OP"


@pytest.fixture
def editions(tmp_path, places):
    """Import rows as the edition of a year."""

    def take(year, rows, *arguments, name="directory"):
        return run_import(write_csv(tmp_path / f"{name}_{year}.csv", rows), *arguments)

    return take


def test_a_listing_keeps_its_address_when_facts_change(editions):
    editions(2022, [*some_rows(3), row("Alpha")])
    before = Program.objects.get(name1="Alpha")
    report = editions(2023, [*some_rows(3), row("Alpha", codes="SA * OIT * SS", Phone="312-555-0177")])
    after = Program.objects.get(name1="Alpha")
    assert (after.public_id, after.facility.public_id) == (before.public_id, before.facility.public_id)
    assert (after.edition, after.first_seen, after.codes_text) == (2023, 2022, "OIT SA SS")
    assert set(after.codes.values_list("code", flat=True)) == {"OIT", "SA", "SS"}
    assert (count(report, "changed"), count(report, "unchanged")) == (1, 3)
    newest, oldest = after.history.all()
    assert {"codes_text", "phone"} <= set(newest.diff_against(oldest).changed_fields)


def test_seen_again_is_not_a_change(editions):
    editions(2022, some_rows(3))
    report = editions(2023, some_rows(3))
    assert (count(report, "changed"), count(report, "unchanged")) == (0, 3)
    assert set(Facility.objects.values_list("last_seen_edition", flat=True)) == {2023}
    assert Program.objects.first().history.count() == 1


def test_codes_are_compared_as_sets(editions):
    editions(2022, [row(codes="OIT ORT * MD")])
    assert count(editions(2023, [row(codes="MD * ORT * OIT OIT")]), "changed") == 0


def test_a_renamed_code_is_not_a_change(editions):
    editions(2022, [row(codes="OIT * MX")])
    assert count(editions(2023, [row(codes="OIT * MXM")]), "changed") == 0
    assert Program.objects.get().codes_text == "MXM OIT"


def test_who_is_missing_is_retired_and_never_deleted(editions):
    editions(2022, some_rows(10))
    report = editions(2023, some_rows(9))
    gone = Program.objects.get(name1="Place 10 Clinic")
    assert (gone.status, gone.facility.status) == ("retired", "retired")
    assert count(report, "retired") == 1
    assert gone.program_codes.count() == 3


def test_who_returns_is_listed_again_under_the_same_address(editions):
    editions(2022, some_rows(10))
    before = Facility.objects.get(name="Place 10 Clinic").public_id
    editions(2023, some_rows(9))
    editions(2024, some_rows(10))
    place = Facility.objects.get(name="Place 10 Clinic")
    assert (place.public_id, place.status) == (before, "listed")


def test_what_staff_hid_stays_hidden(editions):
    editions(2022, some_rows(3))
    Facility.objects.filter(name="Place 1 Clinic").update(status="hidden")
    editions(2023, some_rows(3))
    assert Facility.objects.get(name="Place 1 Clinic").status == "hidden"


def test_a_place_whose_row_was_refused_is_not_retired(editions):
    editions(2022, some_rows(10))
    rows = some_rows(10)
    rows[9][5] = "Illinois?"
    editions(2023, rows)
    assert Facility.objects.get(name="Place 10 Clinic").status == "listed"


def test_a_moved_place_keeps_its_address_and_loses_its_check(editions):
    editions(2022, [row("Alpha")])
    Facility.objects.update(last_verified_on="2026-01-01", last_verified_how="phone")
    before = Facility.objects.get().public_id
    editions(2023, [row("Alpha", "99 New Road", Zip="60201", City="Evanston")])
    place = Facility.objects.get()
    assert (place.public_id, place.street1, place.zip) == (before, "99 New Road", "60201")
    assert place.latitude == pytest.approx(42.05, abs=0.1)
    assert place.last_verified_on is None


def test_too_many_retired_asks_first(editions, tmp_path):
    editions(2022, some_rows(10))
    half = write_csv(tmp_path / "half_2023.csv", some_rows(5))
    before = everything()
    assert "5 of 10 listings" in refusal(half)
    assert everything() == before
    assert count(run_import(half, "--allow-retiring"), "retired") == 5


def test_an_older_edition_is_refused(editions, tmp_path):
    editions(2023, some_rows(3))
    assert "would replace newer facts" in refusal(write_csv(tmp_path / "old_2022.csv", some_rows(3)))


def test_an_edition_can_be_read_again_after_a_newer_one_was_undone(tmp_path, places, django_user_model):
    old = write_csv(tmp_path / "directory_2022.csv", some_rows(3))
    run_import(old)
    run_import(write_csv(tmp_path / "directory_2023.csv", some_rows(4)))
    undo(ImportBatch.objects.latest("pk").pk, django_user_model.objects.create_user("alice"))
    before = everything()
    run_import(old)
    assert everything() == before


def test_likely_pairs_wait_for_a_person(editions):
    editions(2022, [*some_rows(9), row("Hope House Recovery", "5 Elm Street", Phone="312-555-0500")])
    report = editions(2023, [*some_rows(9), row("House of Hope Recovery", "77 Lake Drive", Phone="")])
    assert count(report, "likely pairs") == 1
    pair = MatchDecision.objects.get()
    assert (pair.old.status, pair.new.status, pair.verdict) == ("retired", "listed", "open")
    assert "same ZIP" in pair.why


def test_mental_health_joins_the_same_place_as_a_second_program(editions):
    editions(2023, [row("Alpha Recovery Inc")])
    editions(2023, [row("Alpha Recovery", codes=MH), row("Beta", codes=MH, Phone="312-555-0999")], name="mh")
    alpha = Facility.objects.get(name="Alpha Recovery Inc")
    assert sorted(alpha.programs.values_list("directory", flat=True)) == ["mh", "su"]
    assert Facility.objects.get(name="Beta").programs.get().directory == "mh"


def test_one_directory_never_retires_the_other(editions):
    editions(2022, [row("Alpha")])
    editions(2022, [row("Alpha", codes=MH)], name="mh")
    editions(2023, [row("Alpha", codes=MH)], name="mh")
    assert Program.objects.get(directory="su").status == "listed"


def test_the_substance_use_row_decides_a_shared_name(editions):
    editions(2023, [row("Alpha Recovery")])
    editions(2023, [row("Alpha Recovery LLC", codes=MH)], name="mh")
    editions(2023, [row("Alpha Recovery LLC", codes=MH)], name="mh")
    assert Facility.objects.get().name == "Alpha Recovery"


def test_programs_that_move_together_take_the_facility_with_them(editions):
    editions(2022, [row(Name2="A"), row(Name2="B", codes="RL")])
    before = Facility.objects.get().public_id
    moved = {"street": "9 New Road", "Zip": "60614"}
    editions(2023, [row(Name2="A", **moved), row(Name2="B", codes="RL", **moved)])
    assert Facility.objects.get().public_id == before


def test_a_program_that_moves_alone_leaves_the_facility_behind(editions):
    editions(2022, [row(Name2="A"), row(Name2="B", codes="RL")])
    before = Facility.objects.get().public_id
    report = editions(2023, [row(Name2="A"), row(Name2="B", street="9 New Road", codes="RL")])
    stayed = Program.objects.get(name2="A").facility
    assert (stayed.public_id, stayed.street1) == (before, "1 Main Street")
    assert Program.objects.get(name2="B").facility.street1 == "9 New Road"
    assert count(report, "new") == 0


def test_a_real_listing_is_never_matched_with_an_example(editions):
    make_facility(name="Alpha Recovery", street1="1 Main Street", is_example=True)
    assert count(editions(2023, [row("Alpha Recovery")]), "new") == 1
