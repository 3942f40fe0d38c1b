"""Records that are never deleted (law 6), with a history page that shows before and after."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from facilities.admin.history import Entry, entries
from facilities.admin.pages import show


class Kept:
    """For model and inline admins."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class WhyForm(forms.ModelForm):
    """A form that asks for the reason, which goes into the history."""

    change_reason = forms.CharField(
        label="Why?", required=False, max_length=100, help_text="One line for the history."
    )


class KeptAdmin(Kept, admin.ModelAdmin):
    """For models with django-simple-history."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj._change_reason = form.cleaned_data.get("change_reason") or ""
        super().save_model(request, obj, form, change)

    def changes(self, obj: Any) -> list[Entry]:
        """What the history page lists, newest first."""
        return list(entries(obj.history.all()))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        number = int(object_id) if object_id.isdecimal() else None
        record = get_object_or_404(self.model, pk=number)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        title = f"History of {record}"
        return show(
            request, "history.html", self.model, title=title, object=record, entries=self.changes(record)
        )
