"""C. Preferences. They change wording, order and extra help, and never the level."""

from ..conditions import LevelAtLeast, Not, RatingAtLeast
from ..shapes import Option, Question
from .home import TRANSPORT, WORRIED

_HELP_MAY_FIT = LevelAtLeast("outpatient", 2) | WORRIED.one_of("yes")

READINESS = Question(
    "readiness",
    "C1",
    "C",
    "one",
    "how ready",
    "How ready do you feel to get help?",
    "How ready {do they|does your client} feel to get help?",
    (
        Option("ready", "Ready"),
        Option("unsure", "Unsure"),
        Option("not_ready", "Not ready"),
        Option("in_care", "Already in care"),
    ),
    "Any answer is fine. It changes how we word the next steps, never the level.",
    (27,),
    asked_when=_HELP_MAY_FIT,
)

WHAT_HELPS = Question(
    "what_helps",
    "C2",
    "C",
    "many",
    "what would help",
    "What would help you most?",
    "What would help {them|your client} most?",
    (
        Option("medicine", "Medicine"),
        Option("talk_therapy", "One-to-one talks"),
        Option("groups", "Groups with other people"),
        Option("peers", "Someone who has been there"),
        Option("family", "Help for the family too"),
        Option("housing_job", "Help with housing, work or law"),
        Option("not_groups", "Not groups: they did not help before"),
        Option("none", "Nothing special", exclusive=True),
    ),
    "So that the list of questions for a program fits.",
    (27,),
    asked_when=_HELP_MAY_FIT,
)

INSURANCE = Question(
    "insurance",
    "C3",
    "C",
    "one",
    "insurance",
    "What insurance do you have?",
    "What insurance {do they|does your client} have?",
    (
        Option("private", "Private"),
        Option("medicaid", "Medicaid"),
        Option("medicare", "Medicare"),
        Option("va_tricare", "VA or TRICARE"),
        Option("none", "None"),
        Option("not_sure", "Not sure"),
    ),
    "There is help without insurance too. It never changes the level.",
    (49,),
    asked_when=_HELP_MAY_FIT,
)

BARRIERS = Question(
    "barriers",
    "C4",
    "C",
    "many",
    "what makes it hard",
    "What makes getting care hard?",
    "What makes getting care hard?",
    (
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
    "There are ways around many of these. They never change the level.",
    (27,),
    asked_when=_HELP_MAY_FIT,
)

TELEHEALTH_PRIVACY = Question(
    "telehealth_privacy",
    "C5",
    "C",
    "one",
    "video or phone visits",
    "Do you have a phone or internet, and a private spot for video visits?",
    "{Do they|Does your client} have a phone or internet, and a private spot for video visits?",
    (Option("yes", "Yes"), Option("no", "No")),
    "Video and phone visits can start some medicines. They need a private spot.",
    (89, 117),
    asked_when=_HELP_MAY_FIT
    & (TRANSPORT.at_least("limited") | BARRIERS.picked("rural"))
    & Not(RatingAtLeast("D1", 3)),
)
