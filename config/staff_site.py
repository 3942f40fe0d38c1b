"""The staff side: Django's admin, behind a password, a second factor and a log-in limit."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path

# Their stock admin pages would show secrets or offer deletion; our own pages do what staff need from them.
WITHOUT_PAGES = {"otp_totp", "otp_static", "axes"}


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

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        models: Any = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        shown = [model for model in models if model._meta.app_label not in WITHOUT_PAGES]
        super().register(shown, admin_class, **options)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """A right password leads on to the second step instead of asking for the password again."""
        from config.staff_login import to_second_step

        waits = request.user.is_active and request.user.is_staff  # type: ignore[union-attr]
        if request.method == "GET" and waits and not self.has_permission(request):
            return to_second_step(request)
        return super().login(request, extra_context)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        from config.models import AccountChange

        with transaction.atomic():
            response = super().password_change(request, extra_context)
            if response.status_code == 302:  # any other answer shows the form again
                AccountChange.record(request.user, request.user, "password changed")
        return response

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from config.work import pictures_for, tasks_for

        work = {"tasks": tasks_for(request.user), "pictures": pictures_for(request.user)}  # type: ignore[arg-type]
        return super().index(request, {**work, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern | URLResolver]:
        from config import audit, invites, staff_login
        from finder.workbench import views as workbench

        own: list[URLPattern | URLResolver] = [
            path("welcome/", invites.welcome, name="welcome"),
            path("second-step/", staff_login.enter_code, name="second_factor"),
            path("second-step/set-up/", staff_login.set_up, name="second_factor_set_up"),
            path("audit/", self.admin_view(audit.audit_log), name="audit"),
            path("workbench/", self.admin_view(workbench.run), name="workbench"),
            path("workbench/cases/", self.admin_view(workbench.cases), name="workbench_cases"),
            path(
                "workbench/cases/results.jsonl",
                self.admin_view(workbench.results),
                name="workbench_results",
            ),
            path("account/", self.admin_view(staff_login.account), name="account"),
            path(
                "account/recovery-codes/", self.admin_view(staff_login.recovery_codes), name="recovery_codes"
            ),
        ]
        return own + super().get_urls()
