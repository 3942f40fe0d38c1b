"""Places side by side: one row per fact that any of them states."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from facilities.match import LIMITS
from facilities.taxonomy.crosswalk import rules_that_hold
from facilities.taxonomy.wording import grouped, label


class Row(NamedTuple):
    """One fact; `states` says for each place whether any of its programs states it."""

    words: str
    states: list[bool]

    @property
    def differs(self) -> bool:
        return len(set(self.states)) > 1


class Section(NamedTuple):
    title: str
    rows: list[Row]


def side_by_side(facilities: Iterable[Any], only_differences: bool) -> list[Section]:
    """Levels first, then every service in its group; sections without a row to show are left out."""
    codes = [set().union(*(p.code_set for p in facility.listed_programs)) for facility in facilities]
    levels = [
        {rule.shown_as for p in f.listed_programs for rule in rules_that_hold(p.code_set)} for f in facilities
    ]
    sections = [
        Section(
            "Levels of care", [Row(words, [words in one for one in levels]) for words in _in_order(levels)]
        )
    ]
    for group, some in grouped(set().union(*codes)):
        sections.append(
            Section(group.title, [Row(_words(code), [code in one for one in codes]) for code in some])
        )
    if only_differences:
        sections = [Section(title, [row for row in rows if row.differs]) for title, rows in sections]
    return [section for section in sections if section.rows]


def _words(code: str) -> str:
    return f"{label(code)} (a limit)" if code in LIMITS else label(code)


def _in_order(sets: list[set[str]]) -> list[str]:
    return list(dict.fromkeys(words for some in sets for words in sorted(some)))
