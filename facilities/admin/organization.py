"""Who runs places."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from facilities.admin.kept import KeptAdmin, WhyForm
from facilities.models import Organization


@admin.register(Organization)
class OrganizationAdmin(KeptAdmin):
    form = WhyForm
    list_display = ("name", "website", "places")
    search_fields = ("name",)
    search_help_text = "Name"
    show_full_result_count = False
    fields = ("name", "website", "change_reason")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Imports make them: each has the key by which the next import finds it again."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(places=Count("facilities"))

    @admin.display(description="places", ordering="places")
    def places(self, organization: Any) -> int:
        return organization.places
