"""Give listings their real coordinates from a table of streets, ZIP codes and points. Repeatable; can be undone."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from facilities.imports.coordinates import plan_coordinates
from facilities.imports.report import lines
from facilities.imports.run import Options, write
from facilities.imports.staged import ImportRefused


class Command(BaseCommand):
    help = "Set points by street and ZIP. A point more than 80 km from its ZIP code is quarantined, not used."
    requires_system_checks = []  # they load every page of the site, which an import does not need

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="CSV with street1, zip, latitude, longitude; plain or gzip"
        )
        parser.add_argument(
            "--source", default="", help="who measured the points; the file name when not given"
        )
        parser.add_argument("--dry-run", action="store_true", help="print the report and write nothing")

    def handle(self, file: Path, **options) -> None:
        source = options["source"] or file.name
        chosen = Options(dry_run=options["dry_run"], quiet=options["verbosity"] == 0)
        try:
            plan, batch = write(file, chosen, lambda: plan_coordinates(file, source, None))
        except ImportRefused as refused:
            raise CommandError(f"{refused} Nothing was changed.") from refused
        for line in lines(plan):
            self.stdout.write(line)
        outcome = (
            "Done." if batch else "Dry run: nothing was written." if chosen.dry_run else "Nothing to change."
        )
        self.stdout.write(self.style.SUCCESS(outcome))
