"""What a person asked a place about, and how: the age of each fact, not only of the listing."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from facilities.models.facility import Facility
from facilities.models.program import Program

NO_ANSWER = "no answer"  # as a field: somebody tried, and reached nobody


class How(models.TextChoices):
    PHONE = "phone", "By phone"
    WEBSITE = "website", "On their website"
    FAX = "fax", "By fax"
    VISIT = "visit", "By a visit"


class FieldCheck(models.Model):
    """One fact of a place or of one of its programs was confirmed on a day. Rows are only added."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="field_checks")
    program = models.ForeignKey(Program, models.CASCADE, null=True, blank=True, related_name="field_checks")
    field = models.CharField(max_length=40)
    value = models.TextField(
        blank=True, help_text="What was confirmed: once it changes, nobody has confirmed it."
    )
    how = models.CharField(max_length=8, choices=How)
    checked_on = models.DateField(default=timezone.localdate)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-checked_on", "-id"]
        indexes = [models.Index(fields=["facility", "field"], name="fieldcheck_facility_field")]

    def __str__(self) -> str:
        return f"{self.facility_id}.{self.field}: {self.get_how_display()}, {self.checked_on}"
