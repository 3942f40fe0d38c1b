"""What a box to tick means: the facts that say yes, the facts that say no, and how several boxes combine."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from facilities.levels import LevelOfCare
from facilities.taxonomy.wording import label

Fact = str | LevelOfCare  # what a program states: a service code, or a level of care derived from its codes


class Choice(NamedTuple):
    """One box. A program states it with ANY of `facts`; any of `excludes` says no, where silence says nothing."""

    slug: str
    label: str
    facts: tuple[Fact, ...]
    excludes: frozenset[str] = frozenset()


class ChoiceGroup:
    """Choices under one question. `match_all`: one program must meet every box ticked, else one box is enough."""

    def __init__(
        self, param: str, title: str, choices: Iterable[Choice], *, common=0, match_all=False, hint=""
    ):
        self.param, self.title, self.hint = param, title, hint
        self.choices = tuple(choices)
        self.common = self.choices[:common]
        self.match_all = match_all

    def __deepcopy__(self, memo: dict) -> "ChoiceGroup":
        return self  # never changes; a FilterSet copies its filters for every request

    @cached_property
    def by_slug(self) -> dict[str, Choice]:
        return {choice.slug: choice for choice in self.choices}

    def pairs(self) -> list[tuple[str, str]]:
        """Value and words of every box, for a form field."""
        return [(choice.slug, choice.label) for choice in self.choices]

    def chosen(self, slugs: Iterable[str]) -> list[Choice]:
        return [self.by_slug[slug] for slug in slugs]

    def shown(self, ticked: Iterable[str], everything: bool = False) -> list[Choice]:
        """The boxes to show: the common ones and any that is ticked, or all there are."""
        if everything:
            return list(self.choices)
        return [*self.common, *(choice for choice in self.chosen(ticked) if choice not in self.common)]

    def needs(self, slugs: Iterable[str], every: bool = False) -> list[tuple[Fact, ...]]:
        """Sets of facts: one program must state at least one of each. `every`: the visitor wants all boxes met."""
        facts = [choice.facts for choice in self.chosen(slugs)]
        if every or self.match_all or not facts:
            return facts
        return [tuple(fact for some in facts for fact in some)]

    def excludes(self, slugs: Iterable[str]) -> frozenset[str]:
        """Codes the program must not state."""
        return frozenset().union(*(choice.excludes for choice in self.chosen(slugs)))

    @property
    def rule(self) -> str:
        """How several boxes combine, in words."""
        return "all of these" if self.match_all else "any of these"


def choices(
    spec: str, words: dict[str, str] | None = None, excludes: dict[str, frozenset[str]] | None = None
) -> list[Choice]:
    """Choices from "slug:CODE+CODE CODE ..."; a bare code is its own slug. Labels from `words` or the taxonomy."""
    found = []
    for item in spec.split():
        slug, _, codes = item.partition(":")
        states = tuple((codes or slug).split("+"))
        words_for_it = (words or {}).get(slug) or label(states[0])
        found.append(Choice(slug.lower(), words_for_it, states, (excludes or {}).get(slug, frozenset())))
    return found
