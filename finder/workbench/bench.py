"""One case at a time: every question that applies on one page, and beside it all that follows."""

import json
from typing import Any, NamedTuple

from django.http import QueryDict

from .. import protocol
from ..forms import Group, PageForm
from ..protocol import SKIP, Item, Question
from ..protocol.cases import named_cases

WHO = "client"


class Row(NamedTuple):
    """A question on the bench, with its boxes."""

    question: Question
    code: str
    text: str
    kind: str
    groups: list[Group]


def answers_in(data: QueryDict) -> dict[str, Any]:
    """The answers in a bench form; what is empty or not offered is left open."""
    answers: dict[str, Any] = {}
    for question in protocol.QUESTIONS:
        if question in protocol.path(answers):
            given = _given(question, answers, data)
            if given:
                answers[question.id] = given
    return answers


def _given(question: Question, answers: dict[str, Any], data: QueryDict) -> Any:
    if question.kind == "many":
        picks = data.getlist(question.id)
        if SKIP in picks and question.skippable:
            return SKIP
        return [pick for pick in picks if question.has_option(pick)]
    if question.kind == "one":
        return _option(question, data.get(question.id))
    rows = {row.id: data.get(f"{question.id}-{row.id}") for row in protocol.subjects(question, answers)}
    return {row: option for row, option in rows.items() if _option(question, option)}


def _option(question: Question, value: str | None) -> str | None:
    return value if question.has_option(value) or (value == SKIP and question.skippable) else None


def rows(answers: dict[str, Any]) -> list[Row]:
    """Every question of the path, answered or still open."""
    items = protocol.asked(answers)
    return [_row(q, [i for i in items if i.question is q], answers) for q in protocol.path(answers)]


def _row(question: Question, items: list[Item], answers: dict[str, Any]) -> Row:
    groups = PageForm(items, answers, WHO).groups()
    return Row(question, question.code, question.text_for(WHO), question.kind, groups)


class Refused(ValueError):
    """What was given is not a case; the message says why, for the person who gave it."""


def answers_from_text(text: str) -> dict[str, Any]:
    """Answers as JSON, as `manage.py assess` takes them. Raises Refused."""
    try:
        answers = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"This is not JSON: {error}") from error
    if not isinstance(answers, dict):
        raise Refused("This is not a JSON object of question ids and answers.")
    problems = [
        f"{p.question} {p.subject}: {p.value!r}, allowed: {', '.join(p.allowed)}"
        for p in protocol.validate(answers)
    ]
    if problems:
        raise Refused("; ".join(problems[:5]))
    return answers


def answers_of_case(name: str) -> dict[str, Any]:
    """Raises Refused."""
    for case in named_cases():
        if case.name == name:
            return case.answers
    raise Refused("There is no case of that name.")
