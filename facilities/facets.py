"""A search held against the index in memory: which places match it, and the live count beside every choice."""

from typing import NamedTuple

from facilities.choice_groups import BY_PARAM, CARE, GROUPS
from facilities.choices import Choice, ChoiceGroup
from facilities.filters import FacilityFilter
from facilities.index import ANY, Index, Unstated
from facilities.layers import Layers, all_of, anywhere, without
from facilities.levels import LevelOfCare


class Count(NamedTuple):
    """Facilities that state a choice, and those that neither state it nor say no."""

    yes: int
    unstated: int

    def __str__(self) -> str:
        return f"{self.yes} yes · {self.unstated} not stated" if self.unstated else f"{self.yes} yes"


class Facets:
    """The programs in reach that meet each question of a search."""

    def __init__(self, index: Index, reach: int, search: FacilityFilter):
        """`reach`: the bit set of the facilities in reach."""
        self.index, self.search = index, search
        here = [bits & reach for bits in index.stating([ANY])]
        self.here = without(here, index.stating(search.only_others))
        self.met = {param: self._meeting(BY_PARAM[param], slugs) for param, slugs in search.chosen.items()}
        self.asked = all_of(self.here, self.met.values())

    def _meeting(self, group: ChoiceGroup, slugs: list[str]) -> Layers:
        """Programs that state what the ticked boxes of a group ask for, and nothing that says no."""
        needs = group.needs(slugs, self.search.wants_every(group.param))
        found = all_of(self.index.stating([ANY]), [self.index.stating(facts) for facts in needs])
        return without(found, self.index.stating(group.excludes(slugs)))

    def possible(self) -> Layers:
        """Programs that say no to nothing asked, and state a level asked for or leave it open."""
        open_to_it = without(self.here, self.index.stating(self.search.excluded))
        levels = [fact for facts in CARE.needs(self.search.chosen.get("care", ())) for fact in facts]
        maybe = [*levels, *(Unstated(level) for level in levels if isinstance(level, LevelOfCare))]
        return all_of(open_to_it, [self.index.stating(maybe)]) if levels else open_to_it

    def counts(self, everything: bool = False) -> dict[str, dict[str, Count]]:
        """By group and slug: each box with all other groups' choices, and with those of an "all" group.

        For the boxes a page shows; `everything` for all there are.
        """
        ticked = self.search.ticked
        return {
            group.param: {
                choice.slug: self._count(base, choice)
                for choice in group.shown(ticked.get(group.param, ()), everything)
            }
            for group in GROUPS
            for base in (self._base(group),)
        }

    def _base(self, group: ChoiceGroup) -> Layers:
        """What a group's boxes are counted among."""
        if group.param not in self.met or group.match_all or self.search.wants_every(group.param):
            return self.asked
        return all_of(self.here, [layers for param, layers in self.met.items() if param != group.param])

    def _count(self, base: Layers, choice: Choice) -> Count:
        """How many facilities of `base` state the choice, and how many leave it open."""
        open_to_it = without(base, self.index.stating(choice.excludes)) if choice.excludes else base
        stating = self.index.stating(choice.facts)
        yes = anywhere(all_of(open_to_it, [stating]))
        maybe = [Unstated(fact) for fact in choice.facts if isinstance(fact, LevelOfCare)]
        possible = all_of(open_to_it, [self.index.stating(maybe)]) if maybe else open_to_it
        return Count(yes.bit_count(), (anywhere(possible) & ~yes).bit_count())
