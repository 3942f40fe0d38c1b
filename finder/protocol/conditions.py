"""Conditions over answers, as objects. One object does three jobs: it is true or false of a case, it explains
itself in plain words with the answers that made it true, and it translates itself to logic for the proofs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .case import Case
    from .shapes import Question

Key = str  # "age", "frequency:alcohol", "danger_signs:seizure"


class Condition(ABC):
    """True or false of a case. `logic` builds formulas: it offers answered, all, any, negate, count and so on."""

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

    @abstractmethod
    def formula(self, logic: Any) -> Any: ...

    def parts(self) -> tuple[Condition, ...]:
        return ()

    def walk(self) -> Iterator[Condition]:
        """Itself and everything it is made of, ratings and levels not opened."""
        yield self
        for part in self.parts():
            yield from part.walk()

    def __and__(self, other: Condition) -> Condition:
        return All(self, other)

    def __or__(self, other: Condition) -> Condition:
        return Any_(self, other)

    def __invert__(self) -> Condition:
        return Not(self)


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

    def formula(self, logic: Any) -> Any:
        return logic.answered(self.question, self.of, self.options)


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

    def formula(self, logic: Any) -> Any:
        return logic.picked(self.question, self.option)


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

    def formula(self, logic: Any) -> Any:
        return logic.skipped(self.question)


class _Group(Condition):
    __slots__ = ("members",)
    joint = ""

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

    def formula(self, logic: Any) -> Any:
        return logic.all([m.formula(logic) for m in self.members])


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

    def formula(self, logic: Any) -> Any:
        return logic.any([m.formula(logic) for m in self.members])


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

    def formula(self, logic: Any) -> Any:
        return logic.negate(self.part.formula(logic))


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

    def formula(self, logic: Any) -> Any:
        return logic.count(self.n, [m.formula(logic) for m in self.members])


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

    def formula(self, logic: Any) -> Any:
        return logic.count(self.n, [step.formula(logic) for step in self.parts()])


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

    def formula(self, logic: Any) -> Any:
        return logic.named(self)


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

    def formula(self, logic: Any) -> Any:
        return logic.rating_at_least(self.rating, self.n)


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

    def formula(self, logic: Any) -> Any:
        return logic.level_at_least(self.n)


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

    def formula(self, logic: Any) -> Any:
        return logic.all([])


ALWAYS = Always()
