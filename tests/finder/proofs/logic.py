"""The running condition objects as z3 formulas, by a visit to each.

Every raw answer is a yes/no variable: one for each option (and "skip") of each question and row. What a rule reads is
derived from it as in finder.protocol.case: off the path is absent, "not sure" and skipped count as what they count as.
The variables allow more than a browser can send (two rows beyond the three asked), so a proof covers every answer set.
"""

from typing import Any

import z3

from finder.protocol import FLOORS, QUESTIONS, RATINGS, SKIP
from finder.protocol.conditions import (
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
from finder.protocol.shapes import Question


class Logic:
    """`rules` and `floors` may be replaced, to show that a proof can fail."""

    def __init__(self, name: str = "", ratings: Any = RATINGS, floors: Any = FLOORS) -> None:
        self.name, self.ratings, self.floors = name, ratings, floors
        self.facts: list[z3.BoolRef] = []
        self.raw: dict[tuple[str, str], dict[str, z3.BoolRef]] = {}
        self._made: dict[Any, z3.BoolRef] = {}
        self._visited: dict[Condition, z3.BoolRef] = {}
        self._told: dict[Any, z3.BoolRef] = {}
        for question in QUESTIONS:
            for row in [s.id for s in question.subjects] or [""]:
                self._variables(question, row)

    def _variables(self, question: Question, row: str) -> None:
        values = [o.id for o in question.options] + ([SKIP] if question.skippable else [])
        made = {v: z3.Bool(f"{self.name}{question.id}:{row}:{v}") for v in values}
        self.raw[question.id, row] = made
        if question.kind != "many":
            self.facts.append(z3.AtMost(*made.values(), 1))
        elif SKIP in made:
            self.facts.append(
                z3.Implies(made[SKIP], z3.And([z3.Not(b) for v, b in made.items() if v != SKIP]))
            )

    def defined(self, key: Any, make: Any) -> z3.BoolRef:
        """One variable for a formula that is used often."""
        if key not in self._made:
            variable = self._made[key] = z3.Bool(f"{self.name}={len(self._made)}")
            self.facts.append(variable == make())
        return self._made[key]

    def __call__(self, condition: Condition) -> z3.BoolRef:
        """Each object once, and each answer read the same way once: making formulas takes most of a proof's time."""
        if condition not in self._visited:
            self._visited[condition] = self._visit(condition)
        return self._visited[condition]

    def _visit(self, condition: Condition) -> z3.BoolRef:
        match condition:
            case Answered() | Picked() | Skipped():
                key = tuple(
                    str(getattr(condition, part)) for part in condition.__slots__ if part != "question"
                )
                key = (type(condition), condition.question.id, key)
                if key not in self._told:
                    self._told[key] = self.told(condition)
                return self._told[key]
            case RatingAtLeast(rating=rating, n=n):
                return self.rating_at_least(rating, n)
            case LevelAtLeast(n=n):
                return self.level_at_least(n)
            case Named(part=part):
                return self.defined(condition, lambda: self(part))
        return self.joined(condition)

    def told(self, condition: Answered | Picked | Skipped) -> z3.BoolRef:
        match condition:
            case Answered(question=question, of=row, options=options):
                return self.answered(question, row, options)
            case Picked(question=question, option=option):
                return self.picked(question, option)
        return z3.And(self.asked(condition.question, ""), self.raw[condition.question.id, ""][SKIP])

    def joined(self, condition: Condition) -> z3.BoolRef:
        parts = [self(part) for part in condition.parts()]
        match condition:
            case All() | Always():
                return z3.And(parts)
            case Any_():
                return z3.Or(parts)
            case Not():
                return z3.Not(*parts)
            case AtLeast(n=n) | ScoreAtLeast(n=n):
                return z3.PbGe([(part, 1) for part in parts], n)
        raise TypeError(condition)

    def asked(self, question: Question, row: str) -> z3.BoolRef:
        conditions = [question.asked_when, *([question.subject(row).when] if row else [])]
        return self.defined(("asked", question.id, row), lambda: z3.And([self(c) for c in conditions]))

    def answered(self, question: Question, row: str, options: frozenset[str]) -> z3.BoolRef:
        raw = self.raw[question.id, row]
        given = [b for v, b in raw.items() if self.counts_as(question, v, row) in options]
        if question.open_as in options:
            given.append(z3.Not(z3.Or(list(raw.values()))))
        return z3.And(self.asked(question, row), z3.Or(given))

    @staticmethod
    def counts_as(question: Question, value: str, row: str = "") -> str | None:
        return question.counted[value] if value != SKIP else question.skip_option(row) or None

    def picked(self, question: Question, option: str) -> z3.BoolRef:
        raw = self.raw[question.id, ""]
        given = [b for v, b in raw.items() if option in self._picks(question, v)]
        return z3.And(self.asked(question, ""), z3.Or(given))

    @staticmethod
    def _picks(question: Question, value: str) -> set[str]:
        picks = question.skip_as if value == SKIP else (value,)
        return {o for pick in picks for o in (pick, question.counted[pick])}

    def rating_at_least(self, name: str, n: int) -> z3.BoolRef:
        rules = [r for r in self.ratings[name] if r.value >= n]
        return self.defined((name, n), lambda: z3.Or([self(r.when) for r in rules]))

    def level_at_least(self, n: int) -> z3.BoolRef:
        floors = [f for f in self.floors if f.floor >= n]
        return self.defined(("level", n), lambda: z3.Or([self(f.when) for f in floors]))

    def next_at_least(self, n: int) -> z3.BoolRef:
        """The level after an emergency."""
        floors = [f for f in self.floors if not f.kind and f.floor >= n]
        return self.defined(("next", n), lambda: z3.Or([self(f.when) for f in floors]))

    def answers(self, model: z3.ModelRef) -> dict[str, Any]:
        """The answers of a counterexample, as assess() takes them."""
        found: dict[str, Any] = {}
        for question in QUESTIONS:
            for row in [s.id for s in question.subjects] or [""]:
                given = [v for v, b in self.raw[question.id, row].items() if z3.is_true(model[b])]
                if given and question.kind == "each":
                    found.setdefault(question.id, {})[row] = given[0]
                elif given:
                    found[question.id] = (
                        (SKIP if given == [SKIP] else given) if question.kind == "many" else given[0]
                    )
        return found


def counterexample(claim: z3.BoolRef, *logics: Logic) -> z3.ModelRef | None:
    """A model in which the claim is false; None when it is proved. Raises when z3 gives up."""
    solver = z3.SolverFor("QF_FD")
    for logic in logics:
        solver.add(logic.facts)
    solver.add(z3.Not(claim))
    verdict = solver.check()
    if verdict == z3.unknown:
        raise AssertionError(f"z3 gave up: {solver.reason_unknown()}")
    return solver.model() if verdict == z3.sat else None
