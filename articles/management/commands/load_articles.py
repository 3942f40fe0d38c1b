"""Load the starter texts from articles/content/ (or another folder): all of them, or none."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.files import CONTENT, read_all
from articles.loading import load

LINES = (
    ("new", "new"),
    ("changed", "changed"),
    ("unchanged", "unchanged"),
    ("redrawn", "drawn again from newer data"),
    ("kept", "kept as staff wrote them; the file differs"),
    ("without_file", "loaded before, file now gone; left as they are"),
)
LISTED = ("kept", "without_file")


class Command(BaseCommand):
    help = "Create and update articles from files. Rows that staff have edited are kept and listed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CONTENT)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder")
        files, problems = read_all(folder)
        if problems:
            raise CommandError(
                "\n".join([f"Nothing loaded, {len(problems)} problem(s):", *map(str, problems)])
            )
        report = load(files, show_progress=options["verbosity"] > 0 and self.stderr.isatty())
        for name, words in LINES:
            names = getattr(report, name)
            listed = f" ({', '.join(names)})" if names and name in LISTED else ""
            if names or name in ("new", "changed", "unchanged"):
                self.stdout.write(f"{len(names):5} {words}{listed}")
