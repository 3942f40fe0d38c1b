"""What one program offers, as the code book lists it: tick what they say, leave what nobody knows."""

from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from facilities.admin.pages import need, show
from facilities.models import DataVersion, Facility, Program, ServiceCode
from facilities.ownership import claim


class ServicesForm(forms.Form):
    codes = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    why = forms.CharField(
        label="Why?", max_length=100, help_text="Who said so, such as “called, spoke to intake”."
    )

    def __init__(self, *args: Any, codes: list[ServiceCode], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = [(row.code, row.label) for row in codes]  # type: ignore[attr-defined]


def book_for(program: Program) -> list[ServiceCode]:
    """The codes of the program's directory, and any other it states already."""
    rows = ServiceCode.objects.order_by("category_name", "sort_order", "code")
    defined = program.directory if program.directory in {"su", "mh"} else ""
    return [
        row
        for row in rows
        if defined in row.directories.split() or not defined or row.code in program.code_set
    ]


@require_http_methods(["GET", "POST"])
def services_page(request: HttpRequest, pk: int) -> HttpResponse:
    need(request, "change_program")
    program = get_object_or_404(Program.objects.select_related("facility").defer("raw"), pk=pk)
    book = book_for(program)
    form = ServicesForm(request.POST if request.method == "POST" else None, codes=book)
    if form.is_valid():
        save_services(program, form.cleaned_data["codes"], request.user, form.cleaned_data["why"])
        messages.success(request, f"Services of {program} saved. They are ours now: imports propose.")
        return redirect("admin:facilities_facility_change", program.facility_id)
    ticked = set(form["codes"].value() or []) if form.is_bound else program.code_set
    groups = [(name, list(rows)) for name, rows in groupby(book, key=lambda row: row.category_name)]
    context = {
        "object": program.facility,
        "program": program,
        "groups": groups,
        "ticked": ticked,
        "form": form,
    }
    return show(request, "facility/services.html", Facility, title=f"Services of {program}", **context)


@transaction.atomic
def save_services(program: Program, codes: list[str], user: Any, why: str) -> None:
    if set(codes) == program.code_set:
        return
    program.set_codes(codes)
    claim(program, ["codes_text"], user.get_username(), timezone.localdate())
    program._history_user, program._change_reason = user, why  # type: ignore[attr-defined]
    program.save()
    program.write_codes()
    DataVersion.bump()
