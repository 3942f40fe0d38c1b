"""Compare a reading with the listings: which rows are new, changed, unchanged, and which listings are gone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from facilities.imports.known import Known
from facilities.imports.matching import Identity, Match, likely_pairs, match
from facilities.imports.placing import Placing
from facilities.imports.plan import LikelyPair, Plan
from facilities.imports.points import ZipPoints
from facilities.imports.row_hash import row_hash
from facilities.imports.staged import Reading, StagedRow
from facilities.imports.standing import Standing
from facilities.imports.told import COPIED
from facilities.keys import name_key, phone_digits
from facilities.models import DataVersion, Program
from facilities.taxonomy.crosswalk import level_bits, offered_levels, unstated_levels

_EVERY_CELL = "every cell"


class Found(NamedTuple):
    """What there is to compare: rows with their listings, new rows, and listings a complete edition lacks."""

    matches: list[Match]
    new: list[Identity]
    leaving: list[Identity]


def classify(reading: Reading) -> Plan:
    """The plan of an import. Reads the database, writes nothing."""
    plan = Plan(reading, DataVersion.current(), warnings=list(reading.warnings))
    points = ZipPoints.load(row.zip for row in reading.rows)
    if not points.points:
        plan.warnings.append(
            "The ZIP table is empty: no listing gets a point. Run manage.py load_places, then this again."
        )
    standing = Standing.load(reading, points)
    found = _match(reading, standing)
    plan.matched_by = Counter([*(one.key for one in found.matches), *([_EVERY_CELL] * len(standing.settled))])
    changed = _compare(plan, points, standing, found) if any(found) else 0
    plan.counts = _counts(plan, len(found.matches) + len(standing.settled), changed, len(found.leaving))
    return plan


def _match(reading: Reading, standing: Standing) -> Found:
    """Word for word, then against listed entries, then against those that left the directory earlier."""
    matches = [Match(row, program, _EVERY_CELL) for row, program in standing.same_cells.items()]
    taken, done = set(standing.same_cells.values()), standing.same_cells.keys() | standing.settled.keys()
    new: list[Identity] = []
    gone: list[Identity] = []
    for directory in sorted(reading.directories):
        entries = (row for row in reading.rows if reading.directory_of(row) == directory)
        left = [Identity.of(row.row, row, row.codes) for row in entries if row.row not in done]
        found, left, missing = match(left, standing.identities(directory, True, taken))
        returned, left, _ = match(left, standing.identities(directory, False, taken) if left else [])
        matches, new, gone = [*matches, *found, *returned], [*new, *left], [*gone, *missing]
    leaving = [one for one in _leaving(reading, gone) if standing.left[one.ref].edition <= reading.edition]
    return Found(matches, new, leaving)


def _compare(plan: Plan, points: ZipPoints, standing: Standing, found: Found) -> int:
    """Plan what differs; the number of listings that change."""
    rows = {row.row: row for row in plan.reading.rows}
    known = Known.load(plan.reading, _zips(plan.reading, rows, standing, found))
    settled = [
        (rows[row], known.programs[pk]) for row, pk in standing.settled.items() if pk in known.programs
    ]
    pairs = settled + [(rows[one.row], known.programs[one.listing]) for one in found.matches]
    placing = Placing(plan, known, points)
    placing.place_matched(pairs)
    for row, program in pairs:
        _update(plan, program, row)
    for listing in found.leaving:
        plan.change(known.programs[listing.ref], {"status": Program.Status.RETIRED.value})
    placing.ready_for_new()
    programs = {row.ref: _new_program(plan, rows[row.ref], placing) for row in found.new}
    likely = likely_pairs(found.new, found.leaving)
    plan.likely = [LikelyPair(known.programs[pair.listing], programs[pair.row], pair) for pair in likely]
    placing.settle_status()
    plan.proposals = [proposed for proposed in plan.proposals if proposed.key not in known.proposed]
    return _changed(plan, (program for _, program in pairs))


def _zips(reading: Reading, rows: dict[int, StagedRow], standing: Standing, found: Found) -> set[str] | None:
    """Where rows and listings are that are not settled: elsewhere nothing can change. None: an edition tells all."""
    if not reading.complete:
        return None
    coming = [*(one.row for one in found.matches), *(one.ref for one in found.new)]
    going = [*(one.listing for one in found.matches), *(one.ref for one in found.leaving)]
    return {rows[number].zip for number in coming} | {standing.left[pk].zip for pk in going}


def _update(plan: Plan, program: Program, row: StagedRow) -> None:
    """Set what the row states on a listed entry; where staff own a field, propose instead."""
    if program.edition > plan.reading.edition:  # another source told newer facts since
        return
    stated = {name: value for name, value in _stated(plan.reading, row).items() if name != "owned_fields"}
    values = plan.propose(program.facility, program, stated)
    if not row.website:
        values.pop("website", None)
    if row.codes_text is None:
        values.pop("codes_text", None)
    elif row.adds_codes:
        values["codes_text"] = " ".join(sorted(row.codes | program.code_set))
    if not plan.reading.complete:
        values = {name: value for name, value in values.items() if value != ""}
    if program.status == Program.Status.RETIRED and "status" not in row.program_facts:
        values["status"] = Program.Status.LISTED.value
    plan.change(program, values | _derived(values))


def _new_program(plan: Plan, row: StagedRow, placing: Placing) -> Program:
    values = _stated(plan.reading, row)
    facts = {"first_seen": plan.reading.edition} | values | _derived(values)
    if row.public_id:
        facts["public_id"] = row.public_id
    program = Program(facility=placing.for_new(row), directory=plan.reading.directory_of(row), **facts)
    plan.new_programs.append(program)
    return program


def _stated(reading: Reading, row: StagedRow) -> dict[str, Any]:
    """Column values of a program as this row states them."""
    return {name: getattr(row, name) for name in COPIED} | {
        "source": reading.source, "edition": reading.edition, "row_number": row.row, "raw": row.raw,
        "row_hash": row_hash(row.raw), "website": row.website, "codes_text": row.codes_text or "",
        **row.program_facts,
    }  # fmt: skip


def _derived(values: dict[str, Any]) -> dict[str, Any]:
    """Columns that follow from others: levels from codes, digits from the phone as printed."""
    derived: dict[str, Any] = {}
    if "codes_text" in values:
        codes = frozenset(values["codes_text"].split())
        derived |= {
            "offered_levels": level_bits(offered_levels(codes)),
            "unstated_levels": level_bits(unstated_levels(codes)),
        }
    if "phone" in values:
        derived["phone_digits"] = phone_digits(values["phone"])
    return derived


def _leaving(reading: Reading, gone: list[Identity]) -> list[Identity]:
    """Entries a complete edition lacks. One whose row was refused is spared: it is there, only unreadable."""
    if not reading.complete:
        return []
    spared: set[tuple[str, str]] = set()
    for refusal in reading.refused:
        raw = {name: str(value) for name, value in refusal.raw.items()}
        code = raw.get("zip", "").strip()[:5]
        spared |= {(code, name_key(raw.get("name1", ""))), (code, phone_digits(raw.get("phone", "")))}
    return [one for one in gone if not spared & {(one.zip, one.name1), (one.zip, one.phone or "-")}]


def _changed(plan: Plan, matched: Iterable[Program]) -> int:
    """How many listings a reader would find changed, in the entry or in its place."""
    programs = {pk for pk, change in plan.programs.items() if change.content}
    facilities = {pk for pk, change in plan.facilities.items() if change.content}
    return sum(1 for program in matched if program.pk in programs or program.facility_id in facilities)


def _counts(plan: Plan, matched: int, changed: int, retired: int) -> dict[str, int]:
    """The figures of the report; every row read is exactly one of new, changed, unchanged or refused."""
    refused = len(plan.reading.refused)
    return {
        "read": len(plan.reading.rows) + refused, "new": len(plan.new_programs), "changed": changed,
        "unchanged": matched - changed, "refused": refused, "retired": retired,
        "proposals": len(plan.proposals), "likely pairs": len(plan.likely), "quarantined points": len(plan.quarantined),
    }  # fmt: skip
