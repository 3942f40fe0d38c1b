"""California DHCS: licensed and certified substance use facilities, as raw JSON records or normalized CSV."""

from pathlib import Path
from string import capwords
from typing import Any

from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.json_files import looks_like_json, objects, read_json
from facilities.imports.readers.rows import sorted_out, staged
from facilities.imports.readers.tables import csv_entries, header_line
from facilities.imports.staged import Reading, Refusal, StagedRow

FORMAT = "California DHCS license list"
SOURCE = "California DHCS licensed and certified facilities"
# Our name for a fact: (name in the CSV, name in the raw records).
COLUMNS = {
    "license": ("license_number", "Application_Number"),
    "name1": ("facility_name", "Facility_Name"),
    "legal": ("legal_entity", "Legal_Entity_Name"),
    "street1": ("address_line1", "Facility_Address1"),
    "street2": ("address_line2", "Facility_Address2"),
    "city": ("city", "Facility_City"),
    "state": ("state", "Facility_State"),
    "zip": ("zip", "Facility_Zip"),
    "phone": ("phone", "Facility_Phone"),
    "setting": ("setting_code", "Program_Code"),
    "people": ("target_population", "Target_Population"),
    "latitude": ("latitude", "Latitude"),
    "longitude": ("longitude", "Longitude"),
}
# DHCS publishes no definition of its setting codes. It licenses residential places; the rest is left unstated.
SETTINGS = {"RES": {"RES"}, "NON": set(), "DSS": set(), "DPH": set()}
PEOPLE = {"MEN": {"MALE"}, "WOMEN": {"FEM"}, "CO-ED": {"FEM", "MALE"}, "YOUTH": {"CHLD"}, "DUAL": {"CO"}}


def recognizes(path: Path, head: bytes) -> bool:
    if looks_like_json(head):
        return b"Application_Number" in head
    return header_line(head).startswith("license_number,facility_name")


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused when a column is missing or the records are not a list."""
    year = edition_in(path.name, edition)
    entries = _json(path) if ".json" in path.name else _csv(path)
    rows, refused = sorted_out([_row(number, facts, raw) for number, facts, raw in entries])
    return Reading(FORMAT, "lic", year, SOURCE, rows, refused, complete=True)


def _csv(path: Path) -> list[tuple[int, dict[str, str], dict[str, Any]]]:
    wanted = [ours for ours, _ in COLUMNS.values()]
    found = csv_entries(path, wanted)
    return [
        (n, {fact: raw[ours] for fact, (ours, _) in COLUMNS.items()}, raw | _detox(raw)) for n, raw in found
    ]


def _detox(raw: dict[str, str]) -> dict[str, str]:
    return {"setting_code": raw["setting_code"] + "-DETOX"} if raw.get("offers_detox") == "true" else {}


def _json(path: Path) -> list[tuple[int, dict[str, str], dict[str, Any]]]:
    found = read_json(path)
    records = objects(found.get("records") if isinstance(found, dict) else found, path)
    return [
        (n, {fact: str(raw.get(theirs) or "") for fact, (_, theirs) in COLUMNS.items()}, raw)
        for n, raw in enumerate(records, 1)
    ]


def _row(number: int, facts: dict[str, str], raw: dict[str, Any]) -> StagedRow | Refusal:
    setting = str(raw.get("setting_code") or raw.get("Program_Code") or "").upper()
    names = {name: capwords(facts[name]) for name in ("name1", "street1", "street2")}
    # The list is California's own: its state column also says "Ca", "C" and nothing.
    where = {
        "city": capwords(facts["city"].strip(" ,")),
        "state": "CA",
        "zip": facts["zip"],
    }
    texts = names | where | {name: facts[name] for name in ("phone", "latitude", "longitude")}
    legal = capwords(facts["legal"])
    texts["name2"] = "" if legal == names["name1"] else legal
    return staged(
        number, texts, raw, codes=_codes(setting, facts["people"].upper()), source_id=facts["license"].strip()
    )


def _codes(setting: str, people: str) -> frozenset[str]:
    codes = {"SA", "STAG"} | SETTINGS.get(setting.removesuffix("-DETOX"), set())
    if setting.endswith("-DETOX"):
        codes.add("DT")
    words = people.replace("/", " ").replace("---", " ").split()
    return frozenset(codes.union(*(PEOPLE.get(word, set()) for word in words)))
