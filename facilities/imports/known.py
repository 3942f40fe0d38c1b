"""The listings as they stand before an import, indexed the ways an import asks for them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone

from facilities.imports.staged import Reading
from facilities.keys import name_key, phone_digits, street_key
from facilities.models import Facility, Organization, Program, Proposal, QuarantinedPoint

IDS = 900  # ids or ZIP codes a query: SQLite takes 999 parameters in old builds
_MANY_SOURCES = {"lic", "other"}  # several lists share these: each knows only its own entries


@dataclass(slots=True)
class Known:
    """Real (not example) listings of some ZIP codes: `programs` are those of the directories being read, by id."""

    programs: dict[int, Program]
    facilities: dict[int, Facility]
    proposed: set[tuple[int, int | None, str, str]]
    doubted: set[tuple[int, float, float]]
    by_place: dict[str, Facility] = field(default_factory=dict)
    by_public_id: dict[str, Facility] = field(default_factory=dict)
    by_street: dict[tuple[str, str], list[Facility]] = field(default_factory=lambda: defaultdict(list))
    phones: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    others: list[Program] = field(default_factory=list)
    at: dict[int, list[Program]] = field(default_factory=lambda: defaultdict(list))
    organizations: dict[str, Organization] | None = None  # asked for only when a place is new or has moved

    @classmethod
    def load(cls, reading: Reading, zips: set[str] | None) -> "Known":
        """Five queries, whatever the number of listings. Without ZIP codes, or with very many: everywhere."""
        some = zips is not None and len(zips) <= IDS
        here, there = (Q(zip__in=zips), Q(facility__zip__in=zips)) if some else (Q(), Q())
        every, mine = real_programs().filter(there).order_by("pk"), entries_of(reading)
        programs = {program.pk: program for program in every.filter(mine)}
        facilities = Facility.objects.filter(here, is_example=False).in_bulk()
        doubted = QuarantinedPoint.objects.values_list("facility_id", "latitude", "longitude")
        known = cls(programs, facilities, _standing_proposals(), set(doubted))
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

    def organization(self, name: str, state: str) -> tuple[Organization, bool]:
        """The organization of this exact name in this state, and whether it is new."""
        key = f"{name_key(name)}|{state}"[:220]
        if self.organizations is None:
            every = Organization.objects.filter(is_example=False)
            self.organizations = {one.name_key: one for one in every}
        if known := self.organizations.get(key):
            return known, False
        self.organizations[key] = Organization(name=name, name_key=key)
        return self.organizations[key], True


def real_programs() -> Any:
    """Programs that are not examples."""
    return Program.objects.filter(facility__is_example=False)


def entries_of(reading: Reading) -> Q:
    """A Q over Program: the entries a reading is compared with."""
    mine = Q(directory__in=reading.directories)
    return mine & Q(source=reading.source) if reading.directories & _MANY_SOURCES else mine


def _standing_proposals() -> set[tuple[int, int | None, str, str]]:
    """Proposals already made, but for those kept until a day that has passed: these are made again."""
    over = Q(status=Proposal.Status.KEPT, keep_until__lt=timezone.localdate())
    return set(Proposal.objects.exclude(over).values_list("facility_id", "program_id", "field", "theirs"))
