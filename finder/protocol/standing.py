"""Where a visitor stands: what is settled already, and which questions could still change something.

A question that could not is not asked: whatever its answer, the result is the same (16.27).
"""

from dataclasses import dataclass
from typing import NamedTuple

from facilities.levels import LevelOfCare

from .case import Answers
from .flat import Asking
from .outcomes import LEVELS
from .shapes import Question
from .threefold import Threefold, read


class Item(NamedTuple):
    """One thing to answer: a question, or one row of it."""

    question: Question
    row: str = ""


@dataclass(frozen=True)
class Standing:
    """`asked`: what is on the path, answered or not. `open`: what of it has no answer yet and could still change the
    result. `decisive`: what of that could change the level, the next level, an emergency or a safety message.
    `level`: once it is settled. All in the order of the questions."""

    asked: tuple[Item, ...]
    open: tuple[Item, ...]
    decisive: tuple[Item, ...]
    level: LevelOfCare | None

    @property
    def decided(self) -> bool:
        """Level, next level, emergencies and safety messages are settled."""
        return not self.decisive


def standing(answers: Answers) -> Standing:
    reading = read(answers)
    return Standing(
        _items(reading.asked()), _items(reading.matters()), _items(reading.decides()), _level(reading)
    )


def open_questions(answers: Answers) -> tuple[Item, ...]:
    """What is asked, has no answer yet and could still change the result."""
    return _items(read(answers).matters())


def _items(askings: tuple[Asking, ...]) -> tuple[Item, ...]:
    return tuple(Item(a.question, a.row) for a in askings)


def _level(reading: Threefold) -> LevelOfCare | None:
    held = {level: reading.holds(reaches) for level, reaches in LEVELS.items()}
    if None in held.values():
        return None
    return max((level for level, reaches in held.items() if reaches), default=min(LevelOfCare))
