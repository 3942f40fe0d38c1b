"""One reader per source format. A reader has FORMAT, recognizes(path, first bytes) and read(path, edition)."""

import gzip
import zlib
from pathlib import Path
from types import ModuleType

from facilities.imports import guard
from facilities.imports.readers import samhsa_csv, samhsa_workbook
from facilities.imports.staged import ImportRefused, Reading

READERS: tuple[ModuleType, ...] = (samhsa_workbook, samhsa_csv)


def read(path: Path, edition: int | None = None) -> Reading:
    """The file through the reader that recognizes it. Raises ImportRefused when none does."""
    guard.check_size(path)
    head = _head(path)
    for reader in READERS:
        if reader.recognizes(path, head):
            return reader.read(path, edition)
    known = "; ".join(reader.FORMAT for reader in READERS)
    raise ImportRefused(f"{path.name}: not a format we know. We read: {known}.")


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
