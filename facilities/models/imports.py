"""What was imported, when, from where, and what it changed: enough to report it and to undo it."""

from django.conf import settings
from django.db import models
from django.db.models import F


class ImportBatch(models.Model):
    """One run of an import. `before` holds, per table, the ids created and the former values of rows changed."""

    class Status(models.TextChoices):
        READING = "reading", "Being read"
        PREVIEWED = "preview", "Previewed"
        APPLYING = "applying", "Being applied"
        APPLIED = "applied", "Applied"
        FAILED = "failed", "Failed, nothing changed"
        UNDONE = "undone", "Undone"

    source_name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    file_format = models.CharField(max_length=40)
    directory = models.CharField(max_length=8)
    edition = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=Status)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(auto_now_add=True)
    counts = models.JSONField(default=dict)
    report = models.JSONField(
        default=dict, help_text="Refused rows with row, column and reason; how rows were matched."
    )
    before = models.JSONField(default=dict, help_text="Former values, for undo.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "import batches"
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.source_name} ({self.get_status_display()})"

    def fail(self, why: str) -> None:
        """Say on its page what went wrong. An import writes everything or nothing, so nothing has changed."""
        self.status, self.report = self.Status.FAILED, {**self.report, "error": f"{why} Nothing was changed."}
        self.save(update_fields=["status", "report"])

    @property
    def in_progress(self) -> bool:
        return self.status in {self.Status.READING, self.Status.APPLYING}


class DataVersion(models.Model):
    """One row. It counts up whenever listings change, so that every process knows to refresh what it remembers."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def bump(cls) -> None:
        """Call inside the transaction that changes listings."""
        from django.utils import timezone

        if not cls.objects.filter(pk=1).update(number=F("number") + 1, changed_at=timezone.now()):
            cls.objects.create(pk=1, number=1)
