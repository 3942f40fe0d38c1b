"""The report of an import, the same for a dry run and a real one."""

from collections import Counter
from collections.abc import Iterator

from facilities.imports.plan import Plan

_MOST_REFUSALS = 50


def lines(plan: Plan) -> Iterator[str]:
    """Plain text, one finding a line."""
    reading = plan.reading
    yield f"{reading.file_format}: {reading.source}, {reading.edition}"
    for name, count in plan.counts.items():
        if count or name in {"read", "new", "changed", "unchanged", "refused"}:
            yield f"  {name:<20}{count:>8,}"
    if plan.matched_by:
        yield "Rows known again by:"
        yield from (f"  {key:<28}{count:>8,}" for key, count in plan.matched_by.most_common())
    if fields := changed_fields(plan):
        yield "Fields that change most: " + ", ".join(
            f"{name} {count:,}" for name, count in fields.most_common(8)
        )
    for refusal in reading.refused[:_MOST_REFUSALS]:
        yield f"Refused row {refusal.row}, column {refusal.column}: {refusal.reason}."
    if (more := len(reading.refused) - _MOST_REFUSALS) > 0:
        yield f"... and {more:,} more refused rows."
    yield from (f"Warning: {warning}" for warning in plan.warnings)


def changed_fields(plan: Plan) -> Counter[str]:
    """How many listings change in which field."""
    changes = (*plan.facilities.values(), *plan.programs.values())
    return Counter(name for change in changes for name in change.content)
