"""What is proved is what runs: z3's verdict on generated answers equals assess()."""

import os
import random
from typing import Any

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from facilities.levels import LevelOfCare
from finder.protocol import FLOORS, MESSAGES, QUESTIONS, RATINGS, SKIP, TRACKS, assess
from finder.protocol.case import Case

from .logic import Logic

LOGIC = Logic()
VERDICTS = {
    **{f"level {n}": LOGIC.level_at_least(n) for n in range(1, 8)},
    **{f"next {n}": LOGIC.next_at_least(n) for n in range(1, 7)},
    **{f"{name} {n}": LOGIC.rating_at_least(name, n) for name in RATINGS for n in range(1, 5)},
    **{f"rule {r.id}": LOGIC(r.when) for rules in RATINGS.values() for r in rules},
    **{f"floor {f.id}": LOGIC(f.when) for f in FLOORS},
    **{f"message {code}": LOGIC(m.when) for code, m in MESSAGES.items()},
    **{f"track {t.id}": LOGIC(t.when) for t in TRACKS.values()},
}


CALM: dict[str, list[Any]] = {
    "overdose_now": ["no"],
    "danger_signs": [["none"], ["none"], ["none"], ["not_sure"]],
    "suicide": ["no", "no", "no", "thoughts", "method", "prefer_not"],
    "ever_tried": ["never", "never", "past"],
    "violence": ["no", "no", "being_hurt"],
    "child_risk": ["no", "worried"],
    "psychosis": ["no", "no", "no", "treated", "not_sure"],
    "age": ["age_16_17", "age_26_64", "age_65_plus"],
    "medical": ["none", "stable", "watching", "unstable", SKIP],
}


def generated(chance: random.Random) -> dict[str, Any]:
    """Answers along the path, as a visitor gives them, with some off the path and some left out."""
    answers: dict[str, Any] = {}
    calm = chance.random() < 0.8  # most people are in no emergency; otherwise nearly every case would be one
    mild = chance.choice(
        [0.0, 0.3, 0.6, 0.8]
    )  # how often the answer is a mild one, so that every level comes up
    for question in QUESTIONS:
        if chance.random() < 0.08:
            continue
        if calm and question.id in CALM:
            answers[question.id] = chance.choice(CALM[question.id])
            continue
        skip = [SKIP] if question.skippable and chance.random() < 0.1 else []
        options = mild_ones(question) if chance.random() < mild else [o.id for o in question.options] + skip
        if question.kind == "one":
            answers[question.id] = chance.choice(options)
        elif question.kind == "each":
            milder = mild_ones(question)
            rows = {
                s.id: chance.choice(milder if chance.random() < mild else options)
                for s in question.subjects
                if chance.random() < 0.8
            }
            answers[question.id] = SKIP if skip and chance.random() < 0.3 else rows
        else:
            answers[question.id] = SKIP if skip and chance.random() < 0.3 else picks(question, chance)
    return answers


def mild_ones(question: Any) -> list[str]:
    least = min(o.rank for o in question.options)
    return [o.id for o in question.options if o.rank <= least + (question.id == "frequency")]


def picks(question: Any, chance: random.Random) -> list[str]:
    alone = [o.id for o in question.options if o.exclusive]
    if alone and chance.random() < 0.3:
        return [chance.choice(alone)]
    others = [o.id for o in question.options if not o.exclusive]
    return chance.sample(others, k=chance.choice([1, 1, 2, 2, 3, 4]))


class Solver:
    """The verdicts as a function of the answers: z3 evaluates its formulas on one assignment."""

    def __init__(self, logic: Logic, verdicts: dict[str, z3.BoolRef]) -> None:
        self.solver = z3.SolverFor("QF_FD")
        self.names = {name: z3.Bool(f"verdict {name}") for name in verdicts}
        self.solver.add([self.names[name] == formula for name, formula in verdicts.items()])
        self.solver.add(logic.facts)
        self.literals = {k: {v: (b, z3.Not(b)) for v, b in values.items()} for k, values in logic.raw.items()}

    def verdicts(self, answers: dict[str, Any], *also: z3.BoolRef) -> dict[str, bool]:
        assert self.solver.check(*self.given(answers), *also) == z3.sat
        model = self.solver.model()
        return {name: z3.is_true(model[variable]) for name, variable in self.names.items()}

    def given(self, answers: dict[str, Any]) -> list[z3.BoolRef]:
        rows_asked = Case(answers).rows
        literals = []
        for (question_id, row), values in self.literals.items():
            answer = answers.get(question_id)
            if answer == SKIP and row:
                answer = {s.id: SKIP for s in rows_asked.get(question_id, ())}
            if row:
                answer = (answer or {}).get(row)
            chosen = answer if isinstance(answer, list) else [answer]
            literals += [yes if value in chosen else no for value, (yes, no) in values.items()]
        return literals


SOLVER = Solver(LOGIC, VERDICTS)


def as_assessed(answers: dict[str, Any]) -> dict[str, bool]:
    result, case = assess(answers), Case(answers)
    level = LevelOfCare.from_slug(result.level)
    after = LevelOfCare.from_slug(result.next_level or result.level)
    return {
        **{f"level {n}": level >= n for n in range(1, 8)},
        **{f"next {n}": after >= n for n in range(1, 7)},
        **{f"{name} {n}": value >= n for name, value in result.ratings.items() for n in range(1, 5)},
        **{f"rule {r.id}": r.when.holds(case) for rules in RATINGS.values() for r in rules},
        **{f"floor {f.id}": f.when.holds(case) for f in FLOORS},
        **{f"message {code}": code in result.messages for code in MESSAGES},
        **{f"track {t}": t in result.tracks for t in TRACKS},
    }


@pytest.mark.fuzz
@settings(max_examples=10_000 if os.environ.get("FUZZ") else 100)
@given(st.integers(0, 2**32))
def test_z3_and_assess_agree(seed):
    answers = generated(random.Random(seed))
    proved, ran = SOLVER.verdicts(answers), as_assessed(answers)
    assert {k for k in ran if ran[k] != proved[k]} == set(), answers
