"""A. About the person, and S6 (which is not asked of men)."""

from ..conditions import Not
from ..shapes import Option, Question

RESPONDENT = Question(
    "respondent",
    "A1",
    "A",
    "one",
    "who this is for",
    "Who is this for?",
    "Who is this for?",
    (
        Option("self", "Me"),
        Option("family", "Someone close to me"),
        Option("client", "A client or patient of mine"),
    ),
    "So that we ask in the right words. The result is worked out the same way.",
    (32,),
)

AGE = Question(
    "age",
    "A2",
    "A",
    "one",
    "age",
    "How old are you?",
    "How old {are they|is your client}?",
    (
        Option("under_12", "Under 12", rank=1),
        Option("age_12_15", "12 to 15"),
        Option("age_16_17", "16 or 17"),
        Option("age_18_25", "18 to 25"),
        Option("age_26_64", "26 to 64"),
        Option("age_65_plus", "65 or older", rank=1),
    ),
    "Teens need programs made for teens. Past 65, withdrawal is harder on the body.",
    (22, 155),
)

SEX = Question(
    "sex",
    "A4",
    "A",
    "one",
    "drink limits and pregnancy",
    "Which should we use for drink limits and pregnancy?",
    "Which should we use for drink limits and pregnancy?",
    (
        Option("male", "Male"),
        Option("female", "Female", rank=1),
        Option("prefer_not", "I would rather not say", rank=1, counts_as="female"),
    ),
    "Bodies handle alcohol differently. If you would rather not say, we use the lower limit. Nothing else uses this.",
    (58,),
    skip_as=("prefer_not",),
)

PREGNANCY = Question(
    "pregnancy",
    "S6",
    "S",
    "one",
    "pregnancy",
    "Are you pregnant, or did you give birth in the past year?",
    "{Are they|Is your client} pregnant, or did {they|your client} give birth in the past year?",
    (
        Option("no", "No, or does not apply"),
        Option("past_year", "Gave birth in the past year", rank=1),
        Option("pregnant", "Pregnant", rank=2),
        Option("not_sure", "Not sure", rank=2, counts_as="pregnant"),
    ),
    "Stopping some drugs suddenly can harm a pregnancy. Pregnant people also get a place in care sooner.",
    (48, 94, 107),
    asked_when=Not(SEX.one_of("male")),
    skip_as=("past_year",),
)

VETERAN = Question(
    "veteran",
    "A3",
    "A",
    "one",
    "military service",
    "Have you served in the military?",
    "{Have they|Has your client} served in the military?",
    (Option("no", "No"), Option("yes", "Yes", rank=1)),
    "The VA has its own care and a crisis line for people who served. You need not be enrolled to call.",
    (54,),
)
