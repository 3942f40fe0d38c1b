"""P. Mind. Relatives are not asked the PHQ-2: it is a test people answer about themselves."""

from ..conditions import Not
from ..shapes import Option, Question
from .about import RESPONDENT

NOT_RELATIVE = Not(RESPONDENT.one_of("family"))
_PHQ = (
    Option("not_at_all", "Not at all"),
    Option("several_days", "Several days", rank=1),
    Option("more_than_half", "More than half the days", rank=2),
    Option("nearly_every_day", "Nearly every day", rank=3),
)

PHQ_INTEREST = Question(
    "phq_interest",
    "P1",
    "P",
    "one",
    "little interest",
    "In the past 2 weeks, how often did you take little interest or joy in doing things?",
    "In the past 2 weeks, how often did {they|your client} take little interest or joy in doing things?",
    _PHQ,
    "This and the next question are the PHQ-2, a short check for low mood.",
    (63,),
    asked_when=NOT_RELATIVE,
    skip_as=("several_days",),
)

PHQ_MOOD = Question(
    "phq_mood",
    "P2",
    "P",
    "one",
    "low mood",
    "In the past 2 weeks, how often did you feel down, low or without hope?",
    "In the past 2 weeks, how often did {they|your client} feel down, low or without hope?",
    _PHQ,
    "Low mood and drug use feed each other. Care works best when it treats both.",
    (63,),
    asked_when=NOT_RELATIVE,
    skip_as=("several_days",),
)

MH_DIAGNOSIS = Question(
    "mh_diagnosis",
    "P3",
    "P",
    "many",
    "mental health conditions",
    "Has a doctor or counselor told you that you have any of these?",
    "Has a doctor or counselor said that {they have|your client has} any of these?",
    (
        Option("depression_anxiety", "Depression or anxiety", rank=1),
        Option("ptsd", "PTSD", rank=1),
        Option("bipolar", "Bipolar disorder", rank=1),
        Option("psychosis", "Schizophrenia or psychosis", rank=1),
        Option("eating_disorder", "An eating disorder", rank=1),
        Option("adhd", "ADHD", rank=1),
        Option("none", "None of these", exclusive=True),
    ),
    "A program that treats both at once helps more than one that treats only drug use.",
    (25, 27),
)

PSYCHOSIS = Question(
    "psychosis",
    "P4",
    "P",
    "one",
    "voices, fear, or racing highs",
    "Right now, do you hear voices, feel watched or hunted, or feel so high on life that you need no sleep?",
    "Right now, {do they|does your client} hear voices, feel hunted, or feel so high on life they need no sleep?",
    (
        Option("no", "No"),
        Option("treated", "Yes, but it is treated and steady", rank=1),
        Option("uncontrolled", "Yes, and it is not under control", rank=3),
        Option(
            "worse",
            "Yes, and it is getting worse, or I have not slept for two nights or more, or it tells me to do things",
            "Yes, and it is getting worse, or no sleep for two nights or more, or voices give orders",
            rank=4,
        ),
        Option("not_sure", "Not sure", rank=2),
    ),
    "This can come from drugs, from withdrawal or from an illness. It can be treated, and it should not wait.",
    (22, 27),
    skip_as=("not_sure",),
)

MH_IMPAIR = Question(
    "mh_impair",
    "P5",
    "P",
    "one",
    "daily life held back by mood or thoughts",
    "How much do your mood or thoughts stop daily life?",
    "How much do mood or thoughts stop {their|your client's} daily life?",
    (
        Option("not", "Not at all"),
        Option("some", "Some", rank=1),
        Option("most_days", "Most days", rank=2),
        Option("cannot", "I cannot function", "They cannot function", rank=3),
    ),
    "This tells how much support the day itself needs.",
    (27, 35),
    skip_as=("some",),
)

PSYCH_HOSPITAL = Question(
    "psych_hospital",
    "P6",
    "P",
    "one",
    "mental health hospital stay",
    "In the past 30 days, were you in a hospital for mental health?",
    "In the past 30 days, {were they|was your client} in a hospital for mental health?",
    (Option("no", "No"), Option("yes", "Yes", rank=1)),
    "The weeks after a hospital stay carry more risk, so we suggest more support.",
    (27, 35),
)
