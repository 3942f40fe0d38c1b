"""Which place an entry belongs to, and what its row says about that place."""

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz

from facilities.imports.known import Known
from facilities.imports.plan import Plan, Quarantined
from facilities.imports.points import FAR_KM, ZipPoints, address_values, source_point
from facilities.imports.staged import Reading, StagedRow
from facilities.keys import is_withheld, name_key, phone_digits, place_key, street_key
from facilities.models import Facility, Program

# The directory that decides a shared place's name and address: the lowest number.
_RANK = {"su": 0, "mh": 1}
_LAST = 9
_NAMES_ALIKE = 85  # a substance use and a mental health entry at one address with such names are one place
_ADDRESS = ("street1", "city", "state", "zip")

Spot = tuple[str, str]


class Placing:
    """Assigns every entry a facility, existing or new, and keeps the facilities' own columns true."""

    def __init__(self, plan: Plan, known: Known, points: ZipPoints) -> None:
        self.plan, self.known, self.points = plan, known, points
        self.taken: set[tuple[int, str]] = set()
        self.listed_before = self._facilities_listed()

    def place_matched(self, pairs: list[tuple[StagedRow, Program]]) -> None:
        """Keep a facility's entries together where most of them are; then let its first entry describe it."""
        groups: dict[int, list[tuple[StagedRow, Program]]] = defaultdict(list)
        for row, program in sorted(pairs, key=lambda pair: pair[1].pk):
            groups[program.facility_id].append((row, program))
        for facility_id, group in groups.items():
            self._keep_together(self.known.facilities[facility_id], group)
        described: set[int] = set()
        for row, program in sorted(pairs, key=lambda pair: pair[1].pk):
            facility = program.facility
            self._seen(facility, row)
            newer = program.edition > self.plan.reading.edition
            if (
                id(facility) not in described
                and not newer
                and not self._outranked(facility, program.directory)
            ):
                described.add(id(facility))
                self._describe(facility, row)

    def _keep_together(self, facility: Facility, group: list[tuple[StagedRow, Program]]) -> None:
        """Leave entries where the facility is, or goes; place the others elsewhere."""
        here = self._spot_of_group(facility, group)
        for row, program in group:
            if spot(row) not in {here, None}:
                self.plan.change(program, {"facility": self.known.by_place.get(_key(row)) or self._new(row)})

    def _spot_of_group(self, facility: Facility, group: list[tuple[StagedRow, Program]]) -> Spot | None:
        """Where the facility is now: its old spot while any entry is there or a better directory says so."""
        old = (street_key(facility.street1), facility.zip)
        votes = Counter(where for row, _ in group if (where := spot(row)))
        if (
            not votes
            or old in votes
            or all(self._outranked(facility, program.directory) for _, program in group)
        ):
            return old
        return votes.most_common(1)[0][0]

    def _outranked(self, facility: Facility, directory: str) -> bool:
        """Whether a listed entry of a better directory decides this facility's name and address."""
        rank = _RANK.get(directory, _LAST)
        listed = (one for one in self.known.at.get(facility.pk, ()) if one.status == Program.Status.LISTED)
        return any(_RANK.get(one.directory, _LAST) < rank for one in listed)

    def ready_for_new(self) -> None:
        """After matched entries are placed and missing ones retired: places with an entry of this directory."""
        listed = (
            program for program in self.known.programs.values() if program.status == Program.Status.LISTED
        )
        self.taken = {(id(program.facility), program.directory) for program in listed}

    def for_new(self, row: StagedRow) -> Facility:
        """The facility of a new entry: the same name at the same address, else the same place in another directory."""
        directory = self.plan.reading.directory_of(row)
        facility = self._existing(row) or self._new(row)
        if facility.pk is not None:
            if not self._outranked(facility, directory) and (id(facility), directory) not in self.taken:
                self._describe(facility, row)
            self._seen(facility, row)
        self.taken.add((id(facility), directory))
        return facility

    def _existing(self, row: StagedRow) -> Facility | None:
        if row.place_id:
            return self.known.by_public_id.get(row.place_id)
        return self.known.by_place.get(_key(row)) or self._in_another_directory(row)

    def _in_another_directory(self, row: StagedRow) -> Facility | None:
        where, phone = spot(row), phone_digits(row.phone)
        directory = self.plan.reading.directory_of(row)
        for facility in self.known.by_street.get(where, ()) if where else ():
            if (id(facility), directory) in self.taken:
                continue
            alike = fuzz.token_set_ratio(name_key(row.name1), name_key(facility.name)) >= _NAMES_ALIKE
            if alike or (phone and phone in self.known.phones.get(facility.pk, ())):
                return facility
        return None

    def _new(self, row: StagedRow) -> Facility:
        facility = Facility(last_seen_edition=self._edition(row))
        if row.place_id:
            facility.public_id = UUID(row.place_id)
        self._describe(facility, row)
        facility.owned_fields = row.place_owned
        self.plan.new_facilities.append(facility)
        self.known.add(facility)
        return facility

    def _describe(self, facility: Facility, row: StagedRow) -> None:
        """Set a facility's columns from the row that decides about it."""
        values = _described(row)
        if facility.pk is not None and not self.plan.reading.complete:
            values = {name: value for name, value in values.items() if value != "" and row.street1}
        values = self.plan.propose(facility, None, values)
        moved = self.plan.change(facility, values) & set(_ADDRESS)
        if moved or facility.organization_id is None:
            self._organize(facility)
        if not row.place_facts:
            self._point(facility, row, bool(moved))
        if moved and facility.last_verified_on and not row.place_facts:
            self.plan.change(facility, {"last_verified_on": None, "last_verified_how": ""})
        self.plan.change(facility, facility.derived_keys())

    def _organize(self, facility: Facility) -> None:
        organization, is_new = self.known.organization(facility.name, facility.state)
        if is_new:
            self.plan.new_organizations.append(organization)
        if facility.organization_id is None or organization.pk != facility.organization_id:
            self.plan.change(facility, {"organization": organization})

    def _point(self, facility: Facility, row: StagedRow, moved: bool) -> None:
        """A trusted point of the source wins; without one, a point stays until the address moves."""
        if "latitude" in facility.owned_fields:
            return
        own = None if facility.address_withheld else source_point(row)
        if own and (km := self.points.km_from_zip(facility.zip, own)) > FAR_KM:
            if (facility.pk, own.lat, own.lon) not in self.known.doubted:
                self.plan.quarantined.append(Quarantined(facility, own.lat, own.lon, km, row.row))
            own = None
        if own:
            self.plan.change(facility, address_values(own, self.plan.reading.source))
        elif moved or facility.address_withheld or facility.point_quality in {"", Facility.PointQuality.ZIP}:
            self.plan.change(facility, self.points.values(facility.zip))

    def _seen(self, facility: Facility, row: StagedRow) -> None:
        newest = max(facility.last_seen_edition or 0, self._edition(row))
        self.plan.change(facility, {"last_seen_edition": newest})

    def _edition(self, row: StagedRow) -> int:
        return row.program_facts.get("edition", self.plan.reading.edition)

    def settle_status(self) -> None:
        """A facility without a listed entry is retired; one that has an entry again is listed. Hidden stays hidden."""
        listed_now = self._facilities_listed()
        for facility in self.known.facilities.values():
            was, now = facility.pk in self.listed_before, facility.pk in listed_now
            if was and not now and facility.status == Facility.Status.LISTED:
                self.plan.change(facility, {"status": Facility.Status.RETIRED.value})
            elif now and not was and facility.status == Facility.Status.RETIRED:
                self.plan.change(facility, {"status": Facility.Status.LISTED.value})

    def _facilities_listed(self) -> set[int]:
        every = (*self.known.programs.values(), *self.known.others, *self.plan.new_programs)
        return {program.facility_id for program in every if program.status == Program.Status.LISTED}


def outranking(reading: Reading) -> set[int]:
    """Facilities with a listed entry of a better directory than the one being read: it decides name and address."""
    best = min((_RANK.get(directory, _LAST) for directory in reading.directories), default=0)
    better = [directory for directory, rank in _RANK.items() if rank < best]
    return set(Program.objects.listed().filter(directory__in=better).values_list("facility_id", flat=True))


def spot(row: StagedRow) -> Spot | None:
    """Street and ZIP, None where the street is withheld or missing: such an entry stays where it is."""
    street = street_key(row.street1)
    return (street, row.zip) if street else None


def _key(row: StagedRow) -> str:
    return place_key(row.name1, row.street1, row.zip)


def _described(row: StagedRow) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": row.name1, "name2": row.name2, "street1": row.street1, "street2": row.street2, "city": row.city,
        "state": row.state, "zip": row.zip, "address_withheld": is_withheld(row.street1) or not row.street1,
    }  # fmt: skip
    return values | ({"website": row.website} if row.website else {}) | row.place_facts
