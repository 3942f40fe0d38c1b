"""Mutated files through every reader: read, or refused with a reason; never a crash. FUZZ=1 runs 2,000 of each."""

import gzip
import io
import json
import zipfile

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from facilities.imports import readers
from facilities.imports.staged import ImportRefused
from tests.facilities.directory_files import some_rows, write_csv, write_workbook
from tests.facilities.test_import_formats import DHCS, TABLES, entry, package, service

DATA = settings.BASE_DIR.parent / "shared" / "data"
LOCATOR = (
    "name1,name2,street1,street2,city,state,zip,zip4,county,latitude,longitude\n"
    "A,,1 Main,,Boston,MA,2134,,,42.3,-71.1\n"
)
OTP = "ID,ADDRESS,CITY,STATE,POSTAL,Latitude,Longitude\nA,1 Main,Boston,MA,2134,42.3,-71.1\n"
REAL = {
    "nsumhss_su_directory_2023.dev.csv.gz": 40_000,
    "samhsa_locator_mh_2020_contacts_latlon.dev.csv.gz": 8_000,
    "samhsa_otp_directory_2021_latlon.dev.csv.gz": 8_000,
    "ca_dhcs_sud_licensed_2026-08.dev.csv.gz": 8_000,
}


def seeds(folder):
    """One small good file a format."""
    rows = some_rows(3)
    yield "directory_2023.xlsx", write_workbook(folder / "a.xlsx", rows).read_bytes()
    yield "directory_2023.csv", write_csv(folder / "a.csv", rows).read_bytes()
    yield "directory_2023.csv.gz", gzip.compress(write_csv(folder / "a.csv", rows).read_bytes())
    yield "api_2025.json", json.dumps({"rows": [entry()]}).encode()
    yield "dhcs_2026.json", json.dumps({"records": [DHCS]}).encode()
    yield "hsds_2026.json", json.dumps([service()]).encode()
    yield "hsds_2026.zip", package(folder / "a.zip", TABLES).read_bytes()
    yield "locator_2021.csv", LOCATOR.encode()
    yield "otp_2021.csv", OTP.encode("cp1252")


def mutated(content, edits):
    """The bytes with each edit made: (place as a part of the length, kind, some bytes)."""
    for place, kind, some in edits:
        at = int(place * len(content))
        cut = at + len(some)
        if kind == "insert":
            content = content[:at] + some + content[at:]
        elif kind == "overwrite":
            content = content[:at] + some + content[cut:]
        elif kind == "delete":
            content = content[:at] + content[cut:]
        else:
            content = content[:at]
    return content


kinds = st.sampled_from(["insert", "overwrite", "delete", "truncate"])
pieces = st.one_of(
    st.binary(max_size=6),
    st.sampled_from([b",", b'"', b"\n", b"\x00", b"null", b"[{", b"=1+1", b"\xff", b"*"]),
)
edits = st.lists(st.tuples(st.floats(0, 1), kinds, pieces), min_size=1, max_size=4)


def read_or_refuse(path):
    """Rows that can be listed, or a refusal that says why; anything else is a crash."""
    try:
        reading = readers.read(path)
    except ImportRefused as refused:
        assert len(str(refused)) > 20
        return
    assert all(row.name1 and row.city and len(row.state) == 2 and len(row.zip) == 5 for row in reading.rows)
    assert all(refusal.reason and refusal.column for refusal in reading.refused)


@pytest.mark.parametrize("number", range(9))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=edits)
def test_a_mutated_file_is_read_or_refused(tmp_path, number, edits):
    name, content = list(seeds(tmp_path))[number]
    path = tmp_path / name
    path.write_bytes(mutated(content, edits))
    read_or_refuse(path)


@pytest.mark.skipif(not DATA.is_dir(), reason="the official files of ../shared/data are not here")
@pytest.mark.parametrize("name", REAL)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=edits)
def test_the_start_of_a_real_file_mutated(tmp_path, name, edits):
    content = gzip.decompress((DATA / "facilities" / name).read_bytes())[: REAL[name]]
    path = tmp_path / name.removesuffix(".gz")
    path.write_bytes(mutated(content[: content.rindex(b"\n") + 1], edits))
    read_or_refuse(path)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=edits)
def test_a_mutated_sheet_inside_a_sound_archive(tmp_path, edits):
    whole = write_workbook(tmp_path / "a.xlsx", some_rows(3)).read_bytes()
    path = tmp_path / "directory_2023.xlsx"
    with zipfile.ZipFile(io.BytesIO(whole)) as good, zipfile.ZipFile(path, "w") as bad:
        for member in good.namelist():
            content = good.read(member)
            bad.writestr(member, mutated(content, edits) if "sheet1" in member else content)
    read_or_refuse(path)


scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("record", [entry(), DHCS, service()], ids=["findtreatment", "dhcs", "hsds"])
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), value=json_values)
def test_any_value_in_any_place_of_a_json_entry(tmp_path, record, data, value):
    key = data.draw(st.sampled_from(sorted(record)))
    path = tmp_path / "a_2026.json"
    path.write_text(json.dumps([{**record, key: value}, record]))
    read_or_refuse(path)
