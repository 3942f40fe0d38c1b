"""D4 continued use and harm."""

from ..conditions import Any_, Condition
from ..questions.about import RESPONDENT
from ..questions.risk import CONTROL, HARM, PROGRAM_OUTCOME, RECENT_RELEASE
from ..questions.safety import OVERDOSE_NOW
from ..questions.use import OVERDOSES
from ..shapes import Rule
from ..terms.people import OVERDOSE_RECENT
from ..terms.use import (
    CONTROL_COUNTS_IN_FULL,
    OPIOID_NOW_OR_BEFORE,
    REGULAR_COUNTED,
    SUD_MODERATE,
    SUD_SEVERE,
)


def failed(*programs: str) -> Condition:
    """Use returned within 3 months, left early, or not enough."""
    return Any_(*(PROGRAM_OUTCOME.at_least("returned", of=p) for p in programs))


FAILED_INTENSIVE = failed("iop", "php", "residential")
NOT_A_DAY = CONTROL.one_of("not_a_day") & CONTROL_COUNTS_IN_FULL
DOUBTFUL = CONTROL.at_least("doubtful") & CONTROL_COUNTS_IN_FULL
WITH_SUPPORT = CONTROL.at_least("with_support")
TWO_OVERDOSES = OVERDOSES.one_of("two_plus")
# A weak sign counts in full only beside another one (15.15).
BACKED = SUD_MODERATE | REGULAR_COUNTED
# Relatives are not asked the SDS: what they can see stands for a moderate score there (16.17).
_SEEN_BY_RELATIVES = RESPONDENT.one_of("family") & (REGULAR_COUNTED | DOUBTFUL)


USE: tuple[Rule, ...] = (
    Rule(
        id="D4.4",
        rating="D4",
        value=4,
        when=NOT_A_DAY & Any_(HARM.at_least("serious"), TWO_OVERDOSES, FAILED_INTENSIVE),
        because="Not a day without it, together with serious harm or a program that was not enough.",
        sources=(26, 33),
        choice=True,
    ),
    Rule(
        id="D4.3a",
        rating="D4",
        value=3,
        when=NOT_A_DAY,
        because="Not a day without it: the days need a lot of structure.",
        sources=(26, 33),
        choice=True,
    ),
    Rule(
        id="D4.3b",
        rating="D4",
        value=3,
        when=TWO_OVERDOSES,
        because="Two or more overdoses in a year mean a high risk of another.",
        sources=(23, 591),
    ),
    Rule(
        id="D4.3c",
        rating="D4",
        value=3,
        when=HARM.one_of("life_threatening"),
        because="The harm in the past month was life-threatening.",
        sources=(27, 35),
        choice=True,
    ),
    Rule(
        id="D4.3d",
        rating="D4",
        value=3,
        when=FAILED_INTENSIVE & (SUD_MODERATE | _SEEN_BY_RELATIVES),
        because="A program with many hours a week was not enough, and the score is moderate or more.",
        sources=(26, 33),
        choice=True,
    ),
    Rule(
        id="D4.2a",
        rating="D4",
        value=2,
        when=DOUBTFUL & BACKED,
        because="A week without it seems doubtful.",
        sources=(26, 33),
        choice=True,
    ),
    Rule(
        id="D4.2b",
        rating="D4",
        value=2,
        when=failed("outpatient", "iop", "php", "residential"),
        because="An earlier program was not enough.",
        sources=(26, 33),
        choice=True,
    ),
    Rule(
        id="D4.2c",
        rating="D4",
        value=2,
        when=failed("detox"),
        because="Detox alone was not enough. Treatment should follow it.",
        sources=(38,),
        choice=True,
    ),
    Rule(
        id="D4.2d",
        rating="D4",
        value=2,
        when=SUD_SEVERE,
        because="The score for drinking or drug use is severe.",
        sources=(58, 62),
        choice=True,
    ),
    Rule(
        id="D4.2e",
        rating="D4",
        value=2,
        when=HARM.at_least("serious") & (BACKED | WITH_SUPPORT),
        because="There was serious harm in the past month.",
        sources=(27, 35),
        choice=True,
    ),
    Rule(
        id="D4.2f",
        rating="D4",
        value=2,
        when=OVERDOSES.at_least("one"),
        because="An overdose raises the risk of another.",
        sources=(23, 591),
    ),
    Rule(
        id="D4.2g",
        rating="D4",
        value=2,
        when=OVERDOSE_NOW.at_least("not_sure") | OVERDOSE_RECENT,
        because="An overdose now, or in the past 2 days, counts like one in the past year.",
        sources=(93, 563),
        choice=True,
    ),
    Rule(
        id="D4.1a",
        rating="D4",
        value=1,
        when=WITH_SUPPORT,
        because="A week without it would take support.",
        sources=(26, 33),
        choice=True,
    ),
    Rule(
        id="D4.1b",
        rating="D4",
        value=1,
        when=SUD_MODERATE,
        because="The score for drinking or drug use is moderate.",
        sources=(58, 62),
        choice=True,
    ),
    Rule(
        id="D4.1c",
        rating="D4",
        value=1,
        when=HARM.at_least("some"),
        because="There was some harm in the past month.",
        sources=(27, 35),
        choice=True,
    ),
    Rule(
        id="D4.1d",
        rating="D4",
        value=1,
        when=RECENT_RELEASE.one_of("in_4_weeks") & OPIOID_NOW_OR_BEFORE,
        because="After a stay, the body can no longer take the old amount of opioids.",
        sources=(10, 23),
        choice=True,
    ),
)
