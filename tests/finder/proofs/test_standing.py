"""Asking only what could still change the result gives the same result (invariant 50): whole visits, on people.

The proof is in claims_skipped: what is settled on some answers stays so, whatever the others are. What it leaves to
show is that a visit gets there: what is open always has a question to ask.
"""

import os
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.protocol import SKIP, assess, facility_parameters, question, standing
from finder.protocol.cases import named_cases
from finder.protocol.outcomes import DECISIVE, OUTCOMES, SAFETY
from finder.protocol.standing import Item
from finder.protocol.threefold import read

from .test_agreement import generated


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
        assert set(now.decisive) <= set(now.open) <= set(now.asked)
        if now.decided and decided is None:
            decided, seen, level = steps, decisive(answers), now.level
        if not now.open:
            break
        item = pick(now.open)
        given = answer_of(item, person)
        answers, person = with_answer(answers, item, given), with_answer(person, item, given)
        steps += 1
    assert not [o for o in OUTCOMES if read(answers).holds(o) is None]
    assert everything(answers) == everything(person)
    assert decided is not None
    assert seen == decisive(person)
    assert level is not None and level.slug == seen[0]
    return person, decided, steps


@pytest.mark.parametrize("case", named_cases(), ids=lambda c: c.name)
def test_named_cases(case):
    visit(case.answers)


@pytest.mark.fuzz
@settings(max_examples=20_000 if os.environ.get("FUZZ") else 600)
@given(st.integers(0, 2**32))
def test_generated_in_any_order(seed):
    chance = random.Random(seed)
    visit(generated(chance), chance.choice)


@pytest.mark.fuzz
@settings(max_examples=20_000 if os.environ.get("FUZZ") else 200)
@given(st.integers(0, 2**32))
def test_decided_means_that_every_deciding_outcome_is_settled(seed):
    chance = random.Random(seed)
    person = generated(chance)
    some = {q: a for q, a in person.items() if chance.random() < 0.5}
    reading = read(some)
    unsettled = [o for o in DECISIVE if reading.holds(o) is None]
    assert bool(unsettled) == (not standing(some).decided)
