"""The rows of SAMHSA's National Directories, as both the workbook and the CSV reader see them."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from facilities.imports import cells
from facilities.imports.readers.rows import problem_of
from facilities.imports.staged import CodeEntry, ImportRefused, Reading, Refusal, StagedRow
from facilities.taxonomy.book import code_book

COLUMNS = (
    "name1", "name2", "street1", "street2", "city", "state", "zip",
    "phone", "intake1", "intake2", "intake1a", "intake2a", "service_code_info",
)  # fmt: skip
CODE_BOOK_COLUMNS = ("category_code", "category_name", "service_code", "service_name", "service_description")
SOURCES = {
    "su": "SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities",
    "mh": "SAMHSA National Directory of Mental Health Treatment Facilities",
}


def edition_in(name: str, given: int | None) -> int:
    """The year of the edition: as given, or the only one the file's name holds."""
    years = sorted(set(re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", name)))
    if given is None and len(years) != 1:
        raise ImportRefused(
            f"{name}: the file name does not tell the edition. Say it with --edition, such as 2023."
        )
    return given if given is not None else int(years[0])


def stage(
    header: Sequence[Any], body: Iterable[Sequence[Any]], where: str
) -> tuple[list[StagedRow], list[Refusal]]:
    """Staged rows and refused rows, in file order. Raises ImportRefused when a column is missing or repeated."""
    names = cells.headers(header, COLUMNS, where)
    rows: list[StagedRow] = []
    refused: list[Refusal] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, printed in enumerate(body, start=2):
        raw = {name: "" if cell is None else cell for name, cell in zip(names, printed, strict=False) if name}
        if not any(raw.values()):
            continue
        problem = _row(number, raw, len(printed) - len(names), seen)
        (refused if isinstance(problem, Refusal) else rows).append(problem)  # type: ignore[arg-type]
    return rows, refused


def _row(
    number: int, raw: dict[str, Any], surplus: int, seen: dict[tuple[str, ...], int]
) -> StagedRow | Refusal:
    value = {name: cells.text(raw.get(name)) for name in COLUMNS}
    if problem := _problem(value, surplus):
        return Refusal(number, *problem, raw=_printable(raw))
    codes = set(value.pop("service_code_info").replace("*", " ").split())
    value["codes_text"] = " ".join(sorted(codes))
    first = seen.setdefault(tuple(value.values()), number)
    if first != number:
        return Refusal(number, "all", f"the same as row {first}", raw=_printable(raw))
    value["zip"], value["state"] = cells.zip_code(value["zip"]), cells.state_code(value["state"])
    return StagedRow(row=number, raw=_printable(raw), **value)  # type: ignore[arg-type]


def _problem(value: dict[str, str], surplus: int) -> tuple[str, str] | None:
    """(column, reason) of the first thing wrong with a row."""
    if surplus > 0:
        return "all", f"{surplus} more cells than the header has columns"
    if not value["service_code_info"] and value["name1"]:
        return "service_code_info", "empty"
    return problem_of(value)


def _printable(raw: dict[str, Any]) -> dict[str, str]:
    """The row as printed: nothing trimmed, only made text."""
    return {
        name: cell.replace("\x00", "") if isinstance(cell, str) else cells.text(cell)
        for name, cell in raw.items()
    }


def stage_code_book(table: Sequence[Sequence[Any]], where: str) -> list[CodeEntry]:
    """The code book sheet: one entry a code."""
    names = cells.headers(table[0], CODE_BOOK_COLUMNS, where)
    places = [names.index(name) for name in CODE_BOOK_COLUMNS]
    entries = [CodeEntry(*(cells.text(row[place]) for place in places)) for row in table[1:]]
    return [entry for entry in entries if entry.code]


def check_codes(rows: Iterable[StagedRow], entries: Iterable[CodeEntry], where: str) -> None:
    """Refuses the file when a row holds a code that neither its own code book nor ours defines."""
    known = {entry.code for entry in entries} | set(code_book())
    odd = [row for row in rows if not known.issuperset((row.codes_text or "").split())]
    unknown = {code: row.row for row in reversed(odd) for code in row.codes - known}
    if unknown:
        listed = ", ".join(
            f"“{code[:20]}” (row {row})"
            for code, row in sorted(unknown.items(), key=lambda item: item[1])[:8]
        )
        raise ImportRefused(
            f"{where}: column service_code_info holds {len(unknown)} unknown code{'s' * (len(unknown) > 1)}: {listed}."
        )


def reading(file_format: str, edition: int, rows: list[StagedRow], refused: list[Refusal],
            entries: list[CodeEntry]) -> Reading:  # fmt: skip
    """Tells the directories apart: nearly every entry of the mental health one states MH, none of the other."""
    with_mh = sum(1 for row in rows if "MH" in (row.codes_text or "").split())
    directory = "mh" if with_mh * 2 > len(rows) else "su"
    return Reading(file_format, directory, edition, SOURCES[directory], rows, refused, entries, complete=True)
