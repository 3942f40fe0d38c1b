"""The rules on answers that are not all given yet: each condition is surely true, surely false, or open.

A question without an answer is open, whatever it would count as, and may stay without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .case import Answers
from .conditions import Condition
from .flat import Asking, Flat
from .outcomes import DECISIVE, OUTCOMES
from .shapes import SKIP

FLAT = Flat()
_BIT_OF = {outcome: FLAT.bit(outcome) for outcome in OUTCOMES}
ASKINGS: tuple[Asking, ...] = tuple(a for rows in FLAT.askings.values() for a in rows.values())
_LEAVES = sum(a.leaves for a in ASKINGS)
_FROM_THE_TOP = tuple(reversed(FLAT.nodes))


class Threefold(NamedTuple):
    """`sure`: the bits that hold whatever is still answered. `possible`: those that still may."""

    sure: int
    possible: int

    def holds(self, outcome: Condition) -> bool | None:
        """None while it is open."""
        bit = _BIT_OF[outcome]
        return True if self.sure & bit else None if self.possible & bit else False

    def asked(self) -> tuple[Asking, ...]:
        """What is asked, however the rest is answered."""
        return tuple(a for a in ASKINGS if a.asked & self.sure)

    def matters(self) -> tuple[Asking, ...]:
        """What is asked, has no answer, and could still change an outcome."""
        return self._reached_from(OUTCOMES)

    def decides(self) -> tuple[Asking, ...]:
        """The same for the level, the next one, emergencies and safety messages."""
        return self._reached_from(DECISIVE)

    def _reached_from(self, outcomes: tuple[Condition, ...]) -> tuple[Asking, ...]:
        """From what is open down through what is open, past the conditions under which something is asked."""
        unsettled = self.possible ^ self.sure
        reached = sum({_BIT_OF[outcome] for outcome in outcomes}) & unsettled
        for bit, parts, _, _ in _FROM_THE_TOP if reached else ():
            if reached & bit:
                reached |= parts & unsettled
        return tuple(a for a in ASKINGS if a.leaves & reached and a.asked & self.sure)


def read(answers: Answers) -> Threefold:
    sure = known = 0
    for asking, values in given(answers):
        known |= asking.leaves
        for value in values:
            sure |= asking.reads[value]
    possible = _LEAVES & ~known | sure
    for bit, parts, need, negated in FLAT.nodes:
        if negated:
            if not sure & parts:
                possible |= bit
                if not possible & parts:
                    sure |= bit
        elif (possible & parts).bit_count() >= need:
            possible |= bit
            if (sure & parts).bit_count() >= need:
                sure |= bit
    return Threefold(sure, possible)


def given(answers: Answers) -> Iterator[tuple[Asking, tuple[str, ...]]]:
    """Every question and row with an answer, or skipped. What is no answer counts as none."""
    for question_id, answer in answers.items():
        for row, asking in FLAT.askings.get(question_id, {}).items():
            values = _values(asking, _in_row(answer, row) if row else answer)
            if values:
                yield asking, values


def _in_row(answer: Any, row: str) -> Any:
    """A question with rows can also be skipped whole."""
    return answer.get(row) if isinstance(answer, Mapping) else SKIP if answer == SKIP else None


def _values(asking: Asking, answer: Any) -> tuple[str, ...]:
    if asking.question.kind != "many":
        return (answer,) if isinstance(answer, str) and answer in asking.reads else ()
    if answer in (SKIP, [SKIP]):
        return (SKIP,) if asking.question.skippable else ()
    picks = answer if isinstance(answer, list | tuple) else ()
    return tuple(p for p in picks if asking.question.has_option(p))
