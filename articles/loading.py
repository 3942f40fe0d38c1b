"""Carry starter texts into the database: all or nothing, repeatable, never over what staff have written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from tqdm import tqdm

from articles.files import ArticleFile
from articles.models import SOURCE_FIELDS, Article, Status


@dataclass
class Report:
    """Names ("topic/slug") by what happened to them."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    redrawn: list[str] = field(default_factory=list)
    without_file: list[str] = field(default_factory=list)


def _load(file: ArticleFile, row: Article | None, report: Report) -> None:
    wanted = Article(**file.fields, status=Status.PUBLISHED)
    if row is None:
        wanted.loaded_hash = wanted.content_hash
        wanted.save()
        report.new.append(wanted.path)
    elif row.content_hash == wanted.content_hash:
        report.unchanged.append(row.path)
        if row.loaded_hash != wanted.content_hash:  # staff and file agree again
            Article.objects.filter(pk=row.pk).update(loaded_hash=wanted.content_hash)
    elif row.edited_by_staff:
        report.kept.append(row.path)
    else:
        for name in SOURCE_FIELDS:
            setattr(row, name, getattr(wanted, name))
        row.loaded_hash = row.content_hash
        row.save()
        report.changed.append(row.path)


def _redraw(row: Article, report: Report) -> None:
    """Data and templates change too: draw again, and write only what differs. History is for people's changes."""
    if row.draw():
        row.save_drawn()
        report.redrawn.append(row.path)


@transaction.atomic
def load(files: Iterable[ArticleFile], show_progress: bool = False) -> Report:
    """Create and update rows from files that have been checked; draw every row again. One transaction."""
    report, files = Report(), list(files)
    rows = {row.path: row for row in Article.objects.all()}
    names = set()
    for file in tqdm(files, desc="Articles", unit="", disable=not show_progress):
        name = f"{file.fields['topic']}/{file.fields['slug']}"
        names.add(name)
        _load(file, rows.get(name), report)
    fresh = {*report.new, *report.changed}
    for row in Article.objects.all():
        if row.path not in fresh:
            _redraw(row, report)
    report.without_file = [name for name, row in rows.items() if name not in names and row.loaded_hash]
    return report
