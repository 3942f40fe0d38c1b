"""The five ratings, 0 to 4: D1 withdrawal, D2 body, D3 mind, D4 continued use and harm, D5 home."""

from ..shapes import Rule
from .body import BODY
from .home import HOME_RULES
from .mind import MIND
from .use import USE
from .withdrawal import WITHDRAWAL

RATING_NAMES = {
    "D1": "Withdrawal",
    "D2": "Body",
    "D3": "Mind",
    "D4": "Continued use and harm",
    "D5": "Home and support",
}
RATING_RULES: tuple[Rule, ...] = (*WITHDRAWAL, *BODY, *MIND, *USE, *HOME_RULES)
RATINGS: dict[str, tuple[Rule, ...]] = {
    name: tuple(sorted((r for r in RATING_RULES if r.rating == name), key=lambda r: -r.value))
    for name in RATING_NAMES
}

__all__ = ["RATINGS", "RATING_NAMES", "RATING_RULES"]
