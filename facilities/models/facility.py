"""Organization and Facility: who runs a place, and where it is."""

import uuid
from functools import lru_cache

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Cos, Radians, Sin
from django.urls import reverse
from django.utils.text import slugify
from simple_history.models import HistoricalRecords

from facilities.keys import place_key, search_text
from facilities.models.facility_queryset import FacilityQuerySet


class Status(models.TextChoices):
    """Never deleted: a place leaves the public pages by one of the last two."""

    LISTED = "listed", "Listed"
    RETIRED = "retired", "Retired (not in the newest edition, or closed)"
    HIDDEN = "hidden", "Hidden by staff"


class Organization(models.Model):
    """Who runs places. The directories name it but give no id: one row per exact name in a state."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=220, unique=True, editable=False)
    website = models.URLField(blank=True)
    is_example = models.BooleanField(default=False, editable=False)
    history = HistoricalRecords(excluded_fields=["name_key"])

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Facility(models.Model):
    """One place: an address and a point with its source. What it offers is stated by its programs."""

    class PointQuality(models.TextChoices):
        NONE = "", "No point"
        ZIP = "zip", "Approximate: middle of the ZIP code"
        ADDRESS = "address", "Street address"
        STAFF = "staff", "Set by staff"

    Status = Status

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organization = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="facilities"
    )
    name = models.CharField(max_length=200)
    name2 = models.CharField("second name", max_length=200, blank=True)
    street1 = models.CharField("street", max_length=200, blank=True)
    street2 = models.CharField("suite or unit", max_length=200, blank=True)
    city = models.CharField(max_length=100)
    state = models.CharField(max_length=2, db_index=True)
    zip = models.CharField("ZIP", max_length=5, db_index=True)
    address_withheld = models.BooleanField(
        default=False, help_text="Street not published: show the city only, no pin."
    )
    website = models.URLField(max_length=500, blank=True)

    latitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    point_source = models.CharField(max_length=60, blank=True)
    point_quality = models.CharField(max_length=8, choices=PointQuality, blank=True)
    # The point as a vector of length 1: distance is then plain arithmetic, true at the poles and the 180th meridian.
    unit_x = models.GeneratedField(
        expression=Cos(Radians("latitude")) * Cos(Radians("longitude")),
        output_field=models.FloatField(null=True), db_persist=True,
    )  # fmt: skip
    unit_y = models.GeneratedField(
        expression=Cos(Radians("latitude")) * Sin(Radians("longitude")),
        output_field=models.FloatField(null=True), db_persist=True,
    )  # fmt: skip
    unit_z = models.GeneratedField(
        expression=Sin(Radians("latitude")), output_field=models.FloatField(null=True), db_persist=True
    )

    status = models.CharField(max_length=8, choices=Status, default=Status.LISTED)
    is_example = models.BooleanField(default=False, editable=False)
    last_seen_edition = models.PositiveSmallIntegerField(null=True, blank=True)
    last_verified_on = models.DateField(null=True, blank=True)
    last_verified_how = models.CharField(max_length=40, blank=True, help_text="Phone, website, fax, visit.")
    staff_notes = models.TextField(blank=True, help_text="For staff only.")
    owned_fields = models.JSONField(
        default=dict,
        blank=True,
        help_text="Fields staff decided: an import proposes, the staff value stands.",
    )
    place_key = models.CharField(max_length=420, db_index=True, editable=False, default="")
    search_text = models.CharField(max_length=900, editable=False, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = FacilityQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["unit_x", "unit_y", "unit_z", "place_key", "search_text", "updated_at"]
    )

    class Meta:
        verbose_name_plural = "facilities"
        ordering = ["name", "name2", "id"]
        indexes = [
            models.Index(fields=["status", "latitude", "longitude"], name="facility_status_point"),
            models.Index(fields=["status", "state"], name="facility_status_state"),
            models.Index(fields=["last_verified_on"], name="facility_last_verified"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.city} {self.state}"

    def save(self, *args, **kwargs) -> None:
        self.refresh_keys()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return _address(self.public_id, self.slug)

    def derived_keys(self) -> dict[str, str]:
        """The derived columns used for search and matching."""
        words = (self.name, self.name2, self.street1, self.city, self.state, self.zip)
        return {
            "place_key": place_key(self.name, self.street1, self.zip),
            "search_text": search_text(*words),
        }

    def refresh_keys(self) -> None:
        """Set the derived columns; a bulk write calls this itself."""
        for name, value in self.derived_keys().items():
            setattr(self, name, value)

    @property
    def slug(self) -> str:
        return slugify(f"{self.name} {self.city} {self.state}")[:80] or "place"

    @property
    def address_line(self) -> str:
        """On one line; the street and the ZIP only where they are published."""
        if self.address_withheld:
            return f"Street address not published · {self.city}, {self.state}"
        parts = (self.street1, self.street2, self.city, f"{self.state} {self.zip}")
        return ", ".join(filter(None, parts))

    @property
    def has_pin(self) -> bool:
        """False for withheld addresses even where a ZIP point is used to rank by distance."""
        return self.latitude is not None and not self.address_withheld

    def own(self, field: str, by: str, on: str) -> None:
        """Remember that staff decided this field (an ISO date and a user name); imports then only propose."""
        self.owned_fields = {**self.owned_fields, field: {"by": by, "on": on}}


@lru_cache(maxsize=50_000)
def _address(public_id: uuid.UUID, slug: str) -> str:
    """Remembered: twenty of them took a tenth of a search."""
    return reverse("facilities:detail", args=[public_id, slug])


class RemovedExample(models.Model):
    """The address of an example listing removed by the first real import: it answers 410."""

    public_id = models.UUIDField(unique=True)
    removed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.public_id)


class MergedFacility(models.Model):
    """The address of a facility merged into another: it redirects."""

    public_id = models.UUIDField(unique=True)
    facility = models.ForeignKey(Facility, models.CASCADE, related_name="merged_from")
    merged_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.public_id} -> {self.facility_id}"
