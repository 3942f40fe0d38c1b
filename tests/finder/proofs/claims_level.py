"""Invariants about the level of one answer set."""

import z3

from finder.protocol import FLOORS, question
from finder.protocol.questions.use import LAST_USE, regular, withdrawal
from finder.protocol.substances import GROUP_OF, PICKS, SEDATIVES
from finder.protocol.terms.drinking import HEAVY
from finder.protocol.terms.people import UNSTABLE_BODY
from finder.protocol.terms.sedatives import ANY_SED, BENZO_CURRENT, SED, SED_CLASSES
from finder.protocol.terms.use import OPIOID_REGULAR

from .claims import claim, one_case, said
from .logic import Logic
from .world import World

EMERGENCY, INPATIENT, RESIDENTIAL, PHP, IOP, OUTPATIENT = 7, 6, 5, 4, 3, 2
SIGNS = [o.id for o in question("danger_signs").options if o.id not in ("none", "not_sure")]


def only(logic: Logic, *picks: str) -> z3.BoolRef:
    """Nothing else was picked as used."""
    return z3.Not(said(logic, "substances", *(p for p in PICKS if p not in picks), "skip"))


def zero(logic: Logic, *ratings: str) -> z3.BoolRef:
    return z3.Not(z3.Or([logic.rating_at_least(r, 1) for r in ratings]))


@claim("1 one level")
@one_case
def one_level(world: World, x: Logic) -> z3.BoolRef:
    """Every answer set, complete or not, has a level, and a level after an emergency."""
    return z3.And(x.level_at_least(1), x.next_at_least(1))


@claim("5 past seizure or DTs")
@one_case
def past_seizure(world: World, x: Logic) -> z3.BoolRef:
    """A past seizure or DTs (not from an opioid, stimulant or other alone) with SED is never below inpatient."""
    past = z3.And(x.asked(question("wd_past"), ""), said(x, "wd_past", "seizure", "dts"))
    other_cause = z3.And(
        said(x, "seizure_cause", "opioid", "stimulant", "other"),
        z3.Not(said(x, "seizure_cause", "alcohol", "sedatives", "not_sure", "skip")),
    )
    sed = z3.Or(x(ANY_SED), x(BENZO_CURRENT))
    return z3.Implies(z3.And(past, z3.Not(other_cause), sed), x.level_at_least(INPATIENT))


@claim("6 emergency triggers")
@one_case
def triggers(world: World, x: Logic) -> z3.BoolRef:
    """S1 yes or not sure, any S2 sign, the last of S4 and S5 are always an emergency."""
    trigger = z3.Or(
        said(x, "overdose_now", "yes", "not_sure"),
        said(x, "danger_signs", *SIGNS),
        said(x, "violence", "might_hurt", "danger_now"),
        said(x, "child_risk", "unsafe"),
    )
    return z3.Implies(trigger, x.level_at_least(EMERGENCY))


@claim("7 suicide plan or attempt")
@one_case
def suicide_plan(world: World, x: Logic) -> z3.BoolRef:
    """A plan, intent or recent attempt is always an emergency."""
    tried = z3.And(x.asked(question("ever_tried"), ""), said(x, "ever_tried", "past_3_months"))
    return z3.Implies(z3.Or(said(x, "suicide", "plan", "attempt"), tried), x.level_at_least(EMERGENCY))


@claim("9 two sedative classes")
@one_case
def two_classes(world: World, x: Logic) -> z3.BoolRef:
    """Two SED classes are never below inpatient."""
    classes = [x(c) for c in SED_CLASSES]
    return z3.Implies(z3.PbGe([(c, 1) for c in classes], 2), x.level_at_least(INPATIENT))


@claim("10 pregnant with SED")
@one_case
def pregnant(world: World, x: Logic) -> z3.BoolRef:
    """Pregnant or not sure with SED is never below inpatient, except for the low prescribed dose of 15.13."""
    asked = z3.And(x.asked(question("pregnancy"), ""), said(x, "pregnancy", "pregnant", "not_sure"))
    calm = {p: z3.Not(x(withdrawal("moderate", GROUP_OF[p]))) for p in ("benzodiazepines", "z_drugs")}
    low = {
        "benzodiazepines": z3.Not(
            said(x, "benzo_dose", *(o.id for o in question("benzo_dose").options if o.id != "low"), "skip")
        ),
        "z_drugs": z3.Not(said(x, "sedative_dose", "more", "double", "unknown", "skip", row="z_drugs")),
    }
    excepted = {
        p: z3.And(calm[p], low[p], z3.Not(said(x, "source", "more", "not_prescribed", "skip", row=p)))
        for p in calm
    }
    reason = z3.Or([z3.And(x(c), z3.Not(excepted[p])) if p in excepted else x(c) for p, c in SED.items()])
    return z3.Implies(z3.And(asked, reason), x.level_at_least(INPATIENT))


@claim("13 opioids or withdrawal")
@one_case
def opioids(world: World, x: Logic) -> z3.BoolRef:
    """Regular opioid use, or D1 of 2 or more, is never early intervention."""
    return z3.Implies(z3.Or(x(OPIOID_REGULAR), x.rating_at_least("D1", 2)), x.level_at_least(OUTPATIENT))


@claim("17 withdrawal needs inpatient")
@one_case
def withdrawal_inpatient(world: World, x: Logic) -> z3.BoolRef:
    """D1 of 3 or more is inpatient or an emergency, and inpatient after it."""
    return z3.Implies(
        x.rating_at_least("D1", 3), z3.And(x.level_at_least(INPATIENT), x.next_at_least(INPATIENT))
    )


@claim("18 cannabis, tobacco, stimulants")
@one_case
def no_more_than_outpatient(world: World, x: Logic) -> z3.BoolRef:
    """Cannabis, tobacco or stimulants alone, with D2 to D5 at 0, are never above outpatient unless an emergency."""
    alone = only(x, "cannabis", "tobacco", "cocaine", "methamphetamine", "prescription_stimulants")
    emergency = z3.Or([x(f.when) for f in FLOORS if f.kind])
    calm = z3.And(zero(x, "D2", "D3", "D4", "D5"), z3.Not(emergency))
    return z3.Implies(z3.And(alone, calm), z3.Not(x.level_at_least(IOP)))


@claim("19 low prescribed benzodiazepine")
@one_case
def low_benzodiazepine(world: World, x: Logic) -> z3.BoolRef:
    """A low dose as directed with no other risk is outpatient with a supervised taper."""
    low = z3.And(
        x(regular("benzodiazepines")),
        only(x, "benzodiazepines"),
        said(x, "source", "as_directed", row="benzodiazepines"),
        said(x, "benzo_dose", "low"),
        z3.Not(said(x, "danger_signs", "not_sure")),
        z3.Not(x(withdrawal("mild", "benzodiazepines"))),
        z3.Not(said(x, "wd_past", "seizure", "dts")),
        z3.Not(said(x, "pregnancy", "pregnant", "not_sure", "past_year", "skip")),
        z3.Not(said(x, "recent_cut", "yes", "not_sure", "skip", row="benzodiazepines")),
        z3.Not(said(x, "supply", "cut_off", "missed", row="benzodiazepines")),
        z3.Not(said(x, "past_use", "opioids", "alcohol", "sedatives", "other")),
        z3.Not(said(x, "age", "under_12")),
        zero(x, "D2", "D3", "D4", "D5"),
        z3.Not(z3.Or([x(f.when) for f in FLOORS if f.kind])),
    )
    taper = x(world.tracks["supervised_taper"].when)
    return z3.Implies(low, z3.And(x.level_at_least(OUTPATIENT), z3.Not(x.level_at_least(IOP)), taper))


@claim("21 unsafe or no home")
@one_case
def unsafe_home(world: World, x: Logic) -> z3.BoolRef:
    """Unsafe or no home with D4 of 2 or more is at least residential; with less, HOUSING is shown (not to a child)."""
    home = said(x, "home", "unsafe", "none")
    level = z3.Implies(x.rating_at_least("D4", 2), x.level_at_least(RESIDENTIAL))
    housing = z3.Or(x(world.messages["HOUSING"].when), said(x, "age", "under_12"))
    return z3.Implies(home, z3.And(level, housing))


@claim("24 unstable body")
@one_case
def unstable(world: World, x: Logic) -> z3.BoolRef:
    """An unstable illness with D1 or D4 of 1 or more is at least inpatient; a danger sign is an emergency (16.11)."""
    use = z3.Or(x.rating_at_least("D1", 1), x.rating_at_least("D4", 1))
    ill = z3.And(x(UNSTABLE_BODY), use)
    return z3.And(
        z3.Implies(ill, z3.And(x.level_at_least(INPATIENT), x.next_at_least(INPATIENT))),
        z3.Implies(x.rating_at_least("D2", 4), x.level_at_least(EMERGENCY)),
    )


@claim("26 all best answers")
@one_case
def all_best(world: World, x: Logic) -> z3.BoolRef:
    """With the mildest answer to everything asked, and nothing used, the level is early intervention."""
    best = [
        z3.Not(b)
        for (question_id, row), values in x.raw.items()
        for value, b in values.items()
        if not _is_best(question_id, value)
    ]
    return z3.Implies(z3.And(best), z3.Not(x.level_at_least(OUTPATIENT)))


def _is_best(question_id: str, value: str) -> bool:
    q = question(question_id)
    if q.section == "C" or question_id in ("respondent", "veteran"):
        return True
    return value != "skip" and q.option(value).rank == 0 and value not in ("now", "past")


@claim("36 each danger sign")
@one_case
def danger_signs(world: World, x: Logic) -> z3.BoolRef:
    """Each emergency sign of amendment 2 is an emergency by itself."""
    new = ("bleeding", "fainted", "head_injury", "stroke_signs", "weak_legs", "sight", "infection")
    return z3.And([z3.Implies(said(x, "danger_signs", sign), x.level_at_least(EMERGENCY)) for sign in new])


@claim("37 thoughts with means or attempt")
@one_case
def thoughts_with_means(world: World, x: Logic) -> z3.BoolRef:
    """Thoughts of suicide with access to means or any earlier attempt are never below PHP."""
    thoughts = said(x, "suicide", "thoughts", "method", "plan", "attempt", "prefer_not")
    means = said(x, "means_access", "yes", "prefer_not")
    tried = said(x, "ever_tried", "past", "past_3_months", "prefer_not")
    return z3.Implies(z3.And(thoughts, z3.Or(means, tried)), x.level_at_least(PHP))


@claim("42 psychosis not under control")
@one_case
def psychosis(world: World, x: Logic) -> z3.BoolRef:
    """Not under control, with "cannot function" or any thoughts of suicide, is an emergency with 988."""
    thoughts = said(x, "suicide", "self_harm", "thoughts", "method", "plan", "attempt", "prefer_not")
    danger = z3.And(
        said(x, "psychosis", "uncontrolled", "worse"), z3.Or(said(x, "mh_impair", "cannot"), thoughts)
    )
    return z3.Implies(danger, z3.And(x.level_at_least(EMERGENCY), x(world.messages["CALL_988"].when)))


@claim("15.11 acute psychosis")
@one_case
def acute_psychosis(world: World, x: Logic) -> z3.BoolRef:
    """Getting worse, two nights without sleep, or commanding voices: always an emergency."""
    return z3.Implies(said(x, "psychosis", "worse"), x.level_at_least(EMERGENCY))


@claim("15.16 around birth without a safe home")
@one_case
def perinatal_home(world: World, x: Logic) -> z3.BoolRef:
    """Pregnant or a year after birth, D5 of 3, and D1 of 2, or D4 of 1 when answered: at least residential."""
    asked = x.asked(question("pregnancy"), "")
    perinatal = z3.And(asked, said(x, "pregnancy", "past_year", "pregnant", "not_sure", "skip"))
    answered = z3.Not(said(x, "pregnancy", "skip"))
    use = z3.Or(x.rating_at_least("D1", 2), z3.And(x.rating_at_least("D4", 1), answered))
    need = z3.And(x.rating_at_least("D5", 3), use)
    return z3.Implies(z3.And(perinatal, need), x.level_at_least(RESIDENTIAL))


@claim("15.19 severe withdrawal in any pattern")
@one_case
def any_pattern(world: World, x: Logic) -> z3.BoolRef:
    """Severe withdrawal after alcohol within 7 days, or a regular sedative within 30 days, is inpatient."""
    drank = z3.And(x(withdrawal("severe", "alcohol")), x(LAST_USE.at_least("d4_7", of="alcohol")))
    sedated = [
        z3.And(x(regular(p)), x(LAST_USE.at_least("d15_30", of=p)), x(withdrawal("severe", GROUP_OF[p])))
        for p in SEDATIVES
    ]
    return z3.Implies(z3.Or(drank, *sedated), x.level_at_least(INPATIENT))


@claim("15.21 danger signs in SED count as W1")
@one_case
def signs_count(world: World, x: Logic) -> z3.BoolRef:
    """With any SED, an S2 seizure, confusion or hallucination gives D1 = 4."""
    signs = said(x, "danger_signs", "seizure", "confusion", "hallucinations")
    return z3.Implies(z3.And(signs, x(ANY_SED)), x.rating_at_least("D1", 4))


@claim("15.25 regular sedative that is not SED")
@one_case
def regular_sedative(world: World, x: Logic) -> z3.BoolRef:
    """Any regular sedative, and heavy drinking, is at least outpatient; a regular sedative has D1 of 1 or more."""
    sedative = z3.Or([x(regular(p)) for p in SEDATIVES])
    return z3.And(
        z3.Implies(z3.Or(sedative, x(HEAVY)), x.level_at_least(OUTPATIENT)),
        z3.Implies(sedative, x.rating_at_least("D1", 1)),
    )
