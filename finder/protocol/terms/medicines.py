"""How a medicine is taken: as directed or not, cut or cut off, more than the label says."""

from ..conditions import Any_, Condition, Named
from ..questions.use import BENZO_DOSE, RECENT_CUT, SEDATIVE_DOSE, SOURCE, SUPPLY, used
from ..substances import MEDICINES, SEDATIVES, SUPPLIED

PRESCRIBED = {pick: SOURCE.one_of("as_directed", "more", of=pick) for pick in MEDICINES}


def not_as_prescribed(pick: str) -> Condition:
    return SOURCE.at_least("more", of=pick)


def not_as_directed(pick: str) -> Condition:
    """Not a medicine, or a medicine that is not taken as directed."""
    return not_as_prescribed(pick) if pick in MEDICINES else used(pick)


def recent_cut(pick: str) -> Condition:
    """Stopped or cut a lot in the past 2 weeks, or cut off from the supply."""
    cut = RECENT_CUT.one_of("yes", of=pick)
    return cut | SUPPLY.one_of("cut_off", of=pick) if pick in SUPPLIED else cut


def double_or_unknown(pick: str) -> Condition:
    if pick == "benzodiazepines":
        return BENZO_DOSE.at_least("very_high")
    return SEDATIVE_DOSE.one_of("double", of=pick)


AS_DIRECTED = Named(
    "a medicine taken as directed, or medicine for opioid use",
    Any_(*(SOURCE.one_of("as_directed", of=p) for p in MEDICINES), used("moud")),
)
SEDATIVE_OFF_PLAN = Named(
    "a sedative or gabapentin that is not taken as directed, or was missed, cut or cut off",
    Any_(
        *(
            not_as_directed(p) | recent_cut(p) if p in MEDICINES else used(p)
            for p in (*SEDATIVES, "gabapentinoids")
        )
    ),
)
