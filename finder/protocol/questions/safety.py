"""S. Safety now. Asked first; an emergency answer stops the questions and shows help at once."""

from ..shapes import Option, Question

NO, YES = Option("no", "No"), Option("yes", "Yes", rank=1)

OVERDOSE_NOW = Question(
    "overdose_now",
    "S1",
    "S",
    "one",
    "overdose right now",
    "Is anyone hard to wake, breathing slowly or strangely, or turning blue or gray right now?",
    "Is anyone hard to wake, breathing slowly or strangely, or turning blue or gray right now?",
    (
        Option("yes", "Yes", rank=2),
        Option("not_sure", "Not sure", rank=1),
        Option("no", "No"),
    ),
    "These are signs of an overdose. Minutes matter. Calling 911 and giving naloxone can save a life.",
    (93,),
    skippable=False,
)

DANGER_SIGNS = Question(
    "danger_signs",
    "S2",
    "S",
    "many",
    "danger signs",
    "In the past 2 days, has the person who needs help had any of these?",
    "In the past 2 days, has the person who needs help had any of these?",
    (
        Option("seizure", "A seizure (fit)", rank=2),
        Option("confusion", "Very confused, or does not know where they are", rank=2),
        Option("hallucinations", "Seeing, hearing or feeling things that are not there", rank=2),
        Option("fever_heart", "Fever, drenching sweats or a pounding heart that will not settle", rank=2),
        Option("chest_breathing", "Chest pain or trouble breathing", rank=2),
        Option("vomiting", "Throwing up and cannot keep fluids down", rank=2),
        Option("bleeding", "Throwing up blood, or black stools", rank=2),
        Option("fainted", "Fainted, or cannot be fully woken", rank=2),
        Option("head_injury", "A head injury", rank=2),
        Option(
            "stroke_signs", "A drooping face, a weak arm, slurred speech, or a sudden worst headache", rank=2
        ),
        Option("unsteady", "Unsteady walking, with eye trouble or confusion", rank=2),
        Option("infection", "Fever after injecting, or a spreading red, hot wound", rank=2),
        Option("not_sure", "Not sure", rank=1, exclusive=True),
        Option("none", "None of these", exclusive=True),
    ),
    "Any one of these needs a doctor now. Some come from withdrawal and can turn deadly within hours.",
    (22, 76, 91, 150),
    skippable=False,
    hint="Check all that apply. If this is about you, answer for yourself.",
)

SUICIDE = Question(
    "suicide",
    "S3",
    "S",
    "one",
    "thoughts of suicide",
    "Have you had thoughts of ending your life?",
    "{Have they|Has your client} had thoughts of ending {their|their} life?",
    (
        Option("no", "No"),
        Option("thoughts", "Yes, but I have not thought about how", "Yes, but not about how", rank=1),
        Option(
            "method",
            "Yes, and I have thought about how, but I do not plan to do it",
            "Yes, and about how, but with no plan to do it",
            rank=2,
        ),
        Option(
            "plan",
            "Yes, and I have a plan, or I mean to do it",
            "Yes, with a plan, or they mean to do it",
            rank=3,
        ),
        Option("attempt", "I tried in the past 3 months", "Yes, they tried in the past 3 months", rank=4),
        Option(
            "prefer_not",
            "I would rather not say",
            "I do not know, or would rather not say",
            rank=1,
            counts_as="thoughts",
        ),
    ),
    "Many people have such thoughts when they use or stop. You are not alone. Help is free at 988, day and night.",
    (22, 65),
    skippable=False,
)

_THOUGHTS = SUICIDE.at_least("thoughts")

MEANS_ACCESS = Question(
    "means_access",
    "S3a",
    "S",
    "one",
    "a way to do it within reach",
    "Can you get to a gun, saved-up pills, or another way to end your life right now?",
    "Can {they|your client} get to a gun, saved-up pills, or another way to end {their|their} life right now?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("prefer_not", "I would rather not say", "I do not know, or would rather not say", 1, "yes"),
    ),
    "Strong urges often pass. Putting time and space between a person and a way to die saves lives.",
    (22, 65),
    asked_when=_THOUGHTS,
    skippable=False,
)

EVER_TRIED = Question(
    "ever_tried",
    "S3b",
    "S",
    "one",
    "ever tried to end one's life",
    "Have you ever tried to end your life?",
    "{Have they|Has your client} ever tried to end {their|their} life?",
    (
        Option("never", "Never"),
        Option("past", "Yes, more than 3 months ago", rank=1),
        Option("past_3_months", "Yes, in the past 3 months", rank=2),
        Option("prefer_not", "I would rather not say", "I do not know, or would rather not say", 1, "past"),
    ),
    "An earlier try is one of the strongest signs that more support is needed now.",
    (22, 65),
    asked_when=_THOUGHTS,
    skippable=False,
)

VIOLENCE = Question(
    "violence",
    "S4",
    "S",
    "one",
    "danger of being hurt",
    "Is anyone in danger of being hurt?",
    "Is anyone in danger of being hurt?",
    (
        Option("no", "No"),
        Option(
            "being_hurt", "Someone is hurting or threatening me", "Someone is hurting or threatening them", 1
        ),
        Option("might_hurt", "I am afraid I might hurt someone", "I am afraid they might hurt someone", 2),
        Option("danger_now", "There is danger right now", rank=3),
    ),
    "Safety comes first. Where a person lives and who is around them also changes what care can work.",
    (110,),
)

CHILD_RISK = Question(
    "child_risk",
    "S5",
    "S",
    "one",
    "safety of children or others in your care",
    "Are children, or someone who depends on you, unsafe because of alcohol or drug use?",
    "Are children, or someone who depends on {them|your client}, unsafe because of alcohol or drug use?",
    (
        Option("no", "No, or there is no one"),
        Option("worried", "I am worried about them", rank=1),
        Option("unsafe", "They are unsafe right now", rank=2),
    ),
    "If a child is in danger, help can come now. If you are worried, there is a line to talk it through.",
    (110,),
)
