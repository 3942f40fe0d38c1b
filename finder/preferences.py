"""What the visitor's wishes change: a line of welcome and questions for a program. Never the level."""

from typing import Any

# readiness -> (to the person, to someone close to them)
WELCOME = {
    "ready": (
        "You said you feel ready. One call is a good next step.",
        "They seem ready. One call is a good next step.",
    ),
    "unsure": (
        "Being unsure is normal. You can call just to ask, and decide later.",
        "Being unsure is normal. You can call just to ask, and they can decide later.",
    ),
    "not_ready": (
        "You do not have to decide today. Keep these numbers for when you want them.",
        "They do not have to decide today. Keep these numbers, and take care of yourself too.",
    ),
    "in_care": (
        "You are in care now. Show this page to your team before anything changes.",
        "They are in care now. Show this page to the team before anything changes.",
    ),
}
ASK_FOR = {
    "medicine": "Who can prescribe medicine here, and how soon?",
    "talk_therapy": "How often is there one-to-one counseling, and with the same counselor?",
    "groups": "Which groups are there, and on which days?",
    "peers": "Is there a peer worker, someone who has been through this?",
    "family": "How does the family take part?",
    "housing_job": "Who helps with housing, work, school or legal matters?",
    "not_groups": "Can most of this be done outside of groups?",
}
ASK_EVERYONE = (
    "Are you licensed, and by whom are you accredited?",
    "What will it cost in all? Can you put that in writing?",
    "Which medicines do you offer? Can someone stay on the ones they take now?",
    "Do you have an opening, and when?",
    "What happens afterward, and who sets it up?",
)


def welcome(answers: dict[str, Any], other: bool) -> str:
    """A line for how ready the person feels; empty when that was not asked or answered."""
    said = answers.get("readiness")
    return WELCOME[said][other] if said in WELCOME else ""


def questions_for_a_program(answers: dict[str, Any]) -> list[str]:
    """One question for each kind of help the person would like."""
    wishes = answers.get("what_helps")
    return [ASK_FOR[wish] for wish in wishes if wish in ASK_FOR] if isinstance(wishes, list) else []
