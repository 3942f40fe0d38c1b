"""D5 home and support. Having no one to lean on adds one, to a maximum of 3."""

from ..conditions import Condition
from ..questions.home import HOME, SUPPORTS
from ..questions.safety import VIOLENCE
from ..shapes import Rule

NO_ONE = SUPPORTS.one_of("none")


def _d5(id_: str, value: int, when: Condition, because: str) -> Rule:
    return Rule(id_, "D5", value, when, because, (22, 27))


HOME_RULES: tuple[Rule, ...] = (
    _d5("D5.4a", 4, HOME.at_least("unsafe"), "Home is not safe, or there is no home."),
    # Every worse answer keeps it, so that what comes after an emergency never asks for less (15.21).
    _d5("D5.4b", 4, VIOLENCE.at_least("being_hurt"), "Someone is in danger of being hurt."),
    _d5("D5.3a", 3, HOME.at_least("unstable"), "Home is not stable."),
    _d5(
        "D5.3b",
        3,
        HOME.at_least("others_use") & NO_ONE,
        "Others use at home, and there is no one to lean on.",
    ),
    _d5("D5.2a", 2, HOME.at_least("others_use"), "Others drink or use at home."),
    _d5("D5.2b", 2, HOME.at_least("mixed") & NO_ONE, "There is no one to lean on."),
    _d5("D5.1", 1, HOME.at_least("mixed"), "Home is mixed."),
)
