"""The official files, where they are present: figures, repeatability, matching between editions."""

import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Max

from facilities.imports import readers
from facilities.imports.matching import Identity, match
from facilities.management.commands.load_places import COLUMNS, read_table
from facilities.models import DataVersion, Facility, ImportBatch, MatchDecision, Place, Program, ProgramCode
from tests.facilities.imported import count, run_import

DATA = settings.BASE_DIR.parent / "shared" / "data" / "facilities"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not DATA.is_dir(), reason="the official files of ../shared/data are not here"),
]
SU_2022, SU_2023 = DATA / "nsumhss_su_directory_2022.dev.xlsx", DATA / "nsumhss_su_directory_2023.dev.xlsx"
MH_2023 = DATA / "nsumhss_mh_directory_2023.dev.xlsx"
SAMPLE = Path(__file__).with_name("match_sample.csv")


@pytest.fixture
def zip_table(db):
    """Points of the ZIP codes in the three files."""
    wanted = {row.zip for path in (SU_2022, SU_2023, MH_2023) for row in readers.read(path).rows}
    rows = (dict(zip(COLUMNS, row, strict=True)) for row in read_table())
    Place.objects.bulk_create([Place(**row) for row in rows if row["zip"] in wanted])


def written():
    """Cheap marks of everything an import writes: rows, newest change, version."""
    newest = (model.objects.aggregate(Max("updated_at"))["updated_at__max"] for model in (Facility, Program))
    histories = (model.history.count() for model in (Facility, Program))
    return (
        ProgramCode.objects.count(),
        *newest,
        *histories,
        DataVersion.current(),
        ImportBatch.objects.count(),
    )


def test_three_official_editions(zip_table):
    assert count(run_import(SU_2022), "new") == 6_089
    report = run_import(SU_2023)
    assert count(report, "read") == 6_303 and count(report, "refused") == 0
    assert count(report, "changed") + count(report, "unchanged") >= 0.82 * 6_089
    assert count(report, "new") + count(report, "changed") + count(report, "unchanged") == 6_303
    assert MatchDecision.objects.count() == count(report, "likely pairs") > 0
    assert count(run_import(MH_2023), "new") == 4_100
    before = written()
    for path in (SU_2023, DATA / "nsumhss_su_directory_2023.dev.csv.gz", MH_2023):
        assert "Nothing to change" in run_import(path)
    assert written() == before
    check_what_is_stored()


def check_what_is_stored():
    listed = Program.objects.listed()
    assert Counter(listed.values_list("directory", flat=True)) == {"su": 6_303, "mh": 4_100}
    assert ProgramCode.objects.filter(program__in=listed.filter(directory="su")).count() == 488_182
    assert all(set(p.raw["service_code_info"].replace("*", " ").split()) == p.code_set for p in listed)
    assert Facility.objects.listed().filter(latitude=None).count() == 0
    assert Facility.objects.filter(address_withheld=True, street1="- - -").count() == 6
    both = (
        Facility.objects.listed().filter(programs__directory="su").filter(programs__directory="mh").distinct()
    )
    assert both.count() > 1_200


@pytest.fixture(scope="module")
def editions():
    return tuple({row.row: row for row in readers.read(path).rows} for path in (SU_2022, SU_2023))


def matches(old, new):
    sides = ([Identity.of(row.row, row, row.codes) for row in rows.values()] for rows in (new, old))
    return match(*sides)[0]


def test_matching_between_editions(editions):
    old, new = editions
    found = matches(old, new)
    assert len(found) >= 0.82 * len(old)
    assert len({pair.row for pair in found}) == len({pair.listing for pair in found}) == len(found)


def test_a_hand_checked_sample_of_matches(editions):
    old, new = editions
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        sample = list(csv.DictReader(file))
    assert len(sample) == 200
    assert sum(pair["verdict"] != "right" for pair in sample) <= 1
    assert all(fingerprint(old[int(pair["row_2022"])]) == pair["hash_2022"] for pair in sample)
    assert all(fingerprint(new[int(pair["row_2023"])]) == pair["hash_2023"] for pair in sample)
    found = {(pair.listing, pair.row) for pair in matches(old, new)}
    right = {(int(pair["row_2022"]), int(pair["row_2023"])) for pair in sample if pair["verdict"] == "right"}
    assert right <= found


def fingerprint(row):
    return hashlib.sha256("|".join(row.raw.values()).encode()).hexdigest()[:16]
