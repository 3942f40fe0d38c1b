"""Rows that a listing already says are skipped; what is skipped is exactly what a full comparison would leave alone."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from facilities.imports import classify, readers, row_hash, told
from facilities.models import Facility, ImportBatch, Place, Program, Proposal
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import count, everything, run_import

pytestmark = pytest.mark.django_db
SHARED = {"street": "9 Elm Street", "Phone": "312-555-0900"}
ROWS = [
    *some_rows(5),
    row("Shared House", Name2="A", **SHARED),
    row("Shared House", Name2="B", codes="RL", **SHARED),
    row("Far Place", "5 Lake Road", Zip="60201", City="Evanston", Phone="312-555-0700"),
    row("Hidden House", "- - -", Phone="312-555-0800"),
]
MARK = {"by": "alice", "on": "2026-01-01"}


@pytest.fixture
def directory(tmp_path, places):
    """Imported: an edition, and the other directory at its first place."""
    other = row("Place 1 Clinic Inc", "1 Oak Street", "MH SUMH * OP")
    run_import(write_csv(tmp_path / "directory_2023.csv", ROWS))
    run_import(write_csv(tmp_path / "mh_2023.csv", [other]))
    return tmp_path / "directory_2023.csv"


def place(called, **values):
    return lambda rows: Facility.objects.filter(name=called).update(**values)


def entry(called, **values):
    return lambda rows: Program.objects.filter(name1=called, directory="su").update(**values)


def kept_until_yesterday(rows):
    program = Program.objects.get(name1="Place 2 Clinic")
    program.phone, program.owned_fields = "312-555-0188", {"phone": MARK}
    program.save()
    Proposal.objects.create(
        facility=program.facility, program=program, field="phone", ours="312-555-0188", theirs="312-555-0002",
        status="kept", keep_until="2026-01-01",
    )  # fmt: skip


def split_off(rows):
    program = Program.objects.get(name1="Shared House", name2="B")
    old = program.facility
    program.facility = Facility.objects.create(
        name="House B", street1=old.street1, city=old.city, state="IL", zip=old.zip
    )
    program.save()


def merged_by_staff(rows):
    Program.objects.filter(name1="Place 3 Clinic").update(
        facility=Facility.objects.get(name="Place 2 Clinic")
    )


def copied(rows):
    """Two listings of one row."""
    program = Program.objects.get(name1="Place 2 Clinic")
    program.pk, program.public_id = None, uuid4()
    program.save()


def cell(number, place, value):
    def change(rows):
        rows[number][place] = value

    return change


def without(number):
    return lambda rows: rows.pop(number)


def added(*args, **cells):
    return lambda rows: rows.append(row(*args, **cells))


def swapped(rows):
    rows[0], rows[7] = rows[7], rows[0]


DISTURBANCES = {
    "none": lambda rows: None,
    "phone claimed by staff": entry("Place 2 Clinic", phone="312-555-0188", owned_fields={"phone": MARK}),
    "phone changed, not claimed": entry("Place 2 Clinic", phone="312-555-0188"),
    "codes changed": entry("Place 2 Clinic", codes_text="RL"),
    "claimed, but the same": entry("Place 2 Clinic", owned_fields={"phone": MARK}),
    "kept until yesterday": kept_until_yesterday,
    "street claimed": place("Place 2 Clinic", street1="2 Elm Street", owned_fields={"street1": MARK}),
    "name changed, not claimed": place("Place 2 Clinic", name="Place Two"),
    "second entry's place renamed": place("Shared House", name2="C"),
    "name of a place of both directories": place("Place 1 Clinic", name="Place One"),
    "hidden": place("Place 2 Clinic", status="hidden"),
    "retired place": place("Place 2 Clinic", status="retired"),
    "retired entry": entry("Place 2 Clinic", status="retired"),
    "one of two entries retired": lambda rows: Program.objects.filter(name2="A").update(status="retired"),
    "older edition": entry("Place 2 Clinic", edition=2022),
    "newer edition": entry("Place 2 Clinic", edition=2024),
    "another source": entry("Place 2 Clinic", source="elsewhere"),
    "not seen": place("Place 2 Clinic", last_seen_edition=None),
    "no organization": place("Place 2 Clinic", organization=None),
    "no point": place("Place 2 Clinic", latitude=None, longitude=None, point_quality="", point_source=""),
    "point of its own": place("Place 2 Clinic", latitude=41.9, longitude=-87.6, point_quality="address"),
    "withheld with a point": place("Hidden House", latitude=41.9, longitude=-87.6, point_quality="address"),
    "ZIP table renewed": lambda rows: Place.objects.filter(zip="60201").update(latitude=42.06),
    "no longer withheld": place("Hidden House", address_withheld=False),
    "split off by staff": split_off,
    "merged by staff": merged_by_staff,
    "another row's number": entry("Place 2 Clinic", row_number=4),
    "two listings of one row": copied,
    "row gone": without(2),
    "first row gone": without(0),
    "one of two at a place gone": without(5),
    "phone changed": cell(1, 7, "312-555-0199"),
    "name changed": cell(0, 0, "Place One Clinic"),
    "moved to another's place": cell(1, 2, "9 Elm Street"),
    "moved to another ZIP": cell(1, 6, "60201"),
    "one of two moved": cell(6, 2, "77 Lake Drive"),
    "codes of another entry there": cell(6, 12, "RL * MD"),
    "refused now": cell(1, 5, "Illinois?"),
    "new at a known place": added("Shared House", Name2="D", codes="OIT", **SHARED),
    "new elsewhere": added("New Place", "1 New Street", Zip="60657"),
    "like one that left": lambda rows: rows.__setitem__(
        1, row("Clinic Place No. 2", "88 Lake Drive", Phone="")
    ),
    "rows swapped": swapped,
    "all at once": lambda rows: [
        DISTURBANCES[name](rows) for name in ("codes changed", "row gone", "new elsewhere")
    ],
}


def planned(path):
    """Everything an import would write, without ids that are not given yet."""
    plan = classify.classify(readers.read(path))
    changed = {
        (type(change.record).__name__, pk): [(name, str(old), str(getattr(change.record, name))) for name, old in
                                             sorted(change.before.items())]
        for pk, change in (*plan.facilities.items(), *plan.programs.items())
    }  # fmt: skip
    return {
        "counts": plan.counts, "matched": plan.matched_by, "changed": changed,
        "new": [(str(one), str(one.facility), one.facility.pk, one.row_number) for one in plan.new_programs],
        "places": list(map(str, plan.new_facilities)), "organizations": list(map(str, plan.new_organizations)),
        "proposals": {(*one.key, one.ours) for one in plan.proposals},
        "likely": [(str(pair.old), str(pair.new), pair.likely.score) for pair in plan.likely],
    }  # fmt: skip


@pytest.mark.parametrize("name", DISTURBANCES)
def test_what_is_skipped_would_not_have_changed(directory, name, monkeypatch):
    rows = [list(cells) for cells in ROWS]
    DISTURBANCES[name](rows)
    paths = write_csv(directory, rows), directory.with_name("mh_2023.csv")
    quick = list(map(planned, paths))
    monkeypatch.setattr(told.Told, "by", lambda self, entry, row, hashed: False)
    assert list(map(planned, paths)) == quick


def full_comparisons(monkeypatch):
    """Counts the comparisons from now on."""
    done, real = [], classify._compare
    monkeypatch.setattr(classify, "_compare", lambda *args: done.append(real(*args)) or done[-1])
    return done


def test_an_unchanged_file_is_not_compared_at_all(directory, monkeypatch):
    compared, before = full_comparisons(monkeypatch), everything()
    report = run_import(directory)
    assert (count(report, "unchanged"), count(report, "every cell")) == (len(ROWS), len(ROWS))
    assert "Nothing to change" in run_import(directory.with_name("mh_2023.csv"))
    assert compared == [] and everything() == before


def test_an_unchanged_file_takes_few_queries_whatever_its_size(tmp_path, places):
    taken = []
    for size in (3, 40):
        path = write_csv(tmp_path / f"directory_20{size:02}.csv", some_rows(size))
        run_import(path)
        with CaptureQueriesContext(connection) as queries:
            assert planned(path)["counts"]["unchanged"] == size
        taken.append(len(queries))
    assert taken[0] == taken[1] <= 6


def test_no_row_is_used_for_two_listings(directory):
    copied(ROWS)
    assert count(run_import(directory), "retired") == 1
    assert Program.objects.listed().filter(name1="Place 2 Clinic").count() == 1


def test_one_changed_row_changes_one_listing(directory):
    before = everything()
    report = run_import(write_csv(directory, [*ROWS[:1], row("Place 2 Clinic", "2 Oak Street"), *ROWS[2:]]))
    assert (count(report, "changed"), count(report, "unchanged")) == (1, len(ROWS) - 1)
    after = everything()
    differs = {
        name: len(set(after[name]) ^ set(before[name])) for name in after if after[name] != before[name]
    }
    assert differs == {"Program": 2, "HistoricalProgram": 1, "ImportBatch": 1, "DataVersion": 2}


def test_new_code_compares_everything_once(directory, monkeypatch):
    Program.objects.filter(name1="Place 2 Clinic").update(
        offered_levels=0
    )  # what older code may have derived
    monkeypatch.setattr(row_hash, "code_version", lambda: "00000000")
    compared = full_comparisons(monkeypatch)
    batches = ImportBatch.objects.count()
    assert "Done" in run_import(directory)
    assert Program.objects.get(name1="Place 2 Clinic").offered_levels > 0
    assert ImportBatch.objects.count() == batches + 1
    assert len(compared) == 1
    assert "Nothing to change" in run_import(directory)
    assert len(compared) == 1


@pytest.mark.parametrize("former", ["", "0" * 8], ids=["before hashes", "older code"])
def test_hashes_are_made_up_for_without_a_trace(directory, former):
    before = everything()
    for program in Program.objects.all():
        Program.objects.filter(pk=program.pk).update(row_hash=former and former + program.row_hash[8:])
    assert "Nothing to change" in run_import(directory)
    assert "Nothing to change" in run_import(directory.with_name("mh_2023.csv"))
    assert everything() == before


def test_the_version_is_that_of_the_code():
    assert row_hash.code_version() == row_hash.code_version()
    assert row_hash.same_cells("a" * 8 + "b" * 24, "c" * 8 + "b" * 24)
    assert not row_hash.same_cells("", "")
    assert not row_hash.same_cells("a" * 32, "a" * 31 + "b")


def test_every_reader_and_rule_counts_for_the_version(tmp_path, monkeypatch):
    before = row_hash.code_version.__wrapped__()
    for name in ("imports/readers/new.py", "taxonomy/code_book.csv", "keys.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.setattr(row_hash, "_APP", tmp_path)
    versions = {before, row_hash.code_version.__wrapped__()}
    (tmp_path / "taxonomy" / "code_book.csv").write_text("y")
    versions.add(row_hash.code_version.__wrapped__())
    (tmp_path / "imports" / "readers" / "new.py").write_text("z")
    assert len(versions | {row_hash.code_version.__wrapped__()}) == 4
