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
    subject = (
        f", {question.subject(part).label_for(case.respondent)}" if part and question.kind == "each" else ""
    )
    if said != SKIP:
        return f"{question.topic}{subject}: {question.option(said).label_for(case.respondent)}"
    skipped_as = part or "".join(question.skip_as[:1])
    counted = skipped_as if question.kind == "many" else case.values.get(key, "")
    note = (
        f" (we count it as \u201c{question.option(counted).label_for(case.respondent)}\u201d)"
        if counted
        else ""
    )
    return f"{question.topic}{subject}: skipped{note}"


def told(case: Case, condition: Condition) -> tuple[str, ...]:
    """The answers that made the condition true, each once, in order."""
    return tuple(p for p in (phrase(case, key) for key in dict.fromkeys(condition.answers(case))) if p)
