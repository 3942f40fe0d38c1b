"""The questions staff narrow the facility list with."""

from typing import Any

from django.contrib import admin
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from facilities.levels import CARE_LABELS, LevelOfCare


class LevelFilter(admin.SimpleListFilter):
    title = "level of care (stated)"
    parameter_name = "level"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(CARE_LABELS.items())

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        slug = self.value()
        return queryset.offering(LevelOfCare.from_slug(slug)) if slug in CARE_LABELS else None


class CheckFilter(admin.SimpleListFilter):
    title = "check"
    parameter_name = "check"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("due", "Due: not verified in 180 days"), ("never", "Never verified"), ("done", "Verified")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "due":
            return queryset.due_for_check(timezone.localdate())
        if self.value() in {"never", "done"}:
            return queryset.filter(last_verified_on__isnull=self.value() == "never")
        return None


class EditionFilter(admin.SimpleListFilter):
    """An entry missing from the newest edition read so far is stale."""

    title = "source edition"
    parameter_name = "edition"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        years = model_admin.model.objects.order_by(F("last_seen_edition").desc(nulls_last=True))
        return [
            (str(year), str(year))
            for year in years.values_list("last_seen_edition", flat=True).distinct()
            if year
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(last_seen_edition=self.value()) if (self.value() or "").isdigit() else None
