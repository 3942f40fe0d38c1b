"""The part of the real place table that facility tests stand on."""

import pytest

from facilities.management.commands.load_places import COLUMNS, read_table
from facilities.models import Place

# name_key, or the first three digits of a ZIP
CITIES = {
    "chicago", "evanston", "saintlouis", "springfield", "newyork", "washington", "portwashington", "boston",
    "portland", "mayaguez", "ofallon", "kansascity", "adak", "anchorage", "hagatna", "pagopago", "fortworth",
}  # fmt: skip
ZIPS = {"606", "602", "021", "006", "969", "967", "995", "693"}


@pytest.fixture(scope="session")
def place_table():
    """Rows of the shipped table for a few cities and ZIP areas."""
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in read_table()]
    return [
        row for row in rows if row["zip"][:3] in ZIPS or (row["kind"] == "city" and row["name_key"] in CITIES)
    ]


@pytest.fixture
def places(db, place_table):
    """The same rows in the database."""
    Place.objects.bulk_create([Place(**row) for row in place_table])
