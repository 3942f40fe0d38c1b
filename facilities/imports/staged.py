"""What every reader hands over: staged rows, refusals, and the facts about the file."""

from dataclasses import dataclass, field
from typing import Any


class ImportRefused(Exception):
    """The whole file is refused and nothing changes. The message says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row that is not imported. `row` counts as the source does, the header being row 1."""

    row: int
    column: str
    reason: str
    raw: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A code as the file's own code book defines it."""

    category_code: str
    category_name: str
    code: str
    label: str
    description: str


@dataclass(slots=True)
class StagedRow:
    """One cleaned directory entry. Texts are trimmed, phones as printed; `codes_text` is sorted, None without codes."""

    row: int
    name1: str
    city: str
    state: str
    zip: str
    name2: str = ""
    street1: str = ""
    street2: str = ""
    phone: str = ""
    intake1: str = ""
    intake2: str = ""
    intake1a: str = ""
    intake2a: str = ""
    website: str = ""
    latitude: float | None = None
    longitude: float | None = None
    source_id: str = ""
    codes_text: str | None = None
    raw: dict[str, Any] = field(default_factory=dict)
    directory: str = ""  # where a file mixes directories; else the reading's
    adds_codes: bool = False  # the source tells only some codes: the others stay
    # Our own export knows more than other sources: ids, and columns to set as they are.
    public_id: str = ""
    place_id: str = ""
    program_facts: dict[str, Any] = field(default_factory=dict)
    place_facts: dict[str, Any] = field(default_factory=dict)
    place_owned: dict[str, Any] = field(default_factory=dict)

    @property
    def codes(self) -> frozenset[str]:
        return frozenset((self.codes_text or "").split())


@dataclass(slots=True)
class Reading:
    """A file as read. `complete` sources list every place of their directory and every fact: what they lack is gone."""

    file_format: str
    directory: str
    edition: int
    source: str
    rows: list[StagedRow]
    refused: list[Refusal] = field(default_factory=list)
    code_book: list[CodeEntry] = field(default_factory=list)
    complete: bool = False
    warnings: list[str] = field(default_factory=list)

    def directory_of(self, row: StagedRow) -> str:
        return row.directory or self.directory

    @property
    def directories(self) -> set[str]:
        return {self.directory_of(row) for row in self.rows}
