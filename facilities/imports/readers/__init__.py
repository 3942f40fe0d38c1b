"""One reader per source format. A reader has FORMAT, recognizes(path, first bytes) and read(path, edition)."""

import gzip
import zlib
from pathlib import Path
from types import ModuleType

from facilities.imports import guard
from facilities.imports.readers import (
    ca_dhcs,
    findtreatment,
    hsds_json,
    hsds_package,
    otp_directory,
    own_csv,
    samhsa_csv,
    samhsa_locator,
    samhsa_workbook,
)
from facilities.imports.staged import ImportRefused, Reading

READERS: tuple[ModuleType, ...] = (
    samhsa_workbook,
    samhsa_csv,
    own_csv,
    findtreatment,
    samhsa_locator,
    otp_directory,
    ca_dhcs,
    hsds_package,
    hsds_json,
)


def read(path: Path, edition: int | None = None) -> Reading:
    """The file through the reader that recognizes it. Raises ImportRefused when none does."""
    guard.check_size(path)
    head = _head(path)
    for reader in READERS:
        if reader.recognizes(path, head):
            return _with_rows(reader.read(path, edition), path)
    known = "; ".join(reader.FORMAT for reader in READERS)
    raise ImportRefused(f"{path.name}: not a format we know. We read: {known}.")


def _with_rows(reading: Reading, path: Path) -> Reading:
    """Refuses a file of which nothing can be listed."""
    if reading.rows:
        return reading
    first = next(iter(reading.refused), None)
    why = f" Row {first.row}, column {first.column}: {first.reason}." if first else ""
    raise ImportRefused(f"{path.name}: not one usable row.{why}")


def _head(path: Path) -> bytes:
    """The first 64 kB, unpacked when gzip."""
    with path.open("rb") as file:
        head = file.read(65_536)
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        with gzip.open(path) as file:
            return file.read(65_536)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ImportRefused(f"{path.name}: the gzip file is damaged or cut short ({error}).") from error
