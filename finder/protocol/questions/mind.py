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
    id="phq_interest",
    code="P1",
    section="P",
    kind="one",
    topic="little interest",
    text="In the past 2 weeks, how often did you take little interest or joy in doing things?",
    text_other="In the past 2 weeks, how often did {they|your client} take little interest or joy in doing things?",
    options=_PHQ,
    why="This and the next question are the PHQ-2, a short check for low mood.",
    sources=(63,),
    asked_when=NOT_RELATIVE,
    skip_as=("several_days",),
)

PHQ_MOOD = Question(
    id="phq_mood",
    code="P2",
    section="P",
    kind="one",
    topic="low mood",
    text="In the past 2 weeks, how often did you feel down, low or without hope?",
    text_other="In the past 2 weeks, how often did {they|your client} feel down, low or without hope?",
    options=_PHQ,
    why="Low mood and drug use feed each other. Care works best when it treats both.",
    sources=(63,),
    asked_when=NOT_RELATIVE,
    skip_as=("several_days",),
)

MH_DIAGNOSIS = Question(
    id="mh_diagnosis",
    code="P3",
    section="P",
    kind="many",
    topic="mental health conditions",
    text="Has a doctor or counselor told you that you have any of these?",
    text_other="Has a doctor or counselor said that {they have|your client has} any of these?",
    options=(
        Option("depression_anxiety", "Depression or anxiety", rank=1),
        Option("ptsd", "PTSD", rank=1),
        Option("bipolar", "Bipolar disorder", rank=1),
        Option("psychosis", "Schizophrenia or psychosis", rank=1),
        Option("eating_disorder", "An eating disorder", rank=1),
        Option("adhd", "ADHD", rank=1),
        Option("none", "None of these", exclusive=True),
    ),
    why="A program that treats both at once helps more than one that treats only drug use.",
    sources=(25,),
)

MH_IMPAIR = Question(
    id="mh_impair",
    code="P5",
    section="P",
    kind="one",
    topic="daily life held back by mood or thoughts",
    text="How much do your mood or thoughts stop daily life?",
    text_other="How much do mood or thoughts stop {their|your client's} daily life?",
    options=(
        Option("not", "Not at all"),
        Option("some", "Some", rank=1),
        Option("most_days", "Most days", rank=2),
        Option("cannot", "I cannot function", "They cannot function", rank=3),
    ),
    why="This tells how much support the day itself needs.",
    sources=(27, 33),
    skip_as=("some",),
)
