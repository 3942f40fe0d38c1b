"""The same directory rows as CSV (plain or gzip, UTF-8), without a code book of their own."""

from pathlib import Path

from facilities.imports.readers import directory_rows as directory
from facilities.imports.readers.tables import csv_table, header_line
from facilities.imports.staged import Reading

FORMAT = "SAMHSA directory CSV"


def recognizes(path: Path, head: bytes) -> bool:
    header = header_line(head)
    return "service_code_info" in header and "name1" in header


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused for a wrong encoding, delimiter or header."""
    year = directory.edition_in(path.name, edition)
    table = csv_table(path)
    rows, refused = directory.stage(next(table), table, path.name)
    directory.check_codes(rows, [], path.name)
    return directory.reading(FORMAT, year, rows, refused, [])
