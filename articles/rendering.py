"""Markdown to HTML, once, on save: citations, containers, parts drawn from data, glossary links, sanitized."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import nh3
from django.utils.html import escape
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from articles.citations import Citations, citation_rule
from articles.glossary import TermLinks, term_rule
from articles.parts import Page, inline_fact, part

# name -> (CSS classes of the box, heading when the text gives none)
CONTAINERS = {
    "call-911": ("callout danger", "Call 911 now"),
    "call-today": ("callout urgent", "Call a clinician today"),
    "expected": ("callout expected", "Expected, and usually not dangerous"),
    "safety": ("callout safety", "Do not stop suddenly"),
    "note": ("callout note", "Good to know"),
    "checklist": ("callout checklist", "Checklist"),
}
SHORTCODE = re.compile(r"\{\{\s*([a-z][\w-]*)((?:\s+[\w./-]+)*)\s*\}\}")
TAGS = (nh3.ALLOWED_TAGS | {"section", "figure", "figcaption"}) - {"img"}
ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title", "class", "id"},
    "div": {"data-part", "role", "aria-label", "tabindex", "class", "id"},
    "ol": {"start"},
    "th": {"scope", "class"},
}
SCHEMES = {"https", "tel", "sms", "mailto"}


@dataclass(frozen=True)
class Block:
    """One paragraph, list item, table cell or heading as plain text. `line` counts from 1 in the Markdown."""

    kind: str
    text: str
    line: int
    cited: bool


@dataclass
class Rendered:
    """What a text becomes: sanitized HTML, headings for the contents list, and what the checks need."""

    html: str
    contents: list[tuple[str, str]]
    blocks: list[Block]
    citations: Citations
    terms: TermLinks
    problems: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @property
    def running_text(self) -> str:
        """Sentences only: without headings and table cells, which have no grade."""
        return "\n".join(block.text for block in self.blocks if block.kind in ("p", "item"))

    @property
    def questions(self) -> list[tuple[str, str]]:
        """Headings that are questions, each with the plain text up to the next heading (about 250 characters)."""
        pairs: list[tuple[str, list[str]]] = []
        for block in self.blocks:
            if block.kind in ("h2", "h3"):
                pairs.append((block.text, []))
            elif pairs and block.kind != "cell" and sum(map(len, pairs[-1][1])) < 250:
                pairs[-1][1].append(block.text)
        return [(heading, " ".join(parts)) for heading, parts in pairs if heading.endswith("?") and parts]


def _render_container(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict) -> str:
    token = tokens[index]
    if token.nesting < 0:
        return "</div>\n"
    name, _, title = token.info.strip().partition(" ")
    css, default = CONTAINERS[name]
    return f'<div class="{css}"><p class="callout-title">{escape(title.strip() or default)}</p>\n'


def _parse_part(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A shortcode alone on its line becomes a part drawn from data."""
    match = SHORTCODE.fullmatch(state.getLines(start, start + 1, state.blkIndent, False).strip())
    if not match:
        return False
    if not silent:
        token = state.push("part", "", 0)
        token.map, token.info = [start, start + 1], match[1]
        token.meta = {"args": match[2].split()}
        state.line = start + 1
    return True


def _render_part(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict) -> str:
    token = tokens[index]
    try:
        env["parts"].append(part(token.info, token.meta["args"], env["page"], env["citations"]))
    except ValueError as error:
        env["problems"].append(((token.map or [0])[0] + 1, str(error)))
        return ""
    return f'<div data-part="{len(env["parts"]) - 1}"></div>\n'


def _parse_fact(state: StateInline, silent: bool) -> bool:
    """A shortcode inside a sentence becomes a figure from the data."""
    match = SHORTCODE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("text", "", 0)
        try:
            token.content = inline_fact(match[1], match[2].split(), state.env["page"])
        except ValueError as error:
            state.env["problems"].append((0, f"{match[0]}: {error}"))
    state.pos = match.end()
    return True


def _open_heading(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict) -> str:
    """Headings get an anchor from their words; level 2 headings make the contents list."""
    token, title = tokens[index], plain(tokens[index + 1])
    anchor = base = slugify(title) or "section"
    while anchor in env["anchors"]:
        anchor = f"{base}-{len(env['anchors'])}"
    env["anchors"].add(anchor)
    if token.tag == "h2":
        env["contents"].append((anchor, title))
    return f'<{token.tag} id="{anchor}">'


def _open_table(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: dict) -> str:
    return '<div class="table-wrap" role="group" aria-label="Table" tabindex="0"><table class="plain">'


@cache
def parser() -> MarkdownIt:
    """The one Markdown parser of the site."""
    md = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
        ["table", "replacements", "smartquotes"]
    )
    for name in CONTAINERS:
        container_plugin(md, name, render=_render_container)
    md.block.ruler.before("paragraph", "part", _parse_part, {"alt": ["paragraph", "list", "blockquote"]})
    md.inline.ruler.before("link", "fact", _parse_fact)
    citation_rule(md)
    term_rule(md)
    md.disable(["image", "html_block", "html_inline"])
    for name, rule in (("part", _render_part), ("heading_open", _open_heading), ("table_open", _open_table)):
        md.add_render_rule(name, rule)
    md.add_render_rule("table_close", lambda *_: "</table></div>\n")
    md.add_render_rule("th_open", lambda *_: '<th scope="col">')
    return md


def plain(inline: Token) -> str:
    """The words of an inline token, without citation markers."""
    pieces = [" " if child.type == "softbreak" else child.content for child in inline.children or ()]
    return re.sub(r"\s+([.,;:?!])", r"\1", re.sub(r"\s+", " ", "".join(pieces))).strip()


def _blocks(tokens: Sequence[Token]) -> list[Block]:
    found, kinds = [], []
    for token in tokens:
        if token.nesting == 1:
            kinds.append(
                {"list_item_open": "item", "td_open": "cell", "th_open": "cell"}.get(token.type, token.tag)
            )
        elif token.nesting == -1:
            kinds.pop()
        elif token.type == "inline":
            kind = "item" if kinds[-1] == "p" and "item" in kinds else kinds[-1]
            cited = any(child.type == "citation" for child in token.children or ())
            found.append(Block(kind, plain(token), (token.map or [0])[0] + 1, cited))
    return [block for block in found if block.text]


def render(
    markdown: str, page: Page, citations: Citations | None = None, terms: TermLinks | None = None
) -> Rendered:
    """Render an article's Markdown. Mistakes are collected in `problems` as (line, reason), never raised."""
    env: dict[str, Any] = {
        "page": page, "citations": citations or Citations(), "terms": terms or TermLinks(),
        "parts": [], "contents": [], "anchors": set(), "problems": [],
    }  # fmt: skip
    tokens = parser().parse(markdown, env)
    html = nh3.clean(
        parser().renderer.render(tokens, parser().options, env),
        tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None,
    )  # fmt: skip
    html = re.sub(r'<div data-part="(\d+)"></div>', lambda match: env["parts"][int(match[1])], html)
    return Rendered(html, env["contents"], _blocks(tokens), env["citations"], env["terms"], env["problems"])
