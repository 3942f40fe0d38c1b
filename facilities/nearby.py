"""When nothing is in reach: the nearest places farther out, and the nearest that offer the level above or below."""

from typing import NamedTuple

from facilities.cards import Card, cards
from facilities.filters import FacilityFilter
from facilities.levels import CARE_CHOICES, LevelOfCare
from facilities.models import Facility

HOW_MANY = 3


class Instead(NamedTuple):
    """What to offer instead of an empty page. `levels` are those of `other_level`."""

    farther: list[Card]
    other_level: list[Card]
    levels: list[LevelOfCare]


def instead(search: FacilityFilter) -> Instead:
    """Nearest places that match farther away, and nearest ones of the neighboring levels; four queries."""
    reachable = _by_distance(search)
    farther = search.asked(reachable).best_first()[:HOW_MANY] if search.point else []
    levels = neighbors(search.chosen.get("care", []))
    other = search.asked(reachable, but="care").offering(*levels).best_first()[:HOW_MANY] if levels else []
    rest = {param: slugs for param, slugs in search.chosen.items() if param != "care"}
    return Instead(cards(farther, search.chosen), cards(other, rest), levels)


def neighbors(chosen: list[str]) -> list[LevelOfCare]:
    """The levels next to those chosen, more intensive first; none when no level was chosen."""
    order = list(CARE_CHOICES)
    places = {order.index(slug) for slug in chosen}
    beside = sorted({at + step for at in places for step in (-1, 1)} - places)
    return [LevelOfCare.from_slug(order[at]) for at in beside if 0 <= at < len(order)]


def _by_distance(search: FacilityFilter):
    listed = Facility.objects.with_programs().listed()
    return listed.with_miles(search.point) if search.point else search.around(listed)
