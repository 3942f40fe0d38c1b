"""Why this place: what its best program states of what was asked, what it does not say, and what to know first."""

from collections.abc import Iterable
from typing import NamedTuple

from facilities.choice_groups import BY_PARAM
from facilities.choices import Choice
from facilities.levels import LevelOfCare
from facilities.models import Program
from facilities.taxonomy.crosswalk import rules_that_hold
from facilities.taxonomy.filters import DOES_NOT_TREAT, EXCLUSIVE, NO_MEDICATION
from facilities.taxonomy.wording import label

# Facts that say no: always shown, whatever was asked.
LIMITS = frozenset(
    {
        *DOES_NOT_TREAT.values(),
        *NO_MEDICATION.values(),
        *(code for some in EXCLUSIVE.values() for code in some),
    }
)

# Withdrawal care that can be too little for alcohol or sedatives: its caveat is never left out of a search for detox.
OUTSIDE_HOSPITAL = frozenset({"RD", "OD"})


class Match(NamedTuple):
    """One program against one search, in visitor words."""

    program: Program
    stated: tuple[str, ...]
    unstated: tuple[str, ...]
    caveats: tuple[str, ...]
    limits: tuple[str, ...]


def best_match(programs: Iterable[Program], chosen: dict[str, list[str]]) -> Match | None:
    """The program that states most of what was asked; the first one where several do. None without a program."""
    matches = [match(program, chosen) for program in programs]
    return min(matches, key=lambda found: (len(found.unstated), -len(found.stated)), default=None)


def match(program: Program, chosen: dict[str, list[str]]) -> Match:
    """What one program says about the boxes ticked."""
    codes = program.code_set
    facts = {*codes, *program.stated_levels()}
    boxes = [choice for param, slugs in chosen.items() for choice in BY_PARAM[param].chosen(slugs)]
    open_to = [choice for choice in boxes if not codes & choice.excludes]
    stated = tuple(words(choice) for choice in open_to if not facts.isdisjoint(choice.facts))
    unstated = tuple(words(choice) for choice in open_to if facts.isdisjoint(choice.facts))
    limits = tuple(label(code) for code in sorted(LIMITS & codes))
    return Match(program, stated, unstated, caveats(codes, chosen), limits)


def words(choice: Choice) -> str:
    """A box in a list of reasons: "Detox from alcohol" where the box itself only says "Alcohol"."""
    fact = choice.facts[0]
    return choice.label if isinstance(fact, LevelOfCare) or len(choice.facts) > 1 else label(fact)


def caveats(codes: frozenset[str], chosen: dict[str, list[str]]) -> tuple[str, ...]:
    """What to know about the levels asked for, and about any detox outside a hospital when detox is asked for."""
    wanted = {fact for choice in BY_PARAM["care"].chosen(chosen.get("care", ())) for fact in choice.facts}
    careful = OUTSIDE_HOSPITAL if chosen.get("detox") else frozenset()
    rules = rules_that_hold(codes) if wanted or careful else []
    told = [rule for rule in rules if rule.caveat and (rule.level in wanted or rule.all_of & careful)]
    return tuple(f"{rule.shown_as}: {rule.caveat}" for rule in told)
