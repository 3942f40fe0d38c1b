"""Invariants that compare two answer sets: what may raise, lower or not touch the level."""

from itertools import pairwise

import z3

from finder.protocol import QUESTIONS, SKIP, question
from finder.protocol.questions.use import withdrawal
from finder.protocol.ratings.use import FAILED_INTENSIVE
from finder.protocol.substances import GROUP_OF, SEDATIVES, SUPPLIED
from finder.protocol.terms.care import NO_ONE_THERE
from finder.protocol.terms.people import UNSTABLE_BODY

from .claims import claim, next_rises, no_milder, rises, said, same_answers, same_level, two_cases
from .logic import Logic
from .world import World

SELF_REPORT = (
    "phq_interest",
    "phq_mood",
    "sds_control",
    "sds_anxious",
    "sds_worry",
    "sds_stop",
    "sds_difficult",
)


class FreeRatings(Logic):
    """The ratings are anything, the answers are those of another logic: for the decision table alone."""

    def __init__(self, name: str, answers: Logic, world: World) -> None:
        super().__init__(name, world.ratings, world.floors)
        self.raw, self.facts = answers.raw, []
        for d in self.ratings:
            steps = [self.rating_at_least(d, n) for n in range(1, 5)]
            self.facts += [z3.Implies(high, low) for low, high in pairwise(steps)]

    def rating_at_least(self, name: str, n: int) -> z3.BoolRef:
        return z3.Bool(f"{self.name}{name}>={n}")


@claim("2 monotone in the ratings")
def ratings_rise(world: World) -> tuple[z3.BoolRef, tuple[Logic, ...]]:
    """Raising any rating never lowers the level, whatever the answers."""
    answers = world.logic()
    a, b = FreeRatings("a.", answers, world), FreeRatings("b.", answers, world)
    higher = [
        z3.Implies(a.rating_at_least(d, n), b.rating_at_least(d, n)) for d in a.ratings for n in range(1, 5)
    ]
    return z3.Implies(z3.And(higher), z3.And(rises(a, b), next_rises(a, b))), (a, b)


@claim("3 monotone in the answers")
@two_cases
def answers_rise(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Raising answers in severity, one or many, never lowers the level."""
    return z3.Implies(no_milder(a, b), rises(a, b))


@claim("41 next level monotone")
@two_cases
def next_level_rises(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Raising answers in severity never lowers the level after an emergency."""
    return z3.Implies(no_milder(a, b), next_rises(a, b))


@claim("4 not sure is not no")
@two_cases
def unsure(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Where a has the mildest answer, or "no", and b is not sure or skipped, the level is never lower."""
    parts = []
    for q in QUESTIONS:
        for row in [s.id for s in q.subjects] or [""]:
            one, other = a.raw[q.id, row], b.raw[q.id, row]
            same = z3.And([one[v] == other[v] for v in one])
            parts.append(z3.Or(same, z3.And(_only(one, _no_answers(q)), _only(other, _unsure_answers(q)))))
    return z3.Implies(z3.And(parts), rises(a, b))


def _no_answers(q) -> list[str]:
    if q.id == "moud_status":
        return ["never"]  # its options have no order
    if q.id == "age":
        return ["age_18_25", "age_26_64"]  # teens have a rule of their own (16.18)
    return [o.id for o in q.options if o.rank == 0 or o.id == "no"]


def _unsure_answers(q) -> list[str]:
    unsure = [o.id for o in q.options if o.counts_as or o.id in ("not_sure", "prefer_not", "street")]
    return unsure + ([SKIP] if q.skippable and q.id != "respondent" else [])


def _only(values: dict, allowed: list[str]) -> z3.BoolRef:
    """Exactly one value was given, one of these."""
    given = [b for v, b in values.items() if v in allowed]
    others = [z3.Not(b) for v, b in values.items() if v not in allowed]
    return z3.And(z3.Or(given), z3.AtMost(*given, 1), *others) if given else z3.BoolVal(False)


@claim("14 preferences")
@two_cases
def preferences(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Readiness, insurance, barriers, privacy, naloxone, injecting, a prescriber and worry never change the level."""
    free = [q.id for q in QUESTIONS if q.section == "C"]
    free += ["veteran", "has_naloxone", "injecting", "prescriber_help", "worried"]
    return z3.Implies(same_answers(a, b, tuple(free)), same_level(a, b))


@claim("14 transport")
@two_cases
def transport(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Less transport never lowers the level."""
    worse = z3.Or(
        said(b, "transport", "none"), z3.And(said(b, "transport", "limited"), said(a, "transport", "yes"))
    )
    return z3.Implies(z3.And(same_answers(a, b, ("transport",)), worse), rises(a, b))


@claim("15 sex and age")
@two_cases
def demographics(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Sex (apart from pregnancy), age from 18 to 64 and service never change the level; 12 to 17 never lowers it."""
    adults, teens = ("age_18_25", "age_26_64"), ("age_12_15", "age_16_17")
    a_adult, b_adult, b_teen = said(a, "age", *adults), said(b, "age", *adults), said(b, "age", *teens)
    not_pregnant = z3.Not(said(a, "pregnancy", "past_year", "pregnant", "not_sure", "skip"))
    same = same_answers(a, b, ("sex", "age", "veteran"))
    among_adults = z3.Implies(z3.And(a_adult, b_adult), same_level(a, b))
    as_a_teen = z3.Implies(z3.And(a_adult, b_teen), rises(a, b))
    return z3.Implies(z3.And(same, not_pregnant), z3.And(among_adults, as_a_teen))


@claim("16 client as self")
@two_cases
def client(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """For a client the level is the same as for oneself."""
    who = z3.And(said(a, "respondent", "self"), said(b, "respondent", "client"))
    return z3.Implies(z3.And(same_answers(a, b, ("respondent",)), who), same_level(a, b))


@claim("16 and 40 family as self")
@two_cases
def family(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """For family the level is that of the same answers with PHQ-2 and SDS at their lowest, whatever they hold;
    but for a failed program with many hours, where what relatives see stands for the SDS (16.17)."""
    lowest = [
        z3.Not(variable)
        for q in SELF_REPORT
        for row in [s.id for s in question(q).subjects] or [""]
        for value, variable in a.raw[q, row].items()
        if value == SKIP or question(q).option(value).rank > 0
    ]
    who = z3.And(said(a, "respondent", "self"), said(b, "respondent", "family"))
    same = same_answers(a, b, ("respondent", *SELF_REPORT))
    return z3.Implies(z3.And(same, who, z3.Not(b(FAILED_INTENSIVE)), *lowest), same_level(a, b))


@claim("20 medicine for opioid use never lowers")
@two_cases
def on_moud(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Taking medicine for opioid use now never gives a lower level than not taking it."""
    now = z3.And(z3.Not(said(a, "moud_status", "now")), said(b, "moud_status", "now"))
    picked = z3.And(said(b, "substances", "moud"), z3.Not(said(b, "substances", "skip", "none")))
    others = [
        a.raw["substances", ""][v] == b.raw["substances", ""][v]
        for v in a.raw["substances", ""]
        if v != "moud"
    ]
    same = z3.And(same_answers(a, b, ("moud_status", "substances")), *others)
    keeps = a.raw["substances", ""]["moud"] == b.raw["substances", ""]["moud"]
    unchanged = z3.And(
        [a.raw["moud_status", ""][v] == b.raw["moud_status", ""][v] for v in a.raw["moud_status", ""]]
    )
    return z3.Implies(z3.And(same, z3.Or(z3.And(now, keeps), z3.And(picked, unchanged))), rises(a, b))


@claim("23 scores are no emergency")
@two_cases
def scores(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """PHQ-2, AUDIT-C, SDS and the alcohol signs never make or undo an emergency, and more never lowers the level."""
    tests = (*SELF_REPORT, "audit_frequency", "audit_drinks", "audit_six", "alcohol_history")
    same_emergency = a.level_at_least(7) == b.level_at_least(7)
    return z3.Implies(same_answers(a, b, tests), same_emergency)


@claim("25 adding a substance")
@two_cases
def adding(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Adding a substance never lowers the level."""
    one, other = a.raw["substances", ""], b.raw["substances", ""]
    more = z3.And([z3.Implies(one[v], other[v]) for v in one if v not in ("none", SKIP)])
    named = z3.And(z3.Not(one[SKIP]), z3.Not(other[SKIP]))
    return z3.Implies(z3.And(same_answers(a, b, ("substances",)), more, named), rises(a, b))


@claim("31 next level of an emergency")
@two_cases
def after_emergency(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """After an emergency the level is no lower than with each emergency answer at its worst calm option (15.21)."""
    calmed = [
        _calmed(a, b, "suicide", {"plan": "method", "attempt": "method"}),
        _calmed(a, b, "ever_tried", {"past_3_months": "past"}),
        _calmed(a, b, "violence", {"might_hurt": "being_hurt", "danger_now": "being_hurt"}),
        _calmed(a, b, "child_risk", {"unsafe": "worried"}),
        _calmed(a, b, "psychosis", {"worse": "uncontrolled"}),
        _calmed(a, b, "overdose_now", {"yes": "no", "not_sure": "no"}),
    ]
    # Danger signs and exposures fall to their own "not sure" (16.20).
    calmed += [_to_not_sure(a, b, "danger_signs"), _to_not_sure(a, b, "exposures")]
    items = ("suicide", "ever_tried", "violence", "child_risk", "psychosis", "overdose_now")
    same = same_answers(a, b, (*items, "danger_signs", "exposures"))
    return z3.Implies(z3.And(same, *calmed), next_rises(b, a))


def _to_not_sure(a: Logic, b: Logic, question_id: str) -> z3.BoolRef:
    one, other = a.raw[question_id, ""], b.raw[question_id, ""]
    graver = [v for name, v in one.items() if name != "none"]
    none = [z3.Not(v) for name, v in other.items() if name not in ("none", "not_sure")]
    return z3.And(other["not_sure"] == z3.Or(graver), *none)


def _calmed(a: Logic, b: Logic, question_id: str, to: dict[str, str]) -> z3.BoolRef:
    one, other = a.raw[question_id, ""], b.raw[question_id, ""]
    parts = []
    for value, variable in other.items():
        sources = [one[v] for v, calm in to.items() if calm == value]
        parts.append(variable == z3.Or(*sources, one[value] if value not in to else z3.BoolVal(False)))
    return z3.And(parts)


@claim("38 supply never lowers")
@two_cases
def supply(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """A worse supply answer never lowers the level."""
    order = {"ok": 0, "running_out": 1, "will_stop": 1, SKIP: 1, "missed": 2, "cut_off": 2}
    parts = []
    for p in SUPPLIED:
        one, other = a.raw["supply", p], b.raw["supply", p]
        for value, rank in order.items():
            parts.append(z3.Implies(one[value], z3.Or([other[v] for v, r in order.items() if r >= rank])))
    return z3.Implies(z3.And(same_answers(a, b, ("supply",)), *parts), rises(a, b))


@claim("38 cut off as recent cut")
@two_cases
def cut_off(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Cut off from a sedative, with at least moderate symptoms, is never below what "stopped or cut down" gives."""
    parts = []
    for p in (p for p in SEDATIVES if p in SUPPLIED):
        symptoms = a(withdrawal("moderate", GROUP_OF[p]))
        cut = z3.And(said(a, "recent_cut", "yes", row=p), said(b, "recent_cut", "no", row=p))
        off = z3.And(said(a, "supply", "ok", row=p), said(b, "supply", "cut_off", "missed", row=p))
        others = [
            a.raw[q, r][v] == b.raw[q, r][v]
            for q, r in a.raw
            if q in ("recent_cut", "supply") and r != p
            for v in a.raw[q, r]
        ]
        same = same_answers(a, b, ("recent_cut", "supply"))
        parts.append(z3.Implies(z3.And(same, symptoms, cut, off, *others), rises(a, b)))
    return z3.And(parts)


@claim("39 detox alone")
@two_cases
def detox_alone(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Detox that was not enough never by itself makes the level residential (D5 of 2 or less, R6 and I2 aside)."""
    one, other = a.raw["programs", ""], b.raw["programs", ""]
    only_detox = [one[v] == other[v] for v in one if v not in ("detox", "none", SKIP)]
    without = z3.And(z3.Not(one["detox"]), z3.Not(one[SKIP]), z3.Not(other[SKIP]))
    low_home = z3.Not(b.rating_at_least("D5", 3))
    same = z3.And(same_answers(a, b, ("programs",)), *only_detox, without)
    return z3.Implies(
        z3.And(same, low_home, z3.Not(b(NO_ONE_THERE | UNSTABLE_BODY)), z3.Not(a.level_at_least(5))),
        z3.Not(b.level_at_least(5)),
    )
