"""The words of the rules: heavy drinking, current sedative dependence (SED), steady use as prescribed, and so on.

Each is a named condition, so that rules read like the clinical specification and the published page can open them.
"""

from .conditions import Any_, AtLeast, Condition, Named, RatingAtLeast, ScoreAtLeast
from .questions.about import AGE, PREGNANCY
from .questions.body import MEDICAL, SEIZURE_DISORDER, THINKING
from .questions.home import HOME, SOBER_ADULT, TRANSPORT
from .questions.mind import PHQ_INTEREST, PHQ_MOOD
from .questions.risk import COUNTABLE, SDS, counted
from .questions.safety import VIOLENCE
from .questions.use import (
    ALCOHOL_HISTORY,
    AROUND_CLOCK,
    AUDIT_DRINKS,
    AUDIT_FREQUENCY,
    AUDIT_SIX,
    BENZO_DOSE,
    DURATION,
    FREQUENCY,
    HEAVY_ALCOHOL_NOW,
    LAST_USE,
    MOUD_STATUS,
    RECENT_CUT,
    SEDATIVE_DOSE,
    SEIZURE_CAUSE,
    SOURCE,
    SUPPLY,
    WD_EPISODES,
    WD_PAST,
    regular,
    used,
    withdrawal,
)
from .shapes import Question
from .substances import GHB_GROUP, GROUP_OF, MEDICINES, OPIOIDS, SEDATIVES, SUPPLIED, WITHDRAWAL_GROUPS


def last_use_within(window: str, pick: str) -> Condition:
    """`window`: the oldest last-use option that still counts, such as "d4_7"."""
    return LAST_USE.at_least(window, of=pick)


# --- Pregnancy and age ---------------------------------------------------------------------------------------------
PREGNANT = PREGNANCY.one_of("pregnant")  # "not sure" counts as pregnant
PERINATAL = PREGNANCY.at_least("past_year")
OLDER = AGE.one_of("age_65_plus")
TEEN = AGE.one_of("age_12_15", "age_16_17")
UNDER_12 = AGE.one_of("under_12")

# --- Past withdrawal -----------------------------------------------------------------------------------------------
PAST_SEIZURE_OR_DTS = Named(
    "a past seizure or DTs when stopping", WD_PAST.picked("seizure") | WD_PAST.picked("dts")
)
# Alcohol, sedatives or not sure; before the follow-up is answered it counts too.
W1_CAUSE = Named(
    "a past seizure or DTs from alcohol, sedatives or not sure",
    PAST_SEIZURE_OR_DTS
    & Any_(
        *(SEIZURE_CAUSE.picked(cause) for cause in ("alcohol", "sedatives", "not_sure")),
        ~Any_(*(SEIZURE_CAUSE.picked(cause) for cause in ("opioid", "stimulant", "other"))),
    ),
)
NEEDED_HOSPITAL = WD_PAST.picked("needed_hospital")
TWO_EPISODES = WD_EPISODES.one_of("two_plus")
SEIZURE_RISK = Named("epilepsy, or any past seizure", SEIZURE_DISORDER.one_of("yes") | PAST_SEIZURE_OR_DTS)

# --- Home and company ----------------------------------------------------------------------------------------------
UNSAFE_HOME = Named(
    "home is unstable, unsafe or missing", HOME.at_least("unstable") | VIOLENCE.at_least("being_hurt")
)
ALONE_OR_UNSAFE = Named(
    "no reliable adult, an unsafe home, no transport, or trouble following a plan",
    Any_(SOBER_ADULT.one_of("no"), UNSAFE_HOME, TRANSPORT.one_of("none"), THINKING.one_of("yes")),
)
NEEDS_WATCHING = MEDICAL.at_least("watching")

# --- Alcohol -------------------------------------------------------------------------------------------------------
HEAVY = Named("heavy drinking on 4 or more days a week", HEAVY_ALCOHOL_NOW)
HEAVY_CURRENT = Named(
    "heavy drinking, the last within 7 days, or within 14 days with clear withdrawal",
    HEAVY
    & (
        last_use_within("d4_7", "alcohol")
        | (last_use_within("d8_14", "alcohol") & withdrawal("moderate", "alcohol"))
    ),
)
PAWSS_SIGNS = (
    *(ALCOHOL_HISTORY.one_of("yes", of=s.id) for s in ALCOHOL_HISTORY.subjects),
    WD_PAST.picked("seizure"),
    WD_PAST.picked("dts"),
    WD_PAST.picked("not_sure"),
    withdrawal("moderate", "alcohol"),
)
FOUR_ALCOHOL_SIGNS = Named("4 or more signs of a hard alcohol withdrawal", AtLeast(4, *PAWSS_SIGNS))
ALCOHOL_RISKS = (
    OLDER,
    TWO_EPISODES,
    NEEDS_WATCHING,
    AUDIT_DRINKS.at_least("seven_nine"),
    NEEDED_HOSPITAL,
    SEIZURE_RISK,
)

# --- Current sedative dependence (SED) -----------------------------------------------------------------------------
BENZO_NOT_PRESCRIBED = SOURCE.at_least("more", of="benzodiazepines")
BENZO_CURRENT = Named(
    "benzodiazepines on 4 or more days a week, the last within 14 days",
    regular("benzodiazepines") & last_use_within("d8_14", "benzodiazepines"),
)
_WINDOWS = {"barbiturates": "d8_14"}  # phenobarbital stays long; the others count for 7 days
SED: dict[str, Condition] = {
    "alcohol": Named("heavy drinking within 7 days", HEAVY & last_use_within("d4_7", "alcohol")),
    "benzodiazepines": Named(
        "current regular benzodiazepine use",
        BENZO_CURRENT
        & Any_(
            DURATION.at_least("m1_3", of="benzodiazepines"),
            BENZO_DOSE.one_of("unknown"),
            SOURCE.one_of("not_prescribed", of="benzodiazepines"),
        ),
    ),
    **{
        pick: Named(
            f"current regular use of {pick}",
            regular(pick) & last_use_within(_WINDOWS.get(pick, "d4_7"), pick),
        )
        for pick in SEDATIVES
        if pick != "benzodiazepines"
    },
}
ANY_SED = Named("current use of alcohol or a sedative that the body depends on", Any_(*SED.values()))
# GHB and prescribed oxybate are one drug.
SED_CLASSES = (
    *(condition for pick, condition in SED.items() if pick not in ("ghb", "oxybate_prescribed")),
    SED["ghb"] | SED["oxybate_prescribed"],
)


def regular_recent(pick: str) -> Condition:
    """A regular sedative of any length with the last use within 30 days."""
    return regular(pick) & last_use_within("d15_30", pick)


# --- Doses and cuts ------------------------------------------------------------------------------------------------
def recent_cut(pick: str) -> Condition:
    """Stopped or cut a lot in the past 2 weeks, or cut off from the supply."""
    cut = RECENT_CUT.one_of("yes", of=pick)
    return cut | SUPPLY.one_of("cut_off", of=pick) if pick in SUPPLIED else cut


def not_as_prescribed(pick: str) -> Condition:
    return SOURCE.at_least("more", of=pick)


def double_or_unknown(pick: str) -> Condition:
    if pick == "benzodiazepines":
        return BENZO_DOSE.at_least("very_high")
    return SEDATIVE_DOSE.one_of("double", of=pick)


def _weekly(pick: str) -> Condition:
    weekly = FREQUENCY.at_least("d1_3", of=pick)
    return weekly | AUDIT_FREQUENCY.at_least("two_three_week") if pick == "alcohol" else weekly


def other_risk(pick: str) -> Condition:
    """A risk factor besides source and dose, for a sedative or gabapentinoid (15.23, and "no other risk" of 14.12)."""
    others = (p for p in ("alcohol", *SEDATIVES, *OPIOIDS) if p != pick)
    return Named(
        f"another risk factor, beside the use of {pick} itself",
        Any_(
            recent_cut(pick),
            withdrawal("moderate", GROUP_OF[pick]),
            OLDER,
            TWO_EPISODES,
            NEEDED_HOSPITAL,
            PAST_SEIZURE_OR_DTS,
            THINKING.one_of("yes"),
            NEEDS_WATCHING,
            PERINATAL,
            *(_weekly(p) for p in others),
            used("moud"),
            RatingAtLeast("D3", 2),
            RatingAtLeast("D5", 3),
        ),
    )


def not_steady(pick: str) -> Condition:
    """Not (as prescribed and steady): 15.23."""
    return Any_(not_as_prescribed(pick), double_or_unknown(pick), OTHER_RISK[pick])


OTHER_RISK = {pick: other_risk(pick) for pick in ("benzodiazepines", "barbiturates", "gabapentinoids")}
NOT_STEADY = {
    pick: Named(
        f"{pick}: not as prescribed, a high or unknown amount, or another risk factor", not_steady(pick)
    )
    for pick in OTHER_RISK
}
GHB_MISUSED = {  # oxybate taken as directed is not GHB misuse (14.8)
    pick: SED[pick] & not_as_prescribed(pick) if pick == "oxybate_prescribed" else SED[pick]
    for pick in GHB_GROUP
}
GHB_AROUND_CLOCK = AROUND_CLOCK.one_of("yes")

# --- Opioids -------------------------------------------------------------------------------------------------------
ON_MOUD = Named("takes medicine for opioid use now", used("moud") | MOUD_STATUS.one_of("now"))
# "Never" is the only answer that shows it was not tried (the cap of D4 applies only then).
MOUD_TRIED = Named("medicine for opioid use was tried, or we do not know", ~MOUD_STATUS.one_of("never"))
ANY_OPIOID = Named("any opioid, kratom, 7-OH, tianeptine or medicine for opioid use", used(*OPIOIDS, "moud"))
OPIOID_REGULAR = Named(
    "opioids, kratom, 7-OH or tianeptine on 4 or more days a week", Any_(*(regular(p) for p in OPIOIDS))
)
MOUD_OR_PAIN_STOPPED = Named(
    "a prescribed opioid or medicine for opioid use is being stopped, or running out",
    Any_(*(recent_cut(p) | SUPPLY.at_least("running_out", of=p) for p in ("moud", "pain_opioids"))),
)

# --- Scores --------------------------------------------------------------------------------------------------------


def _steps(question: Question, of: str = "") -> tuple[Condition, ...]:
    """One condition for each point of an item."""
    ranks = sorted({o.rank for o in question.options})[1:]
    return tuple(question.at_least(next(o.id for o in question.options if o.rank == r), of=of) for r in ranks)


_TIMES = _steps(AUDIT_FREQUENCY)
_SAME_OFTEN = ("less_weekly", "d1_3", "d4_6", "d4_6")  # the drinking days that `frequency` already tells
AUDIT_ITEMS = (
    tuple(
        FREQUENCY.at_least(often, of="alcohol") | step
        for step, often in zip(_TIMES, _SAME_OFTEN, strict=True)
    ),
    _steps(AUDIT_DRINKS),
    _steps(AUDIT_SIX),
)


def audit_c(n: int) -> ScoreAtLeast:
    return ScoreAtLeast("AUDIT-C", n, AUDIT_ITEMS)


def phq_2(n: int) -> ScoreAtLeast:
    return ScoreAtLeast("PHQ-2", n, (_steps(PHQ_INTEREST), _steps(PHQ_MOOD)))


def sds(n: int, pick: str) -> ScoreAtLeast:
    """Severity of Dependence Scale for one drug: 5 items, 0 to 15."""
    return ScoreAtLeast("Severity of Dependence Scale", n, tuple(_steps(q, of=pick) for q in SDS))


_SDS_PICKS = tuple(s.id for s in SDS[0].subjects)
SUD_MODERATE = Named(
    "a moderate or severe score for drinking or drug use",
    Any_(audit_c(7), *(sds(3, p) for p in _SDS_PICKS)),
)
# Cap (b): while medicine for opioid use was never tried, the score for an opioid counts at most as moderate.
SUD_SEVERE = Named(
    "a severe score for drinking or drug use",
    Any_(
        audit_c(10),
        *(sds(7, p) for p in _SDS_PICKS if p not in OPIOIDS),
        *(sds(7, p) & MOUD_TRIED for p in _SDS_PICKS if p in OPIOIDS),
    ),
)
# Cap (b) for control: if all that counts is opioids and medicine was never tried, "no" reads as "with support".
CONTROL_COUNTS_IN_FULL = Named(
    "something other than opioids counts, or medicine for opioid use was tried",
    MOUD_TRIED | Any_(*(counted(p) for p in COUNTABLE if p not in OPIOIDS)),
)
REGULAR_COUNTED = Named(
    "a drug that counts is used on 4 or more days a week",
    Any_(
        *(
            (regular(p) if p != "alcohol" else regular(p) | AUDIT_FREQUENCY.one_of("four_plus_week"))
            & counted(p)
            for p in COUNTABLE
        )
    ),
)

# --- Withdrawal of any kind ----------------------------------------------------------------------------------------


def any_withdrawal(severity: str) -> Condition:
    """So bad from any group."""
    return Any_(*(withdrawal(severity, group) for group in WITHDRAWAL_GROUPS))


PRESCRIBED = {pick: SOURCE.one_of("as_directed", "more", of=pick) for pick in MEDICINES}
