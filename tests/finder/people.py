"""A small cast for the questionnaire: answers by person, and ways to walk a whole path."""

import random
from collections.abc import Callable
from typing import Any

from finder import protocol
from finder.answers import COOKIE, Visit, seal, unseal
from finder.protocol import Question

Choose = Callable[[Question], Any]


def walk(
    choose: dict[str, Any] | None = None, default: Callable[[Question, Any], Any] | None = None
) -> dict[str, Any]:
    """Answer every question of the path: from `choose` where it has one, else by `default` (the mildest)."""
    answers: dict[str, Any] = {}
    while (question := protocol.next_question(answers)) is not None:
        rows = protocol.subjects(question, answers)
        answers[question.id] = _answer(question, rows, (choose or {}).get(question.id), default or mildest)
    return answers


def _answer(question: Question, rows: Any, chosen: Any, default: Any) -> Any:
    if question.kind == "each":
        given = chosen if isinstance(chosen, dict) else {}
        return {row.id: given.get(row.id, default(question, row)) for row in rows}
    if chosen is not None:
        return chosen
    picked = default(question, None)
    return picked if question.kind == "one" or isinstance(picked, list) else [picked]


def mildest(question: Question, row: Any) -> str:
    exclusive = [o for o in question.options if o.exclusive and o.id not in ("not_sure",)]
    options = exclusive if question.kind == "many" and exclusive else question.options
    return min(options, key=lambda o: o.rank).id


def worst(question: Question, row: Any) -> Any:
    if question.kind == "many":
        return [o.id for o in question.options if not o.exclusive]
    return max(question.options, key=lambda o: (o.rank, len(o.id))).id


def everything_at_worst() -> dict[str, Any]:
    """Everything picked, everything severe: the longest path there is, for a client, who is asked every question."""
    return walk({"respondent": "client"}, worst)


# Someone whose drinking is heavy and who has had a withdrawal seizure.
RAY = {
    "substances": ["alcohol"],
    "frequency": {"alcohol": "daily"},
    "audit_frequency": "four_plus_week",
    "audit_drinks": "seven_nine",
    "audit_six": "daily",
    "last_use": {"alcohol": "h6_24"},
    "wd_now": {"alcohol": "mild"},
    "wd_past": ["seizure"],
    "seizure_cause": ["alcohol"],
    "age": "age_26_64",
    "sex": "male",
}
# Someone who takes clonazepam exactly as prescribed.
NORA = {
    "substances": ["benzodiazepines"],
    "frequency": {"benzodiazepines": "daily"},
    "source": {"benzodiazepines": "as_directed"},
    "benzo_dose": "low",
    "duration": {"benzodiazepines": "gt_12"},
    "age": "age_26_64",
    "sex": "female",
}
# A parent's grown child, thinking of suicide with a plan.
SAM = {"respondent": "family", "suicide": "plan", "means_access": "yes", "ever_tried": "never"}


ALL_SEEN = ("overdose", "suicide", "medical", "violence", "child", "psychosis")


def arrive(client: Any, answers: dict[str, Any], seen: tuple[str, ...] = ALL_SEEN) -> Any:
    """Give this client's browser a visit with these answers, emergencies already shown."""
    client.cookies[COOKIE] = seal(Visit(answers, seen))
    return client


def told(client: Any) -> dict[str, Any]:
    """The answers now in the browser's cookie."""
    return unseal(client.cookies[COOKIE].value).answers


def at_random(seed: int) -> dict[str, Any]:
    """A whole path answered by lot, the same for the same seed; every kind of answer comes up, skips included."""
    lot = random.Random(seed)

    def any_answer(question: Question, row: Any) -> Any:
        if question.kind == "many":
            open_options = [o.id for o in question.options if not o.exclusive]
            return lot.sample(open_options, lot.randint(1, min(4, len(open_options))))
        return lot.choice(question.options).id

    calm = {"overdose_now": "no", "danger_signs": ["none"]} if lot.random() < 0.8 else {}
    return walk(calm, any_answer)
