"""First look at a file before any reader opens it: size, kind, and the tricks a hostile file plays."""

import gzip
import re
import zipfile
import zlib
from pathlib import Path

from facilities.imports.staged import ImportRefused

MAX_FILE_BYTES = 150_000_000
MAX_UNPACKED_BYTES = 200_000_000
_CHUNK = 1 << 20
_FORMULA = re.compile(rb"<f[ >/]")
_CELL = re.compile(rb'<c r="([A-Z]+\d+)"')


def check_size(path: Path) -> None:
    """Refuses a missing, empty or very large file."""
    if not path.is_file():
        raise ImportRefused(f"{path}: there is no such file.")
    size = path.stat().st_size
    if size == 0:
        raise ImportRefused(f"{path.name}: the file is empty.")
    if size > MAX_FILE_BYTES:
        raise ImportRefused(f"{path.name}: {size:,} bytes is more than the limit of {MAX_FILE_BYTES:,}.")


def read_bytes(path: Path) -> bytes:
    """The file's bytes, unpacked when it is gzip, never more than MAX_UNPACKED_BYTES."""
    check_size(path)
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(path) if packed else path.open("rb") as file:
            content = file.read(MAX_UNPACKED_BYTES + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ImportRefused(f"{path.name}: the gzip file is damaged or cut short ({error}).") from error
    if len(content) > MAX_UNPACKED_BYTES:
        raise ImportRefused(f"{path.name}: unpacks to more than {MAX_UNPACKED_BYTES:,} bytes.")
    return content


def check_workbook(path: Path) -> None:
    """Refuses a workbook that is damaged, unpacks too large, or holds macros, formulas or a document type."""
    check_size(path)
    try:
        with zipfile.ZipFile(path) as book:
            members = book.infolist()
            if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise ImportRefused(
                    f"{path.name}: unpacks to more than {MAX_UNPACKED_BYTES:,} bytes (a zip bomb?)."
                )
            _check_names(path, [member.filename for member in members])
            for member in members:
                _check_member(path, book, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ImportRefused(f"{path.name}: the workbook is damaged or cut short ({error}).") from error


def _check_names(path: Path, names: list[str]) -> None:
    if "xl/workbook.xml" not in names:
        raise ImportRefused(f"{path.name}: this zip file is not an Excel workbook.")
    if any("vbaproject" in name.lower() for name in names):
        raise ImportRefused(f"{path.name}: the workbook holds macros. Save it as .xlsx without macros.")


def _check_member(path: Path, book: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Reads the member once, in pieces: this also checks its checksum and its true size."""
    is_sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
    read, tail, first = 0, b"", True
    with book.open(member) as stream:
        while piece := stream.read(_CHUNK):
            read += len(piece)
            if read > MAX_UNPACKED_BYTES:
                raise ImportRefused(f"{path.name}: {member.filename} unpacks without end (a zip bomb?).")
            if first and re.search(rb"<!(DOCTYPE|ENTITY)", piece, re.IGNORECASE):
                raise ImportRefused(
                    f"{path.name}: {member.filename} holds a document type, which no directory needs."
                )
            if is_sheet and (formula := _FORMULA.search(tail + piece)):
                _refuse_formula(path, member.filename, tail + piece, formula.start())
            tail, first = piece[-300:], False


def _refuse_formula(path: Path, sheet: str, xml: bytes, position: int) -> None:
    cells = _CELL.findall(xml, 0, position)
    cell = f"cell {cells[-1].decode()}" if cells else "a cell"
    raise ImportRefused(f"{path.name}: {cell} of {sheet} holds a formula. Paste the values instead.")
