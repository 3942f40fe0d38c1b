"""The level-of-care questionnaire: questions, rules and messages as data, and assess(), which applies them.

Pure Python. Everything the pages need is exported here.
"""

from .limits import LIMITS, REQUIRED_TEXT
from .path import about_other, answered, interrupts, keep_known, next_question, path, subjects, validate
from .questions import QUESTIONS, SECTIONS, question
from .shapes import SKIP, EmergencyReason, Option, Problem, Question, Subject

__all__ = [
    "LIMITS",
    "QUESTIONS",
    "REQUIRED_TEXT",
    "SECTIONS",
    "SKIP",
    "EmergencyReason",
    "Option",
    "Problem",
    "Question",
    "Subject",
    "about_other",
    "answered",
    "interrupts",
    "keep_known",
    "next_question",
    "path",
    "question",
    "subjects",
    "validate",
]
