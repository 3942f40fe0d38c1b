"""The rules a claim is about: the running ones, or a copy broken on purpose to show that a proof can fail."""

from dataclasses import dataclass, field, replace
from typing import Any

from finder.protocol import ADJUNCTS, FLOORS, LIFTS, MESSAGES, RATINGS, TRACKS
from finder.protocol.conditions import ALWAYS, Condition, Not

from .logic import Logic
from .some import Some

NEVER = Not(ALWAYS)


@dataclass(frozen=True)
class World:
    ratings: dict[str, tuple[Any, ...]] = field(default_factory=lambda: RATINGS)
    floors: tuple[Any, ...] = FLOORS
    messages: dict[str, Any] = field(default_factory=lambda: MESSAGES)
    tracks: dict[str, Any] = field(default_factory=lambda: {**TRACKS, **ADJUNCTS})
    lifts: tuple[Any, ...] = LIFTS
    reading: type[Some] = Some  # of answers that are not all given

    def logic(self, name: str = "") -> Logic:
        return Logic(name, self.ratings, self.floors)

    # --- broken copies ---

    def rule(self, rule_id: str, when: Condition = NEVER) -> "World":
        """A rating or decision rule holds only when `when` does."""
        ratings = {
            name: tuple(_changed(r, rule_id, when) for r in rules) for name, rules in self.ratings.items()
        }
        floors = tuple(_changed(f, rule_id, when) for f in self.floors)
        assert (ratings, floors) != (self.ratings, self.floors), rule_id
        return replace(self, ratings=ratings, floors=floors)

    def rules(self, *rule_ids: str) -> "World":
        """These rules are gone."""
        world = self
        for rule_id in rule_ids:
            world = world.rule(rule_id)
        return world

    def message(self, code: str, when: Condition = NEVER) -> "World":
        return replace(self, messages={**self.messages, code: replace(self.messages[code], when=when)})

    def track(self, track_id: str, when: Condition = NEVER) -> "World":
        return replace(self, tracks={**self.tracks, track_id: replace(self.tracks[track_id], when=when)})

    def lift(self, lift_id: str) -> "World":
        """Without this ordering rule."""
        return replace(self, lifts=tuple(x for x in self.lifts if x.id != lift_id))

    def read_as(self, reading: type[Some]) -> "World":
        return replace(self, reading=reading)


def _changed(rule: Any, rule_id: str, when: Condition) -> Any:
    return replace(rule, when=when) if rule.id == rule_id else rule
