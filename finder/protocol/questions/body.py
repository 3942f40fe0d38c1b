"""M. Body."""

from ..conditions import Any_
from ..shapes import Option, Question
from ..substances import SEDATIVES
from .use import HEAVY_ALCOHOL_NOW, used

MEDICAL = Question(
    "medical",
    "M1",
    "M",
    "one",
    "health conditions",
    "How is your health apart from alcohol or drugs?",
    "How is {their|your client's} health apart from alcohol or drugs?",
    (
        Option("none", "No health conditions"),
        Option("stable", "Stable: treated, no recent change", rank=1),
        Option(
            "watching",
            "Needs watching",
            rank=2,
            hint="Heart, lung, liver or kidney disease, diabetes, HIV, an infection or wounds, or frail",
        ),
        Option("unstable", "Unstable: a recent hospital stay, or getting worse", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="watching"),
    ),
    "Other illness makes withdrawal harder on the body. It may need a doctor close by.",
    (22,),
    skip_as=("watching",),
)

SEIZURE_DISORDER = Question(
    "seizure_disorder",
    "M2",
    "M",
    "one",
    "epilepsy, seizure or head injury",
    "Have you had epilepsy, or a seizure or head injury that was not from withdrawal?",
    "{Have they|Has your client} had epilepsy, or a seizure or head injury that was not from withdrawal?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    "It makes a seizure in withdrawal more likely. Some of these medicines also treat epilepsy.",
    (22, 80),
    asked_when=Any_(used(*SEDATIVES, "gabapentinoids"), HEAVY_ALCOHOL_NOW),
    skip_as=("yes",),
)

LONG_TERM_PAIN = Question(
    "long_term_pain",
    "M3",
    "M",
    "one",
    "opioids for long-term pain",
    "Do you take prescribed opioids for long-term pain?",
    "{Do they|Does your client} take prescribed opioids for long-term pain?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    "Pain medicine taken for a long time should never stop suddenly. The prescriber plans any change.",
    (15,),
    asked_when=used("pain_opioids"),
    skip_as=("yes",),
)

THINKING = Question(
    "thinking",
    "M4",
    "M",
    "one",
    "memory and following instructions",
    "On most days, do you have trouble remembering things or following instructions?",
    "On most days, {do they|does your client} have trouble remembering things or following instructions?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    "A plan at home needs someone who can keep track of it. It can also be a sign of illness.",
    (22, 27),
    skip_as=("yes",),
)
