"""The answers as JSON Schema, made from the questions."""

from typing import Any

from .path import allowed_for
from .questions import QUESTIONS
from .shapes import SKIP, Question


def answers_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one answer set."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answers to the level-of-care questionnaire",
        "type": "object",
        "additionalProperties": False,
        "properties": {q.id: {"title": q.text, "description": q.why, **_shape(q)} for q in QUESTIONS},
    }


def _shape(question: Question) -> dict[str, Any]:
    allowed = list(allowed_for(question))
    if question.kind == "one":
        return {"enum": allowed}
    skip = [{"const": SKIP}] if question.skippable else []
    if question.kind == "many":
        options = {"enum": [o for o in allowed if o != SKIP]}
        return {"anyOf": [{"type": "array", "minItems": 1, "items": options}, *skip]}
    rows = {s.id: {"title": s.label, "enum": allowed} for s in question.subjects}
    return {"anyOf": [{"type": "object", "additionalProperties": False, "properties": rows}, *skip]}
