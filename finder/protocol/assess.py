"""assess(): answers in, recommendation out. Pure and deterministic; the order of the answers does not matter."""

from __future__ import annotations

from functools import cache

from facilities.levels import LevelOfCare

from .adapt import less_certain, notes, other_options
from .case import Answers, Case
from .conditions import Condition, RatingAtLeast
from .decision import AFTER_EMERGENCY
from .messages import LIFTS, MESSAGES
from .path import emergencies
from .published import RULE_SET_VERSION
from .ratings import RATING_NAMES
from .recommendation import Reason, Recommendation
from .shapes import FloorRule, Rule
from .telling import told
from .tracks import ADJUNCTS, TRACKS


def assess(answers: Answers) -> Recommendation:
    """The recommendation for these answers, complete or not. Never raises on what a visitor can answer."""
    case = Case(answers)
    level = LevelOfCare(case.floor)
    return Recommendation(
        level=level.slug,
        next_level=next_level(case).slug if level is LevelOfCare.EMERGENCY else None,
        ratings={name: case.rating(name) for name in RATING_NAMES},
        tracks=tuple(t.id for t in TRACKS.values() if t.when.holds(case)),
        adjuncts=tuple(t.id for t in ADJUNCTS.values() if t.when.holds(case)),
        messages=messages(case),
        reasons=reasons(case),
        other_options=other_options(case),
        less_certain=less_certain(case),
        version=RULE_SET_VERSION,
        emergencies=emergencies(case),
        notes=notes(case),
    )


def level_of(answers: Answers) -> LevelOfCare:
    """The level alone, for comparing many answer sets."""
    return LevelOfCare(Case(answers).floor)


def next_level(case: Case) -> LevelOfCare:
    """The level without the emergency: the same ratings, without the emergency rules."""
    return LevelOfCare(next(f.floor for f in AFTER_EMERGENCY if f.when.holds(case)))


def messages(case: Case) -> tuple[str, ...]:
    """The codes to show, in order."""
    shown = [code for code, message in MESSAGES.items() if message.when.holds(case)]
    lifted = [code for lift in LIFTS if lift.when.holds(case) for code in lift.codes if code in shown]
    return tuple(dict.fromkeys((*lifted, *shown)))


def reasons(case: Case) -> tuple[Reason, ...]:
    """The decision rules that hold, the level's own first. One that reads nothing a rule above it has not read is
    left out: it says less of the same. V1 stands only when nothing else asks for more."""
    kept: list[Reason] = []
    seen: list[frozenset[str]] = []
    for rule in case.floors():
        ratings = _ratings_read(rule.when)
        if (rule.id == "floor.V1" and kept) or (ratings and any(ratings <= other for other in seen)):
            continue
        if not rule.kind:  # an emergency does not speak for the level after it
            seen.append(ratings)
        kept.append(_floor_reason(case, rule))
    return tuple(kept)


@cache
def _ratings_read(when: Condition) -> frozenset[str]:
    return frozenset(c.rating for c in when.walk() if isinstance(c, RatingAtLeast))


def _floor_reason(case: Case, rule: FloorRule) -> Reason:
    under = _rating_rules(case, rule.when)
    sources = dict.fromkeys((*rule.sources, *(s for r in under for s in r.sources)))
    return Reason(
        rule.id,
        rule.because,
        told(case, rule.when),
        tuple(sources),
        rule.floor == case.floor,
        LevelOfCare(rule.floor).slug,
        tuple(_rating_reason(case, r, rule) for r in under),
        rule.choice,
    )


def _rating_rules(case: Case, when: Condition) -> tuple[Rule, ...]:
    """The rating rules that made the decision rule true."""
    return tuple(
        rule
        for name in sorted(_ratings_read(when))
        if any(c.holds(case) for c in when.walk() if isinstance(c, RatingAtLeast) and c.rating == name)
        for rule in case.deciding(name)
    )


def _rating_reason(case: Case, rule: Rule, floor: FloorRule) -> Reason:
    return Reason(
        rule.id,
        rule.because,
        told(case, rule.when),
        rule.sources,
        floor.floor == case.floor,
        LevelOfCare(floor.floor).slug,
        (),
        rule.choice,
    )
