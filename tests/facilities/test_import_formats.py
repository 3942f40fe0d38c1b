"""Every other format: how its rows become listings."""

import gzip
import json
import zipfile

import pytest

from facilities.imports import readers
from facilities.models import Facility, Program, QuarantinedPoint
from facilities.taxonomy.labels import OTHER_WORDS, code_for
from tests.facilities.directory_files import row, write_csv
from tests.facilities.imported import count, everything, refusal, run_import

pytestmark = pytest.mark.django_db


def write_json(path, content):
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def entry(**fields):
    """A FindTreatment.gov entry of the 2019 shape."""
    services = [
        {"f1": "Service Setting", "f2": "SET", "f3": "Outpatient; Intensive outpatient treatment"},
        {"f1": "Payment", "f2": "PAY", "f3": "Medicaid; Military insurance (e.g., TRICARE); A new label"},
        {"f1": "Tobacco", "f2": "TOBAC", "f3": "Screening for tobacco use"},
    ]
    defaults = {
        "_irow": 1,
        "frid": "abc",
        "name1": "Alpha Recovery",
        "name2": None,
        "street1": "1 Main Street",
    }
    defaults |= {"city": "Chicago", "street2": None, "state": "IL", "zip": "60614", "phone": "(312) 555-0101"}
    defaults |= {"typeFacility": "SA", "intake1": None, "website": "www.example.org", "latitude": "41.92"}
    return {**defaults, "longitude": "-87.65", "miles": 0.2, "services": services, **fields}


def test_findtreatment_maps_labels_within_their_category(tmp_path, places):
    path = write_json(
        tmp_path / "api_2019.json", {"page": 1, "totalPages": 1, "recordCount": 1, "rows": [entry()]}
    )
    report = run_import(path)
    program = Program.objects.select_related("facility").get()
    assert program.codes_text == "MD MI OIT OP STU"
    assert (program.directory, program.website, program.source_id) == ("su", "http://www.example.org", "abc")
    assert (program.facility.latitude, program.facility.point_quality) == (41.92, "address")
    assert "Label not known, kept in the raw entry only: “PAY A new label” (1)." in report


def test_findtreatment_mixes_both_directories_and_shapes(tmp_path, places):
    mental = entry(frid=None, services=None, typeFacility=None, type_facility="MH", phone="312-555-0199")
    run_import(write_json(tmp_path / "api_2025.json", {"rows": [entry(), mental]}))
    assert sorted(Facility.objects.get().programs.values_list("directory", "codes_text")) == [
        ("mh", ""),
        ("su", "MD MI OIT OP STU"),
    ]


def test_findtreatment_again_changes_nothing_although_the_miles_differ(tmp_path, places):
    run_import(write_json(tmp_path / "api_2019.json", {"rows": [entry()]}))
    before = everything()
    again = write_json(tmp_path / "api_2019.json", {"rows": [entry(_irow=7, miles=9.9)]})
    assert "Nothing to change" in run_import(again)
    assert everything() == before


def test_a_live_answer_updates_the_directory_entry_and_retires_nobody(tmp_path, places):
    run_import(write_csv(tmp_path / "directory_2023.csv", [row("Alpha Recovery"), row("Beta", "2 Oak")]))
    report = run_import(write_json(tmp_path / "api_2025.json", {"rows": [entry()]}))
    assert (count(report, "new"), count(report, "changed"), count(report, "retired")) == (0, 1, 0)
    assert Program.objects.get(name1="Alpha Recovery").edition == 2025


def test_an_older_directory_does_not_undo_newer_facts(tmp_path, places):
    run_import(write_csv(tmp_path / "directory_2023.csv", [row("Alpha Recovery", codes="RL")]))
    run_import(write_json(tmp_path / "api_2025.json", {"rows": [entry()]}))
    run_import(write_csv(tmp_path / "directory_2024.csv", [row("Alpha Recovery", codes="RL")]))
    assert Program.objects.get().codes_text == "MD MI OIT OP STU"


def test_flattened_labels_are_mapped_only_when_one_code_has_them(tmp_path, places):
    flat = {
        "name": "Alpha Recovery",
        "city": "Chicago",
        "state": "IL",
        "zip": "60614",
        "phone": "312-555-0101",
    }
    flat |= {"all_services": "Long-term residential; Young adults", "residential_services": ""}
    run_import(write_csv(tmp_path / "directory_2023.csv", [row("Alpha Recovery", codes="OIT")]))
    report = run_import(write_json(tmp_path / "reduced_2025.json", [flat]))
    assert Program.objects.get().codes_text == "OIT RL"
    assert Facility.objects.get().street1 == "1 Main Street"
    assert "“Young adults” (1)" in report


def test_labels_are_unique_only_within_a_category():
    assert code_for("OMSC", "In-network prescribing entity") == "INPE"
    assert code_for("SMAT", "In-network prescribing entity") == "AUINPE"
    assert code_for("", "In-network prescribing entity") == ""
    assert code_for("AGE", "Young adults") == "YAD" and code_for("SG", "Young adults") == "TAY"


def test_other_words_name_known_codes():
    from facilities.taxonomy.book import code_book

    assert set(OTHER_WORDS.values()) <= code_book().keys()


def test_locator_csv_restores_zeros_and_keeps_real_points(tmp_path, places):
    header = "name1,name2,street1,street2,city,state,zip,zip4,county,latitude,longitude"
    line = "Alpha,,1 Main Street,NA,Boston,MA,2134,1234,Suffolk,42.3550,-71.1300"
    path = tmp_path / "locator_2021.csv"
    path.write_text(f"{header}\n{line}\n")
    run_import(path)
    place = Facility.objects.get()
    assert (place.zip, place.street2, place.point_quality, place.latitude) == ("02134", "", "address", 42.355)


def test_a_point_far_from_its_zip_is_quarantined_and_not_used(tmp_path, places):
    report = run_import(
        write_json(tmp_path / "api_2025.json", [entry(latitude="34.05", longitude="-118.24")])
    )
    assert count(report, "quarantined points") == 1
    assert QuarantinedPoint.objects.get().km_from_zip > 2_000
    assert Facility.objects.get().point_quality == "zip"


def test_opioid_treatment_programs_are_read_as_windows_1252(tmp_path, places):
    path = tmp_path / "otp_2021.csv"
    lines = [
        "ID,ADDRESS,CITY,STATE,POSTAL,Latitude,Longitude",
        '"Clínica Luz","5 Calle Uno, Suite 3",Mayagüez,PR,680-1234,18.2,-67.14',
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    run_import(path)
    program = Program.objects.select_related("facility").get()
    assert (program.directory, program.name1, program.codes_text) == ("otp", "Clínica Luz", "OTP SA")
    assert (program.facility.street1, program.facility.street2, program.facility.zip) == (
        "5 Calle Uno",
        "Suite 3",
        "00680",
    )


DHCS = {
    "Application_Number": "010001AN", "Facility_Name": "CHRYSALIS HOUSE", "Legal_Entity_Name": "HORIZON SERVICES",
    "Facility_Address1": "3837 TELEGRAPH AVENUE", "Facility_Address2": None, "Facility_City": "EVANSTON, ",
    "Facility_State": "Ca", "Facility_Zip": "60201-2571", "Facility_Phone": "(510) 450-1190",
    "Program_Code": "RES-DETOX", "Target_Population": "1.3 --- WOMEN ONLY", "Latitude": 42.04, "Longitude": -87.69,
    "Lic_Expiration_Date": "1/31/2028", "Type_of_Application": "Licensed",
}  # fmt: skip


@pytest.mark.parametrize("state", ["Ca", "C", None])
def test_california_licenses(tmp_path, places, state):
    path = write_json(
        tmp_path / "dhcs_2026.json", {"record_count": 1, "records": [{**DHCS, "Facility_State": state}]}
    )
    run_import(path)
    program = Program.objects.select_related("facility").get()
    assert (program.name1, program.name2, program.source_id) == (
        "Chrysalis House",
        "Horizon Services",
        "010001AN",
    )
    assert (program.facility.city, program.facility.state, program.facility.zip) == (
        "Evanston",
        "CA",
        "60201",
    )
    assert program.codes_text == "DT FEM RES SA STAG"
    assert (program.offered_levels, program.raw["Lic_Expiration_Date"]) == (0, "1/31/2028")


def test_a_license_is_known_again_by_its_number(tmp_path, places):
    run_import(write_json(tmp_path / "dhcs_2026.json", {"records": [DHCS]}))
    moved = {**DHCS, "Facility_Name": "NEW NAME", "Facility_Address1": "9 ELM STREET", "Facility_Phone": ""}
    report = run_import(write_json(tmp_path / "dhcs_2027.json", {"records": [moved]}))
    assert "the source's own id" in report and count(report, "new") == 0


def service(**fields):
    """A full HSDS service at one location."""
    address = {
        "address_1": "1 Main Street",
        "city": "Chicago",
        "state_province": "IL",
        "postal_code": "60614",
    }
    location = {"id": "loc-1", "location_type": "physical", "latitude": 41.92, "longitude": -87.65}
    location |= {"addresses": [{**address, "address_type": "physical", "country": "US"}]}
    terms = [
        {"taxonomy_term": {"code": "OIT", "name": "x"}},
        {"taxonomy_term": {"code": "", "name": "Medicaid"}},
    ]
    defaults = {"id": "srv-1", "name": "Evening program", "status": "active", "attributes": terms}
    defaults |= {
        "organization": {"id": "org-1", "name": "Alpha Recovery"},
        "phones": [{"number": "312-555-0101", "extension": 4}],
    }
    return {**defaults, "service_at_locations": [{"id": "sal-1", "location": location}], **fields}


@pytest.mark.parametrize(
    "shape",
    [
        service,
        lambda: [service()],
        lambda: {"total_items": 1, "contents": [service()]},
        lambda: {
            "id": "org-1",
            "name": "Alpha Recovery",
            "services": [service(organization=None)],
            "locations": [],
        },
        lambda: {
            "service": service(),
            "location": service()["service_at_locations"][0]["location"],
            "service_areas": [],
        },
    ],
    ids=["service", "list", "page", "organization", "service at location"],
)
def test_hsds_json_in_every_shape(tmp_path, places, shape):
    path = write_json(tmp_path / "hsds_2026.json", shape())
    run_import(path)
    program = Program.objects.select_related("facility").get()
    assert (program.name1, program.name2, program.phone) == (
        "Alpha Recovery",
        "Evening program",
        "312-555-0101 x4",
    )
    assert (program.directory, program.codes_text, program.source_id) == ("other", "MD OIT", "srv-1@loc-1")
    assert "Nothing to change" in run_import(path)


def test_an_inactive_hsds_service_is_refused(tmp_path, places):
    path = write_json(tmp_path / "hsds_2026.json", [service(), service(id="srv-2", status="defunct")])
    assert "column status: the service is defunct" in run_import(path)


TABLES = {
    "organizations": "id,name\no1,Alpha Recovery\n",
    "services": "id,organization_id,name,status\ns1,o1,Evening program,active\n",
    "locations": "id,name,latitude,longitude\nl1,Main,41.92,-87.65\n",
    "addresses": "id,location_id,address_1,city,state_province,postal_code,address_type\n"
    "a1,l1,1 Main Street,Chicago,IL,60614,physical\n",
    "phones": "id,service_id,location_id,organization_id,number,extension,type\np1,s1,,,312-555-0101,,voice\n",
    "service_at_location": "id,service_id,location_id\nx1,s1,l1\n",
    "attributes": "id,link_id,taxonomy_term_id\nt1,s1,OIT1\n",
    "taxonomy_terms": "id,code,name\nOIT1,OIT,Intensive outpatient treatment\n",
}


def package(path, tables):
    with zipfile.ZipFile(path, "w") as file:
        for name, text in tables.items():
            file.writestr(f"data/{name}.csv", text)
    return path


def test_hsds_csv_package(tmp_path, places):
    path = package(tmp_path / "hsds_2026.zip", TABLES)
    run_import(path)
    program = Program.objects.get()
    assert (program.name1, program.codes_text, program.phone) == ("Alpha Recovery", "OIT", "312-555-0101")
    assert "Nothing to change" in run_import(path)


def test_an_hsds_package_without_a_table_names_it(tmp_path):
    tables = {name: text for name, text in TABLES.items() if name != "addresses"}
    assert "missing table addresses.csv" in refusal(package(tmp_path / "hsds_2026.zip", tables))


@pytest.mark.parametrize(
    "content", ["{", '{"rows": {"typeFacility": 1}}', '[1, "typeFacility"]', '{"contents": []}']
)
def test_broken_json_is_refused(tmp_path, content):
    path = tmp_path / "a_2026.json"
    path.write_text(content)
    assert refusal(path).endswith("Nothing was changed.")


def test_deep_json_is_refused(tmp_path):
    path = tmp_path / "a_2026.json"
    path.write_text('{"contents": ' + "[" * 200_000 + "]" * 200_000 + "}")
    assert refusal(path).endswith("Nothing was changed.")


def test_every_format_is_recognized_packed_too(tmp_path, places):
    path = tmp_path / "api_2025.json.gz"
    path.write_bytes(gzip.compress(json.dumps([entry()]).encode()))
    assert readers.read(path).file_format == "FindTreatment.gov JSON"
