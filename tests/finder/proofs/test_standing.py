"""Asking only what could still change the result gives the same result (invariant 50): whole visits, on people.

The proof is in claims_skipped, of formulas; here the running code makes the visits, and agrees with the formulas.
"""

import os
import random
from typing import Any

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.protocol import SKIP, assess, facility_parameters, question, standing
from finder.protocol.cases import named_cases
from finder.protocol.outcomes import DECISIVE, OUTCOMES, SAFETY
from finder.protocol.standing import Item
from finder.protocol.threefold import ASKINGS, FLAT, read
from finder.protocol.threefold import given as given_in
from tests.conftest import STRIDE

from .logic import Logic
from .some import Some, bits
from .test_agreement import Solver, generated


def decisive(answers: dict[str, Any]) -> tuple[Any, ...]:
    result = assess(answers)
    kinds = tuple(dict.fromkeys(e.kind for e in result.emergencies))
    return result.level, result.next_level, kinds, {m for m in result.messages if m in SAFETY}


def everything(answers: dict[str, Any]) -> tuple[Any, ...]:
    result = assess(answers)
    search = facility_parameters(result, answers)
    return (*decisive(answers), result.tracks, result.adjuncts, search)


def row_by_row(answers: dict[str, Any]) -> dict[str, Any]:
    """A question with rows that was skipped whole, as skipped in each."""
    return {
        q: {s.id: SKIP for s in question(q).subjects} if question(q).kind == "each" and a == SKIP else a
        for q, a in answers.items()
    }


def answer_of(item: Item, person: dict[str, Any]) -> Any:
    """Who has no answer skips, or takes the last option where that cannot be."""
    q = item.question
    given = person.get(q.id, {}).get(item.row) if item.row else person.get(q.id)
    last = [q.options[-1].id] if q.kind == "many" else q.options[-1].id
    return given if given is not None else SKIP if q.skippable else last


def with_answer(answers: dict[str, Any], item: Item, given: Any) -> dict[str, Any]:
    rows = {**answers.get(item.question.id, {}), item.row: given} if item.row else given
    return {**answers, item.question.id: rows}


def visit(person: dict[str, Any], pick: Any = lambda items: items[0]) -> tuple[dict[str, Any], int, int]:
    """The person, the number of answers until it is decided, and until nothing is open. All is checked on the way."""
    answers: dict[str, Any] = {}
    person, steps, decided = row_by_row(person), 0, None
    while True:
        now = standing(answers)
        if now.decided and decided is None:
            decided, seen, level = steps, decisive(answers), now.level
        if not now.open:
            break
        item = pick(now.open)
        given = answer_of(item, person)
        answers, person = with_answer(answers, item, given), with_answer(person, item, given)
        steps += 1
    reading = read(answers)
    assert not [o for o in OUTCOMES if reading.holds(o) is None]
    assert everything(answers) == everything(person)
    assert decided is not None
    assert seen == decisive(person)
    assert level is not None and level.slug == seen[0]
    return person, decided, steps


@pytest.mark.fuzz
@pytest.mark.parametrize("case", named_cases()[::STRIDE], ids=lambda c: c.name)
def test_named_cases(case):
    visit(case.answers)


@pytest.mark.fuzz
@settings(max_examples=20_000 if os.environ.get("FUZZ") else 100)
@given(st.integers(0, 2**32))
def test_generated_in_any_order(seed):
    chance = random.Random(seed)
    visit(generated(chance), chance.choice)


def some_of(person: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    share = chance.random()
    kept = {
        q: {row: v for row, v in a.items() if chance.random() < share} if isinstance(a, dict) else a
        for q, a in row_by_row(person).items()
    }
    return {q: a for q, a in kept.items() if chance.random() < share}


class SomeSolver:
    """What is proved of a reading, evaluated on one part of the answers."""

    def __init__(self) -> None:
        logic = Logic()
        self.some = Some(logic)
        reached = {
            "reached from what decides": self.some.reached(DECISIVE, "decides"),
            "reached": self.some.reached(OUTCOMES),
        }
        verdicts = {f"{o} surely": self.some.surely[FLAT.bit(o)] for o in OUTCOMES}
        verdicts |= {f"{o} surely not": self.some.surely_not[FLAT.bit(o)] for o in OUTCOMES}
        for name, walk in reached.items():
            verdicts |= {
                f"{name}: {a.question.id}:{a.row}": z3.And(
                    self.some.surely[a.asked], z3.Or([walk[b] for b in bits(a.leaves)])
                )
                for a in ASKINGS
            }
        self.solver = Solver(logic, verdicts)

    def verdicts(self, answers: dict[str, Any]) -> set[str]:
        known = {(a.question.id, a.row) for a, _ in given_in(answers)}
        literals = [b if key in known else z3.Not(b) for key, b in self.some.given.items()]
        return {name for name, holds in self.solver.verdicts(answers, *literals).items() if holds}


def as_read(answers: dict[str, Any]) -> set[str]:
    reading, now = read(answers), standing(answers)
    assert set(now.decisive) <= set(now.open) <= set(now.asked)
    return {
        *(f"{o} surely" for o in OUTCOMES if reading.holds(o)),
        *(f"{o} surely not" for o in OUTCOMES if reading.holds(o) is False),
        *(f"reached: {i.question.id}:{i.row}" for i in now.open),
        *(f"reached from what decides: {i.question.id}:{i.row}" for i in now.decisive),
    }


SOME = SomeSolver()


@pytest.mark.fuzz
@settings(max_examples=5_000 if os.environ.get("FUZZ") else 40)
@given(st.integers(0, 2**32))
def test_z3_and_the_reading_agree(seed):
    chance = random.Random(seed)
    answers = some_of(generated(chance), chance)
    assert SOME.verdicts(answers) == as_read(answers), answers
