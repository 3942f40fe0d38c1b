"""Cells and headers as text: whatever a workbook or a CSV holds becomes one tidy string."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from facilities.imports.staged import ImportRefused
from facilities.place_names import STATES


def text(cell: Any) -> str:
    """A cell as trimmed text with single spaces; whole numbers without ".0"."""
    if not isinstance(cell, str):
        cell = (
            "" if cell is None else str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
        )
    return " ".join(cell.replace("\x00", "").split())  # the no-break space is a space here


def headers(cells: Sequence[Any], wanted: Iterable[str], where: str) -> list[str]:
    """Header names in lower case; refuses a missing or a repeated column, naming it."""
    names = [text(cell).lower().strip("\ufeff") for cell in cells]
    missing = [name for name in wanted if name not in names]
    if missing:
        found = ", ".join(name for name in names[:20] if name) or "none"
        raise ImportRefused(f"{where}: missing column {', '.join(missing)}. Columns found: {found[:300]}.")
    repeated = sorted({name for name in names if name and names.count(name) > 1})
    if repeated:
        raise ImportRefused(f"{where}: the column {', '.join(repeated)} appears twice.")
    return names


def zip_code(raw: str) -> str:
    """Five digits from "1876" (lost zero), "01876-1234" or "018761234"; "" when it is none of these."""
    found = re.fullmatch(r"(\d{3,5})(?:-?(\d{4}))?", raw)
    return found[1].zfill(5) if found else ""


def state_code(raw: str) -> str:
    """A USPS code in capitals, "" when unknown."""
    code = raw.strip(" .").upper()
    return code if code in STATES else ""


def website(raw: str) -> str:
    """An http(s) address, with http:// added where it lacks a scheme; "" when it cannot be one."""
    address = raw.strip().replace(" ", "")
    if not address or "." not in address:
        return ""
    if not re.match(r"https?://", address, re.IGNORECASE):
        address = "http://" + address.lstrip(":/")
    return address if re.fullmatch(r"https?://[^\s<>\"'`]{4,480}", address, re.IGNORECASE) else ""


def coordinate(raw: str, limit: float) -> float | None:
    """Degrees to 6 decimals (about 10 cm) within the limit; None when empty, zero or impossible."""
    try:
        value = float(raw)
    except ValueError:
        return None
    return round(value, 6) if value and abs(value) <= limit else None
