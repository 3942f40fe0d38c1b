"""Write a plan: all of it in one transaction, or nothing."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from facilities.imports import bulk
from facilities.imports.codes import write_codes
from facilities.imports.examples import remove_examples
from facilities.imports.plan import FACILITY_COLUMNS, PROGRAM_COLUMNS, Change, Plan
from facilities.imports.progress import Progress
from facilities.imports.staged import ImportRefused
from facilities.models import (
    DataVersion,
    Facility,
    ImportBatch,
    MatchDecision,
    Organization,
    Program,
    Proposal,
    QuarantinedPoint,
)

_BATCH = 1_000


@transaction.atomic
def apply(plan: Plan, batch: ImportBatch, progress: Progress) -> None:
    """Write the plan and its batch. Raises ImportRefused when listings changed since the plan was made."""
    _still_true(plan, batch)
    batch.save()
    remove_examples()
    write_codes(plan.reading)
    _create(plan, batch, progress)
    _change(plan, batch, progress)
    _for_staff(plan, batch)
    batch.finished_at = timezone.now()
    batch.save(update_fields=["before", "finished_at"])
    DataVersion.bump()


def _still_true(plan: Plan, batch: ImportBatch) -> None:
    """Between reading and writing, another import or a staff member may have changed what was compared."""
    DataVersion.objects.select_for_update().filter(pk=1).first()
    since = batch.started_at
    edited = any(
        model.objects.filter(updated_at__gte=since, **where).exists()
        for model, where in ((Facility, {"is_example": False}), (Program, {"facility__is_example": False}))
    )
    if edited or DataVersion.current() != plan.data_version:
        raise ImportRefused(
            "Listings were changed while the file was being read. Nothing was written: run it again."
        )


def _create(plan: Plan, batch: ImportBatch, progress: Progress) -> None:
    created: dict[str, list[int]] = {}
    tables: tuple[tuple[Any, list[Any]], ...] = (
        (Organization, plan.new_organizations),
        (Facility, plan.new_facilities),
        (Program, plan.new_programs),
    )
    for model, records in tables:
        for chunk in _chunks(records):
            model.objects.bulk_create(chunk)
            if model is Program:
                bulk.expand_pairs([program.pk for program in chunk])
            progress.advance(len(chunk))
        ids = created[model._meta.model_name] = [record.pk for record in records]
        bulk.write_history(model, ids, "+", reason(batch))
    batch.before = {"created": created}


def _change(plan: Plan, batch: ImportBatch, progress: Progress) -> None:
    facilities, programs = list(plan.facilities.values()), list(plan.programs.values())
    bulk.update([change.record for change in facilities], FACILITY_COLUMNS)
    bulk.update([change.record for change in programs], PROGRAM_COLUMNS)
    _rewrite_codes(programs)
    for model, changes in ((Facility, facilities), (Program, programs)):
        bulk.write_history(
            model, [change.record.pk for change in changes if change.content], "~", reason(batch)
        )
        progress.advance(len(changes))
    batch.before["changed"] = {"facility": _former(facilities), "program": _former(programs)}


def _rewrite_codes(changes: list[Change]) -> None:
    """Codes are compared as sets: only pairs that came or went are written."""
    gone: list[bulk.Pair] = []
    come: list[bulk.Pair] = []
    for change in changes:
        if "codes_text" in change.before:
            old, new = set(change.before["codes_text"].split()), change.record.code_set
            gone += [(change.record.pk, code) for code in old - new]
            come += [(change.record.pk, code) for code in new - old]
    bulk.delete_pairs(gone)
    bulk.insert_pairs(come)


def _former(changes: list[Change]) -> dict[str, dict[str, Any]]:
    """Former values by row id, as JSON can hold them."""
    return {str(change.record.pk): {k: _plain(v) for k, v in change.before.items()} for change in changes}


def _plain(value: Any) -> Any:
    if isinstance(value, Organization | Facility):
        return value.pk
    return value.isoformat() if hasattr(value, "isoformat") else value


def _for_staff(plan: Plan, batch: ImportBatch) -> None:
    """File what a person must decide: proposals, likely pairs, doubtful points."""
    for one in plan.proposals:
        Proposal.objects.update_or_create(
            facility=one.facility, program=one.program, field=one.field, theirs=one.theirs,
            defaults={"ours": one.ours, "batch": batch, "status": Proposal.Status.OPEN, "keep_until": None},
        )  # fmt: skip
    MatchDecision.objects.bulk_create(
        [
            MatchDecision(old=p.old, new=p.new, score=p.likely.score, why=p.likely.why, batch=batch)
            for p in plan.likely
        ],
        ignore_conflicts=True,
    )
    QuarantinedPoint.objects.bulk_create(
        [
            QuarantinedPoint(
                facility=q.facility, latitude=q.latitude, longitude=q.longitude, km_from_zip=q.km, row_number=q.row,
                source=plan.reading.source[:60],
            )
            for q in plan.quarantined
        ]
    )  # fmt: skip


def reason(batch: ImportBatch) -> str:
    """The change reason in history: which import it was."""
    return f"Import {batch.pk}: {batch.source_name}"[:100]


def new_batch(plan: Plan, source_name: str, sha256: str, started_at: Any) -> ImportBatch:
    """An unsaved batch describing the plan."""
    reading = plan.reading
    return ImportBatch(
        source_name=source_name[:300], sha256=sha256, file_format=reading.file_format, directory=reading.directory,
        edition=reading.edition, status=ImportBatch.Status.APPLIED, started_at=started_at or timezone.now(),
        counts=plan.counts, report={"matched_by": dict(plan.matched_by), "refused": _refusals(plan)},
    )  # fmt: skip


def _refusals(plan: Plan) -> list[dict[str, Any]]:
    return [
        {"row": r.row, "column": r.column, "reason": r.reason, "raw": r.raw} for r in plan.reading.refused
    ]


def _chunks(records: list[Any]) -> Iterator[list[Any]]:
    return (records[start : start + _BATCH] for start in range(0, len(records), _BATCH))
