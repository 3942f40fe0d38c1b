"""The page where staff decide proposals, and the record of what was decided."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from facilities import decisions
from facilities.admin.kept import Kept
from facilities.admin.pages import need, show
from facilities.models import Proposal

ON_A_PAGE = 25


class KeepForm(forms.Form):
    until = forms.DateField(required=False)

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until <= timezone.localdate():
            raise ValidationError("Choose a day that is still to come.")
        return until


@require_safe
def proposals_page(request: HttpRequest) -> HttpResponse:
    need(request, "change_proposal")
    waiting = Proposal.objects.filter(status=Proposal.Status.OPEN).order_by("facility_id", "pk")
    rows = list(waiting.select_related("facility", "program", "batch")[:ON_A_PAGE])
    for row in rows:
        row.label = field_label(row)  # type: ignore[attr-defined]
    return show(request, "proposals.html", Proposal, title="Proposals", rows=rows, count=waiting.count())


def field_label(proposal: Proposal) -> str:
    record: Any = proposal.program or proposal.facility
    return str(record._meta.get_field(proposal.field).verbose_name)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The button pressed says what: accept, or keep (with an optional day)."""
    need(request, "change_proposal", "change_facility")
    get_object_or_404(Proposal, pk=pk)
    form = KeepForm(request.POST)
    try:
        if "accept" in request.POST:
            decisions.accept(pk, request.user)
            messages.success(request, "Accepted. Imports may change this field again.")
        elif form.is_valid():
            decisions.keep(pk, request.user, form.cleaned_data["until"])
            messages.success(request, "Ours stands.")
        else:
            messages.error(request, " ".join(str(error) for error in form.errors["until"]))
    except decisions.AlreadyDecided as error:
        messages.warning(request, str(error))
    except ValidationError as error:
        messages.error(request, f"The proposed value does not fit: {' '.join(error.messages)}")
    return redirect("admin:facilities_proposals")


@admin.register(Proposal)
class ProposalAdmin(Kept, admin.ModelAdmin):
    """What was decided before, to look up; deciding happens on the page above."""

    list_display = ("facility", "field", "ours", "theirs", "status", "keep_until", "decided_by", "decided_at")
    list_filter = ("status", "field")
    list_select_related = ("facility", "decided_by")
    list_display_links = None
    search_fields = ("facility__search_text",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("waiting/", wrap(proposals_page), name="facilities_proposals"),
            path("<int:pk>/decide/", wrap(decide), name="facilities_proposal_decide"),
        ]
        return own + super().get_urls()
