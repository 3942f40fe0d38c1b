"""Write every real listing to a CSV that import_facilities reads back without loss."""

import gzip
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from facilities.export import write_csv


class Command(BaseCommand):
    help = "Export all listings, retired and hidden ones included, with staff notes: for staff, not for the public."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV to write; .gz to pack it")

    def handle(self, file: Path, **options) -> None:
        opened = gzip.open if file.suffix == ".gz" else open
        try:
            with opened(file, "wt", encoding="utf-8", newline="") as text:
                count = write_csv(text)
        except OSError as error:
            raise CommandError(f"{file} cannot be written ({error}).") from error
        self.stdout.write(self.style.SUCCESS(f"{count:,} programs written to {file}."))
