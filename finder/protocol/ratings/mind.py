"""D3 mind."""

from ..conditions import Any_
from ..questions.mind import MH_DIAGNOSIS, MH_IMPAIR
from ..questions.safety import EVER_TRIED, MEANS_ACCESS, PSYCH_HOSPITAL, PSYCHOSIS, SUICIDE, VIOLENCE
from ..questions.use import used
from ..shapes import Rule
from ..terms.people import ANY_THOUGHTS, SUICIDE_NOW, THOUGHTS_OR_SELF_HARM
from ..terms.use import STIMULANTS_NOT_DIRECTED, phq_2

DIAGNOSES = tuple(o.id for o in MH_DIAGNOSIS.options if o.rank)
MEANS_OR_TRIED = MEANS_ACCESS.one_of("yes") | EVER_TRIED.at_least("past")

# Drugs that can bring voices or fear: there, a skipped answer about them counts as not sure (16.10).
_CAN_BRING_VOICES = STIMULANTS_NOT_DIRECTED | used(
    "synthetic_cannabinoids", "hallucinogens", "ketamine", "mdma"
)

MIND: tuple[Rule, ...] = (
    Rule(
        id="D3.4a",
        rating="D3",
        value=4,
        when=SUICIDE_NOW,
        because="A plan, or a try in the past 3 months, is an emergency.",
        sources=(22, 65),
    ),
    Rule(
        id="D3.4b",
        rating="D3",
        value=4,
        when=VIOLENCE.one_of("might_hurt"),
        because="Fear of hurting someone is an emergency.",
        sources=(35,),
    ),
    Rule(
        id="D3.4c",
        rating="D3",
        value=4,
        when=PSYCHOSIS.one_of("worse"),
        because="Losing touch with what is real, and getting worse, is an emergency.",
        sources=(22,),
        choice=True,
    ),
    Rule(
        id="D3.3a",
        rating="D3",
        value=3,
        when=SUICIDE.at_least("method"),
        because="Thoughts of how to end one's life need help the same day.",
        sources=(22, 65),
    ),
    Rule(
        id="D3.3b",
        rating="D3",
        value=3,
        when=ANY_THOUGHTS & MEANS_OR_TRIED,
        because="Thoughts of suicide are more dangerous with a way within reach, or after an earlier try.",
        sources=(22, 65),
        choice=True,
    ),
    Rule(
        id="D3.3c",
        rating="D3",
        value=3,
        when=PSYCHOSIS.at_least("uncontrolled"),
        because="Voices, fear or highs that are not under control need care now.",
        sources=(27, 35),
        choice=True,
    ),
    Rule(
        id="D3.3d",
        rating="D3",
        value=3,
        when=MH_IMPAIR.one_of("cannot"),
        because="Mood or thoughts stop daily life.",
        sources=(27, 35),
        choice=True,
    ),
    Rule(
        id="D3.3e",
        rating="D3",
        value=3,
        when=PSYCH_HOSPITAL.one_of("yes"),
        because="The weeks after a mental health hospital stay carry more risk.",
        sources=(27, 590),
        choice=True,
    ),
    Rule(
        id="D3.3f",
        rating="D3",
        value=3,
        when=VIOLENCE.one_of("danger_now"),
        because="Danger right now weighs on everyone's mind.",
        sources=(35,),
        choice=True,
    ),
    Rule(
        id="D3.2a",
        rating="D3",
        value=2,
        when=ANY_THOUGHTS,
        because="Thoughts of suicide need care for the mind too.",
        sources=(22, 65),
    ),
    Rule(
        id="D3.2b",
        rating="D3",
        value=2,
        when=MH_IMPAIR.at_least("most_days"),
        because="Mood or thoughts get in the way on most days.",
        sources=(27, 35),
        choice=True,
    ),
    Rule(
        id="D3.2c",
        rating="D3",
        value=2,
        when=phq_2(5),
        because="The low-mood score is high.",
        sources=(63,),
        choice=True,
    ),
    Rule(
        id="D3.2d",
        rating="D3",
        value=2,
        when=PSYCHOSIS.at_least("not_sure") | (PSYCHOSIS.skipped() & _CAN_BRING_VOICES),
        because="It is not clear whether voices, fear or highs are under control.",
        sources=(27,),
        choice=True,
    ),
    Rule(
        id="D3.2e",
        rating="D3",
        value=2,
        when=THOUGHTS_OR_SELF_HARM,
        because="Hurting oneself is a sign of pain that deserves care, whatever the reason.",
        sources=(574,),
        choice=True,
    ),
    Rule(
        id="D3.1a",
        rating="D3",
        value=1,
        when=phq_2(3),
        because="The low-mood score says to look closer.",
        sources=(63,),
    ),
    Rule(
        id="D3.1b",
        rating="D3",
        value=1,
        when=Any_(*(MH_DIAGNOSIS.picked(d) for d in DIAGNOSES)) | PSYCHOSIS.at_least("treated"),
        because="There is a mental health condition to treat as well.",
        sources=(25,),
    ),
    Rule(
        id="D3.1c",
        rating="D3",
        value=1,
        when=MH_IMPAIR.at_least("some"),
        because="Mood or thoughts get in the way at times.",
        sources=(27, 35),
        choice=True,
    ),
)
