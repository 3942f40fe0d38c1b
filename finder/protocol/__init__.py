"""The level-of-care questionnaire: questions, rules and messages as data, and assess(), which applies them.

Pure Python. Everything the pages need is exported here.
"""

from .assess import assess, level_of
from .changes import would_change
from .decision import FLOORS
from .limits import LIMITS, REQUIRED_TEXT
from .messages import LIFTS, MESSAGES
from .pages import Page, asked, is_answered, item_name, pages, path_of
from .parameters import facility_parameters
from .path import (
    ORDER_OF_ACTING,
    answered,
    interrupts,
    keep_known,
    next_question,
    path,
    subjects,
    validate,
)
from .plans import PARTS
from .published import RULE_SET_DATE, RULE_SET_VERSION, rule_set
from .questions import QUESTIONS, SECTIONS, question
from .ratings import RATING_NAMES, RATING_RULES, RATINGS
from .recommendation import Change, EmergencyReason, OtherOption, Problem, Reason, Recommendation
from .schema import answers_schema
from .shapes import SKIP, Line, Message, Option, Question, Source, Subject, Track
from .sources import SOURCES
from .standing import Item, Standing, open_questions, standing
from .tracks import ADJUNCTS, TRACKS
from .worked_out import worked_out

__all__ = [
    "ADJUNCTS",
    "FLOORS",
    "LIFTS",
    "LIMITS",
    "MESSAGES",
    "ORDER_OF_ACTING",
    "PARTS",
    "QUESTIONS",
    "RATINGS",
    "RATING_NAMES",
    "RATING_RULES",
    "REQUIRED_TEXT",
    "RULE_SET_DATE",
    "RULE_SET_VERSION",
    "SECTIONS",
    "SKIP",
    "SOURCES",
    "TRACKS",
    "Change",
    "EmergencyReason",
    "Item",
    "Line",
    "Message",
    "Option",
    "OtherOption",
    "Page",
    "Problem",
    "Question",
    "Reason",
    "Recommendation",
    "Source",
    "Standing",
    "Subject",
    "Track",
    "answered",
    "answers_schema",
    "asked",
    "assess",
    "facility_parameters",
    "interrupts",
    "is_answered",
    "item_name",
    "keep_known",
    "level_of",
    "next_question",
    "open_questions",
    "pages",
    "path",
    "path_of",
    "question",
    "rule_set",
    "standing",
    "subjects",
    "validate",
    "worked_out",
    "would_change",
]
