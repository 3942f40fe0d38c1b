"""Sign-offs and feedback: to read, never to change."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import Feedback, SignOff


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(SignOff)
class SignOffAdmin(ReadOnly):
    """Signed on the article's own page, which shows the text."""

    list_display = ("article", "reviewer", "credential", "signed_on", "next_due")
    list_select_related = ("article",)
    date_hierarchy = "signed_on"
    fields = (
        "article", "reviewer", "credential", "licence", "profile", "signed_on", "next_due", "logged_in_as", "text_hash",
    )  # fmt: skip
    readonly_fields = ("logged_in_as", "text_hash")

    @admin.display(description="logged in as")
    def logged_in_as(self, sign_off: SignOff) -> str:
        """A name, because Django links a person even for those who may not open the page."""
        return sign_off.user.get_username()


@admin.register(Feedback)
class FeedbackAdmin(ReadOnly):
    list_display = ("article", "helpful", "day")
    list_select_related = ("article",)
    list_filter = ("helpful", "article__topic")
    date_hierarchy = "day"
