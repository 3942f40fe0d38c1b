"""Conditions over answers, as objects. One object does three jobs: it is true or false of a case, it explains
itself in plain words with the answers that made it true, and it translates itself to logic for the proofs.
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
