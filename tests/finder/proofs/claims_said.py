"""Invariants about what is said and offered: messages, their order, and tracks."""

import z3

from finder.protocol import question
from finder.protocol.classes import ANY_OPIOID, HEAVY
from finder.protocol.questions.use import regular, used
from finder.protocol.substances import OPIOIDS, SUPPLIED

from .claims import claim, first_message, message, one_case, said, track
from .logic import Logic
from .world import World

THOUGHTS = ("thoughts", "method", "plan", "attempt", "prefer_not")


def pregnant(x: Logic) -> z3.BoolRef:
    return z3.And(x.asked(question("pregnancy"), ""), said(x, "pregnancy", "pregnant", "not_sure"))


def opioids_not_as_prescribed(x: Logic, how) -> z3.BoolRef:
    """Opioid use of this kind, where pain pills count only when not taken as directed (15.17)."""
    misused = said(x, "source", "more", "not_prescribed", "skip", row="pain_opioids")
    return z3.Or(
        z3.And(x(how("pain_opioids")), misused), *(x(how(p)) for p in OPIOIDS if p != "pain_opioids")
    )


@claim("7 and 8 and 15.27 988 comes first")
@one_case
def lifeline_first(world: World, x: Logic) -> z3.BoolRef:
    """Any S3 answer but "no" shows CALL_988, first of all unless someone may be in an overdose now."""
    thoughts = said(x, "suicide", *THOUGHTS)
    overdose = said(x, "overdose_now", "yes", "not_sure")
    first = z3.Implies(z3.Not(overdose), first_message(world, x, "CALL_988"))
    return z3.Implies(thoughts, z3.And(message(world, x, "CALL_988"), first))


@claim("15.27 911 first in an overdose")
@one_case
def overdose_first(world: World, x: Logic) -> z3.BoolRef:
    """With an overdose now CALL_911 is first, and NALOXONE is shown."""
    overdose = said(x, "overdose_now", "yes", "not_sure")
    return z3.Implies(overdose, z3.And(first_message(world, x, "CALL_911"), message(world, x, "NALOXONE")))


@claim("6 emergency says 911")
@one_case
def emergency_says_911(world: World, x: Logic) -> z3.BoolRef:
    """Every emergency, and danger signs not sure, shows CALL_911."""
    when = z3.Or(x.level_at_least(7), said(x, "danger_signs", "not_sure"))
    return z3.Implies(when, message(world, x, "CALL_911"))


@claim("10 pregnant with opioids")
@one_case
def pregnant_opioids(world: World, x: Logic) -> z3.BoolRef:
    """Pregnant with opioids: no taper or detox track; PREGNANCY; MOUD_FIRST but for pain pills as directed alone."""
    any_opioid = z3.And(pregnant(x), x(ANY_OPIOID))
    no_taper = z3.Not(z3.Or(track(world, x, "supervised_taper"), track(world, x, "ambulatory_wm")))
    medicine = z3.Or(opioids_not_as_prescribed(x, used), x(used("moud")))
    return z3.And(
        z3.Implies(any_opioid, z3.And(no_taper, message(world, x, "PREGNANCY"))),
        z3.Implies(z3.And(pregnant(x), medicine), message(world, x, "MOUD_FIRST")),
    )


@claim("11 no abrupt stop")
@one_case
def no_abrupt_stop(world: World, x: Logic) -> z3.BoolRef:
    """Regular benzodiazepines, barbiturates, Z-drugs or gabapentinoids, heavy alcohol, prescribed opioids."""
    picks = ("benzodiazepines", "barbiturates", "z_drugs", "gabapentinoids")
    prescribed = z3.And(x(used("pain_opioids")), said(x, "source", "as_directed", "more", row="pain_opioids"))
    when = z3.Or(*(x(regular(p)) for p in picks), x(HEAVY), prescribed)
    return z3.Implies(when, message(world, x, "NO_ABRUPT_STOP"))


@claim("12 medicine first and naloxone")
@one_case
def medicine_first(world: World, x: Logic) -> z3.BoolRef:
    """Regular opioid use shows NALOXONE, and MOUD_FIRST but for pain pills as directed alone."""
    regularly = z3.Or([x(regular(p)) for p in OPIOIDS])
    return z3.And(
        z3.Implies(regularly, message(world, x, "NALOXONE")),
        z3.Implies(opioids_not_as_prescribed(x, regular), message(world, x, "MOUD_FIRST")),
    )


@claim("33 medicine offered at every level")
@one_case
def medicine_offered(world: World, x: Logic) -> z3.BoolRef:
    """Regular opioid use has the medicine track at every level (but for pain pills as directed alone)."""
    return z3.Implies(opioids_not_as_prescribed(x, regular), track(world, x, "moud"))


@claim("17 no outpatient detox at D1 3")
@one_case
def no_outpatient_detox(world: World, x: Logic) -> z3.BoolRef:
    """Outpatient detox is never offered with D1 of 3 or more, nor is telehealth."""
    offered = z3.Or(track(world, x, "ambulatory_wm"), track(world, x, "telehealth"))
    return z3.Implies(x.rating_at_least("D1", 3), z3.Not(offered))


@claim("21 housing")
@one_case
def housing(world: World, x: Logic) -> z3.BoolRef:
    """D5 of 3 or more shows HOUSING and the recovery housing track."""
    both = z3.And(message(world, x, "HOUSING"), track(world, x, "recovery_housing"))
    return z3.Implies(x.rating_at_least("D5", 3), both)


@claim("22 teens and children")
@one_case
def young(world: World, x: Logic) -> z3.BoolRef:
    """12 to 17 has TEEN and the adolescent track; under 12 has PEDIATRICIAN at any level."""
    teen = said(x, "age", "age_12_15", "age_16_17")
    return z3.And(
        z3.Implies(teen, z3.And(message(world, x, "TEEN"), track(world, x, "adolescent"))),
        z3.Implies(said(x, "age", "under_12"), message(world, x, "PEDIATRICIAN")),
    )


@claim("15.8 a child with symptoms")
@one_case
def child(world: World, x: Logic) -> z3.BoolRef:
    """Under 12 with any danger sign or withdrawal is an emergency."""
    answered = [x.raw["wd_now", row] for q, row in x.raw if q == "wd_now"]
    rows = [row for q, row in x.raw if q == "wd_now"]
    ill = [
        z3.And(x.asked(question("wd_now"), row), z3.Or([v for k, v in values.items() if k != "fine"]))
        for row, values in zip(rows, answered, strict=True)
    ]
    signs = z3.Or([v for k, v in x.raw["danger_signs", ""].items() if k != "none"])
    return z3.Implies(z3.And(said(x, "age", "under_12"), z3.Or(signs, *ill)), x.level_at_least(7))


@claim("29 lines on every result")
@one_case
def lines(world: World, x: Logic) -> z3.BoolRef:
    """Every result has SAMHSA_LINE and NOT_DIAGNOSIS."""
    return z3.And(message(world, x, "SAMHSA_LINE"), message(world, x, "NOT_DIAGNOSIS"))


@claim("35 what the search must include")
@one_case
def search(world: World, x: Logic) -> z3.BoolRef:
    """D1 of 3 or more searches inpatient detox (the level, or the one after an emergency)."""
    return z3.Implies(x.rating_at_least("D1", 3), x.next_at_least(6))


@claim("15.17 getting worse, and after a stay")
@one_case
def worse_and_after(world: World, x: Logic) -> z3.BoolRef:
    """GET_WORSE above early intervention; TOLERANCE_DROP after any stay in three months and with any opioid."""
    stay = z3.And(
        x.asked(question("recent_release"), ""), said(x, "recent_release", "in_3_months", "in_4_weeks")
    )
    return z3.And(
        z3.Implies(x.level_at_least(2), message(world, x, "GET_WORSE")),
        z3.Implies(z3.Or(stay, x(ANY_OPIOID)), message(world, x, "TOLERANCE_DROP")),
    )


@claim("14.3 means safety")
@one_case
def means_safety(world: World, x: Logic) -> z3.BoolRef:
    """Any thoughts of suicide show MEANS_SAFETY."""
    return z3.Implies(said(x, "suicide", *THOUGHTS), message(world, x, "MEANS_SAFETY"))


@claim("14.6 supply")
@one_case
def supply(world: World, x: Logic) -> z3.BoolRef:
    """Running out or cut off shows SUPPLY and NO_ABRUPT_STOP; no prescriber adds find_prescriber."""
    short = z3.Or(
        [
            z3.And(x.asked(question("supply"), p), said(x, "supply", "running_out", "cut_off", row=p))
            for p in SUPPLIED
        ]
    )
    asked = x.asked(question("prescriber_help"), "")
    none = z3.And(asked, said(x, "prescriber_help", "no", "not_sure", "skip"))
    both = z3.And(message(world, x, "SUPPLY"), message(world, x, "NO_ABRUPT_STOP"))
    return z3.And(z3.Implies(short, both), z3.Implies(none, track(world, x, "find_prescriber")))
