"""What a claim is: an invariant of the specification, as a formula over every answer set of a world.

Claims use raw answers and their own words for the danger, not the rule that is meant to catch it.
"""

from collections.abc import Callable
from typing import Any

import z3

from finder.protocol import QUESTIONS, SKIP, question

from .logic import Logic
from .world import World

Claim = Callable[[World], tuple[z3.BoolRef, tuple[Logic, ...]]]
CLAIMS: dict[str, Claim] = {}


def claim(name: str) -> Callable[[Claim], Claim]:
    """Register a claim under the number of its invariant and a word."""

    def register(function: Claim) -> Claim:
        assert name not in CLAIMS
        CLAIMS[name] = function
        return function

    return register


def one_case(function: Callable[[World, Logic], z3.BoolRef]) -> Claim:
    """A claim about single answer sets."""

    def made(world: World) -> tuple[z3.BoolRef, tuple[Logic, ...]]:
        logic = world.logic()
        return function(world, logic), (logic,)

    made.__doc__ = function.__doc__
    return made


def two_cases(function: Callable[[World, Logic, Logic], z3.BoolRef]) -> Claim:
    """A claim that compares two answer sets."""

    def made(world: World) -> tuple[z3.BoolRef, tuple[Logic, ...]]:
        first, second = world.logic("a."), world.logic("b.")
        return function(world, first, second), (first, second)

    made.__doc__ = function.__doc__
    return made


def said(logic: Logic, question_id: str, *options: str, row: str = "") -> z3.BoolRef:
    """One of these was answered, word for word."""
    return z3.Or([logic.raw[question_id, row][o] for o in options])


def message(world: World, logic: Logic, code: str) -> z3.BoolRef:
    return logic(world.messages[code].when)


def track(world: World, logic: Logic, track_id: str) -> z3.BoolRef:
    return logic(world.tracks[track_id].when)


def first_message(world: World, logic: Logic, code: str) -> z3.BoolRef:
    """This message is the first one shown."""
    steps = [
        (z3.And(logic(lift.when), message(world, logic, c)), c) for lift in world.lifts for c in lift.codes
    ]
    steps += [(message(world, logic, c), c) for c in world.messages]
    ways = []
    for index, (shown, c) in enumerate(steps):
        if c == code:
            others = [s for s, other in steps[:index] if other != code]
            ways.append(z3.And(shown, z3.Not(z3.Or(others))) if others else shown)
    return z3.Or(ways)


def rises(a: Logic, b: Logic, levels: range = range(1, 8)) -> z3.BoolRef:
    """The level of b is not below that of a."""
    return z3.And([z3.Implies(a.level_at_least(n), b.level_at_least(n)) for n in levels])


def next_rises(a: Logic, b: Logic) -> z3.BoolRef:
    return z3.And([z3.Implies(a.next_at_least(n), b.next_at_least(n)) for n in range(1, 7)])


def same_level(a: Logic, b: Logic) -> z3.BoolRef:
    return z3.And([a.level_at_least(n) == b.level_at_least(n) for n in range(1, 8)])


def same_answers(a: Logic, b: Logic, but: tuple[str, ...] = ()) -> z3.BoolRef:
    """Every answer is the same, except to these questions."""
    pairs = [a.raw[key][v] == b.raw[key][v] for key in a.raw for v in a.raw[key] if key[0] not in but]
    return z3.And(pairs)


# --- rank -----------------------------------------------------------------------------------------------------------
UNORDERED = {"respondent", "moud_status", "prescriber_help"}
ABSENT = "(absent)"


def rank(question_id: str, value: str, row: str = "") -> int:
    """The severity of an answer. Not answered is the mildest, unless the question says what it counts as until then;
    for sex it is the lower limit."""
    q = question(question_id)
    if value == ABSENT:
        return 1 if question_id == "sex" else q.option(q.open_as).rank if q.open_as else -1
    counted = Logic.counts_as(q, value, row)
    return q.option(counted).rank if counted else 0


def no_milder(a: Logic, b: Logic) -> z3.BoolRef:
    """Every answer of b is the same as in a, or more severe by rank. Age stays where it opens a rule or a question:
    teens have one of their own (16.18), and pregnancy is not asked at 65 or under 12 (16.10)."""
    pregnancy = z3.Or([v for name, v in a.raw["pregnancy", ""].items() if name != "no"])
    same_age = z3.And([a.raw["age", ""][v] == b.raw["age", ""][v] for v in a.raw["age", ""]])
    teen = said(a, "age", "age_12_15", "age_16_17")
    parts = [z3.Or(same_age, z3.Not(z3.Or(pregnancy, teen)))]
    for q in QUESTIONS:
        for row in [s.id for s in q.subjects] or [""]:
            one, other = a.raw[q.id, row], b.raw[q.id, row]
            parts.append(
                _picks_grow(q, one, other) if q.kind == "many" else _answer_grows(q.id, one, other, row)
            )
    return z3.And(parts)


def _answer_grows(question_id: str, one: dict[str, Any], other: dict[str, Any], row: str = "") -> z3.BoolRef:
    same = z3.And([one[v] == other[v] for v in one])
    if question_id in UNORDERED:
        return same
    values = {**one, ABSENT: z3.Not(z3.Or(list(one.values())))}
    later = {**other, ABSENT: z3.Not(z3.Or(list(other.values())))}
    grows = []
    for value, given in values.items():
        worse = [b for v, b in later.items() if rank(question_id, v, row) > rank(question_id, value, row)]
        grows.append(z3.And(given, z3.Or(worse)))
    return z3.Or(same, *grows)


def _picks_grow(q: Any, one: dict[str, Any], other: dict[str, Any]) -> z3.BoolRef:
    """Picks of a severity stay. Harmless picks may go only when a worse one comes. Skipped is compared elsewhere."""
    graver = [o.id for o in q.options if o.rank > 0]
    harmless = [o.id for o in q.options if o.rank == 0]
    stay = [z3.Implies(one[o], other[o]) for o in graver]
    comes = z3.Or([z3.And(other[o], z3.Not(one[o])) for o in graver])
    kept = [z3.Or(one[o] == other[o], comes) for o in harmless]
    skip = [one[SKIP] == other[SKIP]] if SKIP in one else []
    return z3.And(*stay, *kept, *skip)
