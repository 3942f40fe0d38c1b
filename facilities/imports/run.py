"""One import from file to report: read, stage and classify outside the transaction, apply inside one."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.db import Error, InterfaceError, OperationalError
from django.db.models import Max
from django.utils import timezone

from facilities.imports import bulk, readers
from facilities.imports.apply import apply, new_batch
from facilities.imports.classify import classify
from facilities.imports.known import entries_of
from facilities.imports.lock import only_import
from facilities.imports.plan import Plan
from facilities.imports.progress import Progress
from facilities.imports.staged import ImportRefused, Reading
from facilities.models import ImportBatch, Program

MOST_RETIRED = 0.2  # a larger part of a directory never retires without a word


@dataclass
class Options:
    """What the person running it decided."""

    edition: int | None = None
    dry_run: bool = False
    allow_retiring: bool = False
    quiet: bool = False
    batch: ImportBatch | None = None  # made by the staff page that previewed it; written again, not twice


def run(path: Path, options: Options, source_name: str = "") -> tuple[Plan, ImportBatch | None]:
    """The plan, and its batch when something was written. Raises ImportRefused: then nothing has changed."""

    def make_plan() -> Plan:
        reading = readers.read(path, options.edition)
        _not_older(reading)
        return classify(reading)

    return write(path, options, make_plan, source_name)


def write(
    path: Path, options: Options, make_plan: Callable[[], Plan], source_name: str = ""
) -> tuple[Plan, ImportBatch | None]:
    """Make a plan and apply it, alone, with progress. Raises ImportRefused: then nothing has changed."""
    try:
        return _write(path, options, make_plan, source_name or path.name)
    except (OperationalError, InterfaceError) as error:  # the connection is lost, the disk is full
        raise ImportRefused(f"The database could not take the import ({_first_line(error)}).") from error
    except OSError as error:
        raise ImportRefused(f"A file could not be read or written ({error}).") from error


def _write(
    path: Path, options: Options, make_plan: Callable[[], Plan], source_name: str
) -> tuple[Plan, ImportBatch | None]:
    with only_import(), Progress(source_name, options.quiet) as progress, bulk.unwatched():
        started = timezone.now()
        progress.start("reading and comparing")
        plan = make_plan()
        if plan.changes_nothing and not options.dry_run:
            bulk.remember([change.record for change in plan.programs.values()])
        if options.dry_run or plan.changes_nothing:
            return plan, None
        if not options.allow_retiring:
            few_retire(plan)
        batch = new_batch(plan, source_name, _sha256(path), started)
        if options.batch:
            batch.pk, batch.by, batch.finished_at = options.batch.pk, options.batch.by, started
        progress.start("writing", total=_steps(plan))
        _apply(plan, batch, progress)
        with suppress(Error):  # it is written by now: without new statistics a search is slower, not wrong
            bulk.analyze()
        return plan, batch


def _apply(plan: Plan, batch: ImportBatch, progress: Progress) -> None:
    """A connection may break after the server has committed, on the way back: then it is written all the same."""
    try:
        apply(plan, batch, progress)
    except (OperationalError, InterfaceError):
        written = ImportBatch.objects.filter(pk=batch.pk, started_at=batch.started_at, status=batch.status)
        if not written.exists():
            raise


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _not_older(reading: Reading) -> None:
    same = Program.objects.listed().filter(entries_of(reading), source=reading.source)
    newest = same.aggregate(newest=Max("edition"))["newest"]
    if newest and newest > reading.edition:
        raise ImportRefused(
            f"This is the {reading.edition} edition and the listings are of {newest}: it would replace newer facts."
        )


def few_retire(plan: Plan) -> None:
    """Raises ImportRefused when so many would retire that a person has to say yes."""
    listed = Program.objects.listed().filter(entries_of(plan.reading)).count()
    retired = plan.counts.get("retired", 0)
    if listed and retired > MOST_RETIRED * listed:
        raise ImportRefused(
            f"{retired:,} of {listed:,} listings are not in this file and would be retired. If that is right, "
            "run it again with --allow-retiring. Nothing was written."
        )


def _steps(plan: Plan) -> int:
    new = len(plan.new_organizations) + len(plan.new_facilities) + len(plan.new_programs)
    return new + len(plan.facilities) + len(plan.programs)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
