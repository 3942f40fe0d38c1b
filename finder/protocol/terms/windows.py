"""How long ago: withdrawal can come, or turn dangerous, only for so many days after the last use.

Last use not told counts as inside every window (LAST_USE.open_as).
"""

from ..conditions import Condition
from ..questions.use import LAST_USE
from ..substances import WATCHED

WITHIN_7, WITHIN_14, WITHIN_30 = "d4_7", "d8_14", "d15_30"
# Phenobarbital and many benzodiazepines stay long in the body; the other sedatives count for 7 days.
WINDOWS = {
    "alcohol": WITHIN_7,
    **dict.fromkeys(WATCHED, WITHIN_7),
    "benzodiazepines": WITHIN_14,
    "barbiturates": WITHIN_14,
    "gabapentinoids": WITHIN_30,
    "synthetic_cannabinoids": WITHIN_30,
    "other": WITHIN_30,
}


def last_use_within(window: str, pick: str) -> Condition:
    """`window`: the oldest last-use option that still counts, such as "d4_7"."""
    return LAST_USE.at_least(window, of=pick)


def inside(pick: str) -> Condition:
    """The last use is inside this drug's own window."""
    return last_use_within(WINDOWS[pick], pick)
