"""Earlier withdrawals, and signs of danger that count as one."""

from ..conditions import Any_, Named
from ..questions.body import SEIZURE_DISORDER
from ..questions.safety import DANGER_SIGNS
from ..questions.use import (
    DRINKS_WEEKLY,
    FIVE_DRINKS,
    SEIZURE_CAUSE,
    SIX_MONTHLY,
    WD_EPISODES,
    WD_PAST,
    withdrawal,
)
from ..substances import WATCHED
from .medicines import SEDATIVE_OFF_PLAN
from .windows import WITHIN_7, WITHIN_30, last_use_within

PAST_SEIZURE_OR_DTS = Named(
    "a past seizure or DTs when stopping", WD_PAST.picked("seizure") | WD_PAST.picked("dts")
)
NEEDED_HOSPITAL = WD_PAST.picked("needed_hospital")
TWO_EPISODES = WD_EPISODES.one_of("two_plus")
SEIZURE_RISK = Named("epilepsy, or any past seizure", SEIZURE_DISORDER.one_of("yes") | PAST_SEIZURE_OR_DTS)

# Alcohol, sedatives or not sure; before the follow-up is answered it counts too. "Something else" counts while a
# sedative is taken in a way that could have caused it (16.8).
W1_CAUSE = Named(
    "a past seizure or DTs from alcohol, sedatives or not sure",
    PAST_SEIZURE_OR_DTS
    & Any_(
        *(SEIZURE_CAUSE.picked(cause) for cause in ("alcohol", "sedatives", "not_sure")),
        SEIZURE_CAUSE.picked("other") & SEDATIVE_OFF_PLAN,
        ~Any_(*(SEIZURE_CAUSE.picked(cause) for cause in ("opioid", "stimulant", "other"))),
    ),
)
DRINKS_MORE_THAN_A_LITTLE = Any_(DRINKS_WEEKLY, FIVE_DRINKS, SIX_MONTHLY, withdrawal("moderate", "alcohol"))
# A seizure, confusion or hallucinations in the past 2 days: for the level after the emergency it counts as a
# history of dangerous withdrawal (16.20).
SIGN_IN_WITHDRAWAL = Named(
    "a seizure, confusion or seeing things after alcohol or a sedative",
    Any_(*(DANGER_SIGNS.picked(sign) for sign in ("seizure", "confusion", "hallucinations")))
    & Any_(
        DRINKS_MORE_THAN_A_LITTLE & last_use_within(WITHIN_7, "alcohol"),
        *(last_use_within(WITHIN_30, p) for p in WATCHED),
    ),
)
W1_HISTORY = Named("a history of dangerous withdrawal", W1_CAUSE | SIGN_IN_WITHDRAWAL)
