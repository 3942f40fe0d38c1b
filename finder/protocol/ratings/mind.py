"""D3 mind."""

from ..classes import phq_2
from ..conditions import Any_
from ..questions.mind import MH_DIAGNOSIS, MH_IMPAIR, PSYCH_HOSPITAL, PSYCHOSIS
from ..questions.safety import EVER_TRIED, MEANS_ACCESS, SUICIDE, VIOLENCE
from ..shapes import Rule

DIAGNOSES = tuple(o.id for o in MH_DIAGNOSIS.options if o.rank)
SUICIDE_NOW = SUICIDE.at_least("plan") | EVER_TRIED.one_of("past_3_months")
ANY_THOUGHTS = SUICIDE.at_least("thoughts")
MEANS_OR_TRIED = MEANS_ACCESS.one_of("yes") | EVER_TRIED.at_least("past")

MIND: tuple[Rule, ...] = (
    Rule("D3.4a", "D3", 4, SUICIDE_NOW, "A plan, or a try in the past 3 months, is an emergency.", (22, 65)),
    Rule("D3.4b", "D3", 4, VIOLENCE.one_of("might_hurt"), "Fear of hurting someone is an emergency.", (35,)),
    Rule(
        "D3.4c",
        "D3",
        4,
        PSYCHOSIS.one_of("worse"),
        "Losing touch with what is real, and getting worse, is an emergency.",
        (22, 27),
        choice=True,
    ),
    Rule(
        "D3.3a",
        "D3",
        3,
        SUICIDE.at_least("method"),
        "Thoughts of how to end one's life need help the same day.",
        (22, 65),
    ),
    Rule(
        "D3.3b",
        "D3",
        3,
        ANY_THOUGHTS & MEANS_OR_TRIED,
        "Thoughts of suicide are more dangerous with a way within reach, or after an earlier try.",
        (22, 65),
        choice=True,
    ),
    Rule(
        "D3.3c",
        "D3",
        3,
        PSYCHOSIS.at_least("uncontrolled"),
        "Voices, fear or highs that are not under control need care now.",
        (27, 35),
    ),
    Rule("D3.3d", "D3", 3, MH_IMPAIR.one_of("cannot"), "Mood or thoughts stop daily life.", (27, 35)),
    Rule(
        "D3.3e",
        "D3",
        3,
        PSYCH_HOSPITAL.one_of("yes"),
        "The weeks after a mental health hospital stay carry more risk.",
        (27, 35),
    ),
    Rule(
        "D3.3f",
        "D3",
        3,
        VIOLENCE.one_of("danger_now"),
        "Danger right now weighs on everyone's mind.",
        (35,),
        choice=True,
    ),
    Rule("D3.2a", "D3", 2, ANY_THOUGHTS, "Thoughts of suicide need care for the mind too.", (22, 65)),
    Rule(
        "D3.2b",
        "D3",
        2,
        MH_IMPAIR.at_least("most_days"),
        "Mood or thoughts get in the way on most days.",
        (27, 35),
    ),
    Rule("D3.2c", "D3", 2, phq_2(5), "The low-mood score is high.", (63,), choice=True),
    Rule(
        "D3.2d",
        "D3",
        2,
        PSYCHOSIS.at_least("not_sure"),
        "It is not clear whether voices, fear or highs are under control.",
        (27,),
        choice=True,
    ),
    Rule("D3.1a", "D3", 1, phq_2(3), "The low-mood score says to look closer.", (63,)),
    Rule(
        "D3.1b",
        "D3",
        1,
        Any_(*(MH_DIAGNOSIS.picked(d) for d in DIAGNOSES)) | PSYCHOSIS.at_least("treated"),
        "There is a mental health condition to treat alongside.",
        (25, 27),
    ),
    Rule("D3.1c", "D3", 1, MH_IMPAIR.at_least("some"), "Mood or thoughts get in the way at times.", (27, 35)),
)
