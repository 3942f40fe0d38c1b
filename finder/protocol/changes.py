"""What would change the level: only what can truly come. Never an answer taken back: history, symptoms and amounts
are facts, and nobody gets less support for denying one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from facilities.levels import LevelOfCare

from .case import Answers, Case
from .questions import BY_ID
from .recommendation import Change
from .shapes import SKIP, Question
from .telling import phrase

UNSURE = ("not_sure", SKIP)


@dataclass(frozen=True, slots=True, kw_only=True)
class CanCome:
    """Something that can happen to an answer. `to`: options it may become, nearest first. `only_from`: what must
    have been answered; empty means anything. `says`: the first half of a sentence that ends in a level."""

    question: str
    direction: Literal["up", "down"]
    to: tuple[str, ...]
    says: str
    only_from: tuple[str, ...] = ()


CAN_COME: tuple[CanCome, ...] = (
    # Help that can be found
    CanCome(
        question="sober_adult",
        direction="down",
        to=("yes",),
        says="If a reliable adult can stay for the first 3 to 5 days",
    ),
    CanCome(
        question="home",
        direction="down",
        to=("others_use", "mixed", "supportive"),
        says="If there is a safe and steady home",
    ),
    CanCome(
        question="transport",
        direction="down",
        to=("limited", "yes"),
        says="If there are rides to a visit every day",
    ),
    CanCome(
        question="alone_after",
        direction="down",
        to=("no",),
        says="If someone checks in each day after the first days",
    ),
    CanCome(
        question="supports", direction="down", to=("some", "strong"), says="If there are people to lean on"
    ),
    # What a doctor or a test can settle, where the answer was "not sure" or skipped
    CanCome(
        question="medical",
        direction="down",
        to=("stable", "none"),
        says="If a doctor finds that other illness is well treated",
        only_from=UNSURE,
    ),
    CanCome(
        question="seizure_disorder",
        direction="down",
        to=("no",),
        says="If a doctor can rule out epilepsy and head injury",
        only_from=UNSURE,
    ),
    CanCome(
        question="thinking",
        direction="down",
        to=("no",),
        says="If a doctor finds that memory is fine",
        only_from=UNSURE,
    ),
    CanCome(
        question="pregnancy",
        direction="down",
        to=("no",),
        says="If a test shows no pregnancy",
        only_from=UNSURE,
    ),
    CanCome(
        question="benzo_dose",
        direction="down",
        to=("high", "moderate", "low"),
        says="If a pharmacist works out the daily amount, and it is lower",
        only_from=("cannot_compare", SKIP),
    ),
    CanCome(
        question="sedative_dose",
        direction="down",
        to=("more", "as_label"),
        says="If a pharmacist finds that the amount is near the label",
        only_from=("unknown", SKIP),
    ),
    # What can get worse
    CanCome(
        question="danger_signs",
        direction="up",
        to=("seizure",),
        says="With any danger sign, such as a seizure, confusion or trouble breathing",
    ),
    CanCome(
        question="wd_now",
        direction="up",
        to=("mild", "moderate", "severe"),
        says="If withdrawal gets worse",
    ),
    CanCome(question="home", direction="up", to=("unstable", "none"), says="If the home is lost"),
)


def would_change(answers: Answers) -> tuple[Change, ...]:
    """Everything that can come and would move the level: what lowers it first."""
    case = Case(answers)
    asked = {question.id for question in case.asked}
    return tuple(
        change
        for coming in CAN_COME
        if coming.question in asked
        for change in _first(_changes(case, answers, coming))
    )


def _first(changes: Iterator[Change]) -> tuple[Change, ...]:
    """One sentence is said once, whichever drug it would be about."""
    found = next(changes, None)
    return (found,) if found else ()


def _changes(case: Case, answers: Answers, coming: CanCome) -> Iterator[Change]:
    question = BY_ID[coming.question]
    rows = [row.id for row in case.rows[question.id]] if question.kind == "each" else [""]
    for option in coming.to:
        for row in rows:
            if _may_become(case, question, row, coming, option):
                level = Case(_with(case, question, row, option, answers)).floor
                if (level < case.floor) if coming.direction == "down" else (level > case.floor):
                    yield Change(
                        question=question.id,
                        subject=row,
                        told_us=_told(case, question, row),
                        instead=coming.says,
                        option=option,
                        level=LevelOfCare(level).slug,
                        direction=coming.direction,
                    )


def _may_become(case: Case, question: Question, row: str, coming: CanCome, option: str) -> bool:
    """Only from an answer that it may change, and only further in its direction."""
    said = _said(case, question, row)
    if not said or (coming.only_from and not set(said) <= set(coming.only_from)):
        return False
    if question.kind == "many":  # the worst of them counts
        known = [question.option(o).rank for o in said if question.has_option(o)]
        now = max(known, default=0)
    else:
        now = question.option(case.values[f"{question.id}:{row}" if row else question.id]).rank
    rank = question.option(option).rank
    return rank < now if coming.direction == "down" else rank > now or question.id == "danger_signs"


def _said(case: Case, question: Question, row: str) -> tuple[str, ...]:
    """What was answered, "skip" included; empty where nothing was."""
    if question.kind == "many":
        key = f"{question.id}:"
        return tuple({said for of, said in case.said.items() if of.startswith(key) or of == question.id})
    said = case.said.get(f"{question.id}:{row}" if row else question.id)
    return (said,) if said else ()


def _with(case: Case, question: Question, row: str, option: str, answers: Answers) -> dict[str, Any]:
    """The same answers with this one changed."""
    if not row:
        return {**answers, question.id: [option] if question.kind == "many" else option}
    given = answers.get(question.id)
    each = {s.id: SKIP for s in case.rows[question.id]} if given == SKIP else given or {}
    return {**answers, question.id: {**each, row: option}}


def _told(case: Case, question: Question, row: str) -> str:
    return phrase(case, f"{question.id}:{row}" if row else question.id) or question.topic
