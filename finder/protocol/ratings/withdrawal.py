"""D1 withdrawal and intoxication: rules W1 to W18. Ids and numbers are those of the clinical specification."""

from ..classes import (
    ALCOHOL_RISKS,
    ALONE_OR_UNSAFE,
    ANY_OPIOID,
    ANY_SED,
    BENZO_CURRENT,
    BENZO_NOT_PRESCRIBED,
    FOUR_ALCOHOL_SIGNS,
    GHB_AROUND_CLOCK,
    GHB_MISUSED,
    HEAVY_CURRENT,
    MOUD_OR_PAIN_STOPPED,
    NEEDS_WATCHING,
    NOT_STEADY,
    OLDER,
    OPIOID_REGULAR,
    OTHER_RISK,
    PAST_SEIZURE_OR_DTS,
    PREGNANT,
    SED,
    SED_CLASSES,
    SEIZURE_RISK,
    TWO_EPISODES,
    UNSAFE_HOME,
    W1_CAUSE,
    any_withdrawal,
    double_or_unknown,
    not_as_prescribed,
    recent_cut,
    regular_recent,
)
from ..conditions import Any_, AtLeast, Condition, RatingAtLeast
from ..questions.safety import DANGER_SIGNS
from ..questions.use import BENZO_DOSE, FREQUENCY, LAST_USE, SEDATIVE_DOSE, SOURCE, regular, used, withdrawal
from ..shapes import Rule
from ..substances import BARBITURATE_RULES, GROUP_OF, LABELED_SEDATIVES, SEDATIVES, STIMULANTS

BENZO = SED["benzodiazepines"]


def _sed_with(severity: str) -> Condition:
    """A current dependence with withdrawal of its own so bad."""
    return Any_(*(SED[pick] & withdrawal(severity, GROUP_OF[pick]) for pick in SED))


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

_AFTER_ALCOHOL = used("alcohol") & LAST_USE.at_least("d4_7", of="alcohol")


def _after_use(severity: str) -> Condition:
    """W18: so bad after alcohol in any pattern, or after a regular sedative of any length."""
    return Any_(
        _AFTER_ALCOHOL & withdrawal(severity, "alcohol"),
        *(regular_recent(pick) & withdrawal(severity, GROUP_OF[pick]) for pick in SEDATIVES),
    )


def _w(id_: str, value: int, when: Condition, because: str, *sources: int, choice: bool = False) -> Rule:
    return Rule(id_, "D1", value, when, because, sources, choice)


WITHDRAWAL: tuple[Rule, ...] = (
    # --- 4 ---
    _w(
        "W1",
        4,
        (ANY_SED | BENZO_CURRENT) & W1_CAUSE,
        "A seizure or confusion in an earlier withdrawal is the strongest sign that it can happen again.",
        20,
        22,
        68,
    ),
    # After an emergency, these signs count as an earlier seizure or DTs (15.21).
    _w(
        "W1b",
        4,
        ANY_SED & Any_(*(DANGER_SIGNS.picked(sign) for sign in ("seizure", "confusion", "hallucinations"))),
        "A seizure, confusion or seeing things in withdrawal means it is already dangerous.",
        20,
        22,
        76,
    ),
    _w(
        "W2",
        4,
        AtLeast(2, *SED_CLASSES),
        "The body depends on two calming drugs at once. Stopping them together is much more dangerous.",
        20,
        22,
    ),
    _w(
        "W3",
        4,
        _sed_with("severe") | (ANY_SED & DANGER_SIGNS.picked("not_sure")),
        "Withdrawal is already severe, or there may be danger signs. It can turn deadly fast.",
        22,
    ),
    _w(
        "W4",
        4,
        PREGNANT & _W4,
        "In pregnancy, withdrawal from alcohol or sedatives can harm both parent and baby.",
        22,
        75,
    ),
    _w(
        "W5a",
        4,
        BENZO & _STREET_OPIOID,
        "A benzodiazepine together with street opioids can stop breathing, and both withdrawals come at once.",
        20,
    ),
    _w(
        "W5b",
        4,
        Any_(*(SED[p] & recent_cut(p) & withdrawal("moderate", GROUP_OF[p]) for p in SEDATIVES)),
        "A sedative was stopped or cut fast, and clear withdrawal has begun.",
        20,
    ),
    _w(
        "W5c",
        4,
        BENZO
        & SEIZURE_RISK
        & Any_(
            BENZO_NOT_PRESCRIBED,
            recent_cut("benzodiazepines"),
            BENZO_DOSE.at_least("high") & NOT_STEADY["benzodiazepines"],
        ),
        "With epilepsy or an earlier seizure, a change in this medicine can set off seizures.",
        20,
        80,
    ),
    _w(
        "W6",
        4,
        BENZO & BENZO_DOSE.at_least("high") & BENZO_NOT_PRESCRIBED,
        "A high or unknown amount of a benzodiazepine, not as prescribed, can bring severe withdrawal.",
        20,
        choice=True,
    ),
    _w(
        "W7a",
        4,
        _W7_BARBITURATES,
        "Withdrawal from this kind of medicine, taken more than prescribed or without a prescription, can be deadly.",
        85,
        119,
        120,
        125,
    ),
    _w(
        "W7b",
        4,
        _W7_GHB,
        "With GHB or a drug like it, doses many times a day can bring dangerous withdrawal within hours.",
        86,
        121,
        122,
    ),
    _w(
        "W8",
        4,
        ANY_SED & (RatingAtLeast("D2", 3) | RatingAtLeast("D3", 3)),
        "Withdrawal is more dangerous on top of an unstable illness of body or mind.",
        20,
        22,
    ),
    # --- 3 ---
    _w(
        "W9",
        3,
        HEAVY_CURRENT & FOUR_ALCOHOL_SIGNS,
        "Four or more signs point to a hard alcohol withdrawal. Guidelines then prefer inpatient care.",
        67,
        70,
    ),
    _w(
        "W10",
        3,
        HEAVY_CURRENT & withdrawal("moderate", "alcohol") & ALONE_OR_UNSAFE,
        "Clear alcohol withdrawal at home needs a safe home, a reliable adult and daily visits.",
        22,
    ),
    _w(
        "W11",
        3,
        HEAVY_CURRENT
        & Any_(
            AtLeast(3, *ALCOHOL_RISKS),
            AtLeast(2, *ALCOHOL_RISKS) & (withdrawal("moderate", "alcohol") | ALONE_OR_UNSAFE),
        ),
        "Several things together make alcohol withdrawal riskier.",
        22,
        71,
        choice=True,
    ),
    _w(
        "W12",
        3,
        BENZO & BENZO_DOSE.at_least("very_high") & OTHER_RISK["benzodiazepines"],
        "A very high or unknown amount of a benzodiazepine, with another risk, is safer to lower with nurses close by.",
        20,
        choice=True,
    ),
    _w(
        "W13",
        3,
        BENZO & OLDER & BENZO_NOT_PRESCRIBED & BENZO_DOSE.at_least("moderate"),
        "Past 65, withdrawal from more than a low amount, not as prescribed, is harder on the body.",
        19,
        20,
        choice=True,
    ),
    _w(
        "W14",
        3,
        BENZO
        & BENZO_DOSE.at_least("moderate")
        & BENZO_NOT_PRESCRIBED
        & Any_(TWO_EPISODES, NEEDS_WATCHING, UNSAFE_HOME),
        "More than a low amount, not as prescribed, with earlier withdrawals, illness or an unsafe home, adds up.",
        20,
        choice=True,
    ),
    _w(
        "W15a",
        3,
        SED["barbiturates"] & NOT_STEADY["barbiturates"],
        "Barbiturate withdrawal can be deadly, even when a doctor prescribed it.",
        85,
        119,
        120,
    ),
    _w(
        "W15b",
        3,
        _W15_GHB,
        "Daily use of GHB or a drug like it can bring dangerous withdrawal.",
        86,
        121,
        123,
    ),
    _w(
        "W15c",
        3,
        regular("z_drugs") & not_as_prescribed("z_drugs") & withdrawal("moderate", "z_drugs"),
        "Sleep pills taken beyond what was prescribed can bring seizures when they stop.",
        126,
    ),
    _w(
        "W15d",
        3,
        _HIGH_LABELED,
        "The amount is more than double the usual, or not known. Withdrawal can be severe.",
        20,
        85,
        123,
        125,
        choice=True,
    ),
    _w(
        "W16a",
        3,
        regular("gabapentinoids")
        & Any_(
            SEIZURE_RISK & NOT_STEADY["gabapentinoids"],
            withdrawal("severe", "gabapentinoids"),
            double_or_unknown("gabapentinoids"),
        ),
        "Stopping this medicine suddenly can bring seizures, above all with epilepsy or very high amounts.",
        12,
        145,
    ),
    _w(
        "W16b",
        3,
        regular("synthetic_cannabinoids") & withdrawal("severe", "synthetic_cannabinoids"),
        "Severe withdrawal from K2 or Spice can be hard to predict and needs medical care.",
        99,
    ),
    _w(
        "W17a",
        3,
        _OPIOID_WITHDRAWAL & withdrawal("severe", "opioids"),
        "Severe opioid withdrawal can dry out the body and needs care now. Medicine can bring relief.",
        23,
    ),
    _w(
        "W17b",
        3,
        PREGNANT & _OPIOID_WITHDRAWAL & withdrawal("moderate", "opioids"),
        "Opioid withdrawal in pregnancy can harm the pregnancy. Medicine is the safe treatment.",
        48,
        94,
    ),
    _w(
        "W18",
        3,
        _after_use("severe") | (PAST_SEIZURE_OR_DTS & _after_use("moderate")),
        "Withdrawal this strong, or after an earlier seizure, needs medical care whatever the pattern of use.",
        22,
        75,
        76,
        80,
    ),
    # --- 2 ---
    _w(
        "D1.2a",
        2,
        ANY_SED | BENZO_CURRENT,
        "The body is used to a drug that should not be stopped suddenly. A doctor should plan the change.",
        20,
        22,
    ),
    _w(
        "D1.2b",
        2,
        OPIOID_REGULAR,
        "Regular opioid use brings withdrawal when it stops. Medicine can ease it.",
        23,
    ),
    _w("D1.2c", 2, MOUD_OR_PAIN_STOPPED, "An opioid medicine is ending, and the body is used to it.", 15, 23),
    _w(
        "D1.2d",
        2,
        regular("gabapentinoids"),
        "This medicine should be lowered slowly, with the prescriber.",
        12,
    ),
    _w("D1.2e", 2, regular("synthetic_cannabinoids"), "Regular use of K2 or Spice brings withdrawal.", 99),
    _w(
        "D1.2f",
        2,
        any_withdrawal("moderate"),
        "Clear withdrawal should be looked at by a doctor or nurse.",
        22,
    ),
    _w(
        "D1.2g",
        2,
        PREGNANT & ANY_OPIOID,
        "Any opioid use in pregnancy should be looked after by a doctor.",
        48,
        94,
    ),
    # --- 1 ---
    _w("D1.1a", 1, any_withdrawal("mild"), "There is some withdrawal.", 22),
    _w(
        "D1.1b",
        1,
        Any_(*(regular(p) for p in (*STIMULANTS, "cannabis"))),
        "Stopping this after regular use brings low mood, poor sleep or craving for a while.",
        25,
        56,
        96,
    ),
    _w(
        "D1.1c",
        1,
        used(*SEDATIVES),
        "A sedative is used. Withdrawal is rare at few days a week, but can grow.",
        20,
    ),
)
