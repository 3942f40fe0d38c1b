"""M. Body."""

from ..conditions import Any_
from ..shapes import Option, Question
from ..substances import SEDATIVES
from .use import HEAVY_ALCOHOL_NOW, used

MEDICAL = Question(
    id="medical",
    code="M1",
    section="M",
    kind="one",
    topic="health conditions",
    text="How is your health apart from alcohol or drugs?",
    text_other="How is {their|your client's} health apart from alcohol or drugs?",
    options=(
        Option("none", "No health conditions"),
        Option("stable", "Stable: treated, no recent change", rank=1),
        Option(
            "watching",
            "Needs watching",
            rank=2,
            hint="Heart, lung, liver or kidney disease, diabetes, HIV, an infection or wounds, a blood thinner, "
            "weight-loss surgery, problems in pregnancy, or frail",
        ),
        Option("unstable", "Unstable: getting worse, or home from a hospital and not steady yet", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="watching"),
    ),
    why="Other illness makes withdrawal harder on the body. It may need a doctor close by.",
    sources=(22, 565),
    skip_as=("watching",),
)

SEIZURE_DISORDER = Question(
    id="seizure_disorder",
    code="M2",
    section="M",
    kind="one",
    topic="epilepsy, seizure or head injury",
    text="Have you had epilepsy, or a seizure or head injury that was not from withdrawal?",
    text_other="{Have they|Has your client} had epilepsy, or a seizure or head injury that was not from withdrawal?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    why="It makes a seizure in withdrawal more likely. Some of these medicines also treat epilepsy.",
    sources=(22, 80),
    asked_when=Any_(used(*SEDATIVES, "gabapentinoids"), HEAVY_ALCOHOL_NOW),
    skip_as=("yes",),
)

LONG_TERM_PAIN = Question(
    id="long_term_pain",
    code="M3",
    section="M",
    kind="one",
    topic="opioids for long-term pain",
    text="Do you take prescribed opioids for long-term pain?",
    text_other="{Do they|Does your client} take prescribed opioids for long-term pain?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    why="Pain medicine taken for a long time should never stop suddenly. The prescriber plans any change.",
    sources=(15,),
    asked_when=used("pain_opioids"),
    skip_as=("yes",),
)

THINKING = Question(
    id="thinking",
    code="M4",
    section="M",
    kind="one",
    topic="memory and following instructions",
    text="On most days, do you have trouble remembering things or following instructions?",
    text_other="On most days, {do they|does your client} have trouble remembering things or following instructions?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    why="A plan at home needs someone who can keep track of it. It can also be a sign of illness.",
    sources=(22,),
    skip_as=("yes",),
)
