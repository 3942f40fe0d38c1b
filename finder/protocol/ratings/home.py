"""D5 home and support. Having no one to lean on adds one, to a maximum of 3."""

from ..questions.home import HOME, SUPPORTS
from ..questions.safety import VIOLENCE
from ..shapes import Rule

NO_ONE = SUPPORTS.one_of("none")


HOME_RULES: tuple[Rule, ...] = (
    Rule(
        id="D5.4a",
        rating="D5",
        value=4,
        when=HOME.at_least("unsafe"),
        because="Home is not safe, or there is no home.",
        sources=(22,),
        choice=True,
    ),
    # Every worse answer keeps it, so that what comes after an emergency never asks for less (15.21).
    Rule(
        id="D5.4b",
        rating="D5",
        value=4,
        when=VIOLENCE.at_least("being_hurt"),
        because="Someone is in danger of being hurt.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D5.3a",
        rating="D5",
        value=3,
        when=HOME.at_least("unstable"),
        because="Home is not stable.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D5.3b",
        rating="D5",
        value=3,
        when=HOME.at_least("others_use") & NO_ONE,
        because="Others use at home, and there is no one to lean on.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D5.2a",
        rating="D5",
        value=2,
        when=HOME.at_least("others_use"),
        because="Others drink or use at home.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D5.2b",
        rating="D5",
        value=2,
        when=HOME.at_least("mixed") & NO_ONE,
        because="There is no one to lean on.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D5.1",
        rating="D5",
        value=1,
        when=HOME.at_least("mixed"),
        because="Home is mixed.",
        sources=(22,),
        choice=True,
    ),
)
