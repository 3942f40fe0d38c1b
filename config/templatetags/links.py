"""Links from one part of the site to another, so that no app has to import its neighbor."""

from urllib.parse import urlencode

from django import template
from django.urls import NoReverseMatch, reverse

register = template.Library()
Words = str | tuple[str, ...]  # one word, or several of which any will do


@register.simple_tag
def facilities_url(
    near: str = "", care: str = "", detox: Words = "", moud: Words = "", miles: str = ""
) -> str:
    """Address of a facility search. Only place and the filters that are not answers (docs/decisions.md)."""
    wanted = {"near": near, "miles": miles, "care": care, "detox": detox, "moud": moud}
    query = urlencode({name: value for name, value in wanted.items() if value}, doseq=True)
    return reverse("facilities:search") + (f"?{query}" if query else "")


@register.simple_tag
def article_url(topic: str, slug: str = "") -> str:
    """Address of an article, or of its topic; the library's front page if neither can be built."""
    try:
        return (
            reverse("articles:detail", args=[topic, slug])
            if slug
            else reverse("articles:topic", args=[topic])
        )
    except NoReverseMatch:
        return reverse("articles:index")
