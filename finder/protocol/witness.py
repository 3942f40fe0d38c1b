"""Answers that make a condition true, found by trying its alternatives. Used to show that every rule can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice
from typing import Any

from .case import Answers, Case
from .conditions import (
    All,
    Answered,
    Any_,
    AtLeast,
    Condition,
    LevelAtLeast,
    Named,
    Picked,
    RatingAtLeast,
    ScoreAtLeast,
    Skipped,
)
from .decision import FLOORS
from .ratings import RATINGS
from .shapes import SKIP, Question

TRIES = 3000
Way = dict[str, Any]  # answers, with "many" answers as tuples


def witness(condition: Condition) -> Answers | None:
    """Answers for which the condition holds; None when none was found."""
    for way in islice(_ways(condition), TRIES):
        answers = {q: list(a) if isinstance(a, tuple) else a for q, a in way.items()}
        if condition.holds(Case(answers)):
            return answers
    return None


def asking(question: Question) -> Answers | None:
    """Answers after which the question is asked."""
    rows = Any_(*(s.when for s in question.subjects)) if question.subjects else question.asked_when
    for way in islice(_joined((question.asked_when, rows)), TRIES):
        answers = {q: list(a) if isinstance(a, tuple) else a for q, a in way.items()}
        if question in Case(answers).asked:
            return answers
    return None


def _ways(condition: Condition) -> Iterator[Way]:
    match condition:
        case Answered() | Picked() | Skipped():
            yield from _answering(condition)
        case All(members=members):
            yield from _joined(members)
        case Any_(members=members):
            yield from chain.from_iterable(_ways(m) for m in members)
        case AtLeast(n=n, members=members):
            yield from chain.from_iterable(_joined(some) for some in combinations(members, n))
        case ScoreAtLeast(items=items):
            yield from _joined(tuple(steps[-1] for steps in items))
        case Named(part=part):
            yield from _ways(part)
        case RatingAtLeast(rating=rating, n=n):
            yield from chain.from_iterable(_ways(r.when) for r in RATINGS[rating] if r.value >= n)
        case LevelAtLeast(n=n):
            yield from chain.from_iterable(_ways(f.when) for f in FLOORS if f.floor >= n)
        case _:  # Always; Not, which is checked at the end
            yield {}


def _answering(condition: Answered | Picked | Skipped) -> Iterator[Way]:
    question = condition.question
    if isinstance(condition, Answered):
        for option in sorted(condition.options, key=lambda o: -question.option(o).rank):
            yield from _with_gate(
                question, condition.of, {question.id: {condition.of: option} if condition.of else option}
            )
    else:
        given = (condition.option,) if isinstance(condition, Picked) else SKIP
        yield from _with_gate(question, "", {question.id: given})


def _with_gate(question: Question, of: str, answer: Way) -> Iterator[Way]:
    gates = (question.asked_when, question.subject(of).when) if of else (question.asked_when,)
    for way in _joined(gates):
        merged = _merged(way, answer)
        if merged is not None:
            yield merged


def _joined(conditions: tuple[Condition, ...]) -> Iterator[Way]:
    if not conditions:
        yield {}
        return
    for first in _ways(conditions[0]):
        for rest in _joined(conditions[1:]):
            merged = _merged(first, rest)
            if merged is not None:
                yield merged


def _merged(one: Way, other: Way) -> Way | None:
    """Both together; None when they give different answers to one question."""
    merged = dict(one)
    for question, answer in other.items():
        known = merged.get(question)
        if known is None or known == answer:
            merged[question] = answer
        elif isinstance(known, tuple) and isinstance(answer, tuple):
            merged[question] = tuple(dict.fromkeys((*known, *answer)))
        elif isinstance(known, dict) and isinstance(answer, dict):
            if any(known.get(row, option) != option for row, option in answer.items()):
                return None
            merged[question] = {**known, **answer}
        else:
            return None
    return merged
