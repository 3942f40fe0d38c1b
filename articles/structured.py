"""JSON-LD for search engines: medical page, questions, breadcrumb. Nothing here that the page does not show."""

import json
from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article

CONTEXT = "https://schema.org"
TEAM = {"@type": "Organization", "name": "The Handrail team"}
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def script(data: dict[str, Any]) -> SafeString:
    """A data block a browser never runs; <, > and & are escaped so that no text can end it."""
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  # nosec


def medical_page(article: Article, address: str) -> dict[str, Any]:
    """MedicalWebPage. `lastReviewed` and `reviewedBy` only while a sign-off holds."""
    page = {
        "@type": "MedicalWebPage",
        "url": address,
        "name": article.title,
        "description": article.summary,
        "inLanguage": "en-US",
        "datePublished": article.published.isoformat(),
        "dateModified": article.updated.isoformat(),
        "author": TEAM,
        "publisher": TEAM,
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
    }
    if article.review:
        page["lastReviewed"] = article.review.signed_on.isoformat()
        page["reviewedBy"] = {
            "@type": "Person",
            "name": article.review.reviewer,
            "honorificSuffix": article.review.credential,
            "url": article.review.profile,
        }
    return page


def questions(article: Article) -> dict[str, Any]:
    """FAQPage from the headings that are questions."""
    entries = [
        {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for question, answer in article.questions
    ]
    return {"@type": "FAQPage", "mainEntity": entries}


def breadcrumb(article: Article, absolute: Callable[[str], str]) -> dict[str, Any]:
    """BreadcrumbList from the library to the article."""
    steps = [
        ("Learn", reverse("articles:index")),
        (article.section.title, reverse("articles:topic", args=[article.topic])),
        (article.title, article.get_absolute_url()),
    ]
    entries = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
        for number, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def blocks(article: Article, absolute: Callable[[str], str]) -> SafeString:
    """All data blocks of an article page."""
    data = [medical_page(article, absolute(article.get_absolute_url())), breadcrumb(article, absolute)]
    if article.questions:
        data.append(questions(article))
    return SafeString("\n".join(script(entry) for entry in data))
