"""The part of the real place table that facility tests stand on."""

import pytest
from django.db import connection

from facilities.index import memory
from facilities.management.commands.load_places import COLUMNS, read_table
from facilities.models import Place, ServiceCode
from facilities.taxonomy.book import code_book
from tests.facilities import real_faults
from tests.factories import make_facility, make_program

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


@pytest.fixture
def codes(db):
    """The whole code table."""
    ServiceCode.objects.bulk_create(
        ServiceCode(code=c.code, category_code=c.category_code, category_name=c.category_name, label=c.label)
        for c in code_book().values()
    )


@pytest.fixture(autouse=True)
def fresh_index():
    """The index in memory outlives a test; its rows do not."""
    memory.forget()


@pytest.fixture(autouse=True)
def import_state(settings, tmp_path):
    """Imports keep their lock and progress away from the real ones."""
    settings.IMPORT_STATE_DIR = tmp_path / "state"


@pytest.fixture
def place_with(codes, places):
    """Make a facility near 60614 with one program per string of codes."""

    def make(*programs, **fields):
        facility = make_facility(**fields)
        for text in programs:
            make_program(facility, text).write_codes()
        return facility

    return make


@pytest.fixture
def own_database(transactional_db, tmp_path):
    """Name of a copy of the empty database that the test works on, outside any transaction, and its processes too."""
    usual = connection.settings_dict["NAME"]
    name = str(tmp_path / "own.sqlite3") if connection.vendor == "sqlite" else f"{usual}_own"
    connection.ensure_connection()
    real_faults.copy(usual, name)
    with real_faults.connected_to(name):
        yield name
    for copied in (name, real_faults.spare(name)):
        real_faults.drop(copied)
