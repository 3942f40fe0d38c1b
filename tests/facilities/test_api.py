"""Open data: the same answers as the pages, honest about license and age, and nothing that is not public."""

import csv
import io
import json
import os
from uuid import uuid4

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from facilities.models import DataVersion, Organization
from tests.factories import make_program

SEARCH = "/api/facilities"


@pytest.fixture
def two(place_with):
    owner = Organization.objects.create(name="Example Owner", name_key="example owner|IL")
    near = place_with("OIT MD SP", name="Near", organization=owner)
    far = place_with("OIT", name="Far", latitude=42.05, street1="- - -", address_withheld=True, zip="60608")
    return near, far


def test_search_gives_what_the_page_gives(client, two):
    data = client.get(f"{SEARCH}?near=60614&care=iop&pay=medicaid&unstated=1").json()
    assert [place["name"] for place in data["results"]] == ["Near", "Far"]
    near, far = data["results"]
    assert (near["stated"], near["not_stated"]) == (["Intensive outpatient (IOP)", "Medicaid"], [])
    assert far["not_stated"] == ["Medicaid"]
    assert data["total"] == 2
    assert data["meta"]["newest_edition"] == 2023


def test_a_withheld_address_is_nowhere(client, two):
    _, far = two
    addresses = [
        f"{SEARCH}?near=60614",
        f"{SEARCH}/{far.public_id}",
        "/api/geojson?near=60614",
        "/api/downloads/directory.csv",
    ]
    addresses += ["/api/hsds/locations", "/api/hsds/services?full=true", "/api/downloads/hsds.json"]
    for address in addresses:
        response = client.get(address)
        text = b"".join(response).decode()
        assert response.status_code == 200
        assert "60608" not in text, address
        assert "42.05" not in text, address


def test_examples_hidden_and_retired_places_are_never_served(client, place_with):
    hidden = [
        place_with("OIT", status="hidden"),
        place_with("OIT", status="retired"),
        place_with("OIT", is_example=True),
    ]
    assert client.get(f"{SEARCH}?near=60614").json()["total"] == 0
    for facility in hidden:
        program = facility.programs.get()
        assert client.get(f"/api/hsds/services/{program.public_id}").status_code == 404
        assert client.get(f"/api/hsds/locations/{facility.public_id}").status_code == 404
    assert client.get(f"{SEARCH}/{hidden[0].public_id}").status_code == 404
    assert client.get(f"{SEARCH}/{hidden[2].public_id}").status_code == 404
    assert json.loads(b"".join(client.get("/api/downloads/hsds.json"))) == []


@pytest.mark.parametrize(
    ("query", "parameter", "says"),
    [
        ("near=606", "near", "only part of a ZIP code"),
        ("near=Springfield", "near", "Which one do you mean?"),
        ("near=60614&miles=2", "miles", "greater than or equal to 5"),
        ("near=60614&care=banana", "care", "inpatient_wm"),
        ("near=60614&page=0", "page", "greater than or equal to 1"),
        ("", "near", "required"),
    ],
)
def test_every_refusal_names_the_parameter(client, two, query, parameter, says):
    response = client.get(f"{SEARCH}?{query}")
    assert response.status_code == (404 if query in {"near=606", "near=Springfield"} else 422)
    assert says in response.json()["errors"][parameter][0]


def test_an_ambiguous_place_gives_its_options(client, two):
    assert client.get(f"{SEARCH}?near=Springfield").json()["options"][0] == "Springfield, MO"
    assert client.get("/api/places?q=Springfield").json()["options"][0]["state"] == "MO"
    assert client.get("/api/places?q=60614").json()["found"]["label"] == "60614 (Chicago, IL)"


def test_paging_past_the_end_is_empty_and_not_an_error(client, two):
    data = client.get(f"{SEARCH}?near=60614&page=9000").json()
    assert (data["total"], data["results"]) == (2, [])


def test_an_unchanged_answer_is_304_until_listings_change(client, two):
    first = client.get(f"{SEARCH}?near=60614")
    again = client.get(f"{SEARCH}?near=60614", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    DataVersion.bump()
    assert client.get(f"{SEARCH}?near=60614", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        f"{SEARCH}?near=60614",
        "/api/codes",
        "/api/hsds/",
        "/api/hsds/services",
        "/api/downloads/directory.csv",
    ],
)
def test_every_answer_names_its_license_and_age(client, two, address):
    response = client.get(address)
    assert 'rel="license"' in response["Link"]
    assert response["X-Newest-Edition"] == "2023"
    assert "GeoNames" in response["X-Credit"]


def test_geojson_is_points_of_published_addresses(client, two):
    data = client.get("/api/geojson?near=60614").json()
    assert data["type"] == "FeatureCollection"
    assert [feature["properties"]["name"] for feature in data["features"]] == ["Near"]
    assert data["features"][0]["geometry"]["coordinates"] == [-87.65, 41.92]


def test_the_csv_has_every_program_and_no_formula(client, two, place_with):
    place_with("ORT", name="=cmd|' /C calc'!A0")
    text = b"".join(client.get("/api/downloads/directory.csv")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 3
    assert not [row for row in rows for value in row.values() if value.startswith(("=", "+", "@"))]
    assert {row["codes"] for row in rows} == {"MD OIT SP", "OIT", "ORT"}
    assert float(rows[0]["longitude"]) == -87.65


@pytest.mark.parametrize("count", [1, 15])
def test_queries_do_not_grow_with_the_page(client, place_with, django_assert_num_queries, count):
    for _ in range(count):
        place_with("OIT", "ORT")
    client.get(f"{SEARCH}?near=60614")
    with django_assert_num_queries(5):  # version, place, count, page, programs
        client.get(f"{SEARCH}?near=60614")
    with django_assert_num_queries(3):  # version, count, page
        client.get("/api/hsds/services?full=true")


def test_the_documentation_page_lists_every_endpoint(client):
    text = client.get("/api/").content.decode()
    for path in client.get("/api/openapi.json").json()["paths"]:
        assert path in text


# --- HSDS -----------------------------------------------------------------------------------------------------
SCHEMAS = settings.BASE_DIR.parent / "shared" / "data" / "hsds" / "3.1"
needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the HSDS schemas in ../shared/data/hsds are not here"
)


def valid(name, data):
    import gzip

    from jsonschema import Draft202012Validator, FormatChecker

    compiled, plain = SCHEMAS / "compiled" / f"{name}.json.gz", SCHEMAS / "schema" / f"{name}.json"
    schema = json.loads(gzip.decompress(compiled.read_bytes()) if compiled.exists() else plain.read_text())
    validator = Draft202012Validator(_without_references(schema), format_checker=FormatChecker())
    errors = [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(data)]
    assert not errors, errors[:5]


def _without_references(schema):
    """Plain schemas point to their neighbors; those parts are checked where they are compiled."""
    if isinstance(schema, dict):
        return {key: _without_references(value) for key, value in schema.items() if key != "$ref"}
    return [_without_references(one) for one in schema] if isinstance(schema, list) else schema


@needs_schemas
@pytest.mark.parametrize(
    ("path", "one", "many"),
    [
        ("services", "service", "service_list"),
        ("services?full=true", "service", "service"),
        ("service_at_locations", "service_at_location", "service_at_location_list"),
        ("organizations", "organization", "organization_list"),
        ("locations", "location", "location"),
        ("taxonomies", "taxonomy", "taxonomy"),
        ("taxonomy_terms", "taxonomy_term", "taxonomy_term"),
    ],
)
def test_every_hsds_answer_fits_its_schema(client, two, path, one, many):
    make_program(
        two[0],
        "HID ADTX AH F17 SS",
        phone="312-555-0199 x12",
        name2="Detox unit",
        website="https://example.org",
    )
    page = client.get(f"/api/hsds/{path}").json()
    assert page["total_items"] >= 1
    for record in page["contents"]:
        valid(many, record)
        valid(one, client.get(f"/api/hsds/{path.split('?')[0]}/{record['id']}").json())


@needs_schemas
def test_the_hsds_download_fits_the_service_schema(client, two):
    for record in json.loads(b"".join(client.get("/api/downloads/hsds.json"))):
        valid("service", record)


def test_hsds_lists_can_be_narrowed(client, two):
    near, _ = two
    terms = client.get("/api/hsds/taxonomy_terms?search=medicaid").json()["contents"]
    term = next(term["id"] for term in terms if term["code"] == "MD")
    assert client.get(f"/api/hsds/services?taxonomy_term_id={term}").json()["total_items"] == 1
    assert client.get(f"/api/hsds/services?taxonomy_term_id={uuid4()}").json()["total_items"] == 0
    assert (
        client.get(f"/api/hsds/services?organization_id={near.organization.public_id}").json()["total_items"]
        == 1
    )
    assert client.get("/api/hsds/services?search=near").json()["total_items"] == 1
    assert client.get("/api/hsds/services?modified_after=2999-01-01T00:00:00").json()["total_items"] == 0
    minimal = client.get("/api/hsds/services?minimal=true").json()["contents"][0]
    assert set(minimal) == {"id", "last_modified"}


def test_hsds_base_names_its_version_and_document(client, db):
    data = client.get("/api/hsds/").json()
    assert data["version"] == "3.1"
    assert client.get(data["openapi_url"].replace("http://testserver", "")).status_code == 200


# --- generated requests ---------------------------------------------------------------------------------------
EACH = 2_000 if os.environ.get("FUZZ") else 12


@pytest.fixture
def one_connection():
    """A real request closes its connection at the end; here that would be the connection of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.fuzz
@pytest.mark.usefixtures("one_connection")
def test_the_api_keeps_to_its_own_document(two):
    """Schemathesis, one operation after the other (its own pytest plugin does not work under pytest 9)."""
    from config.wsgi import application

    document = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    operations = [found.ok() for found in document.get_all_operations()]
    assert len(operations) >= 18
    for operation in operations:

        @hypothesis_settings(max_examples=EACH, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def keeps_its_word(case):
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        keeps_its_word()
