"""The code book: every service code of the directories read so far, from code_book.csv (code and label facts only)."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Code(NamedTuple):
    """One code. `directories` such as "mh su"; editions are years, None where no dated code book was seen."""

    category_code: str
    category_name: str
    code: str
    label: str
    directories: str
    first_edition: int | None
    edition: int | None


# Categories that other sources or editions name differently; one name here, so that a code has one category.
CATEGORY_ALIASES = {
    "ASSES": "ASPT",
    "EDU": "ECS",
    "SN": "GN",
    "AIL": "OL",
    "EOM": "OMSC",
    "MED": "MSRV",
}
# Codes renamed between editions: compared as the same fact, stored as printed.
RENAMED = {
    "MX": "MXM",
    "HEO": "HEOH",
    "MPD": "MMD",
    "ADD": "TOD",
    "SHB": "HBT",
    "SHC": "HCT",
}


@cache
def code_book() -> dict[str, Code]:
    """Every known code, in the order of the official book."""
    with Path(__file__).with_name("code_book.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: _code(row) for row in csv.DictReader(file)}


def _code(row: dict[str, str]) -> Code:
    first, last = (int(row[name]) if row[name] else None for name in ("first_edition", "edition"))
    return Code(
        row["category_code"], row["category_name"], row["code"], row["label"], row["directories"], first, last
    )


def category_of(code: str) -> str:
    """The category code, "" for a code not in the book."""
    entry = code_book().get(code)
    return entry.category_code if entry else ""


def same_facts(codes: frozenset[str] | set[str]) -> frozenset[str]:
    """Codes with renamed ones mapped, so that two editions can be compared as sets."""
    if RENAMED.keys().isdisjoint(codes):
        return frozenset(codes)
    return frozenset(RENAMED.get(code, code) for code in codes)
