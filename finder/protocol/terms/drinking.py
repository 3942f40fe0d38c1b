"""Heavy drinking, and the AUDIT-C score."""

from ..conditions import AtLeast, Condition, Named, ScoreAtLeast
from ..questions.use import (
    ALCOHOL_HISTORY,
    AUDIT_DRINKS,
    AUDIT_FREQUENCY,
    AUDIT_SIX,
    DRINKS_WEEKLY,
    FIVE_DRINKS,
    FREQUENCY,
    HEAVY_ALCOHOL_NOW,
    SIX_MONTHLY,
    WD_PAST,
    drinks,
    withdrawal,
)
from ..shapes import Question
from .past import NEEDED_HOSPITAL, SEIZURE_RISK, TWO_EPISODES, W1_HISTORY
from .people import NEEDS_WATCHING, OLDER
from .windows import WITHIN_7, WITHIN_14, inside, last_use_within

HEAVY = Named("heavy drinking on 4 or more days a week", HEAVY_ALCOHOL_NOW)
HEAVY_CURRENT = Named(
    "heavy drinking, the last within 7 days, or within 14 days with clear withdrawal",
    HEAVY
    & (
        last_use_within(WITHIN_7, "alcohol")
        | (last_use_within(WITHIN_14, "alcohol") & withdrawal("moderate", "alcohol"))
    ),
)
BINGES = Named(
    "usually 5 or more drinks, weekly or more, or 6 or more at least every month",
    (FIVE_DRINKS & DRINKS_WEEKLY) | SIX_MONTHLY,
)
# Whose withdrawal counts as severe when danger signs are "not sure" (16.14).
ALCOHOL_UNSURE = (HEAVY | BINGES | W1_HISTORY) & inside("alcohol")
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
    drinks("seven_nine"),
    NEEDED_HOSPITAL,
    SEIZURE_RISK,
)


def steps(question: Question, of: str = "") -> tuple[Condition, ...]:
    """One condition for each point of an item."""
    ranks = sorted({o.rank for o in question.options})[1:]
    return tuple(question.at_least(next(o.id for o in question.options if o.rank == r), of=of) for r in ranks)


# The drinking days that `frequency` and the third item already tell, point by point.
_SAME_OFTEN = ("less_weekly", "d1_3", "d4_6", "d4_6")
_SIX_AS_OFTEN = ("weekly", "weekly", "daily", "daily")
AUDIT_ITEMS = (
    tuple(
        FREQUENCY.at_least(often, of="alcohol") | step | AUDIT_SIX.at_least(six)
        for step, often, six in zip(steps(AUDIT_FREQUENCY), _SAME_OFTEN, _SIX_AS_OFTEN, strict=True)
    ),
    tuple(drinks(o.id) for o in AUDIT_DRINKS.options[1:]),
    steps(AUDIT_SIX),
)


def audit_c(n: int) -> ScoreAtLeast:
    """AUDIT-C, 0 to 12, from the corrected amounts (16.6)."""
    return ScoreAtLeast("AUDIT-C", n, AUDIT_ITEMS)
