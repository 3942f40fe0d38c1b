"""S. Safety now. Asked first; an emergency answer stops the questions and shows help at once."""

from ..shapes import Option, Question

NO, YES = Option("no", "No"), Option("yes", "Yes", rank=1)

OVERDOSE_NOW = Question(
    id="overdose_now",
    code="S1",
    section="S",
    kind="one",
    topic="overdose right now",
    text="Is anyone hard to wake, breathing slowly or strangely, or turning blue or gray right now?",
    text_other="Is anyone hard to wake, breathing slowly or strangely, or turning blue or gray right now?",
    options=(
        Option("yes", "Yes", rank=2),
        Option("not_sure", "Not sure", rank=1),
        Option("no", "No"),
    ),
    why="These are signs of an overdose. Minutes matter. Calling 911 and giving naloxone can save a life.",
    sources=(93,),
    skippable=False,
)

DANGER_SIGNS = Question(
    id="danger_signs",
    code="S2",
    section="S",
    kind="many",
    topic="danger signs",
    text="In the past 2 days, has the person who needs help had any of these?",
    text_other="In the past 2 days, has the person who needs help had any of these?",
    options=(
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
    why="Any one of these needs a doctor now. Some come from withdrawal and can turn deadly within hours.",
    sources=(22, 76, 91, 150),
    skippable=False,
    hint="Check all that apply. If this is about you, answer for yourself.",
)

SUICIDE = Question(
    id="suicide",
    code="S3",
    section="S",
    kind="one",
    topic="thoughts of suicide",
    text="Have you had thoughts of ending your life?",
    text_other="{Have they|Has your client} had thoughts of ending {their|their} life?",
    options=(
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
    why="Many people have such thoughts when they use or stop. You are not alone. Help is free at 988, day and night.",
    sources=(22, 65),
    skippable=False,
)

_THOUGHTS = SUICIDE.at_least("thoughts")

MEANS_ACCESS = Question(
    id="means_access",
    code="S3a",
    section="S",
    kind="one",
    topic="a way to do it within reach",
    text="Can you get to a gun, saved-up pills, or another way to end your life right now?",
    text_other="Can {they|your client} get to a gun, saved-up pills, or another way to end {their|their} life right now?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("prefer_not", "I would rather not say", "I do not know, or would rather not say", 1, "yes"),
    ),
    why="Strong urges often pass. Putting time and space between a person and a way to die saves lives.",
    sources=(22, 65),
    asked_when=_THOUGHTS,
    skippable=False,
)

EVER_TRIED = Question(
    id="ever_tried",
    code="S3b",
    section="S",
    kind="one",
    topic="ever tried to end one's life",
    text="Have you ever tried to end your life?",
    text_other="{Have they|Has your client} ever tried to end {their|their} life?",
    options=(
        Option("never", "Never"),
        Option("past", "Yes, more than 3 months ago", rank=1),
        Option("past_3_months", "Yes, in the past 3 months", rank=2),
        Option("prefer_not", "I would rather not say", "I do not know, or would rather not say", 1, "past"),
    ),
    why="An earlier try is one of the strongest signs that more support is needed now.",
    sources=(22, 65),
    asked_when=_THOUGHTS,
    skippable=False,
)

VIOLENCE = Question(
    id="violence",
    code="S4",
    section="S",
    kind="one",
    topic="danger of being hurt",
    text="Is anyone in danger of being hurt?",
    text_other="Is anyone in danger of being hurt?",
    options=(
        Option("no", "No"),
        Option(
            "being_hurt", "Someone is hurting or threatening me", "Someone is hurting or threatening them", 1
        ),
        Option("might_hurt", "I am afraid I might hurt someone", "I am afraid they might hurt someone", 2),
        Option("danger_now", "There is danger right now", rank=3),
    ),
    why="Safety comes first. Where a person lives and who is around them also changes what care can work.",
    sources=(110,),
)

CHILD_RISK = Question(
    id="child_risk",
    code="S5",
    section="S",
    kind="one",
    topic="safety of children or others in your care",
    text="Are children, or someone who depends on you, unsafe because of alcohol or drug use?",
    text_other="Are children, or someone who depends on {them|your client}, unsafe because of alcohol or drug use?",
    options=(
        Option("no", "No, or there is no one"),
        Option("worried", "I am worried about them", rank=1),
        Option("unsafe", "They are unsafe right now", rank=2),
    ),
    why="If a child is in danger, help can come now. If you are worried, there is a line to talk it through.",
    sources=(110,),
)
