"""Organization -> Facility (one place) -> Program (one directory entry there); codes, places, imports and reviews."""

from .check import FieldCheck, How
from .codes import ProgramCode, ServiceCode
from .facility import Facility, MergedFacility, Organization, RemovedExample
from .imports import DataVersion, ImportBatch
from .place import Place
from .program import Program
from .review import MatchDecision, ProblemReport, Proposal, QuarantinedPoint
from .saved_search import SavedSearch

__all__ = [
    "DataVersion",
    "Facility",
    "FieldCheck",
    "How",
    "ImportBatch",
    "MatchDecision",
    "MergedFacility",
    "Organization",
    "Place",
    "ProblemReport",
    "Program",
    "ProgramCode",
    "Proposal",
    "QuarantinedPoint",
    "RemovedExample",
    "SavedSearch",
    "ServiceCode",
]
