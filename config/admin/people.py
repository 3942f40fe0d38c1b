"""Staff accounts: invited by a link, given roles, deactivated when they leave. Never erased: history names them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.admin import GroupAdmin as _registered_first  # noqa: F401
from django.contrib.auth.models import Group, User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django_otp.plugins.otp_totp.models import TOTPDevice

from config import second_factor
from config.invites import new_link
from config.staff_login import page

admin.site.unregister([User, Group])


class PersonForm(forms.ModelForm):
    why = forms.CharField(label="Why?", max_length=100, required=False, help_text="One line for the log.")

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "groups", "is_active")
        widgets = {"groups": forms.CheckboxSelectMultiple}
        labels = {"groups": "Roles", "is_active": "Active"}
        help_texts = {
            "groups": "",
            "is_active": "Uncheck when someone leaves: log-in stops at once, history stays.",
        }


def state(person: User) -> dict[str, str]:
    """What the log compares: words, before and after."""
    roles = sorted(person.groups.values_list("name", flat=True)) if person.pk else []
    fields = {name: getattr(person, name) for name in ("username", "first_name", "last_name")}
    return {**fields, "roles": ", ".join(roles) or "none", "active": "yes" if person.is_active else "no"}


@admin.register(User)
class PersonAdmin(admin.ModelAdmin):
    form = PersonForm
    fields = ("username", ("first_name", "last_name"), "groups", "is_active", "why")
    list_display = ("username", "get_full_name", "roles", "is_active", "has_app", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name")
    ordering = ("username",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        app = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        people = super().get_queryset(request).filter(is_staff=True)
        return people.annotate(app_set_up=Exists(app)).prefetch_related("groups")

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        names = [group.name for group in person.groups.all()]
        return ", ".join(["Superuser"] * person.is_superuser + names) or "none"

    @admin.display(description="second step", boolean=True)
    def has_app(self, person: Any) -> bool:
        return person.app_set_up

    # --- who may do what ------------------------------------------------------------------------------------
    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Only a superuser may change a superuser, and nobody locks themselves out."""
        allowed = super().has_change_permission(request, obj)
        if obj is None or request.user.is_superuser:  # type: ignore[union-attr]
            return allowed
        return allowed and not obj.is_superuser and obj.pk != request.user.pk

    # --- saving ---------------------------------------------------------------------------------------------
    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        form.before = state(User.objects.get(pk=obj.pk)) if change else {}
        if not change:
            obj.is_staff = True
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def construct_change_message(self, request: Any, form: Any, formsets: Any, add: bool = False) -> Any:
        """Before and after, not only which fields: this log is the history of accounts."""
        after = state(form.instance)
        before = getattr(form, "before", {})
        changes = [
            f"{name}: {before.get(name, '-')} → {after[name]}"
            for name in after
            if before.get(name) != after[name]
        ]
        return "; ".join(filter(None, [*changes, form.cleaned_data.get("why", "")])) or "nothing changed"

    def response_add(
        self, request: HttpRequest, obj: User, post_url_continue: str | None = None
    ) -> HttpResponse:
        return invitation(request, obj)

    # --- links ----------------------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/link/", wrap(self.link_view), name="auth_user_link"),
            path("<int:pk>/reset-second-step/", wrap(self.reset_view), name="auth_user_reset_second_step"),
        ]
        return own + super().get_urls()

    def person_to_change(self, request: HttpRequest, pk: int) -> User | None:
        """None unless this is a POST by someone who may change the person."""
        person = get_object_or_404(User, pk=pk, is_staff=True)
        return person if request.method == "POST" and self.has_change_permission(request, person) else None

    def link_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new one-time link, for someone who forgot the password. The old password works until it is used."""
        person = self.person_to_change(request, pk)
        if person is None:
            return page(request, "403.html", status=403)
        log(request, person, "made a one-time log-in link")
        return invitation(request, person)

    def reset_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For a lost phone: the next log-in sets up a new app."""
        person = self.person_to_change(request, pk)
        if person is None:
            return page(request, "403.html", status=403)
        second_factor.remove_second_factor(person)
        log(request, person, "removed the second step")
        self.message_user(request, f"{person} sets up a new app at the next log-in.", messages.SUCCESS)
        return redirect("admin:auth_user_change", person.pk)


def invitation(request: HttpRequest, person: User) -> HttpResponse:
    """The link is shown here and nowhere else; pass it on in a way you trust."""
    context: dict[str, Any] = {"person": person, "link": request.build_absolute_uri(new_link(person))}
    return page(request, "admin/invitation.html", title=f"One-time link for {person}", **context)


def log(request: HttpRequest, person: User, what: str) -> None:
    LogEntry.objects.log_actions(request.user.pk or 0, [person], CHANGE, what, single_object=True)


@admin.register(Group)
class RoleAdmin(admin.ModelAdmin):
    """Roles are written by a migration (config/roles.py): to read, not to change."""

    list_display = ("name",)
    fields = ("name", "may")
    readonly_fields = ("name", "may")

    @admin.display(description="may")
    def may(self, role: Group) -> str:
        return ", ".join(
            str(item.name).removeprefix("Can ") for item in role.permissions.order_by("codename")
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
