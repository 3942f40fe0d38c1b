"""What assess() returns, with its reasons; what could change it; and what is wrong with an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule, a sentence, the visitor's own answers behind it. `rules`: the rating rules underneath."""

    rule_id: str
    because: str
    told_us: tuple[str, ...]
    sources: tuple[int, ...]
    sets_floor: bool
    floor: str
    rules: tuple[Reason, ...] = ()
    choice: bool = False


@dataclass(frozen=True, slots=True)
class EmergencyReason:
    """An emergency right now. `kind`: one of path.ORDER_OF_ACTING."""

    rule_id: str
    kind: str
    because: str
    told_us: tuple[str, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """An answer that is not one of the answers. `allowed`: what it may be."""

    question: str
    subject: str
    value: object
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherOption:
    """Another reasonable level, and why it may be chosen."""

    level: str
    direction: Literal["up", "down"]
    because: str


@dataclass(frozen=True, slots=True)
class Change:
    """One other answer that would change the level."""

    question: str
    subject: str
    told_us: str
    instead: str
    option: str
    level: str
    direction: Literal["up", "down"]


@dataclass(frozen=True)
class Recommendation:
    """What assess() returns. `messages`, `tracks`, `adjuncts`: ids, in the order to show them."""

    level: str
    next_level: str | None
    ratings: dict[str, int]
    tracks: tuple[str, ...]
    adjuncts: tuple[str, ...]
    messages: tuple[str, ...]
    reasons: tuple[Reason, ...]
    other_options: tuple[OtherOption, ...]
    less_certain: tuple[str, ...]
    version: str
    emergencies: tuple[EmergencyReason, ...] = field(default=())
    notes: tuple[str, ...] = field(
        default=()
    )  # said above the level: amounts that disagree, very little answered

    @property
    def setting(self) -> tuple[Reason, ...]:
        """The reasons that set the level."""
        return tuple(r for r in self.reasons if r.sets_floor)

    @property
    def agreeing(self) -> tuple[Reason, ...]:
        """Reasons that ask for less than the level, and agree with it."""
        return tuple(r for r in self.reasons if not r.sets_floor)
