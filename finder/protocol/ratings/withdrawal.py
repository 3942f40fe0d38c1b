"""D1 withdrawal and intoxication: rules W1 to W20. Ids and numbers are those of the clinical specification."""

from ..conditions import Any_, AtLeast, Condition
from ..questions.safety import EVER_TRIED, PSYCH_HOSPITAL
from ..questions.use import (
    BENZO_DOSE,
    DRINKS_WEEKLY,
    FREQUENCY,
    SEDATIVE_DOSE,
    SOURCE,
    regular,
    used,
    withdrawal,
)
from ..shapes import Rule
from ..substances import BARBITURATE_RULES, GROUP_OF, LABELED_SEDATIVES, SEDATIVES, STIMULANTS, WATCHED
from ..terms.drinking import ALCOHOL_RISKS, BINGES, FOUR_ALCOHOL_SIGNS, HEAVY_CURRENT
from ..terms.medicines import double_or_unknown, not_as_prescribed, recent_cut
from ..terms.past import (
    PAST_SEIZURE_OR_DTS,
    SEIZURE_RISK,
    SIGN_IN_WITHDRAWAL,
    TWO_EPISODES,
    W1_CAUSE,
    W1_HISTORY,
)
from ..terms.people import ALONE_OR_UNSAFE, NEEDS_WATCHING, OLDER, PREGNANT, UNSAFE_HOME, UNSTABLE_BODY
from ..terms.sedatives import (
    ANY_SED,
    BENZO_CURRENT,
    BENZO_NOT_PRESCRIBED,
    GHB_AROUND_CLOCK,
    GHB_MISUSED,
    NOT_STEADY,
    OTHER_RISK,
    SED,
    SED_CLASSES,
    any_withdrawal,
    regular_recent,
    severe,
)
from ..terms.use import ANY_OPIOID, MOUD_OR_PAIN_STOPPED, OPIOID_REGULAR
from ..terms.windows import WITHIN_7, WITHIN_14, WITHIN_30, last_use_within
from .mind import MIND

BENZO = SED["benzodiazepines"]


def _not_low_and_calm(pick: str, higher_dose: Condition) -> Condition:
    """Everything but: as prescribed, low dose, at most mild withdrawal (15.13)."""
    return Any_(not_as_prescribed(pick), higher_dose, withdrawal("moderate", GROUP_OF[pick]))


_W4_LOW = {
    "benzodiazepines": _not_low_and_calm("benzodiazepines", BENZO_DOSE.at_least("moderate")),
    "z_drugs": _not_low_and_calm("z_drugs", SEDATIVE_DOSE.at_least("more", of="z_drugs")),
}
_W4 = Any_(*(SED[pick] & _W4_LOW[pick] if pick in _W4_LOW else SED[pick] for pick in SED))

_W7_BARBITURATES = Any_(*(SED[pick] & not_as_prescribed(pick) for pick in BARBITURATE_RULES))
_W7_GHB = Any_(
    *(
        misused & (FREQUENCY.one_of("several_daily", of=p) | GHB_AROUND_CLOCK)
        for p, misused in GHB_MISUSED.items()
    )
)
_W15_GHB = Any_(*(misused & FREQUENCY.at_least("daily", of=p) for p, misused in GHB_MISUSED.items()))
_HIGH_LABELED = Any_(
    *(regular_recent(p) & double_or_unknown(p) for p in LABELED_SEDATIVES if p != "oxybate_prescribed")
)
# W5 says "street opioid"; the other opioids that no one prescribed are read the same way.
_STREET_OPIOID = Any_(
    *(regular(p) for p in ("street_opioids", "seven_oh", "tianeptine")),
    regular("pain_opioids") & SOURCE.one_of("not_prescribed", of="pain_opioids"),
)
_OPIOID_WITHDRAWAL = OPIOID_REGULAR | used("moud")

# W8: an unstable mind, but for a hospital stay that is over, without an earlier try and with mild signs at most (16.15).
_MIND_UNSTABLE = Any_(*(r.when for r in MIND if r.value >= 3 and r.id != "D3.3e"))
_STAY_AND_MORE = PSYCH_HOSPITAL.one_of("yes") & Any_(
    EVER_TRIED.at_least("past"), *(withdrawal("moderate", GROUP_OF[pick]) for pick in SED)
)
# W18: after alcohol in any pattern, or a regular sedative of any length.
_SEVERE_AFTER_USE = Any_(
    last_use_within(WITHIN_7, "alcohol") & severe("alcohol"),
    last_use_within(WITHIN_14, "alcohol") & withdrawal("severe", "alcohol"),
    *(regular_recent(pick) & severe(pick) for pick in SEDATIVES),
)
_CLEAR_AFTER_USE = Any_(
    last_use_within(WITHIN_7, "alcohol") & withdrawal("moderate", "alcohol"),
    *(regular_recent(pick) & withdrawal("moderate", GROUP_OF[pick]) for pick in SEDATIVES),
)
# W19: at any frequency.
_SEVERE_AT_ANY_USE = Any_(
    *(
        last_use_within(WITHIN_30, pick)
        & (severe(pick) | (withdrawal("moderate", GROUP_OF[pick]) & W1_HISTORY))
        for pick in WATCHED
    )
)

WITHDRAWAL: tuple[Rule, ...] = (
    # --- 4 ---
    Rule(
        id="W1",
        rating="D1",
        value=4,
        when=(ANY_SED | BENZO_CURRENT) & W1_CAUSE,
        because="A seizure or confusion in an earlier withdrawal is the strongest sign that it can happen again.",
        sources=(20, 22, 68),
    ),
    # After an emergency, these signs count as an earlier seizure or DTs (15.21).
    Rule(
        id="W1b",
        rating="D1",
        value=4,
        when=(ANY_SED | BENZO_CURRENT) & SIGN_IN_WITHDRAWAL,
        because="A seizure, confusion or seeing things in withdrawal means it is already dangerous.",
        sources=(20, 22, 76),
    ),
    Rule(
        id="W2",
        rating="D1",
        value=4,
        when=AtLeast(2, *SED_CLASSES),
        because="The body depends on two calming drugs at once. Stopping them together is much more dangerous.",
        sources=(20, 22),
    ),
    Rule(
        id="W3",
        rating="D1",
        value=4,
        when=Any_(*(SED[pick] & severe(pick) for pick in SED)),
        because="Withdrawal is already severe, or there may be danger signs. It can turn deadly fast.",
        sources=(22,),
    ),
    Rule(
        id="W4",
        rating="D1",
        value=4,
        when=PREGNANT & _W4,
        because="In pregnancy, withdrawal from alcohol or sedatives can harm both parent and baby.",
        sources=(22, 75),
    ),
    Rule(
        id="W5a",
        rating="D1",
        value=4,
        when=BENZO & _STREET_OPIOID,
        because="A benzodiazepine together with street opioids can stop breathing, and both withdrawals come at once.",
        sources=(20,),
    ),
    Rule(
        id="W5b",
        rating="D1",
        value=4,
        when=Any_(*(SED[p] & recent_cut(p) & withdrawal("moderate", GROUP_OF[p]) for p in SEDATIVES)),
        because="A sedative was stopped or cut fast, and clear withdrawal has begun.",
        sources=(20,),
    ),
    Rule(
        id="W5c",
        rating="D1",
        value=4,
        when=BENZO
        & SEIZURE_RISK
        & Any_(
            BENZO_NOT_PRESCRIBED,
            recent_cut("benzodiazepines"),
            BENZO_DOSE.at_least("high") & NOT_STEADY["benzodiazepines"],
        ),
        because="With epilepsy or an earlier seizure, a change in this medicine can set off seizures.",
        sources=(20, 80),
    ),
    Rule(
        id="W6",
        rating="D1",
        value=4,
        when=BENZO & BENZO_DOSE.at_least("high") & BENZO_NOT_PRESCRIBED,
        because="A high or unknown amount of a benzodiazepine, not as prescribed, can bring severe withdrawal.",
        sources=(20,),
        choice=True,
    ),
    Rule(
        id="W7a",
        rating="D1",
        value=4,
        when=_W7_BARBITURATES,
        because="Withdrawal from this kind of medicine, taken more than prescribed or without a prescription, can be deadly.",
        sources=(85, 119, 125),
    ),
    Rule(
        id="W7b",
        rating="D1",
        value=4,
        when=_W7_GHB,
        because="With GHB or a drug like it, doses many times a day can bring dangerous withdrawal within hours.",
        sources=(86, 121, 122),
    ),
    Rule(
        id="W8",
        rating="D1",
        value=4,
        when=ANY_SED & Any_(UNSTABLE_BODY, _MIND_UNSTABLE, _STAY_AND_MORE),
        because="Withdrawal is more dangerous on top of an unstable illness of body or mind.",
        sources=(20, 22),
    ),
    # --- 3 ---
    Rule(
        id="W9",
        rating="D1",
        value=3,
        when=HEAVY_CURRENT & FOUR_ALCOHOL_SIGNS,
        because="Four or more signs point to a hard alcohol withdrawal. Guidelines then prefer inpatient care.",
        sources=(67, 70),
    ),
    Rule(
        id="W10",
        rating="D1",
        value=3,
        when=HEAVY_CURRENT & withdrawal("moderate", "alcohol") & ALONE_OR_UNSAFE,
        because="Clear alcohol withdrawal at home needs a safe home, a reliable adult and daily visits.",
        sources=(22,),
    ),
    Rule(
        id="W11",
        rating="D1",
        value=3,
        when=HEAVY_CURRENT
        & Any_(
            AtLeast(3, *ALCOHOL_RISKS),
            AtLeast(2, *ALCOHOL_RISKS) & (withdrawal("moderate", "alcohol") | ALONE_OR_UNSAFE),
        ),
        because="Several things together make alcohol withdrawal riskier.",
        sources=(22, 71),
        choice=True,
    ),
    Rule(
        id="W12",
        rating="D1",
        value=3,
        when=BENZO & BENZO_DOSE.at_least("very_high") & OTHER_RISK["benzodiazepines"],
        because="A very high or unknown amount of a benzodiazepine, with another risk, is safer to lower with nurses close by.",
        sources=(20,),
        choice=True,
    ),
    Rule(
        id="W13",
        rating="D1",
        value=3,
        when=BENZO & OLDER & BENZO_NOT_PRESCRIBED & BENZO_DOSE.at_least("moderate"),
        because="Past 65, withdrawal from more than a low amount, not as prescribed, is harder on the body.",
        sources=(19, 20),
        choice=True,
    ),
    Rule(
        id="W14",
        rating="D1",
        value=3,
        when=BENZO
        & BENZO_DOSE.at_least("moderate")
        & BENZO_NOT_PRESCRIBED
        & Any_(TWO_EPISODES, NEEDS_WATCHING, UNSAFE_HOME),
        because="More than a low amount, not as prescribed, with earlier withdrawals, illness or an unsafe home, adds up.",
        sources=(20,),
        choice=True,
    ),
    Rule(
        id="W15a",
        rating="D1",
        value=3,
        when=SED["barbiturates"] & NOT_STEADY["barbiturates"],
        because="Barbiturate withdrawal can be deadly, even when a doctor prescribed it.",
        sources=(85, 119),
    ),
    Rule(
        id="W15b",
        rating="D1",
        value=3,
        when=_W15_GHB,
        because="Daily use of GHB or a drug like it can bring dangerous withdrawal.",
        sources=(86, 121, 123),
    ),
    Rule(
        id="W15c",
        rating="D1",
        value=3,
        when=regular("z_drugs") & not_as_prescribed("z_drugs") & withdrawal("moderate", "z_drugs"),
        because="Sleep pills taken beyond what was prescribed can bring seizures when they stop.",
        sources=(126,),
    ),
    Rule(
        id="W15d",
        rating="D1",
        value=3,
        when=_HIGH_LABELED,
        because="The amount is more than double the usual, or not known. Withdrawal can be severe.",
        sources=(20, 85, 123, 125),
        choice=True,
    ),
    Rule(
        id="W16a",
        rating="D1",
        value=3,
        when=regular("gabapentinoids")
        & Any_(
            SEIZURE_RISK & NOT_STEADY["gabapentinoids"],
            withdrawal("severe", "gabapentinoids"),
            double_or_unknown("gabapentinoids"),
        ),
        because="Stopping this medicine suddenly can bring seizures, above all with epilepsy or very high amounts.",
        sources=(12,),
    ),
    Rule(
        id="W16b",
        rating="D1",
        value=3,
        when=regular("synthetic_cannabinoids") & withdrawal("severe", "synthetic_cannabinoids"),
        because="Severe withdrawal from K2 or Spice can be hard to predict and needs medical care.",
        sources=(99,),
    ),
    Rule(
        id="W17a",
        rating="D1",
        value=3,
        when=_OPIOID_WITHDRAWAL & withdrawal("severe", "opioids"),
        because="Severe opioid withdrawal can dry out the body and needs care now. Medicine can bring relief.",
        sources=(23,),
    ),
    Rule(
        id="W17b",
        rating="D1",
        value=3,
        when=PREGNANT & _OPIOID_WITHDRAWAL & withdrawal("moderate", "opioids"),
        because="Opioid withdrawal in pregnancy can harm the pregnancy. Medicine is the safe treatment.",
        sources=(48, 94),
    ),
    Rule(
        id="W18",
        rating="D1",
        value=3,
        when=_SEVERE_AFTER_USE | ((PAST_SEIZURE_OR_DTS | SIGN_IN_WITHDRAWAL) & _CLEAR_AFTER_USE),
        because="Withdrawal this strong, or after an earlier seizure, needs medical care whatever the pattern of use.",
        sources=(22, 75, 76, 80),
    ),
    Rule(
        id="W19",
        rating="D1",
        value=3,
        when=_SEVERE_AT_ANY_USE,
        because="Severe withdrawal from this kind of drug can turn dangerous, even with use on only some days.",
        sources=(20, 575, 576),
        choice=True,
    ),
    Rule(
        id="W20",
        rating="D1",
        value=3,
        when=used("alcohol") & W1_HISTORY & last_use_within(WITHIN_7, "alcohol") & BINGES,
        because="After a seizure or confusion in an earlier withdrawal, heavy drinking on only some days is enough.",
        sources=(577,),
        choice=True,
    ),
    # --- 2 ---
    Rule(
        id="D1.2a",
        rating="D1",
        value=2,
        when=ANY_SED | BENZO_CURRENT,
        because="The body is used to a drug that should not be stopped suddenly. A doctor should plan the change.",
        sources=(20, 22),
    ),
    Rule(
        id="D1.2b",
        rating="D1",
        value=2,
        when=OPIOID_REGULAR,
        because="Regular opioid use brings withdrawal when it stops. Medicine can ease it.",
        sources=(23,),
    ),
    Rule(
        id="D1.2c",
        rating="D1",
        value=2,
        when=MOUD_OR_PAIN_STOPPED,
        because="An opioid medicine is ending, and the body is used to it.",
        sources=(15, 23),
    ),
    Rule(
        id="D1.2d",
        rating="D1",
        value=2,
        when=regular("gabapentinoids"),
        because="This medicine should be lowered slowly, with the prescriber.",
        sources=(12,),
    ),
    Rule(
        id="D1.2e",
        rating="D1",
        value=2,
        when=regular("synthetic_cannabinoids"),
        because="Regular use of K2 or Spice brings withdrawal.",
        sources=(99,),
    ),
    Rule(
        id="D1.2f",
        rating="D1",
        value=2,
        when=any_withdrawal("moderate"),
        because="A doctor or nurse should see withdrawal this clear.",
        sources=(22,),
    ),
    Rule(
        id="D1.2g",
        rating="D1",
        value=2,
        when=PREGNANT & ANY_OPIOID,
        because="A doctor should know about any opioid use in pregnancy.",
        sources=(48, 94),
    ),
    Rule(
        id="D1.2h",
        rating="D1",
        value=2,
        when=W1_HISTORY
        & Any_(
            DRINKS_WEEKLY & last_use_within(WITHIN_14, "alcohol"),
            *(last_use_within(WITHIN_30, pick) for pick in SEDATIVES),
        ),
        because="After a seizure or confusion in an earlier withdrawal, a doctor should plan how to stop.",
        sources=(22, 577),
        choice=True,
    ),
    # --- 1 ---
    Rule(
        id="D1.1a",
        rating="D1",
        value=1,
        when=any_withdrawal("mild"),
        because="There is some withdrawal.",
        sources=(22,),
    ),
    Rule(
        id="D1.1b",
        rating="D1",
        value=1,
        when=Any_(*(regular(p) for p in (*STIMULANTS, "cannabis"))),
        because="Stopping this after regular use brings low mood, poor sleep or craving for a while.",
        sources=(25, 56, 96),
    ),
    Rule(
        id="D1.1c",
        rating="D1",
        value=1,
        when=used(*SEDATIVES),
        because="A sedative is used. Withdrawal is rare at few days a week, but can grow.",
        sources=(20,),
    ),
)
