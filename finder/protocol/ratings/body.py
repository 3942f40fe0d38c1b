"""D2 body."""

from ..classes import PREGNANT
from ..conditions import Any_
from ..questions.body import MEDICAL, THINKING
from ..questions.safety import DANGER_SIGNS
from ..shapes import Rule

SIGNS = tuple(o.id for o in DANGER_SIGNS.options if o.rank == 2)
ANY_SIGN = Any_(*(DANGER_SIGNS.picked(sign) for sign in SIGNS))

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
        when=MEDICAL.one_of("unstable"),
        because="An illness that is not stable needs doctors close by.",
        sources=(22,),
    ),
    Rule(
        id="D2.2a",
        rating="D2",
        value=2,
        when=MEDICAL.one_of("watching"),
        because="A health condition needs watching during care.",
        sources=(22,),
    ),
    Rule(
        id="D2.2b",
        rating="D2",
        value=2,
        when=PREGNANT,
        because="A pregnancy needs its own care alongside.",
        sources=(48, 75),
    ),
    Rule(
        id="D2.2c",
        rating="D2",
        value=2,
        when=THINKING.one_of("yes"),
        because="Trouble with memory or instructions should be looked at by a doctor.",
        sources=(22, 27),
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
