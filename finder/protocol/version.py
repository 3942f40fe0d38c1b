"""The rule-set id, worked out from the objects: any change of a question, rule, message or track changes it."""

import hashlib
import json
from typing import Any

from .shapes import Question, worded


def question_data(question: Question) -> dict[str, Any]:
    """One question for the published copy: wording for all three readers, options with rank and what they count as."""
    return {
        "id": question.id,
        "label": question.code,
        "section": question.section,
        "kind": question.kind,
        "topic": question.topic,
        "text": {who: question.text_for(who) for who in ("self", "family", "client")},
        "why": question.why,
        "hint": question.hint,
        "options": [
            {
                "id": o.id,
                "label": o.label,
                "label_other": worded(o.label, o.label_other, "family"),
                "hint": o.hint,
                "rank": o.rank,
                "counts_as": o.counts_as or o.id,
                "exclusive": o.exclusive,
            }
            for o in question.options
        ],
        "subjects": [
            {"id": s.id, "label": s.label, "asked_when": s.when.data(), "skipped_counts_as": s.skip_as}
            for s in question.subjects
        ],
        "mixes": question.mixes,
        "asked_when": question.asked_when.data(),
        "skippable": question.skippable,
        "skipped_counts_as": list(question.skip_as),
        "open_counts_as": question.open_as,
        "sources": list(question.sources),
    }


def rule_data(rule: Any) -> dict[str, Any]:
    """A rating or decision rule for the published copy."""
    gives = (
        {"level": rule.floor.slug} if hasattr(rule, "floor") else {"rating": rule.rating, "value": rule.value}
    )
    return {
        "id": rule.id,
        **gives,
        "when": rule.when.data(),
        "in_words": rule.when.words(),
        "because": rule.because,
        "sources": list(rule.sources),
        "our_choice": rule.choice,
    }


def rule_set_id(content: Any) -> str:
    """12 hexadecimal digits."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
