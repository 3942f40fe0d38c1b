"""E. Home and supports, and the last question of all."""

from ..conditions import LevelAtLeast, Not, RatingAtLeast
from ..shapes import Option, Question
from .body import THINKING
from .use import HEAVY_ALCOHOL_NOW, USES

HOME = Question(
    id="home",
    code="E1",
    section="E",
    kind="many",
    topic="home",
    text="What is home like?",
    text_other="What is {their|your client's} home like?",
    options=(
        Option("supportive", "Supportive, and no one drinks or uses", exclusive=True),
        Option("mixed", "Okay, or mixed", rank=1),
        Option("others_use", "Others drink or use there", rank=2),
        Option("unstable", "Unstable: a couch, or about to lose it", rank=3),
        Option("unsafe", "Unsafe: violence or threats", rank=4),
        Option("none", "No housing", rank=4),
        Option("not_sure", "Not sure", rank=1, counts_as="mixed"),
    ),
    why="Care at home only works when home is safe and steady enough.",
    sources=(22,),
    skip_as=("mixed",),
    mixes=True,
    hint="Check all that apply.",
)

# Trouble with memory, and enough risk that someone should be there (16.18).
_NEEDS_SOMEONE = THINKING.one_of("yes") & RatingAtLeast("D4", 2)

SUPPORTS = Question(
    id="supports",
    code="E2",
    section="E",
    kind="one",
    topic="people to lean on",
    text="How many people can you lean on?",
    text_other="How many people can {they|your client} lean on?",
    options=(
        Option("strong", "Several, or one I can always count on", "Several, or one they can always count on"),
        Option("some", "Some", rank=1),
        Option("none", "No one", rank=2),
    ),
    why="People nearby are part of the plan. Without them, a program can give that support.",
    sources=(27, 33),
    asked_when=HOME.at_least("mixed"),
    skip_as=("some",),
)

SOBER_ADULT = Question(
    id="sober_adult",
    code="E3",
    section="E",
    kind="one",
    topic="an adult who can stay",
    text="Could a reliable adult stay with you for the first 3 to 5 days?",
    text_other="Could a reliable adult stay with {them|your client} for the first 3 to 5 days?",
    options=(Option("yes", "Yes"), Option("no", "No, or not sure", rank=1)),
    why="Withdrawal from alcohol can turn bad at night. Someone has to be there to call for help.",
    sources=(71, 73),
    asked_when=HEAVY_ALCOHOL_NOW | _NEEDS_SOMEONE,
    skip_as=("no",),
)

TRANSPORT = Question(
    id="transport",
    code="E4",
    section="E",
    kind="one",
    topic="getting to visits",
    text="Can you get to visits, even every day at first?",
    text_other="Can {they|your client} get to visits, even every day at first?",
    options=(
        Option("yes", "Yes"),
        Option("limited", "Sometimes, or it is hard", rank=1),
        Option("none", "No", rank=2),
    ),
    why="Some care needs a visit each day at first. Rides, video visits and mobile clinics can help.",
    sources=(22,),
    asked_when=USES,
    skip_as=("limited",),
)

ALONE_AFTER = Question(
    id="alone_after",
    code="E5",
    section="E",
    kind="one",
    topic="alone after the first days",
    text="After the first days, will you be alone most of the time?",
    text_other="After the first days, will {they|your client} be alone most of the time?",
    options=(Option("no", "No"), Option("yes", "Yes", rank=1)),
    why="Some withdrawal lasts for weeks. It is safer when someone checks in.",
    sources=(71, 73),
    asked_when=RatingAtLeast("D1", 2) | _NEEDS_SOMEONE,
)

WORRIED = Question(
    id="worried",
    code="V1",
    section="E",
    kind="one",
    topic="worry",
    text="Are you, or is someone close to you, worried about your drinking or drug use?",
    text_other="Are you or others worried about {their|your client's} drinking or drug use?",
    options=(Option("no", "No"), Option("yes", "Yes", rank=1)),
    why="Nothing so far calls for treatment. Worry alone is a good reason for a short talk.",
    sources=(26,),
    asked_when=Not(LevelAtLeast("outpatient", 2)),
)
