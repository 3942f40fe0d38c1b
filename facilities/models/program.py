"""Program: one directory entry at a place, with its phones and its service codes."""

import uuid
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThan
from simple_history.models import HistoricalRecords

from facilities.keys import phone_digits
from facilities.levels import LevelOfCare
from facilities.models.codes import ProgramCode, ServiceCode
from facilities.models.facility import Facility, Status
from facilities.taxonomy.crosswalk import level_bits, levels_of_bits, offered_levels, unstated_levels


class ProgramQuerySet(models.QuerySet):
    """Programs are public when they are listed; their facility decides about the place."""

    def listed(self) -> "ProgramQuerySet":
        return self.filter(status=Status.LISTED)

    def exportable(self) -> "ProgramQuerySet":
        """What open data may hold: listed at a listed place that is not an example."""
        return self.listed().filter(facility__status=Status.LISTED, facility__is_example=False)


class Program(models.Model):
    """One entry of one directory edition, kept by matching from edition to edition."""

    class Directory(models.TextChoices):
        SUBSTANCE_USE = "su", "Substance use treatment"
        MENTAL_HEALTH = "mh", "Mental health treatment"
        OPIOID_TREATMENT = "otp", "Opioid treatment programs"
        STATE_LICENSE = "lic", "State license list"
        OTHER = "other", "Other source"
        EXAMPLE = "example", "Example"

    Status = Status

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(Facility, models.CASCADE, related_name="programs")
    directory = models.CharField(max_length=8, choices=Directory)
    source = models.CharField(max_length=120, blank=True, help_text="The source's name in words.")
    edition = models.PositiveSmallIntegerField(help_text="Year of the newest edition this entry was seen in.")
    first_seen = models.PositiveSmallIntegerField(help_text="First edition it was seen in.")
    seen_on = models.DateField(null=True, blank=True, help_text="When a source without editions was read.")
    row_number = models.PositiveIntegerField(null=True, blank=True, help_text="Row in the source file.")
    source_id = models.CharField(
        max_length=80, blank=True, help_text="The source's own id, where it has one."
    )
    name1 = models.CharField("name", max_length=200)
    name2 = models.CharField("second name", max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    intake1 = models.CharField("intake phone", max_length=40, blank=True)
    intake2 = models.CharField("second intake phone", max_length=40, blank=True)
    intake1a = models.CharField("intake phone in letters", max_length=40, blank=True)
    intake2a = models.CharField("second intake phone in letters", max_length=40, blank=True)
    phone_digits = models.CharField(max_length=10, blank=True, editable=False, db_index=True)
    website = models.URLField(max_length=500, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.LISTED)
    codes_text = models.TextField(
        blank=True, help_text="All service codes, sorted; history shows what changed."
    )
    codes = models.ManyToManyField(ServiceCode, through=ProgramCode, related_name="programs")
    offered_levels = models.PositiveSmallIntegerField(default=0, editable=False)
    unstated_levels = models.PositiveSmallIntegerField(default=0, editable=False)
    raw = models.JSONField(default=dict, blank=True, help_text="The row as the source printed it.")
    row_hash = models.CharField(
        max_length=32,
        blank=True,
        editable=False,
        help_text="Of `raw` and the code that read it; empty: unknown.",
    )
    owned_fields = models.JSONField(default=dict, blank=True, help_text="Fields staff decided; see Facility.")
    updated_at = models.DateTimeField(auto_now=True)

    objects = ProgramQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["raw", "row_hash", "offered_levels", "unstated_levels", "phone_digits", "updated_at"]
    )

    class Meta:
        ordering = ["directory", "name1", "name2", "id"]
        indexes = [
            models.Index(fields=["directory", "status"], name="program_directory_status"),
        ]

    def __str__(self) -> str:
        return f"{self.name1} {self.name2}".strip()

    def save(self, *args, **kwargs) -> None:
        self.phone_digits = phone_digits(self.phone)
        super().save(*args, **kwargs)

    @property
    def code_set(self) -> frozenset[str]:
        return frozenset(self.codes_text.split())

    def set_codes(self, codes: Iterable[str]) -> None:
        """Write the code string and the levels derived from it; `write_codes` stores the pairs."""
        self.codes_text = " ".join(sorted(set(codes)))
        self.offered_levels = level_bits(offered_levels(self.code_set))
        self.unstated_levels = level_bits(unstated_levels(self.code_set))

    def write_codes(self) -> None:
        """Make the program's code pairs equal to its code string (one program; imports load pairs in bulk)."""
        self.program_codes.exclude(service_code__in=self.code_set).delete()
        ProgramCode.objects.bulk_create(
            [ProgramCode(program=self, service_code_id=code) for code in sorted(self.code_set)],
            ignore_conflicts=True,
        )

    def stated_levels(self) -> tuple[LevelOfCare, ...]:
        """Levels this program states, most intensive first."""
        return levels_of_bits(self.offered_levels)


def offers(levels: Iterable[LevelOfCare], or_unstated: bool = False) -> Q:
    """A Q over Program: it states any of these levels (or may offer one and did not say)."""
    bits = level_bits(levels)
    stated = Q(GreaterThan(F("offered_levels").bitand(bits), 0))
    return stated | Q(GreaterThan(F("unstated_levels").bitand(bits), 0)) if or_unstated else stated
