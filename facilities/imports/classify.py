"""Compare a reading with the listings: which rows are new, changed, unchanged, and which listings are gone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from facilities.imports.known import Known
from facilities.imports.matching import Identity, Match, likely_pairs, match
from facilities.imports.placing import Placing
from facilities.imports.plan import LikelyPair, Plan
from facilities.imports.points import ZipPoints
from facilities.imports.staged import Reading, StagedRow
from facilities.keys import name_key, phone_digits
from facilities.models import DataVersion, Program
from facilities.taxonomy.crosswalk import level_bits, offered_levels, unstated_levels

_COPIED = ("name1", "name2", "phone", "intake1", "intake2", "intake1a", "intake2a", "source_id")


def classify(reading: Reading) -> Plan:
    """The plan of an import. Reads the database, writes nothing."""
    plan = Plan(reading, DataVersion.current(), warnings=list(reading.warnings))
    known, points = Known.load(reading), ZipPoints.load(row.zip for row in reading.rows)
    if not points.points:
        plan.warnings.append(
            "The ZIP table is empty: no listing gets a point. Run manage.py load_places, then this again."
        )
    rows = {row.row: row for row in reading.rows}
    matches, new, gone = _match(reading, rows, known)
    plan.matched_by = Counter(found.key for found in matches)
    placing = Placing(plan, known, points)
    placing.place_matched([(rows[found.row], known.programs[found.listing]) for found in matches])
    for found in matches:
        _update(plan, known.programs[found.listing], rows[found.row])
    leaving = [one for one in _leaving(reading, gone) if known.programs[one.ref].edition <= reading.edition]
    for listing in leaving:
        plan.change(known.programs[listing.ref], {"status": Program.Status.RETIRED.value})
    placing.ready_for_new()
    programs = {row.ref: _new_program(plan, rows[row.ref], placing) for row in new}
    likely = likely_pairs(new, leaving)
    plan.likely = [LikelyPair(known.programs[pair.listing], programs[pair.row], pair) for pair in likely]
    placing.settle_status()
    plan.proposals = [proposed for proposed in plan.proposals if proposed.key not in known.proposed]
    plan.counts = _counts(plan, [known.programs[found.listing] for found in matches], len(leaving))
    return plan


def _match(
    reading: Reading, rows: dict[int, StagedRow], known: Known
) -> tuple[list[Match], list[Identity], list[Identity]]:
    """Word for word, then against listed entries, then against those that left the directory earlier."""
    matches = _word_for_word(reading, rows, known)
    taken_rows, taken = {found.row for found in matches}, {found.listing for found in matches}
    new: list[Identity] = []
    gone: list[Identity] = []
    for directory in sorted(reading.directories):
        entries = [
            row
            for row in rows.values()
            if reading.directory_of(row) == directory and row.row not in taken_rows
        ]
        left = [Identity.of(row.row, row, row.codes or frozenset()) for row in entries]
        found, left, missing = match(left, known.identities(directory, True, taken))
        returned, left, _ = match(left, known.identities(directory, False, taken))
        matches, new, gone = [*matches, *found, *returned], [*new, *left], [*gone, *missing]
    return matches, new, gone


def _word_for_word(reading: Reading, rows: dict[int, StagedRow], known: Known) -> list[Match]:
    """Rows that a listed entry was read from before, every cell the same: this makes a second run quick."""
    listed = (program for program in known.programs.values() if program.status == Program.Status.LISTED)
    before = {(program.directory, program.row_number): program for program in listed}
    matches = []
    for row in rows.values():
        program = before.get((reading.directory_of(row), row.row))
        if program and program.raw == row.raw and not row.public_id:
            matches.append(Match(row.row, program.pk, "every cell"))
    return matches


def _update(plan: Plan, program: Program, row: StagedRow) -> None:
    """Set what the row states on a listed entry; where staff own a field, propose instead."""
    if program.edition > plan.reading.edition:  # another source told newer facts since
        return
    stated = {name: value for name, value in _stated(plan.reading, row).items() if name != "owned_fields"}
    values = plan.propose(program.facility, program, stated)
    if not row.website:
        values.pop("website", None)
    if row.codes is None:
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
    return {name: getattr(row, name) for name in _COPIED} | {
        "source": reading.source, "edition": reading.edition, "row_number": row.row, "raw": row.raw,
        "website": row.website, "codes_text": " ".join(sorted(row.codes or ())), **row.program_facts,
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


def _counts(plan: Plan, matched: Iterable[Program], retired: int) -> dict[str, int]:
    """The figures of the report; every row read is exactly one of new, changed, unchanged or refused."""
    programs = {pk for pk, change in plan.programs.items() if change.content}
    facilities = {pk for pk, change in plan.facilities.items() if change.content}
    matched = list(matched)
    changed = sum(1 for program in matched if program.pk in programs or program.facility_id in facilities)
    refused = len(plan.reading.refused)
    return {
        "read": len(plan.reading.rows) + refused, "new": len(plan.new_programs), "changed": changed,
        "unchanged": len(matched) - changed, "refused": refused, "retired": retired,
        "proposals": len(plan.proposals), "likely pairs": len(plan.likely), "quarantined points": len(plan.quarantined),
    }  # fmt: skip
