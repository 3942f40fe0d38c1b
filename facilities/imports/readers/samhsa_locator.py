"""SAMHSA treatment locator exports as CSV: names, addresses and coordinates, no codes; ZIP codes lost their zeros."""

from pathlib import Path

from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.rows import sorted_out, staged
from facilities.imports.readers.tables import csv_entries, header_line
from facilities.imports.staged import Reading, Refusal, StagedRow

FORMAT = "SAMHSA treatment locator CSV"
SOURCE = "SAMHSA treatment locator"
COLUMNS = ("name1", "name2", "street1", "street2", "city", "state", "zip", "latitude", "longitude")
_MORE = ("phone", "intake1", "intake2", "website")


def recognizes(path: Path, head: bytes) -> bool:
    header = header_line(head)
    return all(name in header for name in ("name1", "street1", "zip4", "latitude"))


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused for a wrong encoding, delimiter or header."""
    year = edition_in(path.name, edition)
    rows, refused = sorted_out([_row(number, cells) for number, cells in csv_entries(path, COLUMNS)])
    return Reading(FORMAT, "su", year, SOURCE, rows, refused)


def _row(number: int, cells: dict[str, str]) -> StagedRow | Refusal:
    texts = {name: _known(cells.get(name, "")) for name in (*COLUMNS, *_MORE)}
    raw = {name or "row": cell for name, cell in cells.items()}
    directory = "mh" if cells.get("type_facility", "").strip().upper() == "MH" else "su"
    return staged(number, texts, raw, directory=directory)


def _known(cell: str) -> str:
    """The export writes NA for nothing."""
    return "" if cell.strip() == "NA" else cell
