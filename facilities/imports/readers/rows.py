"""One row of any source with ordinary names and addresses, checked the same way everywhere."""

from collections.abc import Iterable, Mapping
from typing import Any

from facilities.imports import cells
from facilities.imports.staged import Refusal, StagedRow

LONGEST = {"name1": 200, "name2": 200, "street1": 200, "street2": 200, "city": 100} | dict.fromkeys(
    ("phone", "intake1", "intake2", "intake1a", "intake2a"), 40
)


def problem_of(value: Mapping[str, str]) -> tuple[str, str] | None:
    """(column, reason) of the first thing wrong with the texts of a row; None when it can be listed."""
    for name in ("name1", "city"):
        if not value[name]:
            return name, "empty"
    if not cells.state_code(value["state"]):
        return "state", f"“{value['state'][:20]}” is not a US state or territory"
    if not cells.zip_code(value["zip"]):
        return "zip", f"“{value['zip'][:20]}” is not a ZIP code"
    for name, limit in LONGEST.items():
        if len(value.get(name, "")) > limit:
            return name, f"longer than {limit} letters"
    formula = next((name for name, printed in value.items() if printed.startswith("=")), None)
    return (formula, "looks like a formula") if formula else None


def staged(
    row: int, texts: Mapping[str, Any], raw: dict[str, Any], codes: Iterable[str] | None = None, **facts: Any
) -> StagedRow | Refusal:
    """A staged row from texts under our names (with latitude, longitude, website), or why it is refused."""
    value = {name: cells.text(texts.get(name)) for name in ("name1", "city", "state", "zip")}
    value |= {name: cells.text(cell) for name, cell in texts.items()}
    if problem := problem_of(value):
        return Refusal(row, *problem, raw=raw)
    latitude = cells.coordinate(value.pop("latitude", ""), 90)
    longitude = cells.coordinate(value.pop("longitude", ""), 180)
    value |= {"zip": cells.zip_code(value["zip"]), "state": cells.state_code(value["state"])}
    value["website"] = cells.website(value.get("website", ""))
    both = latitude is not None and longitude is not None
    facts |= {"latitude": latitude, "longitude": longitude} if both else {}
    facts["codes_text"] = None if codes is None else " ".join(sorted(codes))
    return StagedRow(row=row, raw=raw, **value, **facts)  # type: ignore[arg-type]


def sorted_out(rows: list[StagedRow | Refusal]) -> tuple[list[StagedRow], list[Refusal]]:
    """Staged rows without repeats, and refused rows; a row printed twice is refused the second time."""
    good: list[StagedRow] = []
    refused: list[Refusal] = []
    seen: dict[str, int] = {}
    for row in rows:
        if isinstance(row, Refusal):
            refused.append(row)
        elif (first := seen.setdefault(_fingerprint(row), row.row)) != row.row:
            refused.append(Refusal(row.row, "all", f"the same as row {first}", row.raw))
        else:
            good.append(row)
    return good, refused


def _fingerprint(row: StagedRow) -> str:
    facts = (row.name1, row.name2, row.street1, row.street2, row.city, row.zip, row.phone, row.directory)
    return repr((facts, row.public_id, row.source_id, row.intake1, row.intake2, row.codes_text or ""))
