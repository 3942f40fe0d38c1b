"""How a message or card stands on the page: its first sentence in sight, the rest to open. A whole one is never cut."""

import re
from typing import Any

WHOLE = {"CALL_911", "CALL_988", "NO_ABRUPT_STOP", "DONT_DETOX_ALONE", "NALOXONE"}
END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def is_whole(thing: Any) -> bool:
    return bool(getattr(thing, "whole", getattr(thing, "code", "") in WHOLE))


def lead(thing: Any, respondent: str) -> str:
    """What stands in sight."""
    if is_whole(thing):
        return str(thing.text_for(respondent))
    if hasattr(thing, "lead_for"):
        return str(thing.lead_for(respondent))
    return first_sentence(thing.text_for(respondent))


def rest(thing: Any, respondent: str) -> str:
    """What opens in place; empty where everything is in sight."""
    if is_whole(thing):
        return ""
    if hasattr(thing, "rest_for"):
        return str(thing.rest_for(respondent))
    return str(thing.text_for(respondent))[len(lead(thing, respondent)) :].strip()


def first_sentence(text: str) -> str:
    return END_OF_SENTENCE.split(text, maxsplit=1)[0]
