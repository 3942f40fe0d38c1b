"""Changes to many listings at once. Each shows what it will touch, asks why, and leaves a history entry per listing."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from facilities.models import DataVersion, Facility, How
from facilities.models.facility import Status

SAMPLE = 20


class BulkForm(forms.Form):
    how = forms.ChoiceField(label="How was it verified?", choices=How.choices)
    why = forms.CharField(label="Why? (kept in the history)", max_length=100, required=False)

    def __init__(self, *args: Any, ask_how: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not ask_how:
            del self.fields["how"]
            self.fields["why"].required = True


class Bulk(NamedTuple):
    question: str
    done: str
    fields: tuple[str, ...]
    change: Callable[[Facility, dict[str, str]], None]
    ask_how: bool = False


def verify(facility: Facility, answers: dict[str, str]) -> None:
    facility.last_verified_on, facility.last_verified_how = timezone.localdate(), answers["how"]


def becomes(status: Status) -> Callable[[Facility, dict[str, str]], None]:
    def change(facility: Facility, answers: dict[str, str]) -> None:
        facility.status = status

    return change


VERIFY = Bulk(
    "Mark as verified today?",
    "verified today",
    ("last_verified_on", "last_verified_how"),
    verify,
    ask_how=True,
)
RETIRE = Bulk(
    "Retire? They leave the public pages but are kept.", "retired", ("status",), becomes(Status.RETIRED)
)
HIDE = Bulk("Hide from the public pages?", "hidden", ("status",), becomes(Status.HIDDEN))
SHOW = Bulk("Show on the public pages again?", "listed again", ("status",), becomes(Status.LISTED))


def run(model_admin: Any, request: HttpRequest, queryset: QuerySet, bulk: Bulk) -> HttpResponse | None:
    """First call: the preview page. Second call, from that page: the change, then back to the list."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    form = BulkForm(request.POST if "apply" in request.POST else None, ask_how=bulk.ask_how)
    if not form.is_valid():
        return preview(model_admin, request, queryset, bulk, form)
    count = apply(queryset, bulk, form.cleaned_data, request.user)
    noun = "listing" if count == 1 else "listings"
    model_admin.message_user(request, f"{count:,} {noun} {bulk.done}.", messages.SUCCESS)
    return None


@transaction.atomic
def apply(queryset: QuerySet, bulk: Bulk, answers: dict[str, str], user: Any) -> int:
    """Change every listing of the queryset, with history. Returns how many."""
    facilities = list(queryset.order_by("pk"))
    for facility in facilities:
        bulk.change(facility, answers)
        facility.updated_at = timezone.now()
    fields = [*bulk.fields, "updated_at"]
    why = answers["why"] or bulk.done.capitalize()
    bulk_update_with_history(
        facilities, Facility, fields, batch_size=400, default_user=user, default_change_reason=why
    )
    DataVersion.bump()
    return len(facilities)


def preview(
    model_admin: Any, request: HttpRequest, queryset: QuerySet, bulk: Bulk, form: BulkForm
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": bulk.question,
        "form": form,
        "count": queryset.count(),
        "sample": queryset[:SAMPLE],
        "action": request.POST["action"],
        "select_across": request.POST.get("select_across", "0"),
        "selected": request.POST.getlist("_selected_action"),
    }
    return TemplateResponse(request, "admin/facilities/facility/bulk.html", context)


@admin.action(description="Mark verified today", permissions=["change"])
def mark_verified_today(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
    return run(model_admin, request, queryset, VERIFY)


@admin.action(description="Retire", permissions=["change"])
def retire(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
    return run(model_admin, request, queryset, RETIRE)


@admin.action(description="Hide from the public pages", permissions=["change"])
def hide(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
    return run(model_admin, request, queryset, HIDE)


@admin.action(description="Show on the public pages again", permissions=["change"])
def show(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
    return run(model_admin, request, queryset, SHOW)


ACTIONS = [mark_verified_today, retire, hide, show]
