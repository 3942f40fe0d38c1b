"""`manage.py check`: mistakes in the questionnaire's data stop the program from starting."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register

from . import protocol
from .protocol.conditions import Answered, Condition, LevelAtLeast, Picked, RatingAtLeast, Skipped
from .protocol.shapes import Question
from .protocol.witness import asking, witness


@register("finder")
def check_protocol(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Every check of the running objects."""
    rules: tuple[Any, ...] = (*protocol.RATING_RULES, *protocol.FLOORS)
    said: tuple[Any, ...] = (
        *protocol.MESSAGES.values(),
        *protocol.TRACKS.values(),
        *protocol.ADJUNCTS.values(),
    )
    return [
        *unknown_references(protocol.QUESTIONS, [*(r.when for r in rules), *(m.when for m in said)]),
        *without_source((*protocol.QUESTIONS, *rules, *said, *protocol.LIFTS)),
        *unreachable(protocol.QUESTIONS, rules),
        *without_text((*protocol.QUESTIONS, *said)),
        *asked_too_early(protocol.QUESTIONS),
        *twice(protocol.QUESTIONS, rules),
    ]


def name_of(item: Any) -> str:
    return getattr(item, "code", "") if hasattr(item, "lines") and hasattr(item, "code") else item.id


def unknown_references(questions: Iterable[Question], conditions: Iterable[Condition]) -> Iterator[Error]:
    """A condition on a question, row or option that is not asked."""
    known = {q.id: q for q in questions}
    gates = (c for q in known.values() for c in (q.asked_when, *(s.when for s in q.subjects)))
    for condition in (part for c in (*conditions, *gates) for part in c.walk()):
        if isinstance(condition, Answered | Picked | Skipped) and condition.question.id not in known:
            yield Error(
                f"A condition reads the unknown question {condition.question.id!r}.", id="finder.E001"
            )
        elif isinstance(condition, Answered):
            question = known[condition.question.id]
            rows = {s.id for s in question.subjects}
            bad = condition.options - {o.id for o in question.options} or ({condition.of} - rows - {""})
            if bad:
                yield Error(
                    f"A condition on {question.id!r} reads the unknown {sorted(bad)}.", id="finder.E001"
                )
        elif isinstance(condition, Picked) and not condition.question.has_option(condition.option):
            yield Error(f"A condition reads the unknown option {condition.key!r}.", id="finder.E001")


def without_source(items: Iterable[Any]) -> Iterator[Error]:
    """A question, rule or message without a source, or with one that is not in the bibliography."""
    for item in items:
        missing = [n for n in item.sources if n not in protocol.SOURCES]
        if not item.sources:
            yield Error(f"{name_of(item)} has no source.", id="finder.E002")
        elif missing:
            yield Error(f"{name_of(item)} names sources {missing} that are not listed.", id="finder.E002")


def unreachable(questions: Iterable[Question], rules: Iterable[Any]) -> Iterator[Error]:
    """A rule that no answers can fire, or a question that no answers lead to."""
    for rule in rules:
        if witness(rule.when) is None:
            yield Error(f"No answers were found that make rule {rule.id} hold.", id="finder.E003")
    for question in questions:
        if asking(question) is None:
            yield Error(f"No answers were found that lead to the question {question.id}.", id="finder.E003")


def without_text(items: Iterable[Any]) -> Iterator[Error]:
    """A question, message or card that says nothing."""
    for item in items:
        if not item.text.strip() or not getattr(item, "title", "-").strip():
            yield Error(f"{name_of(item)} has no text.", id="finder.E004")


def asked_too_early(questions: Iterable[Question]) -> Iterator[Error]:
    """A question asked because of an answer that comes later."""
    before: set[str] = set()
    for question in questions:
        reads = set(reads_of(question.asked_when)) | {r for s in question.subjects for r in reads_of(s.when)}
        late = reads - before
        if late:
            yield Error(f"{question.id} is asked because of the later {sorted(late)}.", id="finder.E005")
        before.add(question.id)


def reads_of(condition: Condition) -> Iterator[str]:
    """The ids of the questions a condition reads, ratings and levels opened."""
    for part in condition.walk():
        if isinstance(part, Answered | Picked | Skipped):
            yield part.question.id
        elif isinstance(part, RatingAtLeast):
            for rule in protocol.RATINGS[part.rating]:
                yield from reads_of(rule.when)
        elif isinstance(part, LevelAtLeast):
            for floor in protocol.FLOORS:
                yield from reads_of(floor.when)


def twice(questions: Iterable[Question], rules: Iterable[Any]) -> Iterator[Error]:
    """Two questions or two rules with one id."""
    for items in (questions, rules):
        ids = [item.id for item in items]
        for id_ in sorted({i for i in ids if ids.count(i) > 1}):
            yield Error(f"The id {id_} is used twice.", id="finder.E006")
