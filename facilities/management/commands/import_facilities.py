"""Read a directory of treatment places into the listings. Run twice, the second run changes nothing."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from facilities.imports.download import downloaded, is_address
from facilities.imports.paged import downloaded_pages
from facilities.imports.report import lines
from facilities.imports.run import Options, run
from facilities.imports.staged import ImportRefused


class Command(BaseCommand):
    help = "Import a directory file (the format is detected). Atomic and repeatable; refuses clearly."
    requires_system_checks = []  # they load every page of the site, which an import does not need

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", help="a file, or an http(s) address")
        parser.add_argument(
            "--pages", action="store_true", help="the address is the FindTreatment.gov API: read all pages"
        )
        parser.add_argument("--dry-run", action="store_true", help="print the report and write nothing")
        parser.add_argument(
            "--edition", type=int, help="the year of the edition, when the file name does not tell"
        )
        parser.add_argument(
            "--allow-retiring", action="store_true", help="retire more than a fifth of a directory"
        )

    def handle(self, source: str, **options) -> None:
        quiet = options["verbosity"] == 0
        chosen = Options(options["edition"], options["dry_run"], options["allow_retiring"], quiet)
        try:
            with _opened(source, options["pages"], quiet) as path:
                plan, batch = run(path, chosen, source_name=source if is_address(source) else "")
        except ImportRefused as refused:
            raise CommandError(f"{refused} Nothing was changed.") from refused
        for line in lines(plan):
            self.stdout.write(line)
        self.stdout.write(self.style.SUCCESS(_outcome(chosen, batch is not None)))


def _opened(source: str, pages: bool, quiet: bool) -> AbstractContextManager[Path]:
    """The file to read: as given, or fetched for the length of the import."""
    if pages:
        return downloaded_pages(source, quiet)
    return downloaded(source, quiet) if is_address(source) else nullcontext(Path(source))


def _outcome(options: Options, written: bool) -> str:
    if options.dry_run:
        return "Dry run: nothing was written."
    return "Done." if written else "Nothing to change."
