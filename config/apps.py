from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ProjectConfig(AppConfig):
    name = "config"
    verbose_name = "Handrail"


class StaffAdminConfig(AdminConfig):
    """Django's admin on our own site object, which asks for a second factor."""

    default_site = "config.staff_site.StaffSite"
