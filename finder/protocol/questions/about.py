"""A. About the person, and S6 (which is not asked of men)."""

from ..conditions import Not
from ..shapes import Option, Question

RESPONDENT = Question(
    id="respondent",
    code="A1",
    section="A",
    kind="one",
    topic="who this is for",
    text="Who is this for?",
    text_other="Who is this for?",
    options=(
        Option("self", "Me"),
        Option("family", "Someone close to me"),
        Option("client", "A client or patient of mine"),
    ),
    why="So that we ask in the right words. The result is worked out the same way.",
    sources=(32,),
)

AGE = Question(
    id="age",
    code="A2",
    section="A",
    kind="one",
    topic="age",
    text="How old are you?",
    text_other="How old {are they|is your client}?",
    options=(
        Option("under_12", "Under 12", rank=1),
        Option("age_12_15", "12 to 15"),
        Option("age_16_17", "16 or 17"),
        Option("age_18_25", "18 to 25"),
        Option("age_26_64", "26 to 64"),
        Option("age_65_plus", "65 or older", rank=1),
    ),
    why="Teens need programs made for teens. Past 65, withdrawal is harder on the body.",
    sources=(22, 155),
)

UNDER_12 = AGE.one_of("under_12")

SEX = Question(
    id="sex",
    code="A4",
    section="A",
    kind="one",
    topic="drink limits and pregnancy",
    text="Which should we use for drink limits and pregnancy?",
    text_other="Which should we use for drink limits and pregnancy?",
    options=(
        Option("male", "Male"),
        Option("female", "Female", rank=1),
        Option("prefer_not", "I would rather not say", rank=1, counts_as="female"),
    ),
    why="Bodies handle alcohol differently. If you would rather not say, we use the lower limit. Nothing else uses this.",
    sources=(58,),
    skip_as=("prefer_not",),
)

PREGNANCY = Question(
    id="pregnancy",
    code="S6",
    section="S",
    kind="one",
    topic="pregnancy",
    text="Are you pregnant, or did you give birth in the past year?",
    text_other="{Are they|Is your client} pregnant, or did {they|your client} give birth in the past year?",
    options=(
        Option("no", "No, or does not apply"),
        Option("past_year", "Gave birth in the past year", rank=1),
        Option("pregnant", "Pregnant", rank=2),
        Option("not_sure", "Not sure", rank=2, counts_as="pregnant"),
    ),
    why="Stopping some drugs suddenly can harm a pregnancy. Pregnant people also get a place in care sooner.",
    sources=(48, 94, 107),
    asked_when=Not(SEX.one_of("male")) & Not(AGE.one_of("under_12", "age_65_plus")),
    skip_as=("past_year",),
)

VETERAN = Question(
    id="veteran",
    code="A3",
    section="A",
    kind="one",
    topic="military service",
    text="Have you served in the military?",
    text_other="{Have they|Has your client} served in the military?",
    options=(Option("no", "No"), Option("yes", "Yes", rank=1)),
    why="The VA has its own care and a crisis line for people who served. You need not be enrolled to call.",
    sources=(54,),
)
