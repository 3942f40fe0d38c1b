"""SAMHSA's opioid treatment program directory as CSV. Windows-1252 text; every entry is a certified program."""

import re
from pathlib import Path

from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.rows import sorted_out, staged
from facilities.imports.readers.tables import csv_entries, encoding_of, header_line
from facilities.imports.staged import Reading, Refusal, StagedRow

FORMAT = "SAMHSA opioid treatment program CSV"
SOURCE = "SAMHSA Opioid Treatment Program Directory"
COLUMNS = ("id", "address", "city", "state", "postal", "latitude", "longitude")
CODES = frozenset({"SA", "OTP"})
_UNIT = re.compile(r",?\s*((?:suites?|ste\.?|unit|floor|room|bldg\.?|building|#)\s.*)$", re.IGNORECASE)


def recognizes(path: Path, head: bytes) -> bool:
    return header_line(head).strip().strip("\r").replace('"', "").startswith("id,address,city,state,postal")


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused for a wrong delimiter or header."""
    year = edition_in(path.name, edition)
    rows, refused = sorted_out(
        [_row(number, cells) for number, cells in csv_entries(path, COLUMNS, encoding_of(path))]
    )
    return Reading(FORMAT, "otp", year, SOURCE, rows, refused, complete=True)


def _row(number: int, cells: dict[str, str]) -> StagedRow | Refusal:
    address = cells["address"].strip()
    unit = _UNIT.search(address)
    texts = {
        "name1": cells["id"], "street1": address[: unit.start()] if unit else address,
        "street2": unit[1] if unit else "",
        "city": cells["city"], "state": cells["state"], "zip": cells["postal"],
        "latitude": cells["latitude"], "longitude": cells["longitude"],
    }  # fmt: skip
    return staged(number, texts, dict(cells), codes=CODES)
