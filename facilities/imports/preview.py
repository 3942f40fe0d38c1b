"""What an import would do, as data for a page: figures, samples of each kind, refusals, alarms."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from facilities.imports.plan import Change, Plan
from facilities.imports.report import changed_fields
from facilities.imports.run import few_retire
from facilities.imports.staged import ImportRefused
from facilities.models import Program

SAMPLES = 8
MOST_FIELDS = 10


def summary(plan: Plan) -> dict[str, Any]:
    """JSON for `ImportBatch.report`."""
    return {
        "counts": plan.counts,
        "matched_by": dict(plan.matched_by.most_common()),
        "fields": dict(changed_fields(plan).most_common(MOST_FIELDS)),
        "samples": samples(plan),
        "refused": [
            {"row": one.row, "column": one.column, "reason": one.reason, "raw": one.raw}
            for one in plan.reading.refused
        ],
        "alarms": list(alarms(plan)),
        "warnings": plan.warnings,
        "changes_nothing": plan.changes_nothing,
    }


def alarms(plan: Plan) -> Iterator[str]:
    """What a person has to say yes to before it is applied."""
    try:
        few_retire(plan)
    except ImportRefused:
        yield f"{plan.counts['retired']:,} listings are not in this file and would be retired: more than a fifth."
    read = plan.counts["read"]
    if plan.counts["refused"] > read / 20:
        yield f"{plan.counts['refused']:,} of {read:,} rows are refused: more than one in twenty."


def samples(plan: Plan) -> dict[str, list[dict[str, Any]]]:
    """A few of each kind, spread over the file, so that a systematic mistake shows."""
    changes = [*plan.programs.values(), *plan.facilities.values()]
    retired = [one for one in changes if retires(one)]
    changed = [one for one in changes if one.content and not retires(one)]
    return {
        "new": [
            {"name": str(program), "where": str(program.facility)} for program in spread(plan.new_programs)
        ],
        "changed": [change_of(one) for one in spread(changed)],
        "retired": [{"name": str(one.record), "where": str(one.record.facility)} for one in spread(retired)],
    }


def retires(change: Change) -> bool:
    return (
        isinstance(change.record, Program) and "status" in change.before and change.record.status == "retired"
    )


def change_of(change: Change) -> dict[str, Any]:
    return {
        "name": str(change.record),
        "fields": [field_change(change, name) for name in sorted(change.content)],
    }


def field_change(change: Change, name: str) -> dict[str, str]:
    """Before and after; of services only those that came and went."""
    before, after = str(change.before[name]), str(getattr(change.record, name))
    if name == "codes_text":
        old, new = set(before.split()), set(after.split())
        before, after = " ".join(sorted(old - new)), " ".join(sorted(new - old))
    return {"field": in_words(change.record, name), "before": before, "after": after}


def in_words(record: Any, name: str) -> str:
    return (
        "services"
        if name == "codes_text"
        else str(record._meta.get_field(name.removesuffix("_id")).verbose_name)
    )


def spread(items: Iterable[Any]) -> list[Any]:
    """At most SAMPLES items, evenly spaced."""
    items = list(items)
    step = max(1, len(items) // SAMPLES)
    return list(islice(items, 0, None, step))[:SAMPLES]
