"""Which boxes of the list of places to tick, in words on the result. The address never carries them.

Not the answer about sex: its question promises that nothing but drink limits and pregnancy uses it.
"""

from typing import Any

from .protocol import Recommendation

BIRTH, TEENS, VETERANS = "Pregnant women and new mothers", "Teens", "Veterans"
LANGUAGE = "your language, such as Spanish"
PAYING = {
    "medicaid": ("Medicaid",),
    "medicare": ("Medicare",),
    "va_tricare": (VETERANS, "Military insurance"),
    "none": ("Free", "Sliding scale by income"),
}
FROM_TRACKS = {
    "adolescent": TEENS,
    "perinatal": BIRTH,
    "veteran": VETERANS,
    "dual_dx": "Mental health care",
    "telehealth": "Telehealth",
}


def boxes_to_tick(answers: dict[str, Any], recommendation: Recommendation) -> list[str]:
    """The words of the boxes, those that fit the fewest places first."""
    found = [words for track, words in FROM_TRACKS.items() if track in recommendation.tracks]
    barriers = answers.get("barriers")
    if isinstance(barriers, list | tuple) and "language" in barriers:
        found.append(LANGUAGE)
    insurance = answers.get("insurance")
    found += PAYING.get(insurance, ()) if isinstance(insurance, str) else ()
    return list(dict.fromkeys(found))
