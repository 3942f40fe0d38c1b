"""What would change the level: the same answers with one of them different, assessed again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from facilities.levels import LevelOfCare

from .case import Answers, Case
from .shapes import SKIP, Change, Question
from .telling import phrase

_FIXED = {"age", "sex", "pregnancy", "respondent", "veteran"}  # facts, not things that change


def would_change(answers: Answers) -> tuple[Change, ...]:
    """For every answer, the nearest other answer that would raise the level, and the nearest that would lower it."""
    case = Case(answers)
    level = case.floor
    found: list[Change] = []
    for question in case.asked:
        if question.id not in _FIXED and question.section != "C":
            found += _for_question(case, question, answers, level)
    return tuple(found)


def _for_question(case: Case, question: Question, answers: Answers, level: int) -> Iterator[Change]:
    rows = [row.id for row in case.rows[question.id]] if question.kind == "each" else [""]
    for row in rows:
        best: dict[str, Change] = {}
        for option, changed in _alternatives(case, question, row, answers):
            other = Case(changed).floor
            direction = "up" if other > level else "down" if other < level else ""
            if direction and direction not in best:
                best[direction] = _change(case, question, row, option, other)
        yield from best.values()


def _alternatives(
    case: Case, question: Question, row: str, answers: Answers
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each other option, the nearest in severity first."""
    if question.kind == "many":
        yield from _other_picks(case, question, answers)
        return
    key = f"{question.id}:{row}" if row else question.id
    now = case.values.get(key)
    if now is None:
        return
    rank = question.option(now).rank
    for option in sorted(question.options, key=lambda o: abs(o.rank - rank)):
        if option.counts_as or option.id == now:
            continue
        given = answers.get(question.id)
        each = {s.id: SKIP for s in case.rows[question.id]} if row and given == SKIP else given
        yield option.id, {**answers, question.id: {**(each or {}), row: option.id} if row else option.id}


def _other_picks(case: Case, question: Question, answers: Answers) -> Iterator[tuple[str, dict[str, Any]]]:
    """One pick more, or one pick fewer."""
    if question.id == "substances":  # what was used is a fact; another drug would bring questions of its own
        return
    picks = [o for o in question.options if f"{question.id}:{o.id}" in case.said]
    for option in question.options:
        if option.exclusive:
            continue
        rest = [p.id for p in picks if p.id != option.id and not p.exclusive]
        wanted = rest if option in picks else [*rest, option.id]
        yield option.id, {**answers, question.id: wanted or ["none"]}


def _change(case: Case, question: Question, row: str, option: str, level: int) -> Change:
    direction: Literal["up", "down"] = "up" if level > case.floor else "down"
    key = f"{question.id}:{row}" if row else question.id
    told = phrase(case, key) or question.topic
    taken_back = question.kind == "many" and f"{question.id}:{option}" in case.said
    label = question.option(option).label_for(case.respondent)
    instead = f"not: {label}" if taken_back else label
    return Change(question.id, row, told, instead, option, LevelOfCare(level).slug, direction)
