"""The work behind the import page: reads a stored upload for its preview, or applies it. The page only watches."""

from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error, connection
from django.utils import timezone

from facilities.imports import uploads
from facilities.imports.preview import summary
from facilities.imports.run import Options, run
from facilities.imports.staged import ImportRefused
from facilities.models import ImportBatch

Status = ImportBatch.Status


class Command(BaseCommand):
    help = "Preview or apply the uploaded file of an import batch (started by the staff pages)."
    requires_system_checks = []  # they load every page of the site, which an import does not need

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", type=int)
        parser.add_argument("--apply", action="store_true")
        parser.add_argument("--allow-retiring", action="store_true")

    def handle(self, *args: Any, batch: int, **options: Any) -> None:
        found = ImportBatch.objects.filter(pk=batch).first()
        path = uploads.file_of(found) if found else None
        if found is None or path is None:
            raise CommandError(f"Import {batch} has no file.")
        try:
            self.apply(found, path, options["allow_retiring"]) if options["apply"] else self.preview(
                found, path
            )
        except (ImportRefused, Error, OSError) as error:
            if connection.connection and not connection.is_usable():
                connection.close()  # lost: the page is told over a new one
            with suppress(Error):  # without a database the page can only tell that the process has ended
                found.fail(str(error))
            raise CommandError(str(error)) from error

    def preview(self, batch: ImportBatch, path: Any) -> None:
        plan, _ = run(path, Options(batch.edition or None, dry_run=True, quiet=True), batch.source_name)
        batch.file_format, batch.directory = plan.reading.file_format, plan.reading.directory
        batch.edition, batch.counts, batch.report = plan.reading.edition, plan.counts, summary(plan)
        batch.status, batch.finished_at = Status.PREVIEWED, timezone.now()
        batch.save()

    def apply(self, batch: ImportBatch, path: Any, allow_retiring: bool) -> None:
        chosen = Options(batch.edition, allow_retiring=allow_retiring, quiet=True, batch=batch)
        _, applied = run(path, chosen, batch.source_name)
        if applied is None:
            raise ImportRefused("There is nothing to change any more.")
        uploads.discard(batch)
