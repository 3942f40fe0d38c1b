"""A small cast for the questionnaire: answers by person, and ways to walk a whole path."""

import random
from collections.abc import Callable
from typing import Any

from finder import protocol
from finder.answers import COOKIE, Visit, seal, unseal
from finder.protocol import SKIP, Question

Choose = Callable[[Question], Any]


def walk(
    choose: dict[str, Any] | None = None, default: Callable[[Question, Any], Any] | None = None
) -> dict[str, Any]:
    """Answer every question of the path: from `choose` where it has one, else by `default` (the mildest)."""
    answers: dict[str, Any] = {}
    while (question := protocol.next_question(answers)) is not None:
        assert question.id not in answers, f"not an answer to {question.id}: {answers[question.id]!r}"
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


ALL_SEEN = protocol.ORDER_OF_ACTING


def arrive(client: Any, answers: dict[str, Any], seen: tuple[str, ...] = ALL_SEEN) -> Any:
    """Give this client's browser a visit with these answers, emergencies already shown."""
    client.cookies[COOKIE] = seal(Visit(answers, seen))
    return client


def place(question: str, answers: dict[str, Any]) -> int:
    """The place of the first page with this question on the path of these answers."""
    found = (n for n, p in enumerate(protocol.pages(answers), 1) if question in [q.id for q in p.questions])
    return next(found)


def boxes(names: Any, answers: dict[str, Any]) -> list[tuple[str, str]]:
    """(field, value) for each box that these items take from the answers; "skip" has no box."""
    chosen = []
    for name in names:
        question, _, row = name.partition("-")
        answer = answers[question]
        if row:
            answer = answer if isinstance(answer, str) else answer[row]
        chosen += [(name, option) for option in ([answer] if isinstance(answer, str) else answer)]
    return [(name, option) for name, option in chosen if option != SKIP]


def sent(answers: dict[str, Any], *questions: str, **more: Any) -> dict[str, Any]:
    """What a browser sends for a page with these questions: the items, and the boxes chosen in them."""
    items = [protocol.item_name(i) for i in protocol.asked(answers) if i.question.id in questions]
    form: dict[str, Any] = {"item": items, "action": "answer"}
    for name, option in boxes(items, answers):
        form.setdefault(name, []).append(option)
    return form | more


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
