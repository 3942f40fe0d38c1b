"""The staff side: Django's admin, behind a password, a second factor and a log-in limit."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest


class StaffSite(AdminSite):
    site_header = site_title = "Handrail staff"
    index_title = "Work"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Active staff, and a confirmed second factor unless this is a debug run that waives it."""
        user: Any = request.user
        if not super().has_permission(request):
            return False
        return user.is_verified() if settings.STAFF_SECOND_FACTOR else True
