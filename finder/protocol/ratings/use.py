"""D4 continued use and harm."""

from ..classes import ANY_OPIOID, CONTROL_COUNTS_IN_FULL, REGULAR_COUNTED, SUD_MODERATE, SUD_SEVERE
from ..conditions import Any_, Condition
from ..questions.risk import CONTROL, HARM, PROGRAM_OUTCOME, RECENT_RELEASE
from ..questions.safety import OVERDOSE_NOW
from ..questions.use import OVERDOSES
from ..shapes import Rule


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


def _d4(id_: str, value: int, when: Condition, because: str, *sources: int, choice: bool = False) -> Rule:
    return Rule(id_, "D4", value, when, because, sources, choice)


USE: tuple[Rule, ...] = (
    _d4(
        "D4.4",
        4,
        NOT_A_DAY & Any_(HARM.at_least("serious"), TWO_OVERDOSES, FAILED_INTENSIVE),
        "Not a day without it, together with serious harm or a program that was not enough.",
        26,
        34,
        choice=True,
    ),
    _d4("D4.3a", 3, NOT_A_DAY, "Not a day without it: the days need a lot of structure.", 26, 34),
    _d4("D4.3b", 3, TWO_OVERDOSES, "Two or more overdoses in a year mean a high risk of another.", 23, 27),
    _d4(
        "D4.3c",
        3,
        HARM.one_of("life_threatening"),
        "The harm in the past month was life-threatening.",
        27,
        35,
    ),
    _d4(
        "D4.3d",
        3,
        FAILED_INTENSIVE & SUD_MODERATE,
        "A program with many hours a week was not enough, and the score is moderate or more.",
        26,
        34,
    ),
    _d4("D4.2a", 2, DOUBTFUL & BACKED, "A week without it seems doubtful.", 26, 34),
    _d4(
        "D4.2b",
        2,
        failed("outpatient", "iop", "php", "residential"),
        "An earlier program was not enough.",
        26,
        34,
    ),
    _d4(
        "D4.2c",
        2,
        failed("detox"),
        "Detox alone was not enough. Treatment should follow it.",
        26,
        38,
        choice=True,
    ),
    _d4("D4.2d", 2, SUD_SEVERE, "The score for drinking or drug use is severe.", 58, 62, choice=True),
    _d4(
        "D4.2e",
        2,
        HARM.at_least("serious") & (BACKED | WITH_SUPPORT),
        "There was serious harm in the past month.",
        27,
        35,
    ),
    _d4("D4.2f", 2, OVERDOSES.at_least("one"), "An overdose raises the risk of another.", 23, 27),
    _d4(
        "D4.2g",
        2,
        OVERDOSE_NOW.at_least("not_sure"),
        "An overdose now counts like one in the past year.",
        93,
        choice=True,
    ),
    _d4("D4.1a", 1, WITH_SUPPORT, "A week without it would take support.", 26, 34),
    _d4("D4.1b", 1, SUD_MODERATE, "The score for drinking or drug use is moderate.", 58, 62, choice=True),
    _d4("D4.1c", 1, HARM.at_least("some"), "There was some harm in the past month.", 27, 35),
    _d4(
        "D4.1d",
        1,
        RECENT_RELEASE.one_of("in_4_weeks") & ANY_OPIOID,
        "After a stay, the body can no longer take the old amount of opioids.",
        10,
        23,
        choice=True,
    ),
)
