"""Conditions on one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import Condition, Key

if TYPE_CHECKING:
    from ..case import Case
    from ..shapes import Question


class Answered(Condition):
    """One of these options was given (or counted, for "not sure" and skipped). `of`: the subject, if one."""

    __slots__ = ("key", "of", "options", "question")

    def __init__(self, question: Question, options: frozenset[str], of: str = "") -> None:
        self.question, self.options, self.of = question, options, of
        self.key: Key = f"{question.id}:{of}" if of else question.id

    def holds(self, case: Case) -> bool:
        return case.values.get(self.key) in self.options

    def answers(self, case: Case) -> tuple[Key, ...]:
        return (self.key,)

    def words(self) -> str:
        subject = f", {self.question.subject(self.of).label}" if self.of else ""
        said = " or ".join(f"“{o.label}”" for o in self.question.options if o.id in self.options)
        return f"{self.question.topic}{subject}: {said}"

    def data(self) -> Any:
        shown = [o.id for o in self.question.options if o.id in self.options]
        return {"answered": self.key, "one_of": shown}


class Picked(Condition):
    """This option of a question with many choices was picked."""

    __slots__ = ("key", "option", "question")

    def __init__(self, question: Question, option: str) -> None:
        self.question, self.option = question, option
        self.key: Key = f"{question.id}:{option}"

    def holds(self, case: Case) -> bool:
        return self.key in case.values

    def answers(self, case: Case) -> tuple[Key, ...]:
        return (self.key,)

    def words(self) -> str:
        return f"{self.question.topic}: “{self.question.option(self.option).label}”"

    def data(self) -> Any:
        return {"picked": self.key}


class Skipped(Condition):
    """The question was left unanswered on purpose."""

    __slots__ = ("question",)

    def __init__(self, question: Question) -> None:
        self.question = question

    def holds(self, case: Case) -> bool:
        return self.question.id in case.skipped

    def answers(self, case: Case) -> tuple[Key, ...]:
        return (self.question.id,)

    def words(self) -> str:
        return f"{self.question.topic}: skipped"

    def data(self) -> Any:
        return {"skipped": self.question.id}
