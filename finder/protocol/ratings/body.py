"""D2 body."""

from ..classes import PREGNANT
from ..conditions import Any_
from ..questions.body import MEDICAL, THINKING
from ..questions.safety import DANGER_SIGNS
from ..shapes import Rule

SIGNS = tuple(o.id for o in DANGER_SIGNS.options if o.rank == 2)
ANY_SIGN = Any_(*(DANGER_SIGNS.picked(sign) for sign in SIGNS))

BODY: tuple[Rule, ...] = (
    Rule("D2.4", "D2", 4, ANY_SIGN, "These signs need emergency care.", (22, 76, 91)),
    Rule(
        "D2.3",
        "D2",
        3,
        MEDICAL.one_of("unstable"),
        "An illness that is not stable needs doctors close by.",
        (22,),
    ),
    Rule(
        "D2.2a", "D2", 2, MEDICAL.one_of("watching"), "A health condition needs watching during care.", (22,)
    ),
    Rule("D2.2b", "D2", 2, PREGNANT, "A pregnancy needs its own care alongside.", (48, 75)),
    Rule(
        "D2.2c",
        "D2",
        2,
        THINKING.one_of("yes"),
        "Trouble with memory or instructions should be looked at by a doctor.",
        (22, 27),
        choice=True,
    ),
    Rule("D2.1", "D2", 1, MEDICAL.one_of("stable"), "A health condition is stable and treated.", (22,)),
)
