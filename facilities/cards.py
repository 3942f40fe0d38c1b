"""A facility as a search result: the short version of a listing."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from facilities import freshness
from facilities.match import Match, best_match
from facilities.phones import Phone, read_phone
from facilities.taxonomy.crosswalk import levels_of_bits


class Card(NamedTuple):
    """One result. `facility` carries `listed_programs` and, near a point, `miles`."""

    facility: Any
    name: str
    url: str
    away: str
    address: str
    match: Match | None
    levels: list[str]
    phone: Phone | None
    checked: str
    programs: int


def card(facility: Any, chosen: dict[str, list[str]]) -> Card:
    """The card of a facility for the choices of a search."""
    programs = facility.listed_programs
    found = best_match(programs, chosen)
    offered = reduce(or_, (program.offered_levels for program in programs), 0)
    phone = read_phone(found.program.phone or found.program.intake1) if found else None
    return Card(
        facility,
        facility.name,
        facility.get_absolute_url(),
        away(getattr(facility, "miles", None)),
        facility.address_line,
        found,
        [level.label for level in levels_of_bits(offered)],
        phone,
        freshness.checked(facility),
        len(programs),
    )


def away(miles: float | None) -> str:
    """A distance as a card says it: no finer than the middle of a ZIP code allows. "" without one."""
    if miles is None:
        return ""
    return "under 1 mile" if miles < 1 else f"{miles:.{0 if miles >= 10 else 1}f} miles"


def cards(facilities: Iterable[Any], chosen: dict[str, list[str]]) -> list[Card]:
    return [card(facility, chosen) for facility in facilities]
