"""The visitor's own words back: parts of the path, and answers as sentences. Decides nothing."""

from typing import Any, NamedTuple

from . import protocol
from .protocol import SKIP, Page, Question, Subject

# Shown with another section on the pages that say how it works.
ASKED_WITHIN = {"respondent": "S", "pregnancy": "A", "injecting": "U"}
# On the page that asks who it is for, nobody knows yet whom "you" means.
ASKED_AS = {
    "age": "How old is the person who needs help?",
    "medical": "How is that person\u2019s health, apart from alcohol or drugs?",
}
SKIPPED = "Skipped"
NOT_ANSWERED = "Not answered yet"


class Part(NamedTuple):
    """One of the five parts of the path, the same for everyone."""

    number: int
    parts: int
    title: str


class Given(NamedTuple):
    """A question of the path with the answer so far; `n` is the place of its page."""

    n: int
    text: str
    lines: tuple[str, ...]


def respondent(answers: dict[str, Any]) -> str:
    """ "self" until the visitor says otherwise."""
    who = answers.get("respondent")
    return who if who in ("family", "client") else "self"


def section(question: Question) -> str:
    return ASKED_WITHIN.get(question.id, question.section)


def part_of(page: Page) -> Part:
    return Part(page.part + 1, len(protocol.PARTS), protocol.PARTS[page.part])


def asks(question: Question, who: str) -> str:
    """The question as its page puts it: some stand beside the one that says who the page is about."""
    return ASKED_AS.get(question.id) or question.text_for(who)


def sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


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
    who = respondent(answers)
    parts: dict[Part, list[Given]] = {}
    for n, page in enumerate(protocol.pages(answers), start=1):
        for question in page.questions:
            rows = tuple(
                question.subject(item.row) for item in page.items if item.question is question and item.row
            )
            if question.id in answers:
                shown = lines(question, answers[question.id], who, rows)
                parts.setdefault(part_of(page), []).append(Given(n, question.text_for(who), shown))
    return list(parts.items())
