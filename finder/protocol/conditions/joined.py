"""Conditions made of others: and, or, not, at least n of, and a condition with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import Condition, Key

if TYPE_CHECKING:
    from ..case import Case


class _Group(Condition):
    __slots__ = ("members",)
    joint = ""
    members: tuple[Condition, ...]

    def __init__(self, *members: Condition) -> None:
        flat: list[Condition] = []
        for member in members:
            flat += member.members if type(member) is type(self) else [member]
        self.members = tuple(flat)

    def parts(self) -> tuple[Condition, ...]:
        return self.members

    def words(self) -> str:
        pieces = [f"({m.words()})" if isinstance(m, _Group) else m.words() for m in self.members]
        return f" {self.joint} ".join(pieces)

    def data(self) -> Any:
        return {type(self).__name__.lower().rstrip("_"): [m.data() for m in self.members]}


class All(_Group):
    """Every member holds."""

    __slots__ = ()
    joint = "and"

    def holds(self, case: Case) -> bool:
        for member in self.members:  # noqa: SIM110 - a plain loop is twice as fast, and this runs most
            if not member.holds(case):
                return False
        return True

    def answers(self, case: Case) -> tuple[Key, ...]:
        return tuple(key for m in self.members for key in m.answers(case))


class Any_(_Group):
    """At least one member holds."""

    __slots__ = ()
    joint = "or"

    def holds(self, case: Case) -> bool:
        for member in self.members:  # noqa: SIM110 - as above
            if member.holds(case):
                return True
        return False

    def answers(self, case: Case) -> tuple[Key, ...]:
        return tuple(key for m in self.members if m.holds(case) for key in m.answers(case))


class Not(Condition):
    """The part does not hold. Rules that set a level use it only where a note says why that stays safe."""

    __slots__ = ("part",)

    def __init__(self, part: Condition) -> None:
        self.part = part

    def holds(self, case: Case) -> bool:
        return not self.part.holds(case)

    def answers(self, case: Case) -> tuple[Key, ...]:
        return ()

    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    def words(self) -> str:
        return f"not ({self.part.words()})"

    def data(self) -> Any:
        return {"not": self.part.data()}


class AtLeast(Condition):
    """At least n of the members hold."""

    __slots__ = ("members", "n")

    def __init__(self, n: int, *members: Condition) -> None:
        self.n, self.members = n, members

    def holds(self, case: Case) -> bool:
        missing = self.n
        for member in self.members:
            if member.holds(case):
                missing -= 1
                if missing <= 0:
                    return True
        return False

    def answers(self, case: Case) -> tuple[Key, ...]:
        return tuple(key for m in self.members if m.holds(case) for key in m.answers(case))

    def parts(self) -> tuple[Condition, ...]:
        return self.members

    def words(self) -> str:
        return f"at least {self.n} of: " + "; ".join(m.words() for m in self.members)

    def data(self) -> Any:
        return {"at_least": self.n, "of": [m.data() for m in self.members]}


class Named(Condition):
    """A condition with a name of its own, worked out once per case."""

    __slots__ = ("name", "part")

    def __init__(self, name: str, part: Condition) -> None:
        self.name, self.part = name, part

    def holds(self, case: Case) -> bool:
        memo = case.memo
        known = memo.get(self)
        if known is None:
            known = memo[self] = self.part.holds(case)
        return known

    def answers(self, case: Case) -> tuple[Key, ...]:
        return self.part.answers(case)

    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    def words(self) -> str:
        return self.name

    def data(self) -> Any:
        return {"named": self.name, "is": self.part.data()}
