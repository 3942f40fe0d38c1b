"""What an import would do: worked out before anything is written, so that a dry run and a real run report the same."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from facilities.imports.matching import Likely
from facilities.imports.staged import Reading
from facilities.models import Facility, Organization, Program
from facilities.taxonomy.book import same_facts

# Columns an import may write. Everything else on a row belongs to staff or to the database.
FACILITY_COLUMNS = (
    "name", "name2", "street1", "street2", "city", "state", "zip", "address_withheld", "website", "organization_id",
    "latitude", "longitude", "point_source", "point_quality", "status", "last_seen_edition",
    "last_verified_on", "last_verified_how", "place_key", "search_text",
)  # fmt: skip
PROGRAM_COLUMNS = (
    "facility_id", "source", "edition", "first_seen", "row_number", "source_id", "name1", "name2", "phone",
    "intake1", "intake2", "intake1a", "intake2a", "phone_digits", "website", "status", "codes_text",
    "offered_levels", "unstated_levels", "raw", "row_hash",
)  # fmt: skip
# A row that differs only here was "seen again" or reprinted: it is written, but the listing did not change.
_NOT_CONTENT = frozenset({
    "edition", "first_seen", "row_number", "raw", "row_hash", "source", "source_id", "last_seen_edition",
    "place_key", "search_text", "phone_digits", "offered_levels", "unstated_levels",
})  # fmt: skip


@dataclass(slots=True)
class Change:
    """An existing row with new values set on it, and the former values of what differs."""

    record: Any
    before: dict[str, Any] = field(default_factory=dict)

    @property
    def content(self) -> set[str]:
        """The fields a reader would notice; a code that was only renamed between editions is not one."""
        fields = self.before.keys() - _NOT_CONTENT
        if "codes_text" in fields:
            old = frozenset(self.before["codes_text"].split())
            if same_facts(old) == same_facts(self.record.code_set):
                return fields - {"codes_text"}
        return set(fields)


@dataclass(slots=True)
class Proposed:
    """A value of the source for a field that staff own."""

    facility: Facility
    program: Program | None
    field: str
    ours: str
    theirs: str

    @property
    def key(self) -> tuple[int, int | None, str, str]:
        return self.facility.pk, self.program.pk if self.program else None, self.field, self.theirs


@dataclass(slots=True)
class LikelyPair:
    """A listing about to be retired and a new one that may be the same."""

    old: Program
    new: Program
    likely: Likely


@dataclass(slots=True)
class Quarantined:
    """A point of the source too far from the ZIP code of its address."""

    facility: Facility
    latitude: float
    longitude: float
    km: float
    row: int


@dataclass(slots=True)
class Plan:
    """Everything an import would write."""

    reading: Reading
    data_version: int
    new_organizations: list[Organization] = field(default_factory=list)
    new_facilities: list[Facility] = field(default_factory=list)
    new_programs: list[Program] = field(default_factory=list)
    facilities: dict[int, Change] = field(default_factory=dict)
    programs: dict[int, Change] = field(default_factory=dict)
    proposals: list[Proposed] = field(default_factory=list)
    likely: list[LikelyPair] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    matched_by: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to write but row hashes: newer code read the same from the same row."""
        told = any(change.before.keys() - {"row_hash"} for change in self.programs.values())
        return not (told or self.new_programs or self.facilities or self.proposals or self.quarantined)

    def change(self, record: Facility | Program, values: dict[str, Any]) -> set[str]:
        """Set values on an existing row, or on one not yet written; the names of those that differed."""
        differing = {name for name, value in values.items() if getattr(record, name) != value}
        if record.pk is not None and differing:
            changes = self.facilities if isinstance(record, Facility) else self.programs
            before = changes.setdefault(record.pk, Change(record)).before
            for name in differing:
                before.setdefault(name, getattr(record, name))
        for name in differing:
            setattr(record, name, values[name])
        return differing

    def propose(self, facility: Facility, program: Program | None, values: dict[str, Any]) -> dict[str, Any]:
        """Values without those of fields staff own; where the source disagrees with one of these, a proposal."""
        record = program or facility
        owned = record.owned_fields.keys() & values.keys()
        for name in sorted(owned):
            ours, theirs = getattr(record, name), values[name]
            if ours != theirs:
                self.proposals.append(Proposed(facility, program, name, _shown(ours), _shown(theirs)))
        return {name: value for name, value in values.items() if name not in owned}


def _shown(value: Any) -> str:
    return "" if value is None else str(value)
