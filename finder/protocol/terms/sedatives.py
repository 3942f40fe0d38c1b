"""Current sedative dependence (SED), and what makes a prescribed sedative steady or not."""

from ..conditions import Any_, Condition, Named, RatingAtLeast
from ..questions.body import THINKING
from ..questions.use import (
    AROUND_CLOCK,
    BENZO_DOSE,
    DRINKS_WEEKLY,
    DURATION,
    FREQUENCY,
    SOURCE,
    regular,
    used,
    withdrawal,
)
from ..substances import GHB_GROUP, GROUP_OF, MEDICINES, OPIOIDS, SEDATIVES, WATCHED, WITHDRAWAL_GROUPS
from .drinking import ALCOHOL_UNSURE, HEAVY
from .medicines import double_or_unknown, not_as_directed, not_as_prescribed, recent_cut
from .past import NEEDED_HOSPITAL, PAST_SEIZURE_OR_DTS, TWO_EPISODES
from .people import NEEDS_WATCHING, OLDER, PERINATAL, SIGN_OR_NOT_SURE
from .windows import WITHIN_30, inside, last_use_within

BENZO_NOT_PRESCRIBED = SOURCE.at_least("more", of="benzodiazepines")
BENZO_CURRENT = Named(
    "benzodiazepines on 4 or more days a week, the last within 14 days",
    regular("benzodiazepines") & inside("benzodiazepines"),
)
SED: dict[str, Condition] = {
    "alcohol": Named("heavy drinking within 7 days", HEAVY & inside("alcohol")),
    "benzodiazepines": Named(
        "current regular benzodiazepine use",
        BENZO_CURRENT
        & Any_(
            DURATION.at_least("m1_3", of="benzodiazepines"),
            BENZO_DOSE.one_of("street"),
            SOURCE.one_of("not_prescribed", of="benzodiazepines"),
        ),
    ),
    **{
        pick: Named(f"current regular use of {pick}", regular(pick) & inside(pick))
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
    return regular(pick) & last_use_within(WITHIN_30, pick)


# --- Danger signs "not sure" (16.14) -------------------------------------------------------------------------------
def _unsure_counts(pick: str) -> Condition:
    """Everything inside its window but a medicine as directed that is taken seldom, or with mild signs at most."""
    if pick == "alcohol":
        return ALCOHOL_UNSURE
    if pick not in MEDICINES:
        return inside(pick)
    more_than_mild = regular(pick) & withdrawal("moderate", GROUP_OF[pick])
    return inside(pick) & (not_as_directed(pick) | more_than_mild)


UNSURE_COUNTS = {pick: _unsure_counts(pick) for pick in ("alcohol", *WATCHED)}


def severe(pick: str) -> Condition:
    """Severe withdrawal, or danger signs that nobody could rule out."""
    return withdrawal("severe", GROUP_OF[pick]) | (SIGN_OR_NOT_SURE & UNSURE_COUNTS[pick])


# --- As prescribed and steady (15.23) ------------------------------------------------------------------------------
def _weekly(pick: str) -> Condition:
    return DRINKS_WEEKLY if pick == "alcohol" else FREQUENCY.at_least("d1_3", of=pick)


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


OTHER_RISK = {pick: other_risk(pick) for pick in ("benzodiazepines", "barbiturates", "gabapentinoids")}
NOT_STEADY = {
    pick: Named(
        f"{pick}: not as prescribed, a high or unknown amount, or another risk factor",
        Any_(not_as_prescribed(pick), double_or_unknown(pick), OTHER_RISK[pick]),
    )
    for pick in OTHER_RISK
}
GHB_MISUSED = {  # oxybate taken as directed is not GHB misuse (14.8)
    pick: SED[pick] & not_as_prescribed(pick) if pick == "oxybate_prescribed" else SED[pick]
    for pick in GHB_GROUP
}
GHB_AROUND_CLOCK = AROUND_CLOCK.one_of("yes")


def any_withdrawal(severity: str) -> Condition:
    """So bad from any group."""
    return Any_(*(withdrawal(severity, group) for group in WITHDRAWAL_GROUPS))
