"""How a result was worked out: the ratings, every rule that held with its answers, and the scores."""

from typing import Any

from facilities.levels import LevelOfCare

from .case import Answers, Case
from .questions.risk import SDS
from .ratings import RATING_NAMES
from .recommendation import Reason
from .telling import told
from .terms.drinking import audit_c
from .terms.use import phq_2, sds


def worked_out(answers: Answers) -> dict[str, Any]:
    """`ratings`: name, label, value and the rules that hold; `floors`: decision rules that hold; `scores`."""
    case = Case(answers)
    ratings = [
        {
            "name": name,
            "label": label,
            "value": case.rating(name),
            "rules": tuple(
                Reason(
                    r.id, r.because, told(case, r.when), r.sources, r.value == case.rating(name), str(r.value)
                )
                for r in case.rules_at(name, 1)
            ),
        }
        for name, label in RATING_NAMES.items()
    ]
    floors = tuple(
        Reason(
            f.id, f.because, told(case, f.when), f.sources, f.floor == case.floor, LevelOfCare(f.floor).slug
        )
        for f in case.floors()
    )
    return {"ratings": ratings, "floors": floors, "scores": scores(case)}


def scores(case: Case) -> dict[str, int]:
    """The published scores that were asked for, by name."""
    asked = {q.id for q in case.asked}
    found = {}
    if "audit_drinks" in asked:
        found["AUDIT-C (0 to 12)"] = audit_c(1).score(case)
    if "phq_mood" in asked:
        found["PHQ-2 (0 to 6)"] = phq_2(1).score(case)
    for row in case.rows.get(SDS[0].id, ()):
        found[f"Severity of Dependence Scale, {row.label} (0 to 15)"] = sds(1, row.id).score(case)
    return found
