"""Our own staff export (facilities/export.py), read back without loss: ids, editions, points, checks and all."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from facilities.export import COLUMNS, PLACE_TEXTS, PROGRAM_TEXTS
from facilities.imports.readers.rows import sorted_out, staged
from facilities.imports.readers.tables import csv_entries, header_line
from facilities.imports.staged import Reading, Refusal, StagedRow
from facilities.models import Facility, Program
from facilities.taxonomy.book import code_book

FORMAT = "Handrail export CSV"
_PLAIN = ("name1", "name2", "phone", "intake1", "intake2", "intake1a", "intake2a", "source_id", "website")
_PROGRAM_FACTS = ("source", "edition", "first_seen", "row_number", "status", "website")
_PLACE_FACTS = tuple(
    name for name in PLACE_TEXTS if name not in {"street1", "street2", "city", "state", "zip"}
)
_CHOICES = {
    "directory": set(Program.Directory.values),
    "status": set(Facility.Status.values),
    "point_quality": set(Facility.PointQuality.values),
    "address_withheld": {"True", "False"},
}


def recognizes(path: Path, head: bytes) -> bool:
    return header_line(head).lstrip("ï»¿").startswith("handrail_program_id,handrail_place_id")


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused for a missing column; a row that cannot be read back is refused with its reason."""
    entries = ((number, _restored(cells)) for number, cells in csv_entries(path, COLUMNS))
    rows, refused = sorted_out([_row(number, cells) for number, cells in entries])
    newest = max((row.program_facts["edition"] for row in rows), default=0)
    return Reading(FORMAT, "su", newest, FORMAT, rows, refused)


def _restored(cells: dict[str, str]) -> dict[str, str]:
    """Cells without the apostrophe that keeps a spreadsheet from running them."""
    return {
        name: cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t\r" else cell
        for name, cell in cells.items()
    }


def _row(number: int, cells: dict[str, str]) -> StagedRow | Refusal:
    try:
        program = {name: _value(name, cells[f"program_{name}"]) for name in PROGRAM_TEXTS}
        place = {name: _value(name, cells[f"place_{name}"]) for name in PLACE_TEXTS}
        raw, owned, place_owned = (
            _object(cells[f"{name}"])
            for name in ("program_raw", "program_owned_fields", "place_owned_fields")
        )
        ids = {
            "public_id": str(UUID(cells["handrail_program_id"])),
            "place_id": str(UUID(cells["handrail_place_id"])),
        }
    except (ValueError, KeyError) as error:
        return Refusal(number, "all", f"cannot be read back ({error})", dict(cells))
    if unknown := set(program["codes_text"].split()) - set(code_book()):
        return Refusal(number, "program_codes_text", f"unknown code {sorted(unknown)[0][:20]}", dict(cells))
    texts = {name: program[name] for name in _PLAIN} | {
        name: place[name] for name in ("street1", "street2", "city", "state", "zip")
    }
    return staged(
        number, texts, raw, codes=frozenset(program["codes_text"].split()), directory=program["directory"],
        program_facts={name: program[name] for name in _PROGRAM_FACTS} | {"owned_fields": owned},
        place_facts={name: place[name] for name in _PLACE_FACTS}, place_owned=place_owned, **ids,
    )  # fmt: skip


def _value(name: str, cell: str) -> Any:
    """A cell as its column stores it. Raises ValueError."""
    if name in _CHOICES and cell not in _CHOICES[name]:
        raise ValueError(f"{name} “{cell[:20]}”")
    if name in {"edition", "first_seen"}:
        return _year(cell)
    if name in {"row_number", "last_seen_edition"}:
        return int(cell) if cell else None
    if name in {"latitude", "longitude"}:
        return float(cell) if cell else None
    if name == "last_verified_on":
        return date.fromisoformat(cell) if cell else None
    return cell == "True" if name == "address_withheld" else cell


def _year(cell: str) -> int:
    year = int(cell)
    if not 1900 < year < 2100:
        raise ValueError(f"edition {year}")
    return year


def _object(cell: str) -> dict[str, Any]:
    found = json.loads(cell or "{}")
    if not isinstance(found, dict):
        raise ValueError("not a JSON object")
    return found
