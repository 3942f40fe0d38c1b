"""A directory file in: what is stored, what a second run and a dry run do, what the report says."""

import gzip

import pytest

from facilities.models import (
    DataVersion,
    Facility,
    ImportBatch,
    Organization,
    Program,
    RemovedExample,
    ServiceCode,
)
from tests.facilities.directory_files import HEADER, row, some_rows, write_csv, write_workbook
from tests.facilities.imported import count, everything, run_import
from tests.factories import make_facility, make_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def workbook(tmp_path, places):
    return write_workbook(tmp_path / "directory_2023.xlsx", some_rows(3))


def test_every_fact_of_a_row_is_stored(tmp_path, places):
    cells = row(
        "  Saint\u00a0Alpha  Center ", "1 Main Street", "SA * OIT ORT * MD", Name2="North Site", Street2="Suite 4",
        Intake1="312-555-0102 x44", Intake1a="312-555-HOPE",
    )  # fmt: skip
    run_import(write_workbook(tmp_path / "directory_2023.xlsx", [cells]))
    program = Program.objects.select_related("facility__organization").get()
    place = program.facility
    assert (place.name, place.name2, place.street2) == ("Saint Alpha Center", "North Site", "Suite 4")
    assert (place.organization.name, place.zip, place.state) == ("Saint Alpha Center", "60614", "IL")
    assert (program.directory, program.edition, program.first_seen, program.row_number) == (
        "su",
        2023,
        2023,
        2,
    )
    assert (program.phone_digits, program.intake1, program.intake1a) == (
        "3125550101",
        "312-555-0102 x44",
        "312-555-HOPE",
    )
    assert program.codes_text == "MD OIT ORT SA"
    assert set(program.codes.values_list("code", flat=True)) == {"MD", "OIT", "ORT", "SA"}
    assert [level.slug for level in program.stated_levels()] == ["iop", "outpatient"]
    assert program.raw["name1"] == "  Saint\u00a0Alpha  Center "
    assert place.last_seen_edition == 2023 and place.last_verified_on is None


def test_points_come_from_the_zip_table_and_say_so(workbook, place_table):
    run_import(workbook)
    center = next(place for place in place_table if place["zip"] == "60614")
    place = Facility.objects.first()
    assert (place.latitude, place.longitude) == (center["latitude"], center["longitude"])
    assert place.point_quality == "zip" and place.has_pin


def test_a_withheld_address_gets_no_pin_and_no_shared_place(tmp_path, places):
    run_import(
        write_csv(
            tmp_path / "directory_2023.csv", [row("Shelter", "- - -"), row("Shelter", "- - -", Name2="B")]
        )
    )
    places_found = list(Facility.objects.all())
    assert len(places_found) == 2
    assert all(place.address_withheld and not place.has_pin for place in places_found)


def test_headers_match_in_any_case_and_order(tmp_path, places):
    header = [name.upper() for name in reversed(HEADER)]
    run_import(write_csv(tmp_path / "directory_2023.csv", [list(reversed(row()))], header))
    assert Facility.objects.get().name == "Alpha Recovery"


def test_numbers_in_cells_are_text_and_lost_zeros_return(tmp_path, places):
    run_import(write_workbook(tmp_path / "directory_2023.xlsx", [row(Zip=2134, State="MA", City="Boston")]))
    assert Facility.objects.get().zip == "02134"


def test_csv_and_gzip_read_as_the_workbook_does(tmp_path, places, workbook):
    run_import(workbook)
    plain = write_csv(tmp_path / "directory_2023.csv", some_rows(3))
    packed = tmp_path / "directory_2023.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    before = everything()
    assert "Nothing to change" in run_import(plain)
    assert "Nothing to change" in run_import(packed)
    assert everything() == before


def test_the_code_book_sheet_is_read(workbook):
    run_import(workbook)
    code = ServiceCode.objects.get(code="OIT")
    assert (code.label, code.description, code.edition) == (
        "Intensive outpatient treatment",
        "A description.",
        2023,
    )


def test_the_second_run_changes_nothing(workbook):
    first = run_import(workbook)
    before = everything()
    second = run_import(workbook)
    assert count(first, "new") == 3
    assert (count(second, "new"), count(second, "changed"), count(second, "unchanged")) == (0, 0, 3)
    assert "Nothing to change" in second
    assert everything() == before


def test_a_dry_run_prints_the_same_report_and_writes_nothing(workbook):
    before = everything()
    dry = run_import(workbook, "--dry-run")
    assert everything() == before
    assert dry.splitlines()[:-1] == run_import(workbook).splitlines()[:-1]


def test_history_says_which_import_created_a_row(workbook):
    run_import(workbook)
    batch = ImportBatch.objects.get()
    for model in (Organization, Facility, Program):
        entry = model.objects.first().history.get()
        assert (entry.history_type, entry.history_change_reason) == (
            "+",
            f"Import {batch.pk}: directory_2023.xlsx",
        )
    assert batch.counts["new"] == 3 and len(batch.sha256) == 64


def test_refused_rows_are_reported_with_row_column_and_reason(tmp_path, places):
    rows = [
        row(),
        row("B", Zip="12"),
        row("C", State="ZZ"),
        row("", "3 Oak"),
        row("D", codes=""),
        row(),
        row("=cmd|x"),
    ]
    report = run_import(write_csv(tmp_path / "directory_2023.csv", rows))
    assert (count(report, "read"), count(report, "new"), count(report, "refused")) == (7, 1, 6)
    assert "Refused row 3, column zip: “12” is not a ZIP code." in report
    assert "Refused row 4, column state: “ZZ” is not a US state or territory." in report
    assert "Refused row 5, column name1: empty." in report
    assert "Refused row 6, column service_code_info: empty." in report
    assert "Refused row 7, column all: the same as row 2." in report
    assert "Refused row 8, column name1: looks like a formula." in report
    assert ImportBatch.objects.get().report["refused"][0]["raw"]["zip"] == "12"


def test_programs_of_one_place_share_a_facility(tmp_path, places):
    rows = [row(Name2="Detox", codes="SA * RD * MDET"), row(Name2="Outpatient", codes="SA * ORT")]
    run_import(write_csv(tmp_path / "directory_2023.csv", rows))
    assert Facility.objects.get().programs.count() == 2


def test_two_organizations_in_one_building_stay_apart(tmp_path, places):
    run_import(write_csv(tmp_path / "directory_2023.csv", [row("Alpha"), row("Beta", Phone="312-555-0199")]))
    assert Facility.objects.count() == 2


def test_the_first_real_import_removes_the_examples(workbook):
    example = make_facility(is_example=True)
    make_program(example, directory="example")
    run_import(workbook)
    assert not Facility.objects.filter(is_example=True).exists()
    assert not Facility.history.filter(id=example.pk).exists()
    assert RemovedExample.objects.get().public_id == example.public_id


def test_a_dry_run_keeps_the_examples(workbook):
    make_facility(is_example=True)
    run_import(workbook, "--dry-run")
    assert Facility.objects.filter(is_example=True).count() == 1


def test_other_processes_are_told(workbook):
    before = DataVersion.current()
    run_import(workbook)
    assert DataVersion.current() == before + 1
    run_import(workbook)
    assert DataVersion.current() == before + 1


def test_without_a_zip_table_the_report_warns(tmp_path, db):
    report = run_import(write_csv(tmp_path / "directory_2023.csv", [row()]))
    assert "Run manage.py load_places" in report
