"""Saved searches of the list of places: one's own, kept by name, let go by name."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from facilities.admin.pages import need
from facilities.models import SavedSearch


class SearchForm(forms.ModelForm):
    class Meta:
        model = SavedSearch
        fields = ("name", "query")
        widgets = {"query": forms.HiddenInput}
        labels = {"name": "Keep this search as"}


def searches_of(user: Any) -> Any:
    return SavedSearch.objects.filter(owner=user)


@require_POST
def save_search(request: HttpRequest) -> HttpResponse:
    """Keeps a search; the same name again replaces it."""
    need(request, "view_facility")
    existing = searches_of(request.user).filter(name=request.POST.get("name", "").strip()).first()
    form = SearchForm(request.POST, instance=existing or SavedSearch(owner=request.user))  # type: ignore[misc]
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("admin:facilities_facility_changelist")
    kept = form.save()
    messages.success(request, f"Kept as “{kept}”.")
    return redirect(f"{reverse('admin:facilities_facility_changelist')}?{kept.query}")


@require_POST
def forget_search(request: HttpRequest, pk: int) -> HttpResponse:
    need(request, "view_facility")
    searches_of(request.user).filter(pk=pk).delete()
    return redirect("admin:facilities_facility_changelist")
