"""The listings before an import, read once as plain rows: which of the file's rows they already say word for word.

A settled row needs no work at all. What is not settled is compared in full, with everything else in its ZIP code.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from facilities.imports.cells import text, zip_code
from facilities.imports.known import IDS, entries_of, real_programs
from facilities.imports.matching import Identity
from facilities.imports.points import ZipPoints
from facilities.imports.row_hash import row_hash, same_cells
from facilities.imports.staged import Reading, StagedRow
from facilities.imports.told import Told, stored

_NAMES = ("name1", "name2", "phone")
_ADDRESS = ("street1", "street2", "city", "state", "zip")


class Left(NamedTuple):
    """What is kept of an entry that is not settled."""

    directory: str
    listed: bool
    edition: int
    zip: str


@dataclass(slots=True)
class Standing:
    """Program ids by row number, and every entry that is not settled."""

    settled: dict[int, int] = field(default_factory=dict)
    same_cells: dict[int, int] = field(
        default_factory=dict
    )  # not settled: staff or another source said otherwise
    left: dict[int, Left] = field(default_factory=dict)

    @classmethod
    def load(cls, reading: Reading, points: ZipPoints) -> "Standing":
        """Two queries, whatever the number of listings."""
        standing, told = cls(), Told(reading, points)
        rows: dict[tuple[str, int | None], StagedRow] = {
            (reading.directory_of(row), row.row): row for row in reading.rows if not row.public_id
        }
        for entry in stored(real_programs().filter(entries_of(reading))):
            row = rows.get((entry.directory, entry.row_number)) if entry.listed else None
            if row and same_cells(entry.row_hash, hashed := row_hash(row.raw)):
                del rows[entry.directory, row.row]
                if told.by(entry, row, hashed):
                    standing.settled[row.row] = entry.pk
                    continue
                standing.same_cells[row.row] = entry.pk
            standing.left[entry.pk] = Left(entry.directory, entry.listed, entry.edition, entry.zip)
        return standing

    def identities(self, directory: str, listed: bool, without: set[int]) -> list[Identity]:
        """Of the directory's listed entries, or of those that left it and may come back."""
        wanted = [
            pk
            for pk, entry in self.left.items()
            if entry.directory == directory and entry.listed is listed and pk not in without
        ]
        return [
            identity
            for start in range(0, len(wanted), IDS)
            for identity in _read(wanted[start : start + IDS])
        ]


def _read(pks: Iterable[int]) -> Iterator[Identity]:
    columns = (
        *_NAMES,
        "pk",
        "source_id",
        "public_id",
        "codes_text",
        "raw",
        *(f"facility__{n}" for n in _ADDRESS),
    )
    for entry in real_programs().filter(pk__in=pks).values(*columns):
        yield Identity.of(entry["pk"], Listing.of(entry), frozenset(entry["codes_text"].split()))


class Listing(NamedTuple):
    """A program with the address of its place: what matching compares."""

    name1: str
    name2: str
    phone: str
    street1: str
    street2: str
    city: str
    state: str
    zip: str
    source_id: str
    public_id: str

    @classmethod
    def of(cls, entry: dict[str, Any]) -> "Listing":
        """As the source printed it where the raw row tells: staff may have corrected ours since."""
        raw = entry["raw"] if entry["raw"].keys() >= {*_NAMES, *_ADDRESS} else {}
        names = {name: text(raw.get(name, entry[name])) for name in _NAMES}
        address = {name: text(raw.get(name, entry[f"facility__{name}"])) for name in _ADDRESS}
        address["zip"] = zip_code(address["zip"])
        return cls(**names, **address, source_id=entry["source_id"], public_id=str(entry["public_id"]))
