"""The whole protocol as data: the machine-readable copy, and the rule-set id worked out from it."""

from typing import Any

from .decision import FLOORS
from .limits import LIMITS, REQUIRED_TEXT
from .messages import LIFTS, MESSAGES
from .questions import QUESTIONS, SECTIONS
from .ratings import RATING_NAMES, RATING_RULES
from .shapes import Message, Track
from .sources import SOURCES
from .tracks import ADJUNCTS, TRACKS
from .version import question_data, rule_data, rule_set_id


def _message_data(message: Message) -> dict[str, Any]:
    return {
        "code": message.code,
        "title": message.title,
        "text": {who: message.text_for(who) for who in ("self", "family", "client")},
        "lines": [[line.label, line.href] for line in message.lines],
        "when": message.when.data(),
        "sources": list(message.sources),
    }


def _track_data(track: Track) -> dict[str, Any]:
    return {
        "id": track.id,
        "title": track.title,
        "text": track.text,
        "ask": track.ask,
        "lines": [[line.label, line.href] for line in track.lines],
        "when": track.when.data(),
        "sources": list(track.sources),
    }


def rule_set() -> dict[str, Any]:
    """Everything that decides or is said, in its order. JSON."""
    return {
        "sections": SECTIONS,
        "questions": [question_data(q) for q in QUESTIONS],
        "ratings": {name: label for name, label in RATING_NAMES.items()},
        "rating_rules": [rule_data(r) for r in RATING_RULES],
        "decision_rules": [rule_data(f) for f in FLOORS],
        "messages": [_message_data(m) for m in MESSAGES.values()],
        "message_order": [{"id": x.id, "when": x.when.data(), "first": list(x.codes)} for x in LIFTS],
        "tracks": [_track_data(t) for t in TRACKS.values()],
        "adjuncts": [_track_data(t) for t in ADJUNCTS.values()],
        "required_text": REQUIRED_TEXT,
        "limits": list(LIMITS),
        "sources": {
            str(s.number): {"text": s.text, "address": s.url, "second_hand": s.second_hand}
            for s in SOURCES.values()
        },
    }


RULE_SET_VERSION = rule_set_id(rule_set())
RULE_SET_DATE = "2026-11-28"
