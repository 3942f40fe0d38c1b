"""Citations: sources by key, numbers in order of first use, grouped markers with links back."""

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

SOURCES_FILE = Path(__file__).parent / "content" / "sources.toml"
MARKER = re.compile(r"\[(@[\w.-]+(?:\s*;\s*@[\w.-]+)*)\]")
VERIFIED = {"V": "read in the source itself", "V2": "read second-hand"}


@dataclass(frozen=True)
class Source:
    """One entry of the bibliography. `n` is its number in the clinical bibliography."""

    key: str
    n: int
    title: str
    authors: str = ""
    publisher: str = ""
    journal: str = ""
    year: int | None = None
    date: datetime.date | str = ""
    url: str = ""
    doi: str = ""
    verified: str = "V"
    accessed: datetime.date | None = None
    supports: str = ""
    check_by: datetime.date | None = None
    superseded_by: str = ""

    @property
    def link(self) -> str:
        """Where to read it: the DOI where there is one, else the address, else nothing."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def published_in(self) -> str:
        """Journal or publisher, then the year: "JAMA, 2013"."""
        when = str(self.year or "")
        place = self.journal or (self.publisher if self.publisher != self.authors else "")
        return ", ".join(part for part in (place, when) if part)

    @property
    def short(self) -> str:
        """Author, title and year on one line, for a hover title."""
        return (
            ". ".join(part.rstrip(".") for part in (self.authors, self.title, self.published_in) if part)
            + "."
        )

    def is_stale(self, today: datetime.date) -> bool:
        """Superseded, or past its check date: no longer enough to carry a claim alone."""
        return bool(self.superseded_by) or (self.check_by is not None and self.check_by < today)


def read_sources(path: Path = SOURCES_FILE) -> dict[str, Source]:
    """Parse a sources file. Raises ValueError naming the entry and the reason."""
    known = {f.name for f in fields(Source)} - {"key"}
    sources = {}
    for key, entry in tomllib.loads(path.read_text()).items():
        if extra := set(entry) - known:
            raise ValueError(f"{path.name}: [{key}] has unknown fields: {', '.join(sorted(extra))}")
        if not entry.get("title") or not entry.get("n"):
            raise ValueError(f"{path.name}: [{key}] needs at least a title and n")
        if entry.get("verified", "V") not in VERIFIED:
            raise ValueError(f"{path.name}: [{key}] is not verified (V or V2); leave it out or confirm it")
        sources[key] = Source(key=key, **entry)
    return sources


@cache
def all_sources() -> Mapping[str, Source]:
    """The site's bibliography, read once per process."""
    return read_sources()


def cited_keys(text: str) -> list[tuple[int, str]]:
    """(line number from 1, key) of every citation in a Markdown text."""
    return [
        (number, key.strip().removeprefix("@"))
        for number, line in enumerate(text.splitlines(), start=1)
        for group in MARKER.findall(line)
        for key in group.split(";")
    ]


@dataclass
class Reference:
    """A cited source, its number on this page and how often the text points to it."""

    number: int
    source: Source
    uses: int = 0

    @property
    def back_links(self) -> list[tuple[str, str]]:
        """(anchor, letter) of each place in the text that cites this source."""
        return [
            (f"cite-{self.number}-{use}", chr(96 + (use - 1) % 26 + 1)) for use in range(1, self.uses + 1)
        ]


@dataclass
class Citations:
    """Numbers sources in order of first use and remembers which groups stood behind which claim."""

    sources: Mapping[str, Source] = field(default_factory=all_sources)
    references: dict[str, Reference] = field(default_factory=dict)
    groups: list[list[str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def cite(self, keys: list[str]) -> SafeString:
        """The marker for one claim, numbers ascending: "[2, 4, 5]". Unknown keys are noted and left out."""
        known = [key for key in dict.fromkeys(keys) if self._is_known(key)]
        if not known:
            return SafeString("")
        self.groups.append(known)
        cited = sorted((self._use(key) for key in known), key=lambda reference: reference.number)
        links = format_html_join(
            ", ",
            '<a id="cite-{}-{}" href="#ref-{}" title="{}">{}</a>',
            ((ref.number, ref.uses, ref.number, ref.source.short, ref.number) for ref in cited),
        )
        label = "Source" if len(cited) == 1 else "Sources"
        return format_html(
            '<sup class="marker"><span class="visually-hidden">{} </span>[{}]</sup>', label, links
        )

    def _is_known(self, key: str) -> bool:
        if key not in self.sources:
            self.unknown.append(key)
        return key in self.sources

    def _use(self, key: str) -> Reference:
        number = len(self.references) + 1
        reference = self.references.setdefault(key, Reference(number, self.sources[key]))
        reference.uses += 1
        return reference


def _parse_citation(state: StateInline, silent: bool) -> bool:
    match = MARKER.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")  # the marker hugs its word and never starts a line alone
        token = state.push("citation", "", 0)
        token.meta = {"keys": [key.strip().removeprefix("@") for key in match[1].split(";")]}
    state.pos = match.end()
    return True


def _render_citation(renderer: object, tokens: list, index: int, options: object, env: dict) -> str:
    return env["citations"].cite(tokens[index].meta["keys"])


def citation_rule(md: MarkdownIt) -> None:
    """Teach a Markdown parser `[@key]` and `[@a; @b]`; the render environment carries a `Citations`."""
    md.inline.ruler.before("link", "citation", _parse_citation)
    md.add_render_rule("citation", _render_citation)
