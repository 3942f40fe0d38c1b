"""Opioids and their medicine, what counts as use that is out of hand, and its scores."""

from ..conditions import Any_, Condition, Named, RatingAtLeast, ScoreAtLeast
from ..questions.mind import PHQ_INTEREST, PHQ_MOOD
from ..questions.risk import ANY_COUNTED, COUNTABLE, SDS, counted
from ..questions.use import (
    DRINKS_REGULARLY,
    FREQUENCY,
    MOUD_STATUS,
    PAST_OPIOIDS,
    PAST_TROUBLE,
    PAST_USE,
    SIX_MONTHLY,
    SUBSTANCES,
    SUPPLY,
    regular,
    used,
)
from ..substances import OPIOIDS, SEDATIVES, STIMULANTS
from .drinking import audit_c, steps
from .medicines import not_as_prescribed, recent_cut

# --- Opioids -------------------------------------------------------------------------------------------------------
ON_MOUD = Named("takes medicine for opioid use now", used("moud") | MOUD_STATUS.one_of("now"))
# "Never" is the only answer that shows it was not tried (the cap of D4 applies only then).
MOUD_TRIED = Named("medicine for opioid use was tried, or we do not know", ~MOUD_STATUS.one_of("never"))
ANY_OPIOID = Named("any opioid, kratom, 7-OH, tianeptine or medicine for opioid use", used(*OPIOIDS, "moud"))
OPIOID_NOW_OR_BEFORE = Named(
    "any opioid or medicine for opioid use, now or before",
    Any_(ANY_OPIOID, PAST_OPIOIDS, MOUD_STATUS.one_of("past", "now")),
)
OPIOID_REGULAR = Named(
    "opioids, kratom, 7-OH or tianeptine on 4 or more days a week", Any_(*(regular(p) for p in OPIOIDS))
)
MOUD_OR_PAIN_STOPPED = Named(
    "a prescribed opioid or medicine for opioid use is being stopped, or running out",
    Any_(*(recent_cut(p) | SUPPLY.at_least("running_out", of=p) for p in ("moud", "pain_opioids"))),
)


# --- Scores --------------------------------------------------------------------------------------------------------
def phq_2(n: int) -> ScoreAtLeast:
    return ScoreAtLeast("PHQ-2", n, (steps(PHQ_INTEREST), steps(PHQ_MOOD)))


def sds(n: int, pick: str) -> ScoreAtLeast:
    """Severity of Dependence Scale for one drug: 5 items, 0 to 15."""
    return ScoreAtLeast("Severity of Dependence Scale", n, tuple(steps(q, of=pick) for q in SDS))


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

# --- Use that counts -----------------------------------------------------------------------------------------------
STIMULANTS_NOT_DIRECTED = used("cocaine", "methamphetamine") | not_as_prescribed("prescription_stimulants")


def _regular_counted(pick: str) -> Condition:
    return (DRINKS_REGULARLY if pick == "alcohol" else regular(pick)) & counted(pick)


def _full(pick: str, use: Condition) -> Condition:
    """An opioid counts in full only once medicine for it was tried."""
    return use & MOUD_TRIED if pick in OPIOIDS else use


REGULAR_COUNTED = Named(
    "a drug that counts is used on 4 or more days a week", Any_(*(_regular_counted(p) for p in COUNTABLE))
)
# Every week is enough for these, for "could not go a week without" to count in full (16.16).
_WEEKLY_COUNTS = (
    *STIMULANTS,
    *OPIOIDS,
    *SEDATIVES,
    "gabapentinoids",
    "synthetic_cannabinoids",
    "inhalants",
    "ketamine",
    "dxm",
    "other",
)
# Cap (b) for control: without any of these, "could not go a week without" reads as "with support".
CONTROL_COUNTS_IN_FULL = Named(
    "use so regular or risky that going without it tells",
    Any_(
        *(_full(p, _regular_counted(p)) for p in COUNTABLE),
        used("alcohol") & (audit_c(7) | SIX_MONTHLY),
        *(_full(p, FREQUENCY.at_least("d1_3", of=p) & counted(p)) for p in _WEEKLY_COUNTS),
    ),
)
NOTHING_COUNTED = Named(
    "no alcohol or drug use that counts, now or before",
    ~SUBSTANCES.skipped() & ~ANY_COUNTED & ~PAST_TROUBLE & ~RatingAtLeast("D4", 1),
)
# With medicine for opioid use or pain opioids as directed the past is not asked, and the rules of the mind stand.
MIND_ONLY = Named("nothing counted, and no trouble before", NOTHING_COUNTED & PAST_USE.picked("never"))
