"""Conditions on what has been worked out: a score, a rating, the level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import Condition, Key

if TYPE_CHECKING:
    from ..case import Case


class ScoreAtLeast(Condition):
    """A published score (AUDIT-C, SDS, PHQ-2) reaches n. Each item adds one point for each of its steps that holds."""

    __slots__ = ("items", "n", "name")

    def __init__(self, name: str, n: int, items: tuple[tuple[Condition, ...], ...]) -> None:
        self.name, self.n, self.items = name, n, items

    def holds(self, case: Case) -> bool:
        return self.score(case) >= self.n

    def score(self, case: Case) -> int:
        """Points so far; the steps of an item are in rising order and each implies the one before."""
        total = 0
        for steps in self.items:
            for step in steps:
                if not step.holds(case):
                    break
                total += 1
        return total

    def answers(self, case: Case) -> tuple[Key, ...]:
        firsts = (steps[0] for steps in self.items)
        return tuple(key for step in firsts if step.holds(case) for key in step.answers(case))

    def parts(self) -> tuple[Condition, ...]:
        return tuple(step for steps in self.items for step in steps)

    def words(self) -> str:
        return f"{self.name} score {self.n} or more"

    def data(self) -> Any:
        return {"score": self.name, "at_least": self.n, "items": [[s.data() for s in i] for i in self.items]}


class RatingAtLeast(Condition):
    """One of the five ratings (D1 to D5) is n or higher."""

    __slots__ = ("n", "rating")

    def __init__(self, rating: str, n: int) -> None:
        self.rating, self.n = rating, n

    def holds(self, case: Case) -> bool:
        return case.rating(self.rating) >= self.n

    def answers(self, case: Case) -> tuple[Key, ...]:
        return tuple(key for rule in case.deciding(self.rating) for key in rule.when.answers(case))

    def words(self) -> str:
        return f"{self.rating} is {self.n} or more"

    def data(self) -> Any:
        return {"rating": self.rating, "at_least": self.n}


class LevelAtLeast(Condition):
    """The level of the whole result is this one or more intensive. For messages, tracks and late questions only."""

    __slots__ = ("n", "slug")

    def __init__(self, slug: str, n: int) -> None:
        self.slug, self.n = slug, n

    def holds(self, case: Case) -> bool:
        return case.floor >= self.n

    def answers(self, case: Case) -> tuple[Key, ...]:
        return ()

    def words(self) -> str:
        return f"the level is {self.slug} or more"

    def data(self) -> Any:
        return {"level_at_least": self.slug}
