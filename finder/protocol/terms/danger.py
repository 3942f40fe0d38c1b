"""Emergencies: what makes one, for anyone and for a child under 12."""

from ..conditions import Any_, Condition, Named
from ..questions.mind import MH_IMPAIR
from ..questions.safety import CHILD_RISK, OVERDOSE_NOW, PSYCHOSIS, VIOLENCE
from ..questions.use import LAST_USE, used, withdrawal
from ..substances import GROUP_OF, MEDICINES, PICKS
from .medicines import not_as_directed
from .people import ANY_SIGN, SIGN_OR_NOT_SURE, THOUGHTS_OR_SELF_HARM, UNDER_12

OVERDOSE = OVERDOSE_NOW.at_least("not_sure")
VIOLENT = VIOLENCE.at_least("might_hurt")
CHILD_UNSAFE = CHILD_RISK.one_of("unsafe")
PSYCHOSIS_WORSE = PSYCHOSIS.one_of("worse")
PSYCHOSIS_AND_MORE = Named(
    "voices, fear or highs not under control, with thoughts of suicide or unable to function",
    PSYCHOSIS.at_least("uncontrolled") & (MH_IMPAIR.one_of("cannot") | THOUGHTS_OR_SELF_HARM),
)

# --- Under 12 (16.18) ----------------------------------------------------------------------------------------------
# "1 to 3 days" counts as within 2 days, and so does a time that nobody knows.
_LATELY = ("under_6h", "h6_24", "d1_3", "not_sure")


def _child(pick: str) -> Condition:
    """A drug, or a medicine not given as directed, lately or with symptoms. As directed: only clear symptoms."""
    symptoms = SIGN_OR_NOT_SURE | (withdrawal("mild", GROUP_OF[pick]) if pick in GROUP_OF else ANY_SIGN)
    misused = not_as_directed(pick) & (LAST_USE.one_of(*_LATELY, of=pick) | symptoms)
    if pick not in MEDICINES:
        return misused
    return misused | (used(pick) & (SIGN_OR_NOT_SURE | withdrawal("moderate", GROUP_OF[pick])))


CHILD_AND_DRUG = Named(
    "under 12 with a drug in the past days, or with symptoms after one",
    UNDER_12 & Any_(*(_child(pick) for pick in PICKS)),
)
CHILD_EARLIER = Named(
    "under 12 and any drug, or a medicine not given as directed",
    UNDER_12 & Any_(*(not_as_directed(pick) for pick in PICKS)),
)
