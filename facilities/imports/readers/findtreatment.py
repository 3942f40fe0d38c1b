"""FindTreatment.gov API answers: the full shape (2019, and v2 of 2025) and a reduced list with flattened labels."""

from collections import Counter
from pathlib import Path
from typing import Any

from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.json_files import looks_like_json, objects, read_json
from facilities.imports.readers.rows import sorted_out, staged
from facilities.imports.staged import Reading, Refusal, StagedRow
from facilities.taxonomy.labels import code_for

FORMAT = "FindTreatment.gov JSON"
SOURCE = "SAMHSA FindTreatment.gov"
_TEXTS = ("name1", "name2", "street1", "street2", "city", "state", "zip", "phone", "intake1", "website")
_DIRECTORIES = {"SA": "su", "SU": "su", "MH": "mh", "BOTH": "su"}


def recognizes(path: Path, head: bytes) -> bool:
    keys = (b"typeFacility", b"type_facility", b"all_services")
    return looks_like_json(head) and any(key in head for key in keys)


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused when the answer is not a list of entries."""
    found = read_json(path)
    if isinstance(found, dict):
        found = found.get("rows", found.get("Rows"))
    return from_entries(objects(found, path), edition_in(path.name, edition), path.name)


def from_entries(entries: list[dict[str, Any]], edition: int, where: str) -> Reading:
    """A reading from API entries, wherever they came from."""
    unknown: Counter[str] = Counter()
    rows, refused = sorted_out([_row(number, entry, unknown) for number, entry in enumerate(entries, 1)])
    labels = [
        f"Label not known, kept in the raw entry only: “{label}” ({count})."
        for label, count in sorted(unknown.items())
    ]
    return Reading(FORMAT, "su", edition, SOURCE, rows, refused, warnings=labels)


def _row(number: int, entry: dict[str, Any], unknown: Counter[str]) -> StagedRow | Refusal:
    texts = {name: entry.get(name) for name in _TEXTS} | {"name1": entry.get("name1", entry.get("name"))}
    kind = str(entry.get("typeFacility") or entry.get("type_facility") or "SA").strip().upper()
    if kind not in _DIRECTORIES:
        return Refusal(number, "typeFacility", f"“{kind[:20]}” is neither SA nor MH", entry)
    point = {name: entry.get(name) for name in ("latitude", "longitude")}
    flat = entry.get("all_services")
    codes = _flat_codes(flat, unknown) if isinstance(flat, str) else _codes(entry.get("services"), unknown)
    return staged(
        number, texts | point, _steady(entry), codes=codes, directory=_DIRECTORIES[kind],
        source_id=str(entry.get("frid") or "")[:80], adds_codes=isinstance(flat, str),
    )  # fmt: skip


def _steady(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry without what depends on the question asked, so that a second answer is the same."""
    return {name: value for name, value in entry.items() if name not in {"_irow", "miles"}}


def _codes(services: Any, unknown: Counter[str]) -> frozenset[str] | None:
    """Codes of the nested services; None when the entry has none, which says nothing."""
    if not isinstance(services, list):
        return None
    codes = set()
    for group in services:
        category = str(group.get("f2") or "").strip() if isinstance(group, dict) else ""
        labels = str(group.get("f3") or "") if category else ""
        for label in filter(None, (part.strip() for part in labels.split(";"))):
            code = code_for(category, label)
            codes.add(code)
            unknown.update([] if code else [f"{category} {label}"])
    return frozenset(codes - {""})


def _flat_codes(labels: str, unknown: Counter[str]) -> frozenset[str]:
    """Codes of labels without their categories: only those that one code alone has."""
    codes = set()
    for label in filter(None, (part.strip() for part in labels.split(";"))):
        code = code_for("", label)
        codes.add(code)
        unknown.update([] if code else [label])
    return frozenset(codes - {""})
