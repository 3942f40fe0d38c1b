"""What visitors report, and coordinates that look wrong."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from facilities.admin.kept import Kept
from facilities.admin.point import use_doubted
from facilities.models import ProblemReport, QuarantinedPoint


@admin.register(ProblemReport)
class ProblemReportAdmin(Kept, admin.ModelAdmin):
    list_display = ("facility", "kind", "details", "created_at", "status", "handled_by", "next_step")
    list_filter = ("status", "kind")
    list_select_related = ("facility", "handled_by")
    search_fields = ("facility__search_text",)
    ordering = ("handled_at", "created_at")
    fields = (
        "facility",
        "kind",
        "details",
        "created_at",
        "status",
        "staff_notes",
        "handled_by",
        "handled_at",
    )
    readonly_fields = ("facility", "kind", "details", "created_at", "handled_by", "handled_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="next step")
    def next_step(self, report: ProblemReport) -> Any:
        url = reverse("admin:facilities_facility_call", args=[report.facility_id])
        return format_html('<a href="{}">Call and check</a>', url)

    def save_model(self, request: HttpRequest, obj: ProblemReport, form: Any, change: bool) -> None:
        obj.handled_by, obj.handled_at = request.user, timezone.now()  # type: ignore[assignment]
        super().save_model(request, obj, form, change)


@admin.register(QuarantinedPoint)
class QuarantinedPointAdmin(Kept, admin.ModelAdmin):
    list_display = ("facility", "km_from_zip", "latitude", "longitude", "source", "resolved", "look")
    list_filter = ("resolved", "source")
    list_select_related = ("facility",)
    list_display_links = None
    search_fields = ("facility__search_text",)
    actions = ("use_point", "discard")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="next step")
    def look(self, doubted: QuarantinedPoint) -> Any:
        url = reverse("admin:facilities_facility_point", args=[doubted.facility_id])
        return format_html('<a href="{}">Look at the map</a>', url)

    @admin.action(description="Use this point: it is right", permissions=["change"])
    def use_point(self, request: HttpRequest, queryset: QuerySet) -> None:
        for doubted in queryset.select_related("facility"):
            use_doubted(doubted, request.user)
        self.message_user(request, f"{queryset.count()} points are now used.")

    @admin.action(description="Discard: the point is wrong", permissions=["change"])
    def discard(self, request: HttpRequest, queryset: QuerySet) -> None:
        self.message_user(request, f"{queryset.update(resolved=True)} points discarded.")
