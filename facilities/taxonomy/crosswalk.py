"""From service codes to levels of care. Each rule is data with the words shown and a caveat."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from facilities.levels import LevelOfCare as Level


class LevelRule(NamedTuple):
    """Holds with every code of `all_of` and none of `none_of`; not `stated` means "may offer it, did not say"."""

    level: Level | None
    all_of: frozenset[str]
    none_of: frozenset[str]
    shown_as: str
    caveat: str = ""
    stated: bool = True

    def holds(self, codes: set[str] | frozenset[str]) -> bool:
        return self.all_of <= codes and not self.none_of & codes


def _rule(
    level: Level | None,
    all_of: str,
    shown_as: str,
    caveat: str = "",
    *,
    none_of: str = "",
    stated: bool = True,
) -> LevelRule:
    return LevelRule(level, frozenset(all_of.split()), frozenset(none_of.split()), shown_as, caveat, stated)


# Source: the National Directory's code book (service settings) read against the ASAM levels; docs/clinical-method.md.
RULES: tuple[LevelRule, ...] = (
    _rule(Level.INPATIENT_WM, "HID", "Inpatient detox (hospital)"),
    _rule(
        Level.INPATIENT_WM, "RD MDET", "Inpatient detox (residential)",
        "Residential detox that routinely uses medication. Ask: are nurses on site 24 hours?",
    ),
    _rule(
        Level.INPATIENT_WM, "RD", "Residential detox",
        "The directory does not say whether medication is used here. Not enough for alcohol or sedative "
        "withdrawal unless they confirm 24-hour nursing.",
        none_of="MDET", stated=False,
    ),
    _rule(Level.RESIDENTIAL, "RS", "Residential (30 days or less)"),
    _rule(Level.RESIDENTIAL, "RL", "Residential (more than 30 days)"),
    _rule(Level.RESIDENTIAL, "RES", "Residential", "Length and kind not stated.", none_of="RS RL", stated=False),
    _rule(
        Level.PHP, "ODT", "Partial hospitalization or day treatment",
        "The directory does not separate the two. Ask: how many hours a week? PHP is 20 or more.",
    ),
    _rule(
        Level.PHP, "PHDT", "Partial hospitalization or day treatment (mental health)",
        "Mental health program. Ask whether it treats substance use.",
    ),
    _rule(Level.IOP, "OIT", "Intensive outpatient"),
    _rule(Level.OUTPATIENT, "ORT", "Outpatient"),
    _rule(Level.OUTPATIENT, "OMB", "Outpatient with medication for opioid use disorder"),
    _rule(
        Level.OUTPATIENT, "OD", "Outpatient detox",
        "Withdrawal care by day visits. Not for high-risk alcohol or sedative withdrawal.",
    ),
    _rule(
        Level.OUTPATIENT, "OP", "Outpatient", "Kind not stated.",
        none_of="ORT OMB OD OIT ODT PHDT", stated=False,
    ),
    # Shown on the page, but no rung of the ladder: a hospital stay, or 24-hour care of an unnamed kind.
    _rule(None, "HIT", "Hospital inpatient treatment", "Hospital stay; detox only where that is also stated."),
    _rule(None, "HI", "24-hour or detox care", "Kind not stated.", none_of="HID HIT", stated=False),
    _rule(None, "DT", "24-hour or detox care", "Kind not stated.", none_of="HID RD OD", stated=False),
)  # fmt: skip

# "unknown: any": a place that says only "hospital inpatient" or "detoxification" may offer any 24-hour level.
_ANY_24_HOUR = (Level.INPATIENT_WM, Level.RESIDENTIAL)


def _levels_of(rule: LevelRule) -> tuple[Level, ...]:
    if rule.level is not None:
        return (rule.level,)
    return () if rule.stated else _ANY_24_HOUR


def rules_that_hold(codes: Iterable[str]) -> list[LevelRule]:
    """Every rule true of these codes, in ladder order: what a card shows as derived levels with their caveats."""
    present = frozenset(codes)
    return [rule for rule in RULES if rule.holds(present)]


def offered_levels(codes: Iterable[str]) -> set[Level]:
    """Levels the directory states for a program with these codes."""
    return {level for rule in rules_that_hold(codes) if rule.stated for level in _levels_of(rule)}


def unstated_levels(codes: Iterable[str]) -> set[Level]:
    """Levels a program may offer but did not say: never counted as yes, never as no."""
    codes = set(codes)
    maybe = {level for rule in rules_that_hold(codes) if not rule.stated for level in _levels_of(rule)}
    return maybe - offered_levels(codes)


def level_bits(levels: Iterable[Level]) -> int:
    """A set of levels as one small integer, bit n for level n: what a program row stores."""
    return sum(1 << level for level in set(levels))


@cache
def levels_of_bits(bits: int) -> tuple[Level, ...]:
    """The set of levels behind such an integer, most intensive first."""
    return tuple(level for level in sorted(Level, reverse=True) if bits >> level & 1)
