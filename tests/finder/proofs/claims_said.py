"""Invariants about what is said and offered: messages, their order, and tracks."""

import z3

from finder.protocol import question
from finder.protocol.questions.use import regular, used
from finder.protocol.substances import OPIOIDS, SUPPLIED
from finder.protocol.terms.danger import CHILD_AND_DRUG
from finder.protocol.terms.drinking import HEAVY
from finder.protocol.terms.use import ANY_OPIOID
from finder.protocol.terms.windows import inside

from .claims import claim, first_message, message, one_case, said, track
from .logic import Logic
from .world import World

NOT_NO = ("self_harm", "thoughts", "method", "plan", "attempt", "prefer_not")
THOUGHTS = ("thoughts", "method", "plan", "attempt", "prefer_not")


def child(x: Logic) -> z3.BoolRef:
    return said(x, "age", "under_12")


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
    """Any S3 answer but "no" shows CALL_988, first of all but for an overdose, poisoning or gas (16.1)."""
    thoughts = said(x, "suicide", *NOT_NO)
    first = z3.Implies(z3.Not(body_failing(x)), first_message(world, x, "CALL_988"))
    return z3.Implies(thoughts, z3.And(message(world, x, "CALL_988"), first))


def overdose(x: Logic) -> z3.BoolRef:
    return z3.Or(said(x, "overdose_now", "yes", "not_sure"), said(x, "exposures", "overdose_recent"))


def body_failing(x: Logic) -> z3.BoolRef:
    """Kinds of emergency that come before suicide."""
    return z3.Or(
        overdose(x),
        said(x, "exposures", "poison", "hid_drugs", "child_or_mistake", "gas"),
        x(CHILD_AND_DRUG),
    )


@claim("16.1 911 first where a body fails")
@one_case
def body_first(world: World, x: Logic) -> z3.BoolRef:
    """Overdose, poisoning or gas: CALL_911 is first."""
    return z3.Implies(body_failing(x), first_message(world, x, "CALL_911"))


@claim("15.27 naloxone in an overdose")
@one_case
def overdose_naloxone(world: World, x: Logic) -> z3.BoolRef:
    """With an overdose now or lately NALOXONE is shown, and TOLERANCE_DROP (not to a child)."""
    both = z3.And(message(world, x, "NALOXONE"), z3.Or(message(world, x, "TOLERANCE_DROP"), child(x)))
    return z3.Implies(overdose(x), both)


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
    """Regular benzodiazepines, barbiturates, Z-drugs or gabapentinoids and heavy alcohol inside their windows,
    prescribed opioids; a child only with a medicine as directed (16.18, 16.21)."""
    picks = ("benzodiazepines", "barbiturates", "z_drugs", "gabapentinoids")
    prescribed = z3.And(x(used("pain_opioids")), said(x, "source", "as_directed", "more", row="pain_opioids"))
    current = [x(regular(p) & inside(p)) for p in picks]
    when = z3.Or(*current, x(HEAVY & inside("alcohol")), prescribed)
    return z3.Implies(when, z3.Or(message(world, x, "NO_ABRUPT_STOP"), child(x)))


@claim("12 medicine first and naloxone")
@one_case
def medicine_first(world: World, x: Logic) -> z3.BoolRef:
    """Regular opioid use shows NALOXONE, and MOUD_FIRST but for pain pills as directed alone."""
    regularly = z3.Or([x(regular(p)) for p in OPIOIDS])
    return z3.And(
        z3.Implies(regularly, message(world, x, "NALOXONE")),
        z3.Implies(
            z3.And(opioids_not_as_prescribed(x, regular), z3.Not(child(x))), message(world, x, "MOUD_FIRST")
        ),
    )


@claim("33 medicine offered at every level")
@one_case
def medicine_offered(world: World, x: Logic) -> z3.BoolRef:
    """Regular opioid use has the medicine track at every level (but for pain pills as directed alone)."""
    when = z3.And(opioids_not_as_prescribed(x, regular), z3.Not(child(x)))
    return z3.Implies(when, track(world, x, "moud"))


@claim("17 no outpatient detox at D1 3")
@one_case
def no_outpatient_detox(world: World, x: Logic) -> z3.BoolRef:
    """Outpatient detox is never offered with D1 of 3 or more, nor is telehealth."""
    offered = z3.Or(track(world, x, "ambulatory_wm"), track(world, x, "telehealth"))
    return z3.Implies(x.rating_at_least("D1", 3), z3.Not(offered))


@claim("21 housing")
@one_case
def housing(world: World, x: Logic) -> z3.BoolRef:
    """D5 of 3 or more shows HOUSING and the recovery housing track (not to a child)."""
    both = z3.And(message(world, x, "HOUSING"), track(world, x, "recovery_housing"))
    return z3.Implies(x.rating_at_least("D5", 3), z3.Or(both, child(x)))


@claim("22 teens and children")
@one_case
def young(world: World, x: Logic) -> z3.BoolRef:
    """12 to 17 has TEEN and the adolescent track; under 12 has PEDIATRICIAN at any level."""
    teen = said(x, "age", "age_12_15", "age_16_17")
    return z3.And(
        z3.Implies(teen, z3.And(message(world, x, "TEEN"), track(world, x, "adolescent"))),
        z3.Implies(said(x, "age", "under_12"), message(world, x, "PEDIATRICIAN")),
    )


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


@claim("15.17 and 16.22 getting worse, and after a break")
@one_case
def worse_and_after(world: World, x: Logic) -> z3.BoolRef:
    """GET_WORSE above early intervention, TOLERANCE_DROP with any opioid now or before (not to a child)."""
    opioid = z3.Or(x(ANY_OPIOID), z3.And(x.asked(question("past_use"), ""), said(x, "past_use", "opioids")))
    return z3.And(
        z3.Implies(x.level_at_least(2), z3.Or(message(world, x, "GET_WORSE"), child(x))),
        z3.Implies(opioid, z3.Or(message(world, x, "TOLERANCE_DROP"), child(x))),
    )


@claim("14.3 means safety")
@one_case
def means_safety(world: World, x: Logic) -> z3.BoolRef:
    """Any thoughts of suicide show MEANS_SAFETY."""
    return z3.Implies(said(x, "suicide", *THOUGHTS), message(world, x, "MEANS_SAFETY"))


@claim("14.6 supply")
@one_case
def supply(world: World, x: Logic) -> z3.BoolRef:
    """Running out or cut off shows SUPPLY; no prescriber adds find_prescriber (neither to a child)."""
    short = z3.Or(
        [
            z3.And(
                x.asked(question("supply"), p),
                said(x, "supply", "running_out", "will_stop", "missed", "cut_off", row=p),
            )
            for p in SUPPLIED
        ]
    )
    asked = x.asked(question("prescriber_help"), "")
    none = z3.And(asked, said(x, "prescriber_help", "no", "not_sure", "skip"))
    shown = z3.Implies(short, message(world, x, "SUPPLY"))
    return z3.Or(z3.And(shown, z3.Implies(none, track(world, x, "find_prescriber"))), child(x))
