"""CSV files as rows of text, with the mistakes a spreadsheet program makes named instead of guessed."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from facilities.imports import guard
from facilities.imports.cells import headers
from facilities.imports.staged import ImportRefused

_MAX_CELL = 131_072


def header_line(head: bytes) -> str:
    """The first line in lower case, whatever its encoding: only good for recognizing a format."""
    return head.split(b"\n", 1)[0].decode("latin-1").lower()


def csv_table(path: Path, encoding: str = "utf-8-sig") -> Iterator[list[str]]:
    """Rows of a CSV file, plain or gzip. Raises ImportRefused for binary, a wrong encoding or no commas."""
    content = guard.read_bytes(path)
    if b"\x00" in content[:65_536]:
        raise ImportRefused(f"{path.name}: this is a binary file, not a CSV table.")
    try:
        first = content.decode(encoding).split("\n", 1)[0]
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportRefused(
            f"{path.name}: line {line} is not {encoding[:5].upper()} text. Save it as UTF-8."
        ) from error
    if "," not in first and (";" in first or "\t" in first):
        raise ImportRefused(
            f"{path.name}: columns are not separated by commas. Save it as comma-separated CSV."
        )
    return _rows(path, io.TextIOWrapper(io.BytesIO(content), encoding, newline=""))


def csv_entries(
    path: Path, wanted: Sequence[str], encoding: str = "utf-8-sig"
) -> Iterator[tuple[int, dict[str, str]]]:
    """(row number, cells by header in lower case) of each row that is not empty. Refuses a missing column."""
    table = csv_table(path, encoding)
    names = headers(next(table, []), wanted, path.name)
    for number, cells in enumerate(table, start=2):
        if any(cells):
            yield number, dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))


def encoding_of(path: Path) -> str:
    """UTF-8 where it is, else Windows-1252: for sources known to use either."""
    try:
        guard.read_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _rows(path: Path, lines: Iterable[str]) -> Iterator[list[str]]:
    csv.field_size_limit(_MAX_CELL)
    table = csv.reader(lines, strict=True)
    try:
        yield from table
    except csv.Error as error:
        raise ImportRefused(f"{path.name}: line {table.line_num} is not valid CSV ({error}).") from error
