"""The A to Z: titles, and every name a substance goes by, each leading to its page."""

from collections.abc import Mapping
from itertools import groupby

from articles.models import Article
from articles.substances import SUBSTANCES

Entry = tuple[str, str, Article]  # name, what kind of name, page


def _entries(published: Mapping[str, Article]) -> list[Entry]:
    found: dict[tuple[str, str], Entry] = {}
    for article in published.values():
        found[article.title.lower(), article.path] = (article.title, "", article)
    for record in SUBSTANCES.values():
        article = published.get(f"{record.topic}/{record.slug}")
        kinds = [
            ("", (record.name,)),
            (f"brand of {record.name}", record.brands + record.former_brands),
            (f"name for {record.name}", record.street),
        ]
        for kind, words in kinds if article else []:
            for word in words:
                found.setdefault((word.lower(), article.path), (word[0].upper() + word[1:], kind, article))
    return sorted(found.values(), key=lambda entry: entry[0].lower())


def by_letter(published: Mapping[str, Article]) -> list[tuple[str, list[Entry]]]:
    """Entries under their first letter; digits come first under "0-9"."""
    letters = groupby(
        _entries(published), key=lambda entry: entry[0][0].upper() if entry[0][0].isalpha() else "0-9"
    )
    return [(letter, list(entries)) for letter, entries in letters]
