"""S. Safety now. Asked first; an emergency answer stops the questions and shows help at once."""

from ..shapes import Option, Question

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
        Option(
            "weak_legs",
            "Trouble walking, weak or numb legs, or cannot pass urine",
            rank=2,
            hint="New in the past days, and not from an injury",
        ),
        Option("sight", "Sudden double sight, or sight suddenly worse", rank=2),
        Option("infection", "Fever after injecting, or a spreading red, hot wound", rank=2),
        Option("not_sure", "Not sure", rank=1, exclusive=True),
        Option("none", "None of these", exclusive=True),
    ),
    why="Any one of these needs a doctor now. Some come from withdrawal and can turn deadly within hours.",
    sources=(22, 76, 91, 150, 564, 567),
    skippable=False,
    mixes=True,
    hint="Check all that apply. If this is about you, answer for yourself.",
)

EXPOSURES = Question(
    id="exposures",
    code="S2a",
    section="S",
    kind="many",
    topic="poisoning, overdose, gas or a pump",
    text="In the past 2 days, has any of this happened, even if everyone seems fine now?",
    text_other="In the past 2 days, has any of this happened, even if everyone seems fine now?",
    options=(
        Option(
            "poison",
            "Swallowed something that may be poison",
            rank=2,
            hint="So many pills that it may be poison, not one or two extra (pain pills with Tylenol count), "
            "or something not made to drink",
        ),
        Option("hid_drugs", "Swallowed drugs to hide them, or hid them inside the body", rank=2),
        Option(
            "child_or_mistake",
            "A child got hold of a drug or medicine, or someone swallowed a drug by mistake",
            rank=2,
            hint="A drug, a prescription medicine, alcohol, nicotine or an edible. Not vitamins.",
        ),
        Option("overdose_recent", "An overdose today or last night, or woken with naloxone (Narcan)", rank=2),
        Option(
            "gas",
            "Several people or pets got a headache, dizzy or sick at once in one place",
            rank=2,
            hint="And it gets better outside, or a heater, car or generator ran",
        ),
        Option("pump", "A medicine pump inside the body failed, ran empty, or sounds an alarm", rank=2),
        Option("not_sure", "Not sure", rank=1, exclusive=True),
        Option("none", "None of these", exclusive=True),
    ),
    why="With some poisons people feel well at first. Waiting to feel ill can be too late.",
    sources=(559, 560, 561, 562, 563, 566, 567, 572),
    skippable=False,
    mixes=True,
    hint="Check all that apply.",
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
        Option(
            "self_harm",
            "I hurt myself, or thought of it, without wanting to die, in the past month",
            "They hurt themselves, or thought of it, without wanting to die, in the past month",
            rank=1,
        ),
        Option("thoughts", "Yes, but I have not thought about how", "Yes, but not about how", rank=2),
        Option(
            "method",
            "Yes, and I have thought about how, but I do not plan to do it",
            "Yes, and about how, but with no plan to do it",
            rank=3,
        ),
        Option(
            "plan",
            "Yes, and I have a plan, or I mean to do it",
            "Yes, with a plan, or they mean to do it",
            rank=4,
        ),
        Option("attempt", "I tried in the past 3 months", "Yes, they tried in the past 3 months", rank=5),
        Option(
            "prefer_not",
            "I would rather not say",
            "I do not know, or would rather not say",
            rank=2,
            counts_as="thoughts",
        ),
    ),
    why="Many people have such thoughts when they use or stop. You are not alone. Help is free at 988, day and night.",
    sources=(22, 65, 574),
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

PSYCHOSIS = Question(
    id="psychosis",
    code="P4",
    section="S",
    kind="one",
    topic="voices, fear, or racing highs",
    text="Right now, do you hear voices, feel watched or hunted, or feel so high on life that you need no sleep?",
    text_other="Right now, {do they|does your client} hear voices, feel hunted, or feel so high on life they need no sleep?",
    options=(
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
    why="This can come from drugs, from withdrawal or from an illness. It can be treated, and it should not wait.",
    sources=(22,),
    skip_as=("treated",),
)

PSYCH_HOSPITAL = Question(
    id="psych_hospital",
    code="P6",
    section="S",
    kind="one",
    topic="mental health hospital stay",
    text="In the past 30 days, were you in a hospital for mental health?",
    text_other="In the past 30 days, {were they|was your client} in a hospital for mental health?",
    options=(Option("no", "No"), Option("yes", "Yes", rank=1)),
    why="The weeks after a hospital stay carry more risk, so we suggest more support.",
    sources=(27, 590),
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
    asked_when=SUICIDE.at_least("self_harm") | PSYCH_HOSPITAL.one_of("yes"),
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
            "being_hurt",
            "Someone is hurting, threatening or controlling me",
            "Someone is hurting, threatening or controlling them",
            1,
        ),
        Option("might_hurt", "I am afraid I might hurt someone", "I am afraid they might hurt someone", 2),
        Option("danger_now", "There is danger right now", rank=3),
    ),
    why="Safety comes first. Where a person lives and who is around them also changes what care can work.",
    sources=(110, 573),
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
