"""Points for ZIP codes and cities, loaded from facilities/data/."""

from django.db import models


class Place(models.Model):
    """A ZIP code or a city with its point (degrees, WGS 84). A city has no ZIP; a ZIP has the name of its city."""

    class Kind(models.TextChoices):
        ZIP = "zip", "ZIP code"
        CITY = "city", "City"

    kind = models.CharField(max_length=4, choices=Kind)
    zip = models.CharField(max_length=5, blank=True)
    name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120, help_text="Comparable name: place_names.place_key.")
    state = models.CharField(max_length=2)
    county = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    population = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=20)

    class Meta:
        ordering = ["-population", "name", "state", "zip"]
        constraints = [
            models.UniqueConstraint(
                fields=["zip"], condition=models.Q(kind="zip"), name="place_one_row_per_zip"
            ),
        ]
        indexes = [
            models.Index(fields=["zip"], name="place_zip"),
            models.Index(fields=["name_key", "state"], name="place_name_state"),
            models.Index(fields=["state", "kind"], name="place_state_kind"),
            models.Index(fields=["kind", "latitude", "longitude"], name="place_point"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.state} {self.zip}".strip()
