"""What a search finds, from the index in memory: the same as the queryset of the search, and much faster."""

from typing import NamedTuple

from facilities.facets import Count, Facets
from facilities.filters import FacilityFilter
from facilities.index import Index
from facilities.layers import anywhere, as_bits


class Results(NamedTuple):
    """Every place found, best first, and the counts beside the boxes by group and slug."""

    ranking: list[tuple[int, float | None]]  # facility id and miles
    counts: dict[str, dict[str, Count]]


def results(search: FacilityFilter, index: Index, everything: bool = False) -> Results:
    """The places of `search.qs`, in its order, and the counts around them; nothing without a valid place."""
    place = search.place if search.is_valid() else None
    if place is None:
        return Results([], {})
    grid = index.grid
    around = grid.near(place.point, search.reach) if place.point else grid.in_state(place.state)
    facets = Facets(index, as_bits(around), search)
    full = anywhere(facets.asked)
    ranking = index.best_first(around, full)
    if search.include_unstated:
        ranking += index.best_first(around, anywhere(facets.possible()) & ~full)
    return Results(ranking, facets.counts(everything))
