"""A recommendation with everything a page shows about it: words, lists and links. Decides nothing."""

from functools import cached_property
from typing import Any

from facilities.levels import DETOX_LABELS, LEVELS, MOUD_LABELS, Level, LevelOfCare

from . import preferences, protocol
from .guide import GUIDE_SOURCES, GUIDES, WARNING_SOURCES, Call, Guide
from .protocol import Change, Message, Recommendation, Source, Track
from .wording import respondent

BEFORE_THE_LEVEL = ("CALL_911", "CALL_988")
# What the instructions for each kind of emergency already say.
SAID_BY = {
    "overdose": {"CALL_911"},
    "poisoning": {"CALL_911"},
    "gas": {"CALL_911"},
    "pump": {"CALL_911"},
    "medical": {"CALL_911"},
    "suicide": {"CALL_911", "CALL_988"},
    "violence": {"CALL_911", "CALL_988"},
    "child": {"CALL_911"},
    "psychosis": {"CALL_911", "CALL_988"},
}
OPENINGS = {
    "family": "I am calling for someone close to me. ",
    "client": "I am calling for a client. ",
}
PRONOUNS = {
    "self": {"i": "I", "me": "me", "my": "my"},
    "other": {"i": "they", "me": "them", "my": "their"},
}
WITH_A_CLINICIAN = {
    "NO_ABRUPT_STOP",
    "DONT_DETOX_ALONE",
    "SUPPLY",
    "PREGNANCY",
    "MEANS_SAFETY",
    "ASK_MEDICAL_START",
}


class Summary:
    """Made from the answers of one visit; every property is ready for a template."""

    def __init__(self, answers: dict[str, Any]):
        self.answers = answers
        self.who = respondent(answers)
        self.other = self.who != "self"
        self.recommendation: Recommendation = protocol.assess(answers)

    @cached_property
    def is_emergency(self) -> bool:
        return self.recommendation.level == LevelOfCare.EMERGENCY.slug

    @cached_property
    def level(self) -> LevelOfCare:
        """The level to start from; in an emergency, the one for when it is over."""
        return LevelOfCare.from_slug(self.recommendation.next_level or self.recommendation.level)

    @property
    def facts(self) -> Level:
        return LEVELS[self.level]

    @property
    def guide(self) -> Guide:
        return GUIDES[self.level]

    @property
    def above_outpatient(self) -> bool:
        return self.level > LevelOfCare.OUTPATIENT

    @cached_property
    def emergency_kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(reason.kind for reason in self.recommendation.emergencies))

    @cached_property
    def messages(self) -> list[Message]:
        return [protocol.MESSAGES[code] for code in self.recommendation.messages]

    @cached_property
    def workings(self) -> dict[str, Any]:
        return protocol.worked_out(self.answers)

    @property
    def first_messages(self) -> list[Message]:
        """Shown above the level, unless the instructions for an emergency already say them."""
        said = {code for kind in self.emergency_kinds for code in SAID_BY[kind]}
        return [m for m in self.messages if m.code in BEFORE_THE_LEVEL and m.code not in said]

    @property
    def starts_with_988(self) -> bool:
        """True where 988 comes before 911, even before the instructions for danger signs of the body."""
        return next((m.code for m in self.messages if m.code in BEFORE_THE_LEVEL), "") == "CALL_988"

    @property
    def other_messages(self) -> list[Message]:
        return [m for m in self.messages if m.code not in BEFORE_THE_LEVEL]

    @cached_property
    def tracks(self) -> list[Track]:
        return [protocol.TRACKS[code] for code in self.recommendation.tracks]

    @cached_property
    def adjuncts(self) -> list[Track]:
        return [protocol.ADJUNCTS[code] for code in self.recommendation.adjuncts]

    @cached_property
    def changes(self) -> list[Change]:
        """Single answers that would move the level, apart from emergency signs: those are said in one sentence."""
        changes = protocol.would_change(self.answers)
        return [change for change in changes if change.level != LevelOfCare.EMERGENCY.slug]

    @cached_property
    def search(self) -> dict[str, Any]:
        """The filters for /facilities/: only care, detox and moud, never a reason."""
        return protocol.facility_parameters(self.recommendation, self.answers)

    @property
    def search_words(self) -> list[str]:
        """What the link to places carries, for the visitor to read before following it."""
        words = {
            "Level of care": [LevelOfCare.from_slug(self.search["care"]).label],
            "Detox from": [DETOX_LABELS[word] for word in self.search.get("detox", ())],
            "Medicine": [MOUD_LABELS[word] for word in self.search.get("moud", ())],
        }
        return [f"{kind}: {', '.join(labels)}" for kind, labels in words.items() if labels]

    @property
    def welcome(self) -> str:
        return preferences.welcome(self.answers, self.other)

    @property
    def ask(self) -> list[str]:
        """What to ask a program: first what the person would like, then what the kinds of care call for."""
        wishes = preferences.questions_for_a_program(self.answers)
        return list(
            dict.fromkeys([*wishes, *(card.ask for card in (*self.tracks, *self.adjuncts) if card.ask)])
        )

    @property
    def calls(self) -> list[Call]:
        """The first calls, with words to say; someone calling for another person says so first."""
        said = PRONOUNS["other" if self.other else "self"] | {"level": self.guide.noun}
        opening = OPENINGS.get(self.who, "")
        return [call._replace(say=opening + call.say.format(**said)) for call in self.guide.calls]

    @cached_property
    def sources(self) -> list[Source]:
        """Every source that the page cites, in number order."""
        reasons = [
            *self.recommendation.reasons,
            *(r for reason in self.recommendation.reasons for r in reason.rules),
        ]
        said: list[Any] = [*self.first_messages, *self.other_messages, *self.tracks, *self.adjuncts]
        guide = () if self.is_emergency else self.guide.sources
        numbers = {n for item in [*reasons, *said] for n in item.sources} | {*guide, *WARNING_SOURCES}
        return [(protocol.SOURCES | GUIDE_SOURCES)[n] for n in sorted(numbers)]
