"""Staff accounts: invited by a link, given roles, deactivated when they leave. Never erased: history names them."""

from itertools import groupby
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin as _registered_first  # noqa: F401
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django_otp.plugins.otp_totp.models import TOTPDevice

from config import second_factor
from config.invites import new_link
from config.models import AccountChange
from config.staff_login import page
from facilities.admin.history import Change, Entry
from facilities.admin.kept import KeptAdmin

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
    """What the history compares: words, before and after."""
    roles = sorted(person.groups.values_list("name", flat=True)) if person.pk else []
    fields = {name: getattr(person, name) for name in ("username", "first_name", "last_name")}
    return {**fields, "roles": ", ".join(roles) or "none", "active": "yes" if person.is_active else "no"}


@admin.register(User)
class PersonAdmin(KeptAdmin):
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

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        before, after = form.before, state(form.instance)
        changes = [
            (name, before.get(name, ""), after[name]) for name in after if before.get(name) != after[name]
        ]
        if changes:
            what = "changed" if change else "invited"
            AccountChange.record(form.instance, request.user, what, form.cleaned_data["why"], changes)

    def changes(self, obj: User) -> list[Entry]:
        """The rows of one moment are one entry."""
        rows = obj.account_changes.select_related("by")  # type: ignore[attr-defined]
        return [self.entry(list(same)) for _, same in groupby(rows, key=lambda row: (row.at, row.what))]

    def entry(self, rows: list[AccountChange]) -> Entry:
        changes = [Change(row.field, row.before, row.after) for row in rows if row.field]
        return Entry(rows[0].at, rows[0].who, str(rows[0].person), rows[0].what, rows[0].why, changes)

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
        AccountChange.record(person, request.user, "one-time link made", request.POST.get("why", ""))
        return invitation(request, person)

    def reset_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For a lost phone: the next log-in sets up a new app."""
        person = self.person_to_change(request, pk)
        if person is None:
            return page(request, "403.html", status=403)
        with transaction.atomic():
            change = ("second step", second_factor.second_step_of(person), "none")
            second_factor.remove_second_factor(person)
            why = request.POST.get("why", "")
            AccountChange.record(person, request.user, "second step reset", why, [change])
        self.message_user(request, f"{person} sets up a new app at the next log-in.", messages.SUCCESS)
        return redirect("admin:auth_user_change", person.pk)


def invitation(request: HttpRequest, person: User) -> HttpResponse:
    """The link is shown here and nowhere else; pass it on in a way you trust."""
    context: dict[str, Any] = {"person": person, "link": request.build_absolute_uri(new_link(person))}
    return page(request, "admin/invitation.html", title=f"One-time link for {person}", **context)


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
