"""Starter texts: `content/<topic>/<slug>.md`, TOML between `+++` lines, then Markdown. Read, checked, written."""

import datetime
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.checks import problems_in
from articles.parts import Page
from articles.rendering import Rendered, render
from articles.substances import SUBSTANCES
from articles.topics import TOPICS

CONTENT = Path(__file__).parent / "content"
REQUIRED: dict[str, type] = {
    "title": str, "summary": str, "kind": str,
    "published": datetime.date, "updated": datetime.date, "review_due": datetime.date,
}  # fmt: skip
OPTIONAL: dict[str, type] = {
    "substance": str, "level": str, "order": int, "related": list, "keywords": list, "change_log": list,
}  # fmt: skip
DEFAULTS: dict[str, Any] = {
    "substance": "", "level": "", "order": 100, "related": [], "keywords": [], "change_log": [],
}  # fmt: skip
KINDS = ("substance", "care", "people", "rights", "reference")
FRONT = re.compile(r"\A\+\+\+\n(.*?\n)\+\+\+\n", re.DOTALL)


@dataclass(frozen=True, order=True)
class Problem:
    """Why a file is refused: file, line from 1, reason."""

    path: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


@dataclass(frozen=True)
class ArticleFile:
    """A parsed starter text. `fields` are those of the Article model; `first_line` is where the body starts."""

    path: Path
    fields: dict[str, Any]
    first_line: int

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def page(self) -> Page:
        substance = SUBSTANCES.get(self.fields["substance"])
        return Page(self.fields["topic"], self.fields["slug"], substance, self.fields["level"])

    def render(self) -> Rendered:
        return render(self.fields["body"], self.page)


def _plain_dates(change_log: Iterable[dict]) -> list[dict[str, str]]:
    return [{"date": str(entry.get("date", "")), "note": str(entry.get("note", ""))} for entry in change_log]


def read(path: Path) -> ArticleFile:
    """Parse one file. Raises ValueError whose arguments are Problems."""
    name, text = f"{path.parent.name}/{path.name}", path.read_text()
    front = FRONT.match(text)
    if not front:
        raise ValueError(Problem(name, 1, "needs TOML front matter between two lines of +++"))
    try:
        given = tomllib.loads(front[1])
    except tomllib.TOMLDecodeError as error:
        line = int(found[1]) + 1 if (found := re.search(r"line (\d+)", str(error))) else 1
        raise ValueError(Problem(name, line, f"front matter: {error}")) from None
    if problems := list(_field_problems(name, front[1], given)):
        raise ValueError(*problems)
    fields = {
        **DEFAULTS,
        **given,
        "topic": path.parent.name,
        "slug": path.stem,
        "body": text[front.end() :].strip() + "\n",
    }
    fields["change_log"] = _plain_dates(fields["change_log"])
    leading = len(text[front.end() :]) - len(text[front.end() :].lstrip("\n"))
    return ArticleFile(path, fields, front[0].count("\n") + 1 + leading)


def _field_problems(name: str, front: str, given: dict[str, Any]) -> Iterable[Problem]:
    lines = {line.split("=")[0].strip(): number for number, line in enumerate(front.splitlines(), start=2)}
    for field, kind in REQUIRED.items():
        if not isinstance(given.get(field), kind) or not given[field]:
            yield Problem(name, lines.get(field, 1), f"{field} is missing or not a {kind.__name__}")
    for field, value in given.items():
        known = REQUIRED.get(field) or OPTIONAL.get(field)
        if known is None:
            yield Problem(name, lines.get(field, 1), f"{field} is not a known field")
        elif not isinstance(value, known) and field in OPTIONAL:
            yield Problem(name, lines.get(field, 1), f"{field} is not a {known.__name__}")
    if given.get("kind") not in KINDS:
        yield Problem(name, lines.get("kind", 1), f"kind is none of {', '.join(KINDS)}")
    if given.get("substance", "") and given["substance"] not in SUBSTANCES:
        yield Problem(name, lines.get("substance", 1), f"unknown substance {given['substance']!r}")
    if given.get("kind") == "substance" and not given.get("substance"):
        yield Problem(name, lines.get("kind", 1), "a substance page needs a substance")


def problems_of(file: ArticleFile) -> list[Problem]:
    """Everything that makes a parsed file unfit to load."""
    found = [
        Problem(file.name, file.first_line + max(line, 1) - 1, reason)
        for line, reason in problems_in(file.fields["body"], file.page)
    ]
    if file.fields["topic"] not in TOPICS:
        found.append(
            Problem(file.name, 1, f"unknown topic {file.fields['topic']!r} (see articles/topics.py)")
        )
    return sorted(set(found))


def read_all(folder: Path = CONTENT) -> tuple[list[ArticleFile], list[Problem]]:
    """Every starter text in a folder, and every reason to refuse one."""
    files: list[ArticleFile] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/*.md")):
        try:
            files.append(read(path))
        except ValueError as error:
            problems += error.args
    for file in files:
        problems += problems_of(file)
    return files, sorted(problems)


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return str(value)


def to_text(fields: dict[str, Any]) -> str:
    """The file for an article's fields; reading it back gives the same fields."""
    names = [name for name in (*REQUIRED, *OPTIONAL) if name in REQUIRED or fields[name] != DEFAULTS[name]]
    front = "\n".join(f"{name} = {_toml(fields[name])}" for name in names)
    return f"+++\n{front}\n+++\n\n{fields['body'].strip()}\n"
