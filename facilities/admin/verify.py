"""Re-verification: a queue, and one screen per place with what to say and what was confirmed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from facilities.admin.pages import need, show
from facilities.facts import Fact, facts_of
from facilities.models import DataVersion, Facility, FieldCheck, How
from facilities.models.check import NO_ANSWER

QUEUE = 25
MAY_CHECK = ("change_facility", "add_fieldcheck")


class CallForm(forms.Form):
    how = forms.ChoiceField(
        label="How did you check?", choices=How, widget=forms.RadioSelect, initial=How.PHONE
    )
    facts = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    notes = forms.CharField(label="Notes for staff (optional)", required=False, max_length=500)

    def __init__(self, *args: Any, facts: list[Fact], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["facts"].choices = [(fact.key, fact.question) for fact in facts]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "no_answer" not in self.data and not cleaned.get("facts"):
            self.add_error("facts", "Tick what was confirmed, or choose “Nobody answered”.")
        return cleaned


def queue() -> Any:
    today = timezone.localdate()
    return Facility.objects.due_for_check(today).most_needed_first(today)


@require_safe
def queue_page(request: HttpRequest) -> HttpResponse:
    need(request, *MAY_CHECK)
    due = queue()
    places = due.with_programs()[:QUEUE]
    title = "Places to check"
    return show(request, "facility/queue.html", Facility, title=title, count=due.count(), places=places)


@require_http_methods(["GET", "POST"])
def call_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One place: tick and save, then on to the next one in the queue."""
    need(request, *MAY_CHECK)
    facility = get_object_or_404(Facility.objects.with_programs(), pk=pk)
    facts = facts_of(facility)
    form = CallForm(request.POST or None, facts=facts)
    if not form.is_valid():
        reports = facility.problem_reports.filter(status__in=("new", "check"))
        context = {"object": facility, "facts": facts, "form": form, "reports": reports}
        return show(request, "facility/call.html", Facility, title=f"Check {facility}", **context)
    if "no_answer" in request.POST:
        done = no_answer(facility, request.user)
    else:
        done = confirm(facility, facts, form, request.user)
    messages.success(request, f"{facility}: {done}")
    following = queue().exclude(pk=pk).first()
    return redirect("admin:facilities_facility_call", following.pk) if following else redirect("admin:index")


@transaction.atomic
def confirm(facility: Facility, facts: list[Fact], form: CallForm, user: Any) -> str:
    """Record each confirmed fact; the listing as a whole counts as verified only when all essential ones are."""
    how, today = form.cleaned_data["how"], timezone.localdate()
    ticked = [fact for fact in facts if fact.key in form.cleaned_data["facts"]]
    FieldCheck.objects.bulk_create(
        FieldCheck(
            facility=facility, program=fact.program, field=fact.field, value=fact.value, how=how, by=user
        )
        for fact in ticked
    )
    whole = all(fact in ticked for fact in facts if fact.essential)
    if whole:
        facility.last_verified_on, facility.last_verified_how = today, how
    if notes := form.cleaned_data["notes"]:
        facility.staff_notes = f"{today.isoformat()} {user}: {notes}\n{facility.staff_notes}"
    facility._change_reason = f"Confirmed {', '.join(fact.field for fact in ticked)}"[:100]  # type: ignore[attr-defined]
    facility.save()
    DataVersion.bump()
    return (
        "verified today."
        if whole
        else f"{len(ticked)} facts confirmed; the essential ones are not complete yet."
    )


def no_answer(facility: Facility, user: Any) -> str:
    FieldCheck.objects.create(facility=facility, field=NO_ANSWER, how=How.PHONE, by=user)
    return "nobody answered. It comes back in three days."
