"""One visitor's answers as the rules see them: only answers on the path, "not sure" and skipped read as what they
count as. An answer off the path counts as absent, and so does one that is not an option.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .conditions import Condition, Key
from .decision import FLOORS
from .questions import QUESTIONS
from .ratings import RATINGS
from .shapes import SKIP, FloorRule, Question, Rule, Subject

Answers = Mapping[str, Any]


class Case:
    """`values`: key -> the option the rules read. `said`: key -> what was answered, "skip" included."""

    def __init__(self, answers: Answers) -> None:
        self.values: dict[Key, str] = {}
        self.said: dict[Key, str] = {}
        self.skipped: set[str] = set()
        self.memo: dict[Condition, bool] = {}
        self.phrases: dict[Key, str] = {}
        self.asked: list[Question] = []
        self.rows: dict[str, tuple[Subject, ...]] = {}
        self._ratings: dict[str, int] = {}
        self._deciding: dict[str, tuple[Rule, ...]] = {}
        self._floor: int | None = None
        self._read(answers)

    def _read(self, answers: Answers) -> None:
        for question in QUESTIONS:
            if not question.asked_when.holds(self):
                continue
            answer = answers.get(question.id)
            if question.kind == "each":
                self._read_each(question, answer)
                continue
            self.asked.append(question)
            if answer is not None:
                (self._read_one if question.kind == "one" else self._read_many)(question, answer)

    def _read_one(self, question: Question, answer: Any) -> None:
        self._note(question, question.id, answer)
        if answer == SKIP and question.skippable:
            self.skipped.add(question.id)

    def _read_many(self, question: Question, answer: Any) -> None:
        if answer in (SKIP, [SKIP]) and question.skippable:
            self.skipped.add(question.id)
            self.said[question.id] = SKIP
            picks: Any = question.skip_as
        else:
            picks = answer if isinstance(answer, list | tuple) else ()
        for pick in picks:
            if question.has_option(pick):
                for option in dict.fromkeys((pick, question.counted[pick])):
                    self.values[f"{question.id}:{option}"] = "yes"
                    self.said[f"{question.id}:{option}"] = SKIP if question.id in self.skipped else pick

    def _read_each(self, question: Question, answer: Any) -> None:
        rows = tuple(s for s in question.subjects if s.when.holds(self))
        if not rows:
            return
        given = answer if isinstance(answer, Mapping) else {}
        self.asked.append(question)
        self.rows[question.id] = rows
        if answer == SKIP:
            self.skipped.add(question.id)
            given = {s.id: SKIP for s in rows}
        for row in rows:
            key = f"{question.id}:{row.id}"
            self._note(question, key, given.get(row.id), row.id)
            if question.open_as:
                self.values.setdefault(key, question.open_as)

    def _note(self, question: Question, key: Key, answer: Any, row: str = "") -> None:
        if answer == SKIP and question.skippable:
            self.said[key] = SKIP
            if counted := question.skip_option(row):
                self.values[key] = counted
        elif question.has_option(answer):
            self.said[key] = answer
            self.values[key] = question.counted[answer]

    def rating(self, name: str) -> int:
        """0 to 4: the highest rule that holds."""
        known = self._ratings.get(name)
        if known is None:
            rules = RATINGS[name]  # highest first
            known = self._ratings[name] = next((r.value for r in rules if r.when.holds(self)), 0)
        return known

    def rules_at(self, name: str, value: int) -> tuple[Rule, ...]:
        """The rules of a rating that hold and ask for this value or more."""
        return tuple(r for r in RATINGS[name] if r.value >= value and r.when.holds(self))

    def deciding(self, name: str) -> tuple[Rule, ...]:
        """The rules that hold and give the rating its value."""
        known = self._deciding.get(name)
        if known is None:
            value = self.rating(name)
            rules = (r for r in RATINGS[name] if r.value == value and r.when.holds(self))
            known = self._deciding[name] = tuple(rules)
        return known

    @property
    def floor(self) -> int:
        """The highest floor: a LevelOfCare number."""
        if self._floor is None:
            self._floor = next(f.floor for f in FLOORS if f.when.holds(self))
        return self._floor

    def floors(self) -> tuple[FloorRule, ...]:
        """Every decision rule that holds, highest first."""
        return tuple(f for f in FLOORS if f.when.holds(self))

    @property
    def respondent(self) -> str:
        return self.values.get("respondent", "self")
