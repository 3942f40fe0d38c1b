"""What the visitor's wishes change: a line of welcome and questions for a program. Never the level."""

from typing import Any

# readiness -> (to the person, to someone close to them)
WELCOME = {
    "ready": (
        "You said you feel ready. The first call below is a good next step.",
        "They seem ready. The first call below is a good next step.",
    ),
    "unsure": (
        "Being unsure is normal. You can call just to ask, and decide later.",
        "Being unsure is normal. You can call just to ask, and they can decide later.",
    ),
    "not_ready": (
        "You do not have to decide today. Keep these numbers. They will be there when you want them.",
        "They do not have to decide today. Keep these numbers, and look after yourself too.",
    ),
    "in_care": (
        "You are in care now. Show this page to your team before anything changes.",
        "They are in care now. Show this page to the team before anything changes.",
    ),
}
ASK_FOR = {
    "medicine": "Who can prescribe medicine here, and how soon?",
    "talk_therapy": "How often would I see the same counselor alone?",
    "groups": "Which groups are there, and on which days?",
    "peers": "Is there a peer worker, someone who has been there?",
    "family": "How does the family take part?",
    "housing_job": "Who helps with housing, work or legal matters?",
    "not_groups": "Can I do most of this without groups?",
}


def welcome(answers: dict[str, Any], other: bool) -> str:
    """A line for how ready the person feels; empty when that was not asked or answered."""
    said = answers.get("readiness")
    return WELCOME[said][other] if said in WELCOME else ""


def questions_for_a_program(answers: dict[str, Any]) -> list[str]:
    """One question for each kind of help the person would like."""
    wishes = answers.get("what_helps")
    return [ASK_FOR[wish] for wish in wishes if wish in ASK_FOR] if isinstance(wishes, list) else []
