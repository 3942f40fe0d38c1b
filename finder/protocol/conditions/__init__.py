"""Conditions over answers, as objects. One object does two jobs: it is true or false of a case, and it explains
itself in plain words with the answers that made it true. Whoever reads more from it visits it: the reading of answers
that are not all given yet (threefold), and the proofs.
"""

from .answers import Answered, Picked, Skipped
from .base import ALWAYS, Always, Condition, Key
from .joined import All, Any_, AtLeast, Named, Not
from .results import LevelAtLeast, RatingAtLeast, ScoreAtLeast

__all__ = [
    "ALWAYS",
    "All",
    "Always",
    "Answered",
    "Any_",
    "AtLeast",
    "Condition",
    "Key",
    "LevelAtLeast",
    "Named",
    "Not",
    "Picked",
    "RatingAtLeast",
    "ScoreAtLeast",
    "Skipped",
]
