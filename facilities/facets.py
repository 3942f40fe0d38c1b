"""Live counts beside every choice of a search, from the index in memory."""

from collections.abc import Iterable
from typing import NamedTuple

from facilities.choice_groups import BY_PARAM, GROUPS
from facilities.choices import Choice, ChoiceGroup
from facilities.filters import FacilityFilter
from facilities.index import ANY, Index, Layers, Unstated
from facilities.levels import LevelOfCare


class Count(NamedTuple):
    """Facilities that state a choice, and those that neither state it nor say no."""

    yes: int
    unstated: int

    def __str__(self) -> str:
        return f"{self.yes} yes · {self.unstated} not stated" if self.unstated else f"{self.yes} yes"


def count_choices(
    index: Index, nearby: Iterable[int], search: FacilityFilter, everything: bool = False
) -> dict[str, dict[str, Count]]:
    """Counts by group and slug: each box with all other groups' choices, and with those of an "all" group.

    For the boxes a page shows; `everything` for all there are.
    """
    chosen = search.chosen
    reach = index.where(nearby)
    here = [bits & reach for bits in index.stating([ANY])]
    here = without(here, index.stating(search.only_others))
    met = {param: meeting(index, BY_PARAM[param], search) for param in chosen}
    asked = all_of(here, met.values())
    counts = {}
    for group in GROUPS:
        base = asked
        if group.param in met and not group.match_all and not search.wants_every(group.param):
            base = all_of(here, [layers for param, layers in met.items() if param != group.param])
        shown = group.shown(search.ticked.get(group.param, ()), everything)
        counts[group.param] = {choice.slug: count(index, base, choice) for choice in shown}
    return counts


def meeting(index: Index, group: ChoiceGroup, search: FacilityFilter) -> Layers:
    """Programs that state what the ticked boxes of a group ask for, and nothing that says no."""
    slugs = search.chosen[group.param]
    needs = group.needs(slugs, search.wants_every(group.param))
    found = all_of(index.stating([ANY]), [index.stating(facts) for facts in needs])
    return without(found, index.stating(group.excludes(slugs)))


def count(index: Index, base: Layers, choice: Choice) -> Count:
    """How many facilities of `base` state the choice, and how many leave it open."""
    open_to_it = without(base, index.stating(choice.excludes))
    stating = all_of(open_to_it, [index.stating(choice.facts)])
    yes = anywhere(stating)
    maybe = [Unstated(fact) for fact in choice.facts if isinstance(fact, LevelOfCare)]
    possible = all_of(open_to_it, [index.stating(maybe)]) if maybe else open_to_it
    return Count(yes.bit_count(), (anywhere(possible) & ~yes).bit_count())


def all_of(base: Layers, others: Iterable[Layers]) -> Layers:
    """Programs in base and in each of the others."""
    found = base
    for layers in others:
        found = [a & b for a, b in zip(found, layers, strict=True)]
    return found


def without(base: Layers, other: Layers) -> Layers:
    """Programs in base and not in other."""
    return [a & ~b for a, b in zip(base, other, strict=True)]


def anywhere(layers: Layers) -> int:
    """Facilities with a program in any layer."""
    found = 0
    for bits in layers:
        found |= bits
    return found
