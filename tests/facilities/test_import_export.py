"""Our own export: read back into an empty database it is the same directory, ids and all."""

from io import StringIO

import pytest
from django.core.management import call_command

from facilities.export import write_csv as write_export
from facilities.models import Facility, Organization, Program, ProgramCode
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import everything, refusal, run_import
from tests.factories import make_facility

pytestmark = pytest.mark.django_db


def exported():
    out = StringIO()
    write_export(out)
    return out.getvalue()


@pytest.fixture
def directory(tmp_path, places):
    """Two editions and the other directory, with all that staff can do to a listing; and the path of its export."""
    run_import(
        write_csv(
            tmp_path / "directory_2022.csv",
            [*some_rows(9), row('=Odd, "quoted"\nname'[1:], "- - -", Phone="+1 312 555 0102")],
        )
    )
    run_import(write_csv(tmp_path / "directory_2023.csv", some_rows(9)))
    run_import(write_csv(tmp_path / "mh_2023.csv", [row("Place 1 Clinic", "1 Oak Street", "MH SUMH * OP")]))
    place = Facility.objects.get(name="Place 1 Clinic")
    place.staff_notes, place.last_verified_on, place.last_verified_how = "=call first", "2026-02-03", "phone"
    place.latitude, place.point_quality, place.street1 = 41.95, "staff", "11 Oak Street"
    place.own("latitude", by="alice", on="2026-02-03")
    place.own("street1", by="alice", on="2026-02-03")
    place.save()
    Facility.objects.filter(name="Place 2 Clinic").update(status="hidden")
    call_command("export_facilities", str(tmp_path / "export.csv.gz"), verbosity=0, stdout=StringIO())
    return tmp_path / "export.csv.gz"


def test_read_back_into_the_same_database_nothing_changes(directory):
    before = everything()
    assert "Nothing to change" in run_import(directory)
    assert everything() == before


def test_read_back_into_an_empty_database_nothing_is_lost(directory):
    before, pairs = exported(), ProgramCode.objects.count()
    for model in (ProgramCode, Program, Facility, Organization):
        model.objects.all().delete()
    run_import(directory)
    assert sorted(exported().splitlines()) == sorted(before.splitlines())
    assert ProgramCode.objects.count() == pairs


def test_a_changed_cell_is_a_change(directory, tmp_path):
    path = tmp_path / "edited.csv"
    path.write_text(exported().replace("312-555-0003", "312-555-0999"), encoding="utf-8")
    run_import(path)
    assert Program.objects.get(name1="Place 3 Clinic").phone == "312-555-0999"


def test_examples_are_never_exported(directory):
    make_facility(name="Example Place", is_example=True)
    assert "Example Place" not in exported()


def test_formulas_are_defused(directory):
    assert ",'=call first" in exported()


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        (",listed,", ",lost,", "status “lost”"),
        (",2023,2022,", ",20x3,2022,", "20x3"),
        ("MD OIT SA", "MD QQQ SA", "unknown code QQQ"),
        (",IL,", ",ZZ,", "“ZZ” is not a US state"),
    ],
)
def test_a_damaged_row_is_refused_with_its_reason(directory, tmp_path, right, wrong, reason):
    header, first, *rest = exported().splitlines()
    path = tmp_path / "damaged.csv"
    path.write_text("\n".join([header, first.replace(right, wrong, 1), *rest]), encoding="utf-8")
    report = run_import(path)
    assert "Refused row 2" in report and reason in report


def test_a_file_of_damaged_rows_changes_nothing(directory, tmp_path):
    path = tmp_path / "damaged.csv"
    path.write_text(exported().replace("2022", "20x2").replace("2023", "20x3"), encoding="utf-8")
    before = everything()
    assert "cannot be read back" in refusal(path)
    assert everything() == before
