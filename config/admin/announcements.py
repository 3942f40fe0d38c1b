"""Banners on public pages: written by one person, approved by another."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles import wording
from config import announcements
from config.models import Announcement
from facilities.admin.kept import KeptAdmin, WhyForm

# The browser's own control has one label; Django's pair of text boxes leaves both without.
MOMENT = {
    "form_class": forms.DateTimeField,
    "widget": forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
}


class AnnouncementForm(WhyForm):
    """Visitors read it in a bad moment: plain words and short sentences, as in every article."""

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        found = [*wording.stigma(text), *wording.long_sentences(text)]
        if found:
            raise ValidationError([finding.message for finding in found])
        return text


@admin.register(Announcement)
class AnnouncementAdmin(KeptAdmin):
    form = AnnouncementForm
    list_display = ("text", "urgency", "starts_at", "ends_at", "author", "approved_by", "now")
    list_filter = ("urgency",)
    list_select_related = ("author", "approved_by")
    fields = (
        "text", ("link", "link_text"), "urgency", ("starts_at", "ends_at"), "written_by", "read_by", "change_reason",
    )  # fmt: skip
    readonly_fields = ("written_by", "read_by")
    formfield_overrides = {models.DateTimeField: MOMENT}

    # Names, because Django links a person even for those who may not open the page.
    @admin.display(description="author")
    def written_by(self, announcement: Announcement) -> str:
        return announcement.author.get_username() if announcement.author_id else "you"

    @admin.display(description="approved by")
    def read_by(self, announcement: Announcement) -> str:
        return announcement.approved_by.get_username() if announcement.approved_by else "nobody yet"

    @admin.display(description="shows now", boolean=True)
    def now(self, announcement: Announcement) -> bool:
        inside = announcement.starts_at <= timezone.now() < announcement.ends_at
        return inside and announcement.approved_by_id is not None

    def may_publish(self, request: HttpRequest) -> bool:
        return request.user.has_perm("config.publish_announcement")  # type: ignore[union-attr]

    def save_model(self, request: HttpRequest, obj: Announcement, form: Any, change: bool) -> None:
        if set(form.changed_data) - {"change_reason"}:
            obj.edited_by(request.user)
        super().save_model(request, obj, form, change)
        announcements.refreshed()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.approve_view))
        return [path("<int:pk>/approve/", view, name="config_announcement_approve"), *super().get_urls()]

    def approve_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may_publish(request):
            raise PermissionDenied
        announcement = get_object_or_404(Announcement, pk=pk)
        try:
            announcement.approve(request.user)
        except ValidationError as error:
            self.message_user(request, error.messages[0], messages.ERROR)
        else:
            announcement.save()
            announcements.refreshed()
            self.message_user(request, "Approved. It shows from its start to its end.", messages.SUCCESS)
        return redirect("admin:config_announcement_changelist")
