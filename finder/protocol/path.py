"""What is asked, worked out from the answers every time. Safety first; answers off the path count as absent."""

from __future__ import annotations

from typing import Any

from .case import Answers, Case
from .decision import EMERGENCIES
from .questions import BY_ID
from .recommendation import EmergencyReason, Problem
from .shapes import SKIP, Question, Subject
from .telling import told

# What to act on first (16.1): a body that is failing now, then a life in danger, then the rest.
ORDER_OF_ACTING = (
    "overdose",
    "poisoning",
    "gas",
    "suicide",
    "medical",
    "pump",
    "violence",
    "child",
    "psychosis",
)


def path(answers: Answers) -> tuple[Question, ...]:
    """The questions for these answers, in order."""
    return tuple(Case(answers).asked)


def subjects(question: Question, answers: Answers) -> tuple[Subject, ...]:
    """The rows of an "each" question that are asked; empty for the other kinds."""
    return Case(answers).rows.get(question.id, ())


def answered(question: Question, answers: Answers) -> bool:
    """Answered or skipped in full."""
    return _answered(question, Case(answers), answers)


def _answered(question: Question, case: Case, answers: Answers) -> bool:
    if question.kind == "each":
        return all(f"{question.id}:{row.id}" in case.said for row in case.rows.get(question.id, ()))
    if question.kind == "many":
        given = answers.get(question.id)
        return question.id in case.skipped or any(question.has_option(o) for o in _as_list(given))
    return question.id in case.said


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def next_question(answers: Answers) -> Question | None:
    """The first question on the path without a full answer; None when all are answered."""
    case = Case(answers)
    return next((q for q in case.asked if not _answered(q, case, answers)), None)


def interrupts(answers: Answers) -> tuple[EmergencyReason, ...]:
    """The emergencies right now, in the order of acting."""
    case = Case(answers)
    return emergencies(case)


def emergencies(case: Case) -> tuple[EmergencyReason, ...]:
    found = [
        EmergencyReason(f.id, f.kind, f.because, told(case, f.when), f.sources)
        for f in EMERGENCIES
        if f.when.holds(case)
    ]
    return tuple(sorted(found, key=lambda e: ORDER_OF_ACTING.index(e.kind)))


def keep_known(answers: Answers) -> dict[str, Any]:
    """The answers that still have a meaning; the others are dropped."""
    kept = {}
    for question_id, answer in answers.items():
        question = BY_ID.get(question_id)
        if question and not problems_of(question, answer):
            kept[question_id] = answer
    return kept


def validate(answers: Answers) -> list[Problem]:
    """Everything that is not an answer: unknown questions, subjects and options, wrong shapes."""
    found: list[Problem] = []
    for question_id, answer in answers.items():
        question = BY_ID.get(question_id)
        if question is None:
            found.append(Problem(str(question_id), "", answer, tuple(BY_ID)))
        else:
            found += problems_of(question, answer)
    return found


def problems_of(question: Question, answer: Any) -> list[Problem]:
    if question.kind == "many":
        return _problems_of_many(question, answer)
    if question.kind == "each" and answer != SKIP:
        return _problems_of_each(question, answer)
    allowed = allowed_for(question)
    return (
        [] if isinstance(answer, str) and answer in allowed else [Problem(question.id, "", answer, allowed)]
    )


def allowed_for(question: Question) -> tuple[str, ...]:
    options = tuple(o.id for o in question.options)
    return (*options, SKIP) if question.skippable else options


def _problems_of_many(question: Question, answer: Any) -> list[Problem]:
    allowed = allowed_for(question)
    if question.skippable and answer in (SKIP, [SKIP]):
        return []
    if not isinstance(answer, list | tuple) or not answer:
        return [Problem(question.id, "", answer, allowed)]
    wrong = [o for o in answer if not question.has_option(o)]
    alone = [o for o in answer if question.has_option(o) and question.option(o).exclusive]
    if not wrong and alone and len(answer) > 1 and not question.mixes:
        wrong = alone
    return [Problem(question.id, "", option, allowed) for option in wrong]


def _problems_of_each(question: Question, answer: Any) -> list[Problem]:
    rows = tuple(s.id for s in question.subjects)
    if not isinstance(answer, dict):
        return [Problem(question.id, "", answer, rows)]
    allowed = allowed_for(question)
    found = []
    for row, option in answer.items():
        if row not in rows:
            found.append(Problem(question.id, str(row), option, rows))
        elif not (isinstance(option, str) and option in allowed):
            found.append(Problem(question.id, row, option, allowed))
    return found
