"""The four lines that stand on every page, and the others that /help-now/ lists. Data, each with its source."""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class CrisisLine:
    """One help line: `number` as people read it, `dial` for tel: and `text_to` for sms: links."""

    key: str
    number: str
    dial: str
    need: str
    short: str
    answers: str
    hours: str
    text_to: str = ""
    text_word: str = ""
    more: str = ""  # the rest of `short`, where there is room for it


EMERGENCY = CrisisLine(
    "911", "911", "911", "Overdose, seizure, not breathing, or danger right now", "emergency",
    "Local emergency dispatchers.", "24 hours a day"
)  # fmt: skip
LIFELINE = CrisisLine(
    "988", "988", "988", "Thoughts of suicide, or any emotional or drug crisis", "crisis line",
    "Trained counselors of the 988 Suicide & Crisis Lifeline. Veterans: press 1. Spanish: press 2.",
    "24 hours a day", "988", more=", call or text"
)  # fmt: skip
POISON = CrisisLine(
    "poison", "1-800-222-1222", "18002221222", "A poisoning, or too much of a drug or medicine", "Poison",
    "Nurses, pharmacists and doctors at your regional poison center.", "24 hours a day", more=" Control"
)  # fmt: skip
SAMHSA = CrisisLine(
    "samhsa", "1-800-662-4357", "18006624357", "Finding treatment, in English or Spanish", "treatment",
    "The federal SAMHSA National Helpline. Staff refer you to services; they do not counsel.",
    "24 hours a day", "435748", more=", SAMHSA line"
)  # fmt: skip

EVERY_PAGE = (EMERGENCY, LIFELINE, POISON, SAMHSA)


def crisis_lines(request: HttpRequest | None) -> dict[str, tuple[CrisisLine, ...]]:
    """Context processor: the lines for base.html. Touches no database."""
    return {"crisis_lines": EVERY_PAGE}
