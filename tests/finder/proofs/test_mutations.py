"""Every proof can fail: for each claim, rules broken on purpose that it must catch."""

from collections.abc import Callable

import pytest

from finder.protocol.conditions import ALWAYS, Not, RatingAtLeast
from finder.protocol.questions.about import RESPONDENT, SEX
from finder.protocol.questions.body import MEDICAL
from finder.protocol.questions.home import TRANSPORT
from finder.protocol.questions.risk import CONTROL
from finder.protocol.questions.safety import DANGER_SIGNS, SUICIDE
from finder.protocol.questions.use import INJECTING, OVERDOSES, RECENT_CUT, SUPPLY, regular, used, withdrawal
from finder.protocol.ratings.use import failed
from finder.protocol.ratings.withdrawal import BENZO
from finder.protocol.terms.drinking import audit_c
from finder.protocol.terms.people import ANY_THOUGHTS, UNDER_12
from finder.protocol.terms.use import ON_MOUD

from . import broken_readings as readings
from . import claims_level, claims_order, claims_said, claims_second, claims_skipped  # noqa: F401 - they register
from .claims import CLAIMS
from .logic import counterexample
from .world import World

D4_HIGH = RatingAtLeast("D4", 2)
CUT_ONLY = BENZO & RECENT_CUT.one_of("yes", of="benzodiazepines") & withdrawal("moderate", "benzodiazepines")

BROKEN: dict[str, Callable[[World], World]] = {
    # the level of one answer set
    "1 one level": lambda w: w.rule("floor.V1"),
    "5 past seizure or DTs": lambda w: w.rule("W1"),
    "6 emergency triggers": lambda w: w.rule("floor.E2b"),
    "7 suicide plan or attempt": lambda w: w.rule("floor.E2a"),
    "9 two sedative classes": lambda w: w.rule("W2"),
    "10 pregnant with SED": lambda w: w.rule("W4"),
    "13 opioids or withdrawal": lambda w: w.rule("floor.O1a"),
    "17 withdrawal needs inpatient": lambda w: w.rule("floor.I1"),
    "18 cannabis, tobacco, stimulants": lambda w: w.rule("floor.N1", used("cannabis")),
    "19 low prescribed benzodiazepine": lambda w: w.rule("floor.N1", regular("benzodiazepines")),
    "21 unsafe or no home": lambda w: w.rule("floor.R2"),
    "24 unstable body": lambda w: w.rule("floor.I2"),
    "26 all best answers": lambda w: w.rule("floor.O1c", ALWAYS),
    "36 each danger sign": lambda w: w.rule("floor.E1b", DANGER_SIGNS.picked("seizure")),
    "37 thoughts with means or attempt": lambda w: w.rule("D3.3b"),
    "42 psychosis not under control": lambda w: w.rule("floor.E4"),
    "15.11 acute psychosis": lambda w: w.rule("floor.E2d"),
    "15.16 around birth without a safe home": lambda w: w.rule("floor.R5"),
    "15.19 severe withdrawal in any pattern": lambda w: w.rule("W18"),
    "15.21 danger signs in SED count as W1": lambda w: w.rules("W1", "W1b", "W3"),
    "15.25 regular sedative that is not SED": lambda w: w.rules("floor.O1f", "D1.1c"),
    # two answer sets
    "2 monotone in the ratings": lambda w: w.rule(
        "floor.H2", RatingAtLeast("D4", 3) & ~RatingAtLeast("D5", 1)
    ),
    "3 monotone in the answers": lambda w: w.rule("D4.2f", OVERDOSES.one_of("one")).rule("D4.3b"),
    "41 next level monotone": lambda w: w.rule("D4.2f", OVERDOSES.one_of("one")).rule("D4.3b"),
    "4 not sure is not no": lambda w: w.rule("floor.O1b", MEDICAL.one_of("none")),
    "14 preferences": lambda w: w.rule("floor.N1", INJECTING.one_of("yes")),
    "14 transport": lambda w: w.rule("floor.N1", TRANSPORT.one_of("yes")),
    "15 sex and age": lambda w: w.rule("floor.N1", SEX.one_of("male")),
    "16 client as self": lambda w: w.rule("floor.N1", RESPONDENT.one_of("client")),
    "16 and 40 family as self": lambda w: w.rule("floor.N1", RESPONDENT.one_of("family")),
    "20 medicine for opioid use never lowers": lambda w: w.rule("floor.N1", D4_HIGH & ~ON_MOUD),
    "23 scores are no emergency": lambda w: w.rule("floor.E2b", audit_c(10)),
    "25 adding a substance": lambda w: w.rule("floor.N1", D4_HIGH & ~used("cannabis")),
    "31 next level of an emergency": lambda w: w.rule("D3.4a").rule("D3.3a", SUICIDE.one_of("method")),
    "38 supply never lowers": lambda w: w.rule("floor.N1", SUPPLY.one_of("ok", of="moud")),
    "38 cut off as recent cut": lambda w: w.rule("W5b", CUT_ONLY),
    "39 detox alone": lambda w: w.rule("floor.R3", failed("detox")),
    # what is said and offered
    "7 and 8 and 15.27 988 comes first": lambda w: w.lift("order.suicide"),
    "16.1 911 first where a body fails": lambda w: w.lift("order.poisoning"),
    "15.27 naloxone in an overdose": lambda w: w.message("NALOXONE", used("street_opioids")),
    "6 emergency says 911": lambda w: w.message("CALL_911"),
    "10 pregnant with opioids": lambda w: w.track("supervised_taper", ALWAYS),
    "11 no abrupt stop": lambda w: w.message("NO_ABRUPT_STOP", used("alcohol")),
    "12 medicine first and naloxone": lambda w: w.message("NALOXONE"),
    "33 medicine offered at every level": lambda w: w.track("moud", Not(RatingAtLeast("D1", 3))),
    "17 no outpatient detox at D1 3": lambda w: w.track("ambulatory_wm", ALWAYS),
    "21 housing": lambda w: w.message("HOUSING"),
    "22 teens and children": lambda w: w.message("PEDIATRICIAN"),
    "29 lines on every result": lambda w: w.message("SAMHSA_LINE"),
    "35 what the search must include": lambda w: w.rule("floor.I1"),
    "15.17 and 16.22 getting worse, and after a break": lambda w: w.message(
        "GET_WORSE", RatingAtLeast("D1", 1)
    ),
    "14.3 means safety": lambda w: w.message("MEANS_SAFETY"),
    "14.6 supply": lambda w: w.message("SUPPLY"),
    # the second amendments
    "43 exposures": lambda w: w.rule("floor.E5d"),
    "44 a history of dangerous withdrawal": lambda w: w.rule("D1.2h"),
    "45 severe withdrawal at any frequency": lambda w: w.rule("W19"),
    "46 past opioids": lambda w: w.rule("floor.O1g"),
    "47 children and drugs": lambda w: w.rule("floor.E3"),
    "47 nothing for adults to a child": lambda w: w.message("HOUSING", ALWAYS),
    "48 nothing picked": lambda w: w.rule("floor.N2", RatingAtLeast("D3", 2)),
    "49 a little alcohol in pregnancy": lambda w: w.message("NO_ABRUPT_STOP", used("alcohol")),
    "51 a seldom drug never lifts the cap": lambda w: w.rule(
        "D4.3a", CONTROL.one_of("not_a_day") & used("ketamine")
    ),
    "51 adding a substance never lowers D4": lambda w: w.rule("D4.1c", ~used("cannabis")),
    "52 the prescriber first": lambda w: w.message("PRESCRIBER_FIRST", ~UNDER_12 & ANY_THOUGHTS),
    # what is not asked
    "50 what decides stays settled": lambda w: w.read_as(readings.LevelTooEarly),
    "50 care and search stay settled": lambda w: w.read_as(readings.UnansweredIsNo),
    "50 something left to ask": lambda w: w.read_as(readings.PastTheGate),
    "50 something left to decide": lambda w: w.read_as(readings.PastTheGate),
}
MORE_READINGS = (
    readings.UnansweredIsNo,
    readings.UnansweredIsWhatItCountsAs,
    readings.SkipIsNoAnswer,
    readings.AskedAnyway,
)


def test_every_claim_has_a_mutation():
    assert set(BROKEN) == set(CLAIMS)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rules_are_caught(name):
    formula, logics = CLAIMS[name](BROKEN[name](World()))
    assert counterexample(formula, *logics) is not None, f"{name} still holds with the rule broken"


@pytest.mark.parametrize("reading", MORE_READINGS)
def test_broken_readings_are_caught(reading):
    formula, logics = CLAIMS["50 what decides stays settled"](World().read_as(reading))
    assert counterexample(formula, *logics) is not None, reading.__doc__
