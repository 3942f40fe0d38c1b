"""SAMHSA National Directory as the official .xlsx workbook: a sheet of facilities and a sheet of codes."""

from pathlib import Path

import python_calamine

from facilities.imports import guard
from facilities.imports.cells import text
from facilities.imports.readers import directory_rows as directory
from facilities.imports.staged import ImportRefused, Reading

FORMAT = "SAMHSA directory workbook"


def recognizes(path: Path, head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and path.suffix.lower() != ".zip"


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused for a damaged, hostile or foreign workbook."""
    guard.check_workbook(path)
    year = directory.edition_in(path.name, edition)
    tables = _tables(path)
    facilities = _sheet(tables, "name1", path)
    rows, refused = directory.stage(facilities[0], facilities[1:], path.name)
    book = directory.stage_code_book(_sheet(tables, "service_code", path), f"{path.name}, code book")
    directory.check_codes(rows, book, path.name)
    return directory.reading(FORMAT, year, rows, refused, book)


def _tables(path: Path) -> list[list[list]]:
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise ImportRefused(f"{path.name}: the workbook cannot be read ({error}).") from error


def _sheet(tables: list[list[list]], column: str, path: Path) -> list[list]:
    """The sheet whose header has this column."""
    for table in tables:
        if table and column in [text(cell).lower() for cell in table[0]]:
            return table
    raise ImportRefused(
        f"{path.name}: no sheet has the column {column}. Is this SAMHSA's National Directory?"
    )
