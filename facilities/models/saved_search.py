"""A question one staff member asks the list of places again and again."""

from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.db import models


class SavedSearch(models.Model):
    """A name for a query string of the staff list. Belongs to one person."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "saved searches"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="savedsearch_owner_name")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep only names and values; a page number or anything that is no query is dropped."""
        pairs = parse_qsl(self.query.removeprefix("?"))
        self.query = urlencode([(name, value) for name, value in pairs if name != "p"])
