"""Glossary terms: read from content/glossary.toml, linked where an article first uses them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

GLOSSARY_FILE = Path(__file__).parent / "content" / "glossary.toml"


@dataclass(frozen=True)
class Term:
    """A word explained in a sentence or two; `sources` are keys of the bibliography."""

    term: str
    definition: str
    sources: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        return slugify(self.term)


def read_glossary(path: Path = GLOSSARY_FILE) -> dict[str, Term]:
    """Parse a glossary file (tables of `[[term]]` or `[key]`) into slug -> Term, in alphabetical order."""
    if not path.exists():
        return {}
    data = tomllib.loads(path.read_text())
    entries = data.get("term") if isinstance(data.get("term"), list) else data.values()
    terms = [
        Term(e["term"], e["definition"], tuple(e.get("sources", ())), tuple(e.get("aliases", ())))
        for e in entries or ()
    ]
    return {term.slug: term for term in sorted(terms, key=lambda term: term.term.lower())}


@cache
def all_terms() -> Mapping[str, Term]:
    """The site's glossary, read once per process."""
    return read_glossary()


@dataclass
class TermLinks:
    """Which terms an article has used so far; each is linked once."""

    terms: Mapping[str, Term] = field(default_factory=all_terms)
    used: dict[str, Term] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_word = {w.lower(): t for t in self.terms.values() for w in (t.term, *t.aliases)}
        words = "|".join(re.escape(word) for word in sorted(self._by_word, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE) if words else None

    def next_in(self, text: str, start: int = 0) -> re.Match | None:
        """The next term in the text that has not been linked yet."""
        for match in self._pattern.finditer(text, start) if self._pattern else ():
            if self._by_word[match[0].lower()].slug not in self.used:
                return match
        return None

    def use(self, word: str) -> Term:
        term = self._by_word[word.lower()]
        return self.used.setdefault(term.slug, term)


def _split(token: Token, links: TermLinks) -> list[Token]:
    """A text token cut into text and term tokens."""
    pieces, position = [], 0
    while match := links.next_in(token.content, position):
        if match.start() > position:
            pieces.append(
                Token("text", "", 0, content=token.content[position : match.start()], level=token.level)
            )
        term = links.use(match[0])
        pieces.append(Token("term", "", 0, content=match[0], meta={"slug": term.slug}, level=token.level))
        position = match.end()
    if position < len(token.content):
        pieces.append(Token("text", "", 0, content=token.content[position:], level=token.level))
    return pieces


def _link_inline(inline: Token, links: TermLinks) -> None:
    depth, children = 0, []
    for child in inline.children or ():
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        children += _split(child, links) if child.type == "text" and not depth else [child]
    inline.children = children


def _link_terms(state: StateCore) -> None:
    """Link first uses in running text: not in headings, tables or the emergency card."""
    links = state.env.get("terms")
    closed = 0
    for previous, token in zip([None, *state.tokens], state.tokens, strict=False):
        quiet = token.type in ("table_open", "table_close") or token.type.startswith("container_call-911_")
        closed += token.nesting if quiet else 0
        is_heading = previous is not None and previous.type == "heading_open"
        if links and token.type == "inline" and not closed and not is_heading:
            _link_inline(token, links)


def _render_term(renderer: object, tokens: list, index: int, options: object, env: dict) -> str:
    slug, word = tokens[index].meta["slug"], tokens[index].content
    return format_html('<a class="term" id="use-{}" href="#word-{}">{}</a>', slug, slug, word)


def term_rule(md: MarkdownIt) -> None:
    """Teach a Markdown parser to link glossary terms; the environment carries `terms`, a `TermLinks`."""
    md.core.ruler.push("term", _link_terms)
    md.add_render_rule("term", _render_term)
