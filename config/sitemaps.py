"""sitemap.xml: the fixed pages, published articles and real listings, each with the day it last changed."""

import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from articles.models import Article, ArticleQuerySet
from facilities.models import Facility
from facilities.models.facility_queryset import FacilityQuerySet

FIXED = (
    "home",
    "help_now",
    "about",
    "articles:index",
    "articles:glossary",
    "finder:start",
    "facilities:search",
)


class FixedPages(Sitemap):
    def items(self) -> tuple[str, ...]:
        return FIXED

    def location(self, item: str) -> str:
        return reverse(item)


class Articles(Sitemap):
    def items(self) -> ArticleQuerySet:
        return Article.objects.published().newest_first().without_text()

    def lastmod(self, item: Article) -> datetime.date:
        return item.updated


class Listings(Sitemap):
    """Real listings only: an example has no business in a search engine."""

    limit = 5000

    def items(self) -> FacilityQuerySet:
        return (
            Facility.objects.listed()
            .exclude(is_example=True)
            .order_by("pk")
            .only("public_id", "name", "city", "state")
        )


SITEMAPS = {"pages": FixedPages, "articles": Articles, "facilities": Listings}
