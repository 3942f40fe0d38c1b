"""A facility as a search result: the short version of a listing."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from facilities import freshness
from facilities.levels import LevelOfCare
from facilities.match import Match, best_match
from facilities.phones import Phone, read_phone


class Card(NamedTuple):
    """One result. `facility` carries `listed_programs` and, near a point, `miles`."""

    facility: Any
    url: str
    match: Match | None
    levels: list[LevelOfCare]
    phone: Phone | None
    checked: str
    programs: int


def card(facility: Any, chosen: dict[str, list[str]]) -> Card:
    """The card of a facility for the choices of a search."""
    programs = facility.listed_programs
    found = best_match(programs, chosen)
    levels = sorted({level for program in programs for level in program.stated_levels()}, reverse=True)
    phone = read_phone(found.program.phone or found.program.intake1) if found else None
    return Card(
        facility,
        facility.get_absolute_url(),
        found,
        levels,
        phone,
        freshness.checked(facility),
        len(programs),
    )


def cards(facilities: Iterable[Any], chosen: dict[str, list[str]]) -> list[Card]:
    return [card(facility, chosen) for facility in facilities]
