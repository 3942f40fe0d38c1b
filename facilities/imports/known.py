"""The listings as they stand before an import, indexed the ways an import asks for them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from facilities.imports.cells import text, zip_code
from facilities.imports.matching import Identity
from facilities.imports.staged import Reading
from facilities.keys import name_key, phone_digits, street_key
from facilities.models import Facility, Organization, Program, Proposal, QuarantinedPoint

_MANY_SOURCES = {"lic", "other"}  # several lists share these: each knows only its own entries
_PRINTED = frozenset({"name1", "name2", "street1", "street2", "city", "state", "zip", "phone"})


@dataclass(slots=True)
class Listing:
    """A program with the address of its place: what matching compares."""

    name1: str
    name2: str
    street1: str
    street2: str
    city: str
    state: str
    zip: str
    phone: str
    source_id: str
    public_id: str


@dataclass(slots=True)
class Known:
    """Real (not example) listings: `programs` are those of the directories being read, by id."""

    programs: dict[int, Program]
    facilities: dict[int, Facility]
    organizations: dict[str, Organization]
    proposed: set[tuple[int, int | None, str, str]]
    doubted: set[tuple[int, float, float]]
    by_place: dict[str, Facility] = field(default_factory=dict)
    by_public_id: dict[str, Facility] = field(default_factory=dict)
    by_street: dict[tuple[str, str], list[Facility]] = field(default_factory=lambda: defaultdict(list))
    phones: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    others: list[Program] = field(default_factory=list)
    at: dict[int, list[Program]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls, reading: Reading) -> "Known":
        """Six queries, whatever the number of listings."""
        every = Program.objects.filter(facility__is_example=False)
        mine = entries_of(reading)
        programs = {program.pk: program for program in every.filter(mine)}
        facilities = Facility.objects.filter(is_example=False).in_bulk()
        organizations = {one.name_key: one for one in Organization.objects.filter(is_example=False)}
        doubted = QuarantinedPoint.objects.values_list("facility_id", "latitude", "longitude")
        known = cls(programs, facilities, organizations, _standing_proposals(), set(doubted))
        for program in programs.values():
            program.facility = facilities[program.facility_id]
        known._index(every.exclude(mine).defer("raw"))
        return known

    def _index(self, others: Iterable[Program]) -> None:
        for facility in sorted(self.facilities.values(), key=lambda f: (f.status != "listed", f.pk)):
            self.add(facility)
        self.others = list(others)
        for program in (*self.programs.values(), *self.others):
            self.at[program.facility_id].append(program)
            self.phones[program.facility_id].add(phone_digits(program.phone))

    def add(self, facility: Facility) -> None:
        """Index a facility by its id and its place; the first one keeps the key."""
        self.by_public_id[str(facility.public_id)] = facility
        if facility.place_key:
            self.by_place.setdefault(facility.place_key, facility)
            self.by_street[street_key(facility.street1), facility.zip].append(facility)

    def identities(self, directory: str, listed: bool, without: set[int]) -> list[Identity]:
        """Of the directory's listed programs, or of those that left it and may come back."""
        return [
            Identity.of(program.pk, _listing(program), program.code_set)
            for program in self.programs.values()
            if program.directory == directory
            and program.pk not in without
            and (program.status == Program.Status.LISTED) is listed
        ]

    def organization(self, name: str, state: str) -> tuple[Organization, bool]:
        """The organization of this exact name in this state, and whether it is new."""
        key = f"{name_key(name)}|{state}"[:220]
        if known := self.organizations.get(key):
            return known, False
        self.organizations[key] = Organization(name=name, name_key=key)
        return self.organizations[key], True


def entries_of(reading: Reading) -> Q:
    """A Q over Program: the entries a reading is compared with."""
    mine = Q(directory__in=reading.directories)
    return mine & Q(source=reading.source) if reading.directories & _MANY_SOURCES else mine


def _standing_proposals() -> set[tuple[int, int | None, str, str]]:
    """Proposals already made, but for those kept until a day that has passed: these are made again."""
    over = Q(status=Proposal.Status.KEPT, keep_until__lt=timezone.localdate())
    return set(Proposal.objects.exclude(over).values_list("facility_id", "program_id", "field", "theirs"))


def _listing(program: Program) -> Listing:
    """Names and address as the source printed them where the raw row tells: staff may have corrected ours since."""
    place, raw = program.facility, program.raw
    printed = {name: text(raw[name]) for name in _PRINTED if name in raw} if raw.keys() >= _PRINTED else {}
    address = {
        name: getattr(place, name) for name in ("street1", "street2", "city", "state", "zip")
    } | printed
    names = {name: printed.get(name, getattr(program, name)) for name in ("name1", "name2", "phone")}
    address["zip"] = zip_code(address["zip"])
    names |= {"source_id": program.source_id, "public_id": str(program.public_id)}
    return Listing(**(address | names))
