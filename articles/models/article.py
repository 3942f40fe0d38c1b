"""An article: Markdown and its HTML side by side, and every question a page asks about it."""

import datetime
import hashlib
import json
import math
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.timezone import localdate, now
from simple_history.models import HistoricalRecords

from articles import wording
from articles.citations import Source, all_sources
from articles.parts import Page
from articles.rendering import Rendered, render
from articles.substances import SUBSTANCES, Substance, Window, window_for
from articles.topics import TOPICS, Topic

if TYPE_CHECKING:
    from articles.models.review import SignOff

WORDS_A_MINUTE = 220
SOURCE_FIELDS = (
    "topic", "slug", "title", "summary", "kind", "substance", "level", "order", "related", "keywords", "change_log",
    "published", "updated", "review_due", "body",
)  # fmt: skip
DRAWN_FIELDS = ("html", "notes_html", "contents", "questions", "claims", "text", "words", "grade")


def fingerprint(value: Any) -> str:
    """SHA-256 of any plain value, as 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


class Kind(models.TextChoices):
    SUBSTANCE = "substance", "Substance"
    CARE = "care", "Care"
    PEOPLE = "people", "People"
    RIGHTS = "rights", "Rights and money"
    REFERENCE = "reference", "Reference"


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> "ArticleQuerySet":
        """The one door to public pages."""
        return self.filter(status=Status.PUBLISHED)

    def in_topic(self, topic: str) -> "ArticleQuerySet":
        return self.filter(topic=topic)

    def named(self, paths: Iterable[str]) -> "ArticleQuerySet":
        """Articles by "topic/slug"; names that do not exist are left out."""
        return self.filter(_any_of(path.split("/", 1) for path in paths if "/" in path))

    def in_reading_order(self) -> "ArticleQuerySet":
        return self.order_by("order", "title")

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-updated", "title")

    def with_sign_offs(self) -> "ArticleQuerySet":
        return self.prefetch_related("sign_offs")

    def version(self) -> str:
        """Changes whenever any of these articles changes."""
        facts = self.aggregate(count=models.Count("pk"), newest=models.Max("saved_at"))
        return f"{facts['count']}-{facts['newest']}"

    def without_text(self) -> "ArticleQuerySet":
        """Only what lists show."""
        return self.only("topic", "slug", "title", "summary", "kind", "order", "updated", "substance")


def _any_of(pairs: Iterable[list[str]]) -> Q:
    wanted = Q(pk__in=[])
    for topic, slug in pairs:
        wanted |= Q(topic=topic, slug=slug)
    return wanted


class Article(models.Model):
    """One page of the library. Markdown and its HTML stand side by side; saving draws the HTML."""

    topic = models.CharField(max_length=40, choices=[(topic.slug, topic.title) for topic in TOPICS.values()])
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    summary = models.TextField(max_length=320, help_text="One or two sentences. Also the search snippet.")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    substance = models.CharField(
        max_length=40, blank=True, choices=[(key, record.title_name) for key, record in SUBSTANCES.items()]
    )
    level = models.CharField("level of care", max_length=20, blank=True)
    order = models.PositiveSmallIntegerField(default=100)
    related = models.JSONField(
        default=list, blank=True, help_text='Names of pages: ["care/iop", "people/family"].'
    )
    keywords = models.JSONField(default=list, blank=True, help_text="Other words people search for.")
    change_log = models.JSONField(
        default=list, blank=True, help_text='[{"date": "2026-11-24", "note": "..."}]'
    )
    published = models.DateField(default=localdate)
    updated = models.DateField(default=localdate)
    review_due = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT)
    body = models.TextField(help_text="Markdown. Cite with [@key]; see the list of sources below.")

    html = models.TextField(editable=False, default="")
    notes_html = models.TextField(editable=False, default="")
    contents = models.JSONField(editable=False, default=list)
    questions = models.JSONField(editable=False, default=list)
    claims = models.JSONField(editable=False, default=list)
    text = models.TextField(editable=False, default="")
    words = models.PositiveIntegerField(editable=False, default=0)
    grade = models.FloatField(editable=False, null=True)
    loaded_hash = models.CharField(max_length=64, editable=False, default="")
    saved_at = models.DateTimeField(auto_now=True)

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=[*DRAWN_FIELDS, "loaded_hash", "saved_at"])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "slug"], name="one_article_per_address")]
        indexes = [models.Index(fields=["status", "saved_at"], name="version_of_the_library")]
        permissions = [("sign_article", "Can sign an article as a clinical reviewer")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.draw()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:detail", args=[self.topic, self.slug])

    def save_drawn(self) -> None:
        """Write the drawn fields only, without a history entry: nobody changed the text."""
        type(self).objects.filter(pk=self.pk).update(
            saved_at=now(), **{name: getattr(self, name) for name in DRAWN_FIELDS}
        )

    def render(self) -> Rendered:
        """Render the Markdown as it stands, saved or not."""
        return render(self.body, self.page)

    def draw(self) -> bool:
        """Fill the drawn fields from the text and today's data. True if anything changed."""
        before = [getattr(self, name) for name in DRAWN_FIELDS]
        made = self.render()
        self.html, self.text = made.html, made.text
        self.notes_html = render_to_string(
            "articles/_notes.html", {"citations": made.citations, "terms": made.terms}
        )
        self.contents, self.questions = (
            [list(pair) for pair in made.contents],
            [list(pair) for pair in made.questions],
        )
        self.claims = made.citations.groups
        self.words, self.grade = len(self.text.split()), wording.grade(made.running_text)
        return before != [getattr(self, name) for name in DRAWN_FIELDS]

    @property
    def page(self) -> Page:
        return Page(self.topic, self.slug, self.substance_record, self.level)

    @property
    def path(self) -> str:
        """The name other articles use for it."""
        return f"{self.topic}/{self.slug}"

    @property
    def section(self) -> Topic:
        return TOPICS[self.topic]

    @property
    def substance_record(self) -> Substance | None:
        return SUBSTANCES.get(self.substance)

    @property
    def window(self) -> Window | None:
        return window_for(self.substance_record) if self.substance_record else None

    @property
    def opening_html(self) -> str:
        """What stands before the first heading: emergency card, safety box, substance box."""
        return self.html[: self._first_heading]

    @property
    def rest_html(self) -> str:
        return self.html[self._first_heading :]

    @property
    def _first_heading(self) -> int:
        return max(self.html.find("<h2"), 0)

    @property
    def minutes(self) -> int:
        """Reading time."""
        return max(1, math.ceil(self.words / WORDS_A_MINUTE))

    @property
    def content_hash(self) -> str:
        """Fingerprint of what a file or an editor wrote; tells staff edits from files."""
        return fingerprint({name: getattr(self, name) for name in SOURCE_FIELDS})

    @property
    def edited_by_staff(self) -> bool:
        return self.content_hash != self.loaded_hash

    @property
    def reading_hash(self) -> str:
        """Fingerprint of every word a reviewer reads: text, figures drawn from data, and the list of sources."""
        words = " ".join(strip_tags(f"{self.title} {self.summary} {self.html} {self.notes_html}").split())
        return fingerprint([words, repr(self.window), repr(self.substance_record)])

    @property
    def source_count(self) -> int:
        return len({key for group in self.claims for key in group})

    def unsupported_claims(self, today: datetime.date) -> list[list[str]]:
        """Claims whose every source is superseded, past its check date or gone."""
        return [group for group in self.claims if all(_is_stale(key, today) for key in group)]

    def stale_sources(self, today: datetime.date) -> list[Source]:
        """Cited sources that are superseded or past their check date."""
        cited = dict.fromkeys(key for group in self.claims for key in group)
        return [all_sources()[key] for key in cited if key in all_sources() and _is_stale(key, today)]

    @cached_property
    def review(self) -> "SignOff | None":
        """The sign-off that holds today, if any: same text, not past due, every claim still supported."""
        today = localdate()
        held = [sign_off for sign_off in self.sign_offs.all() if sign_off.holds(today)]
        return (
            max(held, key=lambda sign_off: sign_off.signed_on)
            if held and not self.unsupported_claims(today)
            else None
        )

    def waits_for(self, today: datetime.date) -> list[str]:
        """What staff must do about this page, in words; empty when all is well."""
        reasons = []
        if self.status == Status.IN_REVIEW:
            reasons.append("waits to be published")
        if self.status != Status.DRAFT and not self.review:
            reasons.append(self._why_unreviewed(today))
        if self.review_due < today:
            reasons.append("its check date has passed")
        stale = [source.key for source in self.stale_sources(today)]
        if stale:
            reasons.append(f"out-of-date source: {', '.join(stale)}")
        return reasons

    def _why_unreviewed(self, today: datetime.date) -> str:
        sign_offs = list(self.sign_offs.all())
        if not sign_offs:
            return "no clinician has signed it"
        if any(sign_off.text_hash == self.reading_hash for sign_off in sign_offs):
            return (
                "a claim has lost its only source"
                if self.unsupported_claims(today)
                else "its next review is past due"
            )
        return "it has changed since it was signed"


def _is_stale(key: str, today: datetime.date) -> bool:
    source = all_sources().get(key)
    return source is None or source.is_stale(today)
