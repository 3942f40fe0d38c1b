"""D2 body."""

from ..questions.body import MEDICAL, THINKING
from ..shapes import Rule
from ..terms.people import ANY_SIGN, NEEDS_WATCHING, PREGNANT, UNSTABLE_BODY

BODY: tuple[Rule, ...] = (
    Rule(
        id="D2.4",
        rating="D2",
        value=4,
        when=ANY_SIGN,
        because="These signs need emergency care.",
        sources=(22, 76, 91),
    ),
    Rule(
        id="D2.3",
        rating="D2",
        value=3,
        when=UNSTABLE_BODY,
        because="An illness that is not stable needs doctors close by.",
        sources=(22,),
    ),
    Rule(
        id="D2.2a",
        rating="D2",
        value=2,
        when=NEEDS_WATCHING,
        because="A health condition needs watching during care.",
        sources=(22,),
    ),
    Rule(
        id="D2.2b",
        rating="D2",
        value=2,
        when=PREGNANT,
        because="A pregnancy needs care of its own.",
        sources=(48, 75),
    ),
    Rule(
        id="D2.2c",
        rating="D2",
        value=2,
        when=THINKING.one_of("yes"),
        because="A doctor should check trouble with memory or instructions.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D2.1",
        rating="D2",
        value=1,
        when=MEDICAL.one_of("stable"),
        because="A health condition is stable and treated.",
        sources=(22,),
    ),
)
