"""Search over the published articles: a tantivy index in memory, built again when the content changes.

A query is turned into words we know: everyday phrases are translated, unknown words are matched by their beginning or
corrected against the vocabulary. Nothing a visitor types is stored or logged.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from threading import Lock

import tantivy
from django.utils.html import escape
from django.utils.safestring import SafeString
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from tantivy import (
    Document,
    Filter,
    Index,
    Occur,
    Query,
    SchemaBuilder,
    SnippetGenerator,
    TextAnalyzerBuilder,
    Tokenizer,
)

from articles.models import Article
from articles.search_words import CRISIS, STOP_WORDS, SYNONYMS
from articles.substances import SUBSTANCES, Substance, on_page

WORD = re.compile(r"[a-z0-9][a-z0-9'-]*[a-z0-9]|[a-z0-9]")
BOOSTS = {"names": 6.0, "title": 5.0, "headings": 2.0, "summary": 2.0, "body": 1.0}
EXPANSION_BOOST = 0.6
NAME_BOOST = 12.0
LIMIT = 20
MAX_WORDS = 24
HEAP = 15_000_000
LONGEST_SNIPPET = 220
WEAK = 0.2  # hits with less than this share of the best score are noise


@dataclass(frozen=True)
class Hit:
    """One page found. `snippet` is HTML with the hit marked."""

    path: str
    topic: str
    title: str
    snippet: SafeString


@dataclass
class Answer:
    """What a search gives back. `corrected` maps typed words to the words searched for."""

    hits: list[Hit] = field(default_factory=list)
    corrected: dict[str, str] = field(default_factory=dict)
    is_crisis: bool = False
    searched: str = ""
    suggestions: list[str] = field(default_factory=list)


def words_of(text: str) -> list[str]:
    """Lower-case words of a text; an apostrophe does not matter."""
    return [word.replace("'", "") for word in WORD.findall(text.lower().replace("’", "'"))]


def names_of(article: Article) -> list[str]:
    """Every name the article's substances go by, and its own keywords."""
    names = list(article.keywords)
    for record in on_page(article.topic, article.slug):
        names += [
            record.name,
            record.title_name,
            *record.brands,
            *record.former_brands,
            *record.street,
            *record.keywords,
        ]
    return list(dict.fromkeys(names))


@cache
def proper_names() -> dict[str, str]:
    """Street names, usual misspellings and brands -> generic name and first brand; names shared by several are out."""
    owners: dict[str, list[Substance]] = {}
    for record in SUBSTANCES.values():
        for name in {*record.brands, *record.street, *record.keywords}:
            owners.setdefault(" ".join(words_of(name)), []).append(record)
    return {
        name: " ".join([records[0].name, *records[0].brands[:1]])
        for name, records in owners.items()
        if len(records) == 1
    }


class Library:
    """The index over one version of the content."""

    def __init__(self, articles: Iterable[Article]):
        self.analyzer = (
            TextAnalyzerBuilder(Tokenizer.simple())
            .filter(Filter.lowercase()).filter(Filter.ascii_fold()).filter(Filter.stemmer("english")).build()
        )  # fmt: skip
        builder = SchemaBuilder()
        for name in BOOSTS:
            builder.add_text_field(
                name, stored=name in ("title", "summary", "body"), tokenizer_name="english"
            )
        for name in ("path", "topic"):
            builder.add_text_field(name, stored=True, tokenizer_name="raw")
        self.schema = builder.build()
        self.index = Index(self.schema)
        self.index.register_tokenizer("english", self.analyzer)
        self.vocabulary: Counter[str] = Counter()
        self.names: set[str] = set()
        self._fill(articles)

    def _fill(self, articles: Iterable[Article]) -> None:
        writer = self.index.writer(HEAP, 1)
        for article in articles:
            names, headings = names_of(article), " . ".join(title for _, title in article.contents)
            texts = {
                "title": article.title,
                "summary": article.summary,
                "headings": headings,
                "body": article.text.replace("\n", " · "),
            }
            writer.add_document(
                Document(path=article.path, topic=article.topic, names=" . ".join(names), **texts)
            )
            self.names.update(word for name in names for word in words_of(name))
            self.vocabulary.update(words_of(" ".join([*names, *texts.values()])))
        proper = [word for phrase in proper_names() for word in phrase.split()]
        self.names.update(proper)
        self.vocabulary.update(proper)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    @cached_property
    def known(self) -> set[str]:
        return {*self.vocabulary, *STOP_WORDS, *(word for phrase in SYNONYMS for word in phrase.split())}

    @cached_property
    def _correctable(self) -> list[str]:
        return [word for word in self.vocabulary if len(word) >= 4]

    def correct(self, word: str) -> str:
        """The word itself if we know it, else one that begins with it, else the nearest, else the word."""
        if word in self.known or len(word) < 4 or word.isdigit():
            return word
        if begun := [name for name in self.names if name.startswith(word)]:
            return min(begun, key=len)
        near = self.nearest(word, 1 if len(word) < 6 else 2)
        return near[0] if near else word

    def nearest(self, word: str, distance: int) -> list[str]:
        """Known words within a number of typing mistakes: fewest first, then names, then common words."""
        found = process.extract(
            word, self._correctable, scorer=DamerauLevenshtein.distance, score_cutoff=distance, limit=None
        )
        near = [(steps, other not in self.names, -self.vocabulary[other], other) for other, steps, _ in found]
        return [other for _, _, _, other in sorted(near)]

    def search(self, typed: str, topic: str = "", exact: bool = False) -> Answer:
        """Up to 20 pages for what a visitor typed. Any text is a valid query."""
        answer = Answer(is_crisis=bool(CRISIS.search(typed)))
        raw = words_of(typed)[:MAX_WORDS]
        words = raw if exact else [self.correct(word) for word in raw]
        answer.corrected = {old: new for old, new in zip(raw, words, strict=True) if old != new}
        answer.searched = " ".join(words)
        query = self._query(words)
        if query is not None:
            answer.hits = self._hits(query, topic)
        if not answer.hits:
            near = [other for word in raw if len(word) >= 4 for other in self.nearest(word, 3)[:3]]
            answer.suggestions = list(dict.fromkeys(word for word in near if word in self.names))[:4]
        return answer

    def _query(self, words: list[str]) -> Query | None:
        phrase = f" {' '.join(words)} "
        known = {**proper_names(), **SYNONYMS}
        added = [known[name] for name in known if f" {name} " in phrase]
        telling = [word for word in words if word not in STOP_WORDS] or words
        parts = [(Occur.Should, part) for word in telling for part in self._word(word, 1.0)]
        parts += [
            (Occur.Should, p)
            for text in added
            for word in words_of(text)
            for p in self._word(word, EXPANSION_BOOST)
        ]
        stems = self.analyzer.analyze(" ".join(telling))
        if len(stems) > 1:
            name = Query.phrase_query(self.schema, "names", [*stems], slop=1)
            parts.append((Occur.Should, Query.boost_query(name, NAME_BOOST)))
        return Query.boolean_query(parts) if parts else None

    def _word(self, word: str, weight: float) -> Iterable[Query]:
        for stem in self.analyzer.analyze(word):
            fields = [
                Query.boost_query(Query.term_query(self.schema, name, stem), boost * weight)
                for name, boost in BOOSTS.items()
            ]
            yield Query.disjunction_max_query(fields, 0.2)

    def _hits(self, query: Query, topic: str) -> list[Hit]:
        searcher = self.index.searcher()
        narrowed = query
        if topic:
            only = Query.term_query(self.schema, "topic", topic)
            narrowed = Query.boolean_query([(Occur.Must, query), (Occur.Must, only)])
        marks = {
            name: SnippetGenerator.create(searcher, query, self.schema, name) for name in ("body", "summary")
        }
        marks["body"].set_max_num_chars(LONGEST_SNIPPET)
        marks["summary"].set_max_num_chars(2 * LONGEST_SNIPPET)
        found = searcher.search(narrowed, LIMIT).hits
        return [
            self._hit(searcher.doc(address), marks) for score, address in found if score >= WEAK * found[0][0]
        ]

    def _hit(self, document: Document, marks: dict[str, SnippetGenerator]) -> Hit:
        found = marked(marks["body"].snippet_from_doc(document)) or marked(
            marks["summary"].snippet_from_doc(document)
        )
        path, topic, title, summary = (
            str(document.get_first(name)) for name in ("path", "topic", "title", "summary")
        )
        return Hit(path, topic, title, found or SafeString(escape(summary)))


def marked(snippet: tantivy.Snippet) -> SafeString:
    """A snippet's text, escaped, with the found words in <mark>. Ranges are in bytes of UTF-8."""
    text, pieces, position = snippet.fragment().encode(), [], 0
    for found in snippet.highlighted():
        pieces += [
            escape(text[position : found.start].decode()),
            f"<mark>{escape(text[found.start : found.end].decode())}</mark>",
        ]
        position = found.end
    return SafeString("".join([*pieces, escape(text[position:].decode())]).replace("\n", " "))


_building = Lock()


@lru_cache(maxsize=1)
def _library_for(version: str) -> Library:
    return Library(Article.objects.published())


def library() -> Library:
    """The index for the content as it is now. One short query; the first call after a change builds it."""
    version = Article.objects.published().version()
    with _building:
        return _library_for(version)
