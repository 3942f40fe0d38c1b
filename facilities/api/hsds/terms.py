"""Our service codes as an HSDS taxonomy: one term per code, under one term per category."""

from functools import cache
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from facilities.taxonomy.book import code_book
from facilities.taxonomy.definitions import definition
from facilities.taxonomy.wording import label

TAXONOMY_ID = uuid5(NAMESPACE_URL, "handrail:taxonomy:service-codes")
TAXONOMY = {
    "id": str(TAXONOMY_ID),
    "name": "SAMHSA treatment directory service codes",
    "description": "Codes of the national directories of substance use and mental health treatment, in visitor words.",
    "version": "2023",
}


def term_id(key: str) -> str:
    return str(uuid5(TAXONOMY_ID, key))


@cache
def terms() -> dict[str, dict[str, Any]]:
    """Every term by its id, categories first."""
    book = code_book().values()
    categories = {entry.category_code: entry.category_name for entry in book}
    found = [
        _term(f"category:{code}", code, name, f"Category of the directory: {name}.", None)
        for code, name in categories.items()
    ]
    for entry in book:
        means = definition(entry.code) or f"Official label: {entry.label}."
        found.append(
            _term(entry.code, entry.code, label(entry.code), means, f"category:{entry.category_code}")
        )
    return {term["id"]: term for term in found}


def _term(key: str, code: str, name: str, description: str, parent: str | None) -> dict[str, Any]:
    term = {
        "id": term_id(key), "code": code, "name": name, "description": description,
        "taxonomy": TAXONOMY["name"], "taxonomy_detail": TAXONOMY, "language": "en",
    }  # fmt: skip
    return term | ({"parent_id": term_id(parent)} if parent else {})


def code_of(term: UUID) -> str | None:
    """The service code of a term; None for a category or an unknown term."""
    found = terms().get(str(term), {})
    return found.get("code") if "parent_id" in found else None
