"""What leaving out a question must never change: the outcomes of a result, each as conditions that hold or do not."""

from facilities.levels import DETOX_CHOICES, LevelOfCare

from .conditions import Any_, Condition, LevelAtLeast, RatingAtLeast
from .decision import AFTER_EMERGENCY, EMERGENCIES
from .messages import MESSAGES
from .parameters import DETOX_FOR
from .terms.people import UNDER_12
from .tracks import ADJUNCTS, TRACKS

_ABOVE_LEAST = tuple(level for level in sorted(LevelOfCare) if level != min(LevelOfCare))
_EMERGENCY = LevelAtLeast(LevelOfCare.EMERGENCY.slug, LevelOfCare.EMERGENCY)

LEVELS: dict[LevelOfCare, Condition] = {n: LevelAtLeast(n.slug, n) for n in _ABOVE_LEAST}
# There is a level after an emergency only in an emergency.
NEXT_LEVELS: dict[LevelOfCare, Condition] = {
    n: _EMERGENCY & Any_(*(f.when for f in AFTER_EMERGENCY if f.floor >= n))
    for n in _ABOVE_LEAST
    if n != LevelOfCare.EMERGENCY
}
# Their order follows from which there are.
EMERGENCY_KINDS: dict[str, Condition] = {
    kind: Any_(*(f.when for f in EMERGENCIES if f.kind == kind))
    for kind in dict.fromkeys(f.kind for f in EMERGENCIES)
}
SAFETY: dict[str, Condition] = {code: m.when for code, m in MESSAGES.items() if m.safety}
CARE: dict[str, Condition] = {t.id: t.when for t in (*TRACKS.values(), *ADJUNCTS.values())}
# A child has no search. The word for care follows from the level, the word for medicine from the tracks.
SEARCH: dict[str, Condition] = {
    "care": ~UNDER_12,
    **{
        word: ~UNDER_12 & RatingAtLeast("D1", 3) & DETOX_FOR[word]
        for word in DETOX_CHOICES
        if word in DETOX_FOR
    },
}

DECISIVE: tuple[Condition, ...] = (
    *LEVELS.values(),
    *NEXT_LEVELS.values(),
    *EMERGENCY_KINDS.values(),
    *SAFETY.values(),
)
OUTCOMES: tuple[Condition, ...] = (*DECISIVE, *CARE.values(), *SEARCH.values())
