"""A recommendation with everything a page shows about it: words, lists and links. Decides nothing."""

from functools import cached_property
from typing import Any

from facilities.levels import LEVELS, Level, LevelOfCare

from . import because, leading, preferences, protocol
from .guide import GUIDE_SOURCES, GUIDES, NOT_SUDDENLY, WARNING_SOURCES, Call, Guide
from .list_boxes import boxes_to_tick
from .protocol import Change, Message, Recommendation, Source, Track
from .wording import respondent

BEFORE_THE_LEVEL = ("CALL_911", "CALL_988", "POISON_CONTROL")
# What the instructions for each kind of emergency already say.
SAID_BY = {
    "overdose": {"CALL_911", "POISON_CONTROL"},
    "poisoning": {"CALL_911", "POISON_CONTROL"},
    "gas": {"CALL_911", "POISON_CONTROL"},
    "suicide": {"CALL_911", "CALL_988"},
    "medical": {"CALL_911", "POISON_CONTROL"},
    "pump": {"CALL_911", "POISON_CONTROL"},
    "violence": {"CALL_911", "CALL_988"},
    "child": {"CALL_911", "POISON_CONTROL"},
    "psychosis": {"CALL_911", "CALL_988"},
}
OPENINGS = {
    "family": "I am calling for someone close to me. ",
    "client": "I am calling for a client. ",
}
PRONOUNS = {
    "self": {"I": "I", "i": "I", "me": "me", "my": "my"},
    "other": {"I": "They", "i": "they", "me": "them", "my": "their"},
}
WITH_A_CLINICIAN = {
    "NO_ABRUPT_STOP",
    "DONT_DETOX_ALONE",
    "SUPPLY",
    "PREGNANCY",
    "MEANS_SAFETY",
    "ASK_MEDICAL_START",
}
MOST_CHANGES = 3
MOST_ON_PAPER = 6


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
    def for_child(self) -> bool:
        """Under 12: no level of care for adults is named, and no search is offered."""
        return self.answers.get("age") == "under_12"

    @cached_property
    def level(self) -> LevelOfCare:
        """The level to start from; in an emergency, the one for when it is over."""
        return LevelOfCare.from_slug(self.recommendation.next_level or self.recommendation.level)

    @cached_property
    def hospital_says(self) -> bool:
        """After an emergency with nothing else told, the hospital team says what comes next."""
        return self.is_emergency and self.level == LevelOfCare.EARLY_INTERVENTION

    @property
    def names_level(self) -> bool:
        no_need = self.led_by is not None and self.led_by.code == "NO_SIGN"
        return not (self.for_child or self.hospital_says or no_need)

    @property
    def level_named(self) -> str:
        """As clinicians call it; empty where none is named."""
        return self.level.label if self.names_level else ""

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
        said = {code for kind in self.emergency_kinds for code in SAID_BY.get(kind, ())}
        return [m for m in self.messages if m.code in BEFORE_THE_LEVEL and m.code not in said]

    @property
    def starts_with_988(self) -> bool:
        """True where 988 comes before 911, even before the instructions for danger signs of the body."""
        return next((m.code for m in self.messages if m.code in BEFORE_THE_LEVEL), "") == "CALL_988"

    @cached_property
    def led_by(self) -> Message | None:
        """The message that takes the place of the level as the heading."""
        if self.is_emergency:
            return None
        return next((m for code in leading.LEADS for m in self.messages if m.code == code), None)

    @property
    def other_messages(self) -> list[Message]:
        """Shown below the top of the page; in an emergency all but what the instructions say."""
        return [m for m in self.messages if m.code not in BEFORE_THE_LEVEL and m is not self.led_by]

    @property
    def print_first(self) -> list[Message]:
        """The first messages, for one sheet of paper: 911 and 988 stand on it already."""
        return self.other_messages[:MOST_ON_PAPER]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the page must say above the level about the answers themselves."""
        return self.recommendation.notes

    @property
    def danger(self) -> str:
        """One line of danger at the very top, unless 911 or 988 stands there already."""
        return "" if self.first_messages else leading.danger(self.recommendation.messages)

    @cached_property
    def why(self) -> str:
        return because.why(because.reason_for(self.recommendation))

    @cached_property
    def told(self) -> str:
        return because.told(because.reason_for(self.recommendation))

    @cached_property
    def tracks(self) -> list[Track]:
        return [] if self.for_child else [protocol.TRACKS[code] for code in self.recommendation.tracks]

    @cached_property
    def adjuncts(self) -> list[Track]:
        return [protocol.ADJUNCTS[code] for code in self.recommendation.adjuncts]

    @cached_property
    def changes(self) -> list[Change]:
        """At most three things that can come: what lowers the level first, and always one that raises it."""
        found = protocol.would_change(self.answers)
        up = [change for change in found if change.direction == "up"]
        down = [change for change in found if change.direction == "down"]
        down = down[: MOST_CHANGES - bool(up)]
        return [*down, *up[: MOST_CHANGES - len(down)]]

    @cached_property
    def search(self) -> dict[str, Any]:
        """The filters for /facilities/: only care, detox and moud, never a reason."""
        return protocol.facility_parameters(self.recommendation, self.answers)

    @property
    def search_fields(self) -> list[tuple[str, str]]:
        """Name and value of each hidden field of the search form."""
        return [
            (name, word)
            for name, words in self.search.items()
            for word in ((words,) if isinstance(words, str) else words)
        ]

    @property
    def search_words(self) -> list[str]:
        """What the search carries beside the place, for the visitor to read before sending it."""
        care = LevelOfCare.from_slug(self.search["care"]).label
        return [care.split(" (")[0].lower(), *self.search.get("detox", ()), *self.search.get("moud", ())]

    @property
    def boxes(self) -> list[str]:
        return boxes_to_tick(self.answers, self.recommendation)

    @property
    def welcome(self) -> str:
        return preferences.welcome(self.answers, self.other)

    @property
    def ask(self) -> list[str]:
        """What to ask a program: first what the person would like, then what the kinds of care call for."""
        wishes = preferences.questions_for_a_program(self.answers)
        cards = (*self.tracks, *self.adjuncts)
        asked = [*wishes, *(card.ask for card in cards if card.ask), *preferences.ASK_EVERYONE]
        return list(dict.fromkeys(asked))

    @property
    def calls(self) -> list[Call]:
        """The first calls, with words to say; someone calling for another person says so first."""
        said = self._words() | {"level": self.guide.noun}
        opening = OPENINGS.get(self.who, "")
        return [
            call._replace(say=opening + self._fitting(call.say).format(**said)) for call in self.guide.calls
        ]

    def _words(self) -> dict[str, str]:
        return PRONOUNS["other" if self.other else "self"]

    def _fitting(self, say: str) -> str:
        return say if "NO_ABRUPT_STOP" in self.recommendation.messages else say.replace(NOT_SUDDENLY, "")

    @property
    def button(self) -> leading.Button | None:
        """The one number at the top."""
        return leading.button(self.led_by.code if self.led_by else "", self.recommendation.messages)

    @property
    def say(self) -> str:
        """The sentence to say on the phone."""
        if self.led_by is None:
            return self.calls[0].say
        script = leading.script(self.led_by.code, self.answers, self._words())
        return OPENINGS.get(self.who, "") + script if script else ""

    @property
    def say_to(self) -> str:
        """Who that sentence is for."""
        return leading.WHO.get(self.led_by.code, "") if self.led_by else ""

    @cached_property
    def sources(self) -> list[Source]:
        """Every source that the page cites, in number order."""
        reasons = [
            *self.recommendation.reasons,
            *(r for reason in self.recommendation.reasons for r in reason.rules),
        ]
        led = [self.led_by] if self.led_by else []
        said: list[Any] = [*self.first_messages, *led, *self.other_messages, *self.tracks, *self.adjuncts]
        cited = {n for item in said for n in item.sources}
        if self.names_level:
            cited |= {n for reason in reasons for n in reason.sources} | set(WARNING_SOURCES)
            cited |= set() if self.is_emergency else set(self.guide.sources)
        return [(protocol.SOURCES | GUIDE_SOURCES)[n] for n in sorted(cited)]
