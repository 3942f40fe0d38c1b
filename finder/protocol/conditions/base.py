"""What every condition can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..case import Case

Key = str  # "age", "frequency:alcohol", "danger_signs:seizure"


class Condition(ABC):
    """True or false of a case."""

    __slots__ = ()

    @abstractmethod
    def holds(self, case: Case) -> bool: ...

    @abstractmethod
    def answers(self, case: Case) -> tuple[Key, ...]:
        """The answers that made it true; asked only of a condition that holds."""

    @abstractmethod
    def words(self) -> str:
        """The condition for a reader who has not answered anything."""

    @abstractmethod
    def data(self) -> Any:
        """JSON; the published copy and the rule-set version are made from it."""

    def parts(self) -> tuple[Condition, ...]:
        return ()

    def walk(self) -> Iterator[Condition]:
        """Itself and everything it is made of, ratings and levels not opened."""
        yield self
        for part in self.parts():
            yield from part.walk()

    def __and__(self, other: Condition) -> Condition:
        from .joined import All

        return All(self, other)

    def __or__(self, other: Condition) -> Condition:
        from .joined import Any_

        return Any_(self, other)

    def __invert__(self) -> Condition:
        from .joined import Not

        return Not(self)


class Always(Condition):
    """True of every case."""

    __slots__ = ()

    def holds(self, case: Case) -> bool:
        return True

    def answers(self, case: Case) -> tuple[Key, ...]:
        return ()

    def words(self) -> str:
        return "always"

    def data(self) -> Any:
        return "always"


ALWAYS = Always()
