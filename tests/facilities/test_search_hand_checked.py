"""Rows of the official 2023 workbook, each read against the code book, against what a search finds.

hand_checked.csv holds the search, the row's number in the workbook, a hash of the row, the verdict and the reason: no
data of the directory itself. Read twice: a script picked the rows by raw code (one that states what is asked, one that
states something close to it) and about half were looked at; then all 107 were read one by one, every code of the row
with its name in the code book and the recorded verdict beside them. No verdict was wrong; the reasons of 36 rows were
too thin and were written anew.

The readings that took judgment:

- A row that contradicts itself (NAUT with ADTX, NMOA with BU, AUDO with OUDO) is removed: the no counts.
- OUDO and AUDO remove a row only when a substance is asked for; DUO always, unless a DUI program is.
- A group offered to older adults (SE) is not an age accepted (SNR).
"""

import csv
import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings

from facilities.management.commands.load_places import COLUMNS, read_table
from facilities.models import Facility, Place
from tests.facilities.directory_files import write_csv
from tests.facilities.imported import run_import

DIRECTORY = (
    settings.BASE_DIR.parent / "shared" / "data" / "facilities" / "nsumhss_su_directory_2023.dev.csv.gz"
)
CHECKED = list(csv.DictReader(Path(__file__).with_name("hand_checked.csv").open(encoding="utf-8")))

pytestmark = pytest.mark.skipif(not DIRECTORY.exists(), reason="the directory in ../shared/data is not here")


def rows_checked():
    """The rows of the workbook by number; a row other than the one that was read is refused."""
    import gzip

    with gzip.open(DIRECTORY, "rt", encoding="utf-8", newline="") as file:
        rows = {number: row for number, row in enumerate(csv.DictReader(file), 2)}
    for one in CHECKED:
        text = "\x1f".join(rows[int(one["row"])].values())
        assert hashlib.sha256(text.encode()).hexdigest()[:16] == one["hash"], f"row {one['row']} has changed"
    return {int(one["row"]): rows[int(one["row"])] for one in CHECKED}


@pytest.fixture
def imported(db, tmp_path):
    """The checked rows, and only they, imported as any directory is."""
    rows = rows_checked()
    zips = {row["Zip"][:5] for row in rows.values()}
    Place.objects.bulk_create(
        Place(**dict(zip(COLUMNS, place, strict=True))) for place in read_table() if place[1] in zips
    )
    source = tmp_path / "national_directory_su_facilities_2023.csv"
    run_import(
        write_csv(
            source, [list(row.values()) for row in rows.values()], header=list(next(iter(rows.values())))
        )
    )
    return rows


def found(client, row, query):
    """Whether the row's place is among all results around its own ZIP."""
    street = re.sub(r"\s+", " ", row["Street1"]).strip()
    for page in range(1, 10):
        answer = client.get(f"/facilities/?near={row['Zip'][:5]}&miles=5&{query}&page={page}")
        if any(card.facility.street1 == street for card in answer.context["cards"]):
            return True
        if not answer.context["page"].has_next():
            return False
    return False


def test_every_verdict(client, imported):
    assert Facility.objects.listed().count() == len(imported)
    wrong = []
    for one in CHECKED:
        row = imported[int(one["row"])]
        if found(client, row, one["query"]) != (one["verdict"] == "found"):
            wrong.append(one)
    assert wrong == []


def test_no_row_is_missing_for_another_reason(client, imported):
    """Without its filter every row is found, so a row not found is kept out by the filter alone."""
    dui_only = {742, 1563, 3482}
    lost = [
        number
        for number, row in imported.items()
        if not found(client, row, "who=dui" if number in dui_only else "")
    ]
    assert lost == []


def test_there_are_enough_of_both():
    verdicts = [one["verdict"] for one in CHECKED]
    assert verdicts.count("found") >= 40
    assert verdicts.count("not found") >= 40
    params = {re.match(r"\w+", one["query"])[0] for one in CHECKED}
    assert params >= {
        "care",
        "detox",
        "managed",
        "moud",
        "medicine",
        "pay",
        "age",
        "sex",
        "who",
        "language",
        "extras",
    }
