"""Atom feeds: the whole library, and each topic."""

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import make_aware

from articles.models import Article, ArticleQuerySet
from articles.topics import TOPICS, Topic

NEWEST = 30


class LibraryFeed(Feed):
    """The most recently updated articles."""

    feed_type = Atom1Feed
    subtitle = "New and updated pages about withdrawal, treatment and recovery."
    author_name = "The Handrail team"

    def title(self, obj: Topic | None) -> str:
        return f"Handrail library: {obj.title}" if obj else "Handrail library"

    def link(self, obj: Topic | None) -> str:
        return reverse("articles:topic", args=[obj.slug]) if obj else reverse("articles:index")

    def items(self, obj: Topic | None) -> ArticleQuerySet:
        return Article.objects.published().newest_first()[:NEWEST]

    def item_title(self, item: Article) -> str:
        return item.title

    def item_description(self, item: Article) -> str:
        return item.summary

    def item_pubdate(self, item: Article) -> datetime:
        return make_aware(datetime.combine(item.published, time(12)))

    def item_updateddate(self, item: Article) -> datetime:
        return make_aware(datetime.combine(item.updated, time(12)))


class TopicFeed(LibraryFeed):
    """The most recently updated articles of one topic."""

    def get_object(self, request: HttpRequest, *args: Any, topic: str, **kwargs: Any) -> Topic:
        if topic not in TOPICS:
            raise Http404
        return TOPICS[topic]

    def items(self, obj: Topic | None) -> ArticleQuerySet:
        return Article.objects.published().in_topic(obj.slug if obj else "").newest_first()[:NEWEST]
