"""Take an import back as a whole. What staff changed since stands; what it made is retired, never deleted."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from facilities.imports import bulk
from facilities.imports.plan import FACILITY_COLUMNS, PROGRAM_COLUMNS
from facilities.imports.staged import ImportRefused
from facilities.models import (
    DataVersion,
    Facility,
    ImportBatch,
    MatchDecision,
    Program,
    Proposal,
    QuarantinedPoint,
)

# What staff set by hand without claiming the field.
BY_HAND = frozenset({"status", "last_verified_on", "last_verified_how"})


@transaction.atomic
def undo(pk: int, user: Any) -> ImportBatch:
    """Restore the former values. Raises ImportRefused when it is not the newest import of its directory."""
    batch = ImportBatch.objects.select_for_update().get(pk=pk)
    if batch.status != ImportBatch.Status.APPLIED:
        raise ImportRefused("Only an applied import can be undone.")
    newer = ImportBatch.objects.filter(status=ImportBatch.Status.APPLIED, finished_at__gt=batch.finished_at)
    if newer.exists():
        raise ImportRefused("A newer import was applied after it. Undo that one first.")
    why = f"Undone: import {pk}"
    changed = batch.before.get("changed", {})
    restore(Facility, changed.get("facility", {}), FACILITY_COLUMNS, batch, why)
    restore(Program, changed.get("program", {}), PROGRAM_COLUMNS, batch, why)
    retire_created(batch, why)
    withdraw(batch)
    batch.status, batch.by = ImportBatch.Status.UNDONE, user
    batch.save(update_fields=["status", "by"])
    DataVersion.bump()
    return batch


def restore(
    model: Any, former: dict[str, dict[str, Any]], columns: tuple[str, ...], batch: ImportBatch, why: str
) -> None:
    """Write former values back, except in fields staff own or set by hand since."""
    records = model.objects.in_bulk([int(key) for key in former])
    touched = edited_since(model, list(records), batch)
    gone: list[bulk.Pair] = []
    come: list[bulk.Pair] = []
    for pk, record in records.items():
        ours = set(record.owned_fields) | (BY_HAND if pk in touched else set())
        values = {name: value for name, value in former[str(pk)].items() if name not in ours}
        if "codes_text" in values:
            old, new = set(values["codes_text"].split()), set(record.codes_text.split())
            gone += [(pk, code) for code in new - old]
            come += [(pk, code) for code in old - new]
        for name, value in values.items():
            field = record._meta.get_field(name.removesuffix("_id"))
            setattr(record, field.attname, field.to_python(value))
    bulk.update(list(records.values()), columns)
    bulk.delete_pairs(gone)
    bulk.insert_pairs(come)
    bulk.write_history(model, list(records), "~", why)


def edited_since(model: Any, ids: list[int], batch: ImportBatch) -> set[int]:
    """Rows a person changed after the import."""
    since = model.history.filter(history_user__isnull=False, history_date__gt=batch.finished_at)
    return set(since.values_list("id", flat=True)) & set(ids)


def retire_created(batch: ImportBatch, why: str) -> None:
    """Places and entries the import made: retired unless a person has touched them since."""
    created = batch.before.get("created", {})
    for model, name in ((Program, "program"), (Facility, "facility")):
        ids = created.get(name, [])
        touched = edited_since(model, ids, batch)
        fresh = [pk for pk in ids if pk not in touched]
        for start in range(0, len(fresh), 900):
            some = model.objects.filter(pk__in=fresh[start : start + 900])
            some.update(status=model.Status.RETIRED, updated_at=timezone.now())
        bulk.write_history(model, fresh, "~", why)


def withdraw(batch: ImportBatch) -> None:
    """Questions it raised that nobody has answered."""
    Proposal.objects.filter(batch=batch, status=Proposal.Status.OPEN).delete()
    MatchDecision.objects.filter(batch=batch, verdict=MatchDecision.Verdict.OPEN).delete()
    created = batch.before.get("created", {}).get("facility", [])
    doubted = QuarantinedPoint.objects.filter(resolved=False, created_at__gte=batch.started_at)
    doubted.filter(created_at__lte=batch.finished_at).delete()
    for start in range(0, len(created), 900):
        doubted.filter(facility__in=created[start : start + 900]).delete()
