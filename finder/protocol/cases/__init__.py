"""Named cases, written from the guidelines: what a person answers, and what must come out. A clinician can read them.

Each .toml file here has [people] (answers that several cases start from) and [[case]] entries. What a case does
not mention is answered in the mildest way. `rules` are among those that set the level; `messages` and `tracks`
(adjuncts too) are among those given, `first` is the first message and `then` those right after it, `kinds` are the
kinds of emergency in the order of acting, `without` lists what must not appear.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..case import Case
from ..path import next_question
from ..shapes import Question

FOLDER = Path(__file__).parent
NO_RANK = {
    "moud_status": "never",
    "respondent": "self",
    "age": "age_26_64",
}  # the mildest where ranks do not tell


@dataclass(frozen=True)
class NamedCase:
    file: str
    name: str
    why: str
    sources: tuple[int, ...]
    answers: dict[str, Any]
    level: str
    next_level: str | None = None
    rules: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    first: str = ""
    then: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@cache
def named_cases() -> tuple[NamedCase, ...]:
    """Every case, with all its answers filled in."""
    return tuple(case for path in sorted(FOLDER.glob("*.toml")) for case in _read(path))


def _read(path: Path) -> list[NamedCase]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    people = content.get("people", {})
    return [_case(path.stem, dict(entry), people) for entry in content["case"]]


def _case(file: str, entry: dict[str, Any], people: dict[str, Any]) -> NamedCase:
    base = people[entry.pop("person")] if "person" in entry else {}
    lists = {k: tuple(v) for k, v in entry.items() if isinstance(v, list)}
    answers = completed(_over(base, entry.pop("answers", {})))
    return NamedCase(file=file, answers=answers, **{**entry, **lists})


def _over(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """The person's answers with the case's own over them, row by row."""
    merged = dict(base)
    for question, answer in more.items():
        both = isinstance(answer, dict) and isinstance(merged.get(question), dict)
        merged[question] = {**merged[question], **answer} if both else answer
    return merged


def completed(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with the mildest one to every question on the path that was left open."""
    full = dict(answers)
    while (question := next_question(full)) is not None:
        full[question.id] = _mildest(question, full)
    return full


def _mildest(question: Question, answers: dict[str, Any]) -> Any:
    option = NO_RANK.get(question.id) or min(question.options, key=lambda o: (o.rank, bool(o.counts_as))).id
    if question.kind == "many":
        return [next(o.id for o in question.options if o.exclusive and o.rank == 0 and o.id != "not_sure")]
    if question.kind == "each":
        rows = Case(answers).rows[question.id]
        return {**{row.id: option for row in rows}, **answers.get(question.id, {})}
    return option
