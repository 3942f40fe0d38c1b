"""Invariants 43 to 49, 51 and 52 of the second amendments, in the words of the answers."""

import z3

from finder.protocol import question
from finder.protocol.questions.risk import ANY_COUNTED
from finder.protocol.questions.use import DRINKS_REGULARLY, DRINKS_WEEKLY, LAST_USE, used, withdrawal
from finder.protocol.substances import GROUP_OF, MEDICINES, OPIOIDS, PICKS, SEDATIVES, WATCHED
from finder.protocol.terms.drinking import HEAVY, audit_c
from finder.protocol.terms.past import W1_HISTORY

from .claims import claim, message, one_case, said, same_answers, track, two_cases
from .logic import Logic
from .world import World

EMERGENCY, INPATIENT, PHP, OUTPATIENT = 7, 6, 4, 2
EXPOSURES = [o.id for o in question("exposures").options if o.id not in ("none", "not_sure")]
SEARCHED_OR_SHOWN = ("MOUD_FIRST", "DONT_DETOX_ALONE", "NO_BED", "HOUSING", "DUAL_DX", "ASK_MEDICAL_START")


def under_12(x: Logic) -> z3.BoolRef:
    return said(x, "age", "under_12")


@claim("43 exposures")
@one_case
def exposures(world: World, x: Logic) -> z3.BoolRef:
    """Every exposure but none and not sure is an emergency, and says 911."""
    return z3.Implies(
        said(x, "exposures", *EXPOSURES), z3.And(x.level_at_least(EMERGENCY), message(world, x, "CALL_911"))
    )


@claim("44 a history of dangerous withdrawal")
@one_case
def history(world: World, x: Logic) -> z3.BoolRef:
    """With alcohol weekly or more within 14 days, or a sedative within 30: never early, never without the warning."""
    drank = z3.And(x(DRINKS_WEEKLY), x(LAST_USE.at_least("d8_14", of="alcohol")))
    sedated = [x(LAST_USE.at_least("d15_30", of=p)) for p in SEDATIVES]
    warned = z3.Or(message(world, x, "DONT_DETOX_ALONE"), x.level_at_least(EMERGENCY), under_12(x))
    return z3.Implies(
        z3.And(x(W1_HISTORY), z3.Or(drank, *sedated)), z3.And(x.level_at_least(OUTPATIENT), warned)
    )


@claim("45 severe withdrawal at any frequency")
@one_case
def severe_at_any_frequency(world: World, x: Logic) -> z3.BoolRef:
    """Severe from a sedative, gabapentinoid, K2 or other, within 30 days: inpatient, now and after an emergency."""
    severe = [
        z3.And(x(withdrawal("severe", GROUP_OF[p])), x(LAST_USE.at_least("d15_30", of=p))) for p in WATCHED
    ]
    return z3.Implies(z3.Or(severe), z3.And(x.level_at_least(INPATIENT), x.next_at_least(INPATIENT)))


@claim("46 past opioids")
@one_case
def past_opioids(world: World, x: Logic) -> z3.BoolRef:
    """Past opioid trouble is never early help, and shows NALOXONE, and (but for a child) TOLERANCE_DROP."""
    past = z3.And(x.asked(question("past_use"), ""), said(x, "past_use", "opioids"))
    both = z3.And(z3.Or(message(world, x, "TOLERANCE_DROP"), under_12(x)), message(world, x, "NALOXONE"))
    return z3.Implies(past, z3.And(x.level_at_least(OUTPATIENT), x.next_at_least(OUTPATIENT), both))


@claim("47 children and drugs")
@one_case
def children(world: World, x: Logic) -> z3.BoolRef:
    """Any drug, or a medicine not as directed, lately, at an unknown time or with symptoms: emergency."""
    signs = z3.Or([v for k, v in x.raw["danger_signs", ""].items() if k != "none"])
    cases = []
    for p in PICKS:
        misused = said(x, "source", "more", "not_prescribed", "skip", row=p) if p in MEDICINES else True
        asked = x.asked(question("last_use"), p)
        earlier = said(x, "last_use", "d4_7", "d8_14", "d15_30", "over_30d", row=p)
        ill = [x(withdrawal("mild", GROUP_OF[p]))] if p in GROUP_OF else []
        cases.append(z3.And(x(used(p)), misused, z3.Or(z3.And(asked, z3.Not(earlier)), signs, *ill)))
    return z3.Implies(z3.And(under_12(x), z3.Or(cases)), x.level_at_least(EMERGENCY))


@claim("47 nothing for adults to a child")
@one_case
def nothing_for_adults(world: World, x: Logic) -> z3.BoolRef:
    """Under 12: no message of adult care, detox, tapers or medicine for opioid use, and no track."""
    messages = [message(world, x, code) for code in SEARCHED_OR_SHOWN]
    tracks = [track(world, x, t) for t in world.tracks if t not in ("naloxone", "dv_support")]
    return z3.Implies(under_12(x), z3.Not(z3.Or(*messages, *tracks)))


@claim("48 nothing picked")
@one_case
def nothing_picked(world: World, x: Logic) -> z3.BoolRef:
    """Nothing but tobacco or a behavior, and no trouble before: above outpatient only PHP by D3, or an emergency."""
    nothing = z3.Not(said(x, "substances", *(p for p in PICKS if p != "tobacco"), "skip"))
    never = z3.Not(said(x, "past_use", "opioids", "alcohol", "sedatives", "other"))
    said_so = said(x, "past_use", "never", "skip")
    mind = z3.And(x.rating_at_least("D3", 3), z3.Not(x.level_at_least(PHP + 1)))
    calm = z3.Or(z3.Not(x.level_at_least(OUTPATIENT + 1)), mind, x.level_at_least(EMERGENCY))
    return z3.Implies(z3.And(nothing, never, said_so, no_overdose_now(x)), calm)


def no_overdose_now(x: Logic) -> z3.BoolRef:
    """An overdose now counts as one in the year: that is use, whatever was picked."""
    return z3.Not(z3.Or(said(x, "overdose_now", "yes", "not_sure"), said(x, "exposures", "overdose_recent")))


@claim("49 a little alcohol in pregnancy")
@one_case
def little_alcohol(world: World, x: Logic) -> z3.BoolRef:
    """Without regular or heavy use, clear symptoms, a history or another such drug: never NO_ABRUPT_STOP."""
    asked = z3.And(x.asked(question("pregnancy"), ""), said(x, "pregnancy", "pregnant", "not_sure"))
    others = x(used(*WATCHED, *OPIOIDS, "moud"))
    calm = z3.Not(
        z3.Or(
            x(DRINKS_REGULARLY),
            x(HEAVY),
            x(withdrawal("moderate", "alcohol")),
            x(W1_HISTORY),
            others,
            said(x, "moud_status", "now"),
            said(x, "long_term_pain", "yes", "not_sure", "skip"),
        )
    )
    no_signs = z3.Not(z3.Or([v for k, v in x.raw["danger_signs", ""].items() if k != "none"]))
    when = z3.And(asked, x(used("alcohol")), calm, no_signs)
    return z3.Implies(when, z3.Not(message(world, x, "NO_ABRUPT_STOP")))


@claim("51 a seldom drug never lifts the cap")
@two_cases
def seldom(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Adding one used less than weekly (alcohol: AUDIT-C below 7, 6 drinks less than monthly) never lifts cap (b)."""
    one, other = a.raw["substances", ""], b.raw["substances", ""]
    seldom = [
        z3.Implies(z3.And(other[p], z3.Not(one[p])), said(b, "frequency", "less_weekly", row=p))
        for p in PICKS
        if p not in ("tobacco", "moud")
    ]
    more = z3.And([z3.Implies(one[v], other[v]) for v in one if v not in ("none", "skip")])
    named = z3.And(z3.Not(one["skip"]), z3.Not(other["skip"]))
    drinks = z3.Or(
        one["alcohol"],
        z3.Not(
            z3.Or(
                b(audit_c(7)),
                said(b, "audit_six", "monthly", "weekly", "daily"),
                said(b, "audit_frequency", "four_plus_week"),
            )
        ),
    )
    same_moud = one["moud"] == other["moud"]  # it has no frequency, and means that medicine was tried
    when = z3.And(same_answers(a, b, ("substances",)), more, named, drinks, same_moud, *seldom)
    not_a_day = next(r.when for r in world.ratings["D4"] if r.id == "D4.3a")
    return z3.Implies(z3.And(when, b(not_a_day)), a(not_a_day))


@claim("51 adding a substance never lowers D4")
@two_cases
def adding(world: World, a: Logic, b: Logic) -> z3.BoolRef:
    """Whatever is added to what was picked."""
    one, other = a.raw["substances", ""], b.raw["substances", ""]
    more = z3.And([z3.Implies(one[v], other[v]) for v in one if v not in ("none", "skip")])
    named = z3.And(z3.Not(one["skip"]), z3.Not(other["skip"]))
    higher = [z3.Implies(a.rating_at_least("D4", n), b.rating_at_least("D4", n)) for n in range(1, 5)]
    return z3.Implies(z3.And(same_answers(a, b, ("substances",)), more, named), z3.And(higher))


@claim("52 the prescriber first")
@one_case
def prescriber_first(world: World, x: Logic) -> z3.BoolRef:
    """PRESCRIBER_FIRST never stands beside D4 of 1, a counted substance or a level above outpatient."""
    never = z3.Or(x.rating_at_least("D4", 1), x(ANY_COUNTED), x.level_at_least(OUTPATIENT + 1))
    return z3.Implies(message(world, x, "PRESCRIBER_FIRST"), z3.Not(never))
