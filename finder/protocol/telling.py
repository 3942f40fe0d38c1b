"""The visitor's own answers in words: what stands after "You told us"."""

from .case import Case
from .conditions import Condition, Key
from .questions import BY_ID
from .shapes import SKIP


def phrase(case: Case, key: Key) -> str:
    """One answer, such as "How often, Alcohol: Every day". Empty for an answer that was not given."""
    if key not in case.phrases:
        text = _phrase(case, key)
        case.phrases[key] = text[:1].upper() + text[1:]
    return case.phrases[key]


def _phrase(case: Case, key: Key) -> str:
    said = case.said.get(key)
    if said is None:
        return ""
    question_id, _, part = key.partition(":")
    question = BY_ID[question_id]
    if question.kind == "many":
        return f"{question.topic}: {question.option(said).label_for(case.respondent)}"
    subject = f", {question.subject(part).label}" if part else ""
    if said == SKIP:
        counted = (
            question.option(case.values[key]).label_for(case.respondent) if key in case.values else "none"
        )
        return f"{question.topic}{subject}: skipped (we count it as \u201c{counted}\u201d)"
    return f"{question.topic}{subject}: {question.option(said).label_for(case.respondent)}"


def told(case: Case, condition: Condition) -> tuple[str, ...]:
    """The answers that made the condition true, each once, in order."""
    return tuple(p for p in (phrase(case, key) for key in dict.fromkeys(condition.answers(case))) if p)
