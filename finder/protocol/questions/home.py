"""E. Home and supports, and the last question of all."""

from ..conditions import LevelAtLeast, Not, RatingAtLeast
from ..shapes import Option, Question
from .use import HEAVY_ALCOHOL_NOW, USES

HOME = Question(
    "home",
    "E1",
    "E",
    "one",
    "home",
    "What is home like?",
    "What is {their|your client's} home like?",
    (
        Option("supportive", "Supportive, and no one drinks or uses"),
        Option("mixed", "Okay, or mixed", rank=1),
        Option("others_use", "Others drink or use there", rank=2),
        Option("unstable", "Unstable: a couch, or about to lose it", rank=3),
        Option("unsafe", "Unsafe: violence or threats", rank=4),
        Option("none", "No housing", rank=4),
        Option("not_sure", "Not sure", rank=1, counts_as="mixed"),
    ),
    "Care at home only works when home is safe and steady enough.",
    (22, 27),
    skip_as=("mixed",),
)

SUPPORTS = Question(
    "supports",
    "E2",
    "E",
    "one",
    "people to lean on",
    "How many people can you lean on?",
    "How many people can {they|your client} lean on?",
    (
        Option("strong", "Several, or one I can always count on", "Several, or one they can always count on"),
        Option("some", "Some", rank=1),
        Option("none", "No one", rank=2),
    ),
    "People nearby are part of the plan. Without them, a program can give that support.",
    (27, 35),
    asked_when=HOME.at_least("mixed"),
    skip_as=("some",),
)

SOBER_ADULT = Question(
    "sober_adult",
    "E3",
    "E",
    "one",
    "an adult who can stay",
    "Could a reliable adult stay with you for the first 3 to 5 days?",
    "Could a reliable adult stay with {them|your client} for the first 3 to 5 days?",
    (Option("yes", "Yes"), Option("no", "No, or not sure", rank=1)),
    "Withdrawal from alcohol can turn bad at night. Someone has to be there to call for help.",
    (71, 73),
    asked_when=HEAVY_ALCOHOL_NOW,
    skip_as=("no",),
)

TRANSPORT = Question(
    "transport",
    "E4",
    "E",
    "one",
    "getting to visits",
    "Can you get to visits, even every day at first?",
    "Can {they|your client} get to visits, even every day at first?",
    (
        Option("yes", "Yes"),
        Option("limited", "Sometimes, or it is hard", rank=1),
        Option("none", "No", rank=2),
    ),
    "Some care needs a visit each day at first. Rides, video visits and mobile clinics can help.",
    (22,),
    asked_when=USES,
    skip_as=("limited",),
)

ALONE_AFTER = Question(
    "alone_after",
    "E5",
    "E",
    "one",
    "alone after the first days",
    "After the first days, will you be alone most of the time?",
    "After the first days, will {they|your client} be alone most of the time?",
    (Option("no", "No"), Option("yes", "Yes", rank=1)),
    "Some withdrawal lasts for weeks. It is safer when someone checks in.",
    (71, 73),
    asked_when=RatingAtLeast("D1", 2),
)

WORRIED = Question(
    "worried",
    "V1",
    "E",
    "one",
    "worry",
    "Are you, or is someone close to you, worried about your drinking or drug use?",
    "Are you or others worried about {their|your client's} drinking or drug use?",
    (Option("no", "No"), Option("yes", "Yes", rank=1)),
    "Nothing so far calls for treatment. Worry alone is a good reason for a short talk.",
    (27,),
    asked_when=Not(LevelAtLeast("outpatient", 2)),
)
