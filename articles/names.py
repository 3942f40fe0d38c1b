"""The A to Z: titles, and every name a substance goes by, each leading to its page."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from articles.models import Article
from articles.substances import SUBSTANCES, Substance

Entry = tuple[str, str, Article]  # name, what kind of name, page


def _names(record: Substance) -> Iterable[tuple[str, str]]:
    """(name, what kind of name it is) for a substance."""
    yield record.name, ""
    for brand in (*record.brands, *record.former_brands):
        yield brand, f"brand of {record.name}"
    for name in record.street:
        yield name, f"name for {record.name}"


def _entries(published: Mapping[str, Article]) -> list[Entry]:
    found: dict[tuple[str, str], Entry] = {}
    for article in published.values():
        found[article.title.lower(), article.path] = (article.title, "", article)
    for record in SUBSTANCES.values():
        if page := published.get(f"{record.topic}/{record.slug}"):
            for name, kind in _names(record):
                found.setdefault((name.lower(), page.path), (name[0].upper() + name[1:], kind, page))
    return sorted(found.values(), key=lambda entry: entry[0].lower())


def by_letter(published: Mapping[str, Article]) -> list[tuple[str, list[Entry]]]:
    """Entries under their first letter; digits come first under "0-9"."""
    letters = groupby(
        _entries(published), key=lambda entry: entry[0][0].upper() if entry[0][0].isalpha() else "0-9"
    )
    return [(letter, list(entries)) for letter, entries in letters]
