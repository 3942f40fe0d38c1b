"""The visitor's own words back: parts of the path, and answers as sentences. Decides nothing."""

from typing import Any, NamedTuple

from . import protocol
from .protocol import SKIP, Question, Subject

# Asked in the middle of another part, and shown as belonging to it, so that parts only ever move forward.
ASKED_WITHIN = {"respondent": "S", "pregnancy": "A", "injecting": "U"}
SKIPPED = "Skipped"
NOT_ANSWERED = "Not answered yet"


class Part(NamedTuple):
    """One part of the path: where it stands among the parts on this path, and its title."""

    number: int
    parts: int
    title: str


class Given(NamedTuple):
    """A question of the path with the answer so far; `n` is its place on the path."""

    n: int
    text: str
    lines: tuple[str, ...]


def respondent(answers: dict[str, Any]) -> str:
    """ "self" until the visitor says otherwise."""
    who = answers.get("respondent")
    return who if who in ("family", "client") else "self"


def section(question: Question) -> str:
    return ASKED_WITHIN.get(question.id, question.section)


def part_of(question: Question, path: tuple[Question, ...]) -> Part:
    on_path = list(dict.fromkeys(section(q) for q in path))
    return Part(on_path.index(section(question)) + 1, len(on_path), protocol.SECTIONS[section(question)])


def _label(question: Question, option_id: str | None, who: str) -> str:
    if option_id is None:
        return NOT_ANSWERED
    return SKIPPED if option_id == SKIP else question.option(option_id).label_for(who)


def lines(question: Question, answer: Any, who: str, rows: tuple[Subject, ...]) -> tuple[str, ...]:
    """The answer as the visitor saw it, one line for each thing chosen."""
    if answer == SKIP:
        return (SKIPPED,)
    if question.kind == "each":
        return tuple(f"{row.label_for(who)}: {_label(question, answer.get(row.id), who)}" for row in rows)
    return tuple(_label(question, o, who) for o in ([answer] if question.kind == "one" else answer))


def by_part(answers: dict[str, Any]) -> list[tuple[Part, list[Given]]]:
    """Every answered question on the visitor's path, under the part it belongs to."""
    path, who = protocol.path(answers), respondent(answers)
    parts: dict[Part, list[Given]] = {}
    for n, question in enumerate(path, start=1):
        if question.id in answers:
            shown = lines(question, answers[question.id], who, protocol.subjects(question, answers))
            parts.setdefault(part_of(question, path), []).append(Given(n, question.text_for(who), shown))
    return list(parts.items())
