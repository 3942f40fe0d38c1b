"""What belongs to the site as a whole: banners that a second person has read, and the history of staff accounts."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords


class AnnouncementQuerySet(models.QuerySet["Announcement"]):
    def approved(self) -> "AnnouncementQuerySet":
        return self.filter(approved_by__isnull=False)

    def showing(self, now: Any) -> "AnnouncementQuerySet":
        return self.approved().filter(starts_at__lte=now, ends_at__gt=now).order_by("-urgency", "starts_at")

    def waiting(self, now: Any) -> "AnnouncementQuerySet":
        """Not approved and not over: someone else has to read them."""
        return self.filter(approved_by__isnull=True, ends_at__gt=now)


class Announcement(models.Model):
    """Shown from start to end once someone other than its author approved this exact text."""

    class Urgency(models.IntegerChoices):
        NOTE = 1, "Note (an outage, a change on the site)"
        URGENT = 2, "Urgent (a danger in the drug supply)"

    text = models.TextField(
        validators=[MaxLengthValidator(400)], help_text="One to three plain sentences, at most 400 letters."
    )
    link = models.CharField(
        max_length=200, blank=True, help_text="A page of this site, such as /articles/opioids/."
    )
    link_text = models.CharField(max_length=60, blank=True)
    urgency = models.PositiveSmallIntegerField(choices=Urgency, default=Urgency.NOTE)
    starts_at = models.DateTimeField("starts", default=timezone.now)
    ends_at = models.DateTimeField("ends")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = AnnouncementQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-starts_at"]
        permissions = [("publish_announcement", "Can publish announcement")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("author")),
                name="announcement_second_person",
                violation_error_message="Someone else has to approve it.",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def clean(self) -> None:
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": "It must end after it starts."})
        if self.link and (not self.link.startswith("/") or self.link.startswith("//")):
            raise ValidationError({"link": "Give a page of this site, starting with one slash."})
        if self.link and not self.link_text:
            raise ValidationError({"link_text": "Say in words where the link leads."})

    def edited_by(self, user: Any) -> None:
        """A changed text is a new text: it belongs to who changed it, and waits again. The caller saves."""
        self.author, self.approved_by, self.approved_at = user, None, None

    def approve(self, user: Any) -> None:
        """Raises ValidationError for the author. The caller saves."""
        if user.pk == self.author_id:
            raise ValidationError("You wrote it, so someone else has to approve it.")
        self.approved_by, self.approved_at = user, timezone.now()


class AccountChange(models.Model):
    """One fact about a staff account that changed: who did it, when, before, after and why. Rows are only added."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="account_changes")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="None: the command line.",
    )
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=60)
    field = models.CharField(max_length=40, blank=True)
    before = models.CharField(max_length=300, blank=True)
    after = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="accountchange_at")]
        default_permissions = ()  # nobody edits it; the audit log shows it

    def __str__(self) -> str:
        return f"{self.person}: {self.what} {self.field}".strip()

    @property
    def who(self) -> str:
        return self.by.get_username() if self.by else "command line"

    @staticmethod
    def record(
        person: Any, by: Any, what: str, why: str = "", changes: Iterable[tuple[str, str, str]] = ()
    ) -> None:
        """Add a row for each (field, before, after), or one without. Call inside the transaction of the change."""
        said: dict[str, Any] = {
            "person": person,
            "by": by,
            "at": timezone.now(),
            "what": what,
            "why": why[:100],
        }
        AccountChange.objects.bulk_create(
            AccountChange(field=field, before=before[:300], after=after[:300], **said)
            for field, before, after in changes or [("", "", "")]
        )
