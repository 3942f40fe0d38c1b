"""What waits for a person: proposals, likely pairs, doubtful points, problem reports."""

from django.conf import settings
from django.db import models

from facilities.models.facility import Facility
from facilities.models.imports import ImportBatch
from facilities.models.program import Program


class Proposal(models.Model):
    """An import disagrees with a field that staff own. The staff value stands until someone decides."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        ACCEPTED = "accepted", "Accepted"
        KEPT = "kept", "Ours kept"

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="proposals")
    program = models.ForeignKey(Program, models.CASCADE, null=True, blank=True, related_name="proposals")
    field = models.CharField(max_length=40)
    ours = models.TextField(blank=True)
    theirs = models.TextField(blank=True)
    batch = models.ForeignKey(ImportBatch, models.SET_NULL, null=True, related_name="proposals")
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    keep_until = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["status", "-created_at"]
        constraints = [
            models.UniqueConstraint(fields=["facility", "program", "field", "theirs"], name="proposal_once"),
            models.UniqueConstraint(  # null is never equal to null, so a facility's own fields need their own
                fields=["facility", "field", "theirs"],
                condition=models.Q(program=None),
                name="proposal_once_facility",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facility_id}.{self.field}: {self.theirs}"


class MatchDecision(models.Model):
    """Two entries that may be the same: `old` left the directory as `new` came in. Remembered for later imports."""

    class Verdict(models.TextChoices):
        OPEN = "open", "To decide"
        SAME = "same", "The same place"
        DIFFERENT = "differ", "Different places"

    old = models.ForeignKey(Program, models.CASCADE, related_name="+")
    new = models.ForeignKey(Program, models.CASCADE, related_name="+")
    score = models.FloatField(help_text="Likeness of names and address, 0 to 100.")
    why = models.CharField(max_length=200)
    verdict = models.CharField(max_length=6, choices=Verdict, default=Verdict.OPEN)
    batch = models.ForeignKey(ImportBatch, models.SET_NULL, null=True, related_name="match_decisions")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["verdict", "-score"]
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="matchdecision_pair")]

    def __str__(self) -> str:
        return f"{self.old_id} ~ {self.new_id} ({self.verdict})"


class QuarantinedPoint(models.Model):
    """A coordinate too far from its ZIP code to trust: listed for staff, not used."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="quarantined_points")
    latitude = models.FloatField()
    longitude = models.FloatField()
    source = models.CharField(max_length=60)
    km_from_zip = models.FloatField()
    row_number = models.PositiveIntegerField(null=True)
    resolved = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["resolved", "-km_from_zip"]
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "latitude", "longitude"], name="quarantinedpoint_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facility_id}: {self.km_from_zip:.0f} km"


class ProblemReport(models.Model):
    """A visitor says that a listing is wrong. No identity is asked for or kept."""

    class Kind(models.TextChoices):
        WRONG_NUMBER = "number", "The phone number is wrong"
        MOVED = "moved", "It moved"
        CLOSED = "closed", "It closed"
        NOT_OFFERED = "offer", "It does not offer what is listed"
        OTHER = "other", "Something else"

    class Status(models.TextChoices):
        NEW = "new", "New"
        CHECKING = "check", "Being checked"
        FIXED = "fixed", "Fixed"
        NO_CHANGE = "same", "Checked, no change needed"

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="problem_reports")
    kind = models.CharField(max_length=8, choices=Kind)
    details = models.TextField(max_length=1000, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.NEW)
    staff_notes = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["status", "created_at"], name="problemreport_status")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.facility_id})"
