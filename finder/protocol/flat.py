"""The running conditions laid flat: visited once, equal ones kept once, parts before what they are parts of.

A node holds when enough of its parts hold (all, one or n of them), or, negated, when its part does not. Every node
and every leaf is one bit of a number, so that reading all of them is a single short pass (see threefold).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .conditions import (
    All,
    Always,
    Answered,
    Any_,
    AtLeast,
    Condition,
    LevelAtLeast,
    Named,
    Not,
    Picked,
    RatingAtLeast,
    ScoreAtLeast,
    Skipped,
)
from .decision import FLOORS
from .questions import QUESTIONS
from .ratings import RATINGS
from .shapes import SKIP, Question


class Node(NamedTuple):
    bit: int
    parts: int
    need: int
    negated: bool


@dataclass
class Asking:
    """One question, or one row of it. `asked`: the node under which it is asked; `leaves`: what is read from it;
    `reads`: for each thing that can be answered, the leaves that it makes true."""

    question: Question
    row: str
    reads: dict[str, int]
    asked: int = 0
    leaves: int = 0


@dataclass
class Flat:
    """`askings`: question id -> row ("" where there are none) -> what is asked."""

    nodes: list[Node] = field(default_factory=list)
    askings: dict[str, dict[str, Asking]] = field(default_factory=dict)
    _size: int = 0
    _bits: dict[Any, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for question in QUESTIONS:
            values = [o.id for o in question.options] + [SKIP] * question.skippable
            rows = self.askings[question.id] = {}
            for row in [s.id for s in question.subjects] or [""]:
                asking = rows[row] = Asking(question, row, dict.fromkeys(values, 0))
                gates = (question.asked_when, question.subject(row).when) if row else (question.asked_when,)
                asking.asked = self._all(self.bit(gate) for gate in gates)

    def bit(self, condition: Condition) -> int:
        """The node of a condition."""
        if condition not in self._bits:
            self._bits[condition] = self._visited(condition)
        return self._bits[condition]

    def _visited(self, condition: Condition) -> int:
        match condition:
            case Answered() | Picked() | Skipped():
                return self._told(condition)
            case RatingAtLeast(rating=rating, n=n):
                return self._any(self.bit(r.when) for r in RATINGS[rating] if r.value >= n)
            case LevelAtLeast(n=n):
                return self._any(self.bit(f.when) for f in FLOORS if f.floor >= n)
            case Named(part=part):
                return self.bit(part)
        return self._joined(condition, [self.bit(part) for part in condition.parts()])

    def _joined(self, condition: Condition, parts: list[int]) -> int:
        match condition:
            case All() | Always():
                return self._all(parts)
            case Any_():
                return self._any(parts)
            case Not():
                return self._node(1, parts, negated=True)
            case AtLeast(n=n) | ScoreAtLeast(n=n):
                if len(set(parts)) < len(parts):
                    raise ValueError(f"the same part counts twice: {condition.words()}")
                return self._node(n, parts)
        raise TypeError(condition)

    def _all(self, parts: Iterable[int]) -> int:
        each = set(parts) - {self._bits.get("always", 0)}
        return each.pop() if len(each) == 1 else self._node(len(each), each)

    def _any(self, parts: Iterable[int]) -> int:
        each = set(parts)
        return each.pop() if len(each) == 1 else self._node(1, each)

    def _node(self, need: int, parts: Iterable[int], negated: bool = False) -> int:
        joined = sum(parts)
        key = (need, joined, negated) if joined else "always" if not need else "never"
        if key not in self._bits:
            self._bits[key] = self._new()
            self.nodes.append(Node(self._bits[key], joined, need, negated))
        return self._bits[key]

    def _new(self) -> int:
        self._size += 1
        return 1 << (self._size - 1)

    def _told(self, condition: Answered | Picked | Skipped) -> int:
        """An answer counts only where it is asked."""
        row = condition.of if isinstance(condition, Answered) else ""
        asking = self.askings[condition.question.id][row]
        true = frozenset(v for v in asking.reads if _makes_true(v, condition))
        key = (condition.question, row, true)
        if key not in self._bits:
            leaf = self._bits[key] = self._new()
            asking.leaves |= leaf
            for value in true:
                asking.reads[value] |= leaf
        return self._all((asking.asked, self._bits[key]))


def _makes_true(value: str, condition: Answered | Picked | Skipped) -> bool:
    """Whether this answer to its question makes the condition true, where it is asked."""
    question = condition.question
    match condition:
        case Answered(options=options, of=row):
            return (question.skip_option(row) if value == SKIP else question.counted[value]) in options
        case Picked(option=option):
            given = question.skip_as if value == SKIP else (value,)
            return any(option in (v, question.counted[v]) for v in given)
    return value == SKIP
