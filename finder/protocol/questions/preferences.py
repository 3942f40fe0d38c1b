"""C. Preferences. They change wording, order and extra help, and never the level."""

from ..conditions import LevelAtLeast, Not, RatingAtLeast
from ..shapes import Option, Question
from .home import TRANSPORT, WORRIED

_HELP_MAY_FIT = LevelAtLeast("outpatient", 2) | WORRIED.one_of("yes")

READINESS = Question(
    id="readiness",
    code="C1",
    section="C",
    kind="one",
    topic="how ready",
    text="How ready do you feel to get help?",
    text_other="How ready {do they|does your client} feel to get help?",
    options=(
        Option("ready", "Ready"),
        Option("unsure", "Unsure"),
        Option("not_ready", "Not ready"),
        Option("in_care", "Already in care"),
    ),
    why="Any answer is fine. It changes how we word the next steps, never the level.",
    sources=(27,),
    asked_when=_HELP_MAY_FIT,
)

WHAT_HELPS = Question(
    id="what_helps",
    code="C2",
    section="C",
    kind="many",
    topic="what would help",
    text="What would help you most?",
    text_other="What would help {them|your client} most?",
    options=(
        Option("medicine", "Medicine"),
        Option("talk_therapy", "One-to-one talks"),
        Option("groups", "Groups with other people"),
        Option("peers", "Someone who has been there"),
        Option("family", "Help for the family too"),
        Option("housing_job", "Help with housing, work or law"),
        Option("not_groups", "Not groups: they did not help before"),
        Option("none", "Nothing special", exclusive=True),
    ),
    why="So that the list of questions for a program fits.",
    sources=(27,),
    asked_when=_HELP_MAY_FIT,
)

INSURANCE = Question(
    id="insurance",
    code="C3",
    section="C",
    kind="one",
    topic="insurance",
    text="What insurance do you have?",
    text_other="What insurance {do they|does your client} have?",
    options=(
        Option("private", "Private"),
        Option("medicaid", "Medicaid"),
        Option("medicare", "Medicare"),
        Option("va_tricare", "VA or TRICARE"),
        Option("none", "None"),
        Option("not_sure", "Not sure"),
    ),
    why="There is help without insurance too. It never changes the level.",
    sources=(49,),
    asked_when=_HELP_MAY_FIT,
)

BARRIERS = Question(
    id="barriers",
    code="C4",
    section="C",
    kind="many",
    topic="what makes it hard",
    text="What makes getting care hard?",
    text_other="What makes getting care hard?",
    options=(
        Option("work", "Work or school"),
        Option("child_care", "Child care"),
        Option("pets", "Pets"),
        Option("language", "Language"),
        Option("disability", "A disability"),
        Option("cost", "Cost"),
        Option("legal", "Legal trouble"),
        Option("rural", "Care is far away"),
        Option("none", "None of these", exclusive=True),
    ),
    why="There are ways around many of these. They never change the level.",
    sources=(27,),
    asked_when=_HELP_MAY_FIT,
)

TELEHEALTH_PRIVACY = Question(
    id="telehealth_privacy",
    code="C5",
    section="C",
    kind="one",
    topic="video or phone visits",
    text="Do you have a phone or internet, and a private spot for video visits?",
    text_other="{Do they|Does your client} have a phone or internet, and a private spot for video visits?",
    options=(Option("yes", "Yes"), Option("no", "No")),
    why="Video and phone visits can start some medicines. They need a private spot.",
    sources=(89, 117),
    asked_when=_HELP_MAY_FIT
    & (TRANSPORT.at_least("limited") | BARRIERS.picked("rural"))
    & Not(RatingAtLeast("D1", 3)),
)
