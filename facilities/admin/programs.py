"""A program that no directory lists: staff add it, and its facts are ours."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from facilities.admin.pages import need, show
from facilities.models import DataVersion, Facility, Program
from facilities.ownership import claim

SOURCE = "Added by our staff"


class NewProgramForm(forms.ModelForm):
    why = forms.CharField(
        label="How do we know?", max_length=100, help_text="Such as “their website and a call”."
    )

    class Meta:
        model = Program
        fields = ("name1", "name2", "phone", "intake1", "website")


@require_http_methods(["GET", "POST"])
def add_program(request: HttpRequest, pk: int) -> HttpResponse:
    """Names and numbers first; the next page asks for the services."""
    need(request, "add_program")
    place = get_object_or_404(Facility, pk=pk)
    year = timezone.localdate().year
    program = Program(facility=place, directory="other", source=SOURCE, edition=year, first_seen=year)
    data = request.POST if request.method == "POST" else None
    form = NewProgramForm(data, instance=program, initial={"name1": place.name})
    if not form.is_valid():
        title = f"Add a program to {place}"
        return show(request, "facility/add_program.html", Facility, title=title, object=place, form=form)
    save_new(form, request.user)
    messages.success(request, "Added. Now tick what it offers.")
    return redirect("admin:facilities_services", program.pk)


@transaction.atomic
def save_new(form: NewProgramForm, user: Any) -> None:
    program = form.instance
    claim(program, form.changed_data, user.get_username(), timezone.localdate())
    program._history_user, program._change_reason = user, form.cleaned_data["why"]
    form.save()
    DataVersion.bump()
