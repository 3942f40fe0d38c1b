"""One stylesheet for the whole site, joined from the section files in config/static/site/.

Sections keep each file short; one file means one request and one cached copy for every page.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rcssmin
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

NAME = "site.css"
SECTIONS = Path(__file__).parent / "static" / "site"
PSEUDO_AFTER_SPACE = re.compile(r"(?<=\s)(?=::?[a-z])")
ORDER = ("tokens", "base", "components", "home", "articles", "finder", "result", "facilities", "print")


def joined() -> str:
    """The section files in cascade order, without comments and spaces; the layers in tokens.css decide who wins."""
    text = "\n".join((SECTIONS / f"{name}.css").read_text() for name in ORDER)
    # Inside a layer the minifier takes "a :is(b)" for a declaration and joins the two: "a *:is(b)" means the same.
    return rcssmin.cssmin(PSEUDO_AFTER_SPACE.sub("*", text))


class SiteStylesheetFinder(BaseFinder):
    """Offers site.css to runserver, to tests and to collectstatic."""

    def __init__(self, *args: Any, **kwargs: Any):
        self.folder = settings.BASE_DIR / "var" / "stylesheet"
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def write(self) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / NAME
        text = joined()
        if not target.exists() or target.read_text() != text:
            target.write_text(text)
        return target

    def find(self, path: str, **kwargs: Any) -> Any:  # type: ignore[override]  # Django 5.2 renames `all`
        if path != NAME:
            return []
        found = str(self.write())
        return [found] if kwargs.get("find_all") or kwargs.get("all") else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        self.write()
        yield NAME, FileSystemStorage(location=self.folder)
