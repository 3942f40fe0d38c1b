"""The list of articles with what waits to be done, and the page that edits one."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.timezone import localdate

from articles import wording
from articles.admin import pages
from articles.admin.forms import ArticleForm
from articles.citations import all_sources
from articles.models import Article


class WaitsFilter(admin.SimpleListFilter):
    """The queue: pages that need somebody."""

    title = "queue"
    parameter_name = "waits"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Something to do"), ("changed", "Changed since it was signed"), ("no", "All well")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        waiting = {article.pk: article.waits_for(localdate()) for article in queryset}
        wanted = {
            "yes": [pk for pk, reasons in waiting.items() if reasons],
            "changed": [
                pk for pk, reasons in waiting.items() if "it has changed since it was signed" in reasons
            ],
            "no": [pk for pk, reasons in waiting.items() if not reasons],
        }
        return queryset.filter(pk__in=wanted.get(str(self.value()), []))


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    form = ArticleForm
    list_display = ("title", "topic", "status", "to_do", "updated", "review_due", "reads_at", "helpful")
    list_filter = (WaitsFilter, "status", "topic", "kind")
    search_fields = ("title", "summary", "body")
    search_help_text = "Words of the title or the text"
    list_per_page = 100
    save_on_top = True
    readonly_fields = ("checks", "preview", "public_change_log")
    fieldsets = (
        (None, {"fields": ("title", "summary", ("topic", "slug"), ("status", "review_due"), "change_note")}),
        ("Text", {"fields": (("body", "checks"), "preview"), "classes": ("editor",)}),
        ("About", {"fields": (("kind", "substance", "level", "order"), "related", "keywords")}),
        ("Dates", {"fields": (("published", "updated"),)}),
        ("History for readers", {"fields": ("public_change_log",)}),
    )  # fmt: skip

    class Media:
        js = (Script("staff/article-editor.js", defer=True),)
        css = {"all": ("staff/article-editor.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        counts = {
            "yes_count": Count("feedback", filter=Q(feedback__helpful=True)),
            "no_count": Count("feedback", filter=Q(feedback__helpful=False)),
        }
        return super().get_queryset(request).with_sign_offs().annotate(**counts)  # type: ignore[attr-defined]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A page is taken back to draft, never deleted: its history and sign-offs stay."""
        return False

    @admin.display(description="to do")
    def to_do(self, article: Article) -> str:
        return "; ".join(article.waits_for(localdate())) or "—"

    @admin.display(description="grade", ordering="grade")
    def reads_at(self, article: Article) -> str:
        return "—" if article.grade is None else f"{article.grade:g}"

    @admin.display(description="helpful")
    def helpful(self, article: Any) -> str:
        return f"{article.yes_count} yes, {article.no_count} no"

    @admin.display(description="Wording and sources")
    def checks(self, article: Article | None) -> str:
        return render_to_string(
            "admin/articles/article/_side.html", {"checks": checked(article), "sources": all_sources()}
        )

    @admin.display(description="Preview")
    def preview(self, article: Article | None) -> str:
        return render_to_string("admin/articles/article/_preview.html", {"article": article})

    @admin.display(description="Change log")
    def public_change_log(self, article: Article | None) -> str:
        entries = article.change_log if article else []
        return "; ".join(f"{entry['date']}: {entry['note']}" for entry in entries) or "—"

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        obj._change_reason = (form.cleaned_data.get("change_note") or "")[:100]  # type: ignore[attr-defined]
        super().save_model(request, obj, form, change)
        if found := checked(obj):
            words = f"Saved. The wording check has {len(found)} remarks, such as: {found[0].message}"
            self.message_user(request, words, messages.WARNING)

    def get_urls(self) -> list[URLPattern]:
        def page(view: Any) -> Any:
            return self.admin_site.admin_view(lambda request, **kwargs: view(request, self, **kwargs))

        own = [
            path("preview/", page(pages.preview), name="articles_article_preview"),
            path("<int:pk>/sign/", page(pages.sign), name="articles_article_sign"),
        ]
        return own + super().get_urls()

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        return pages.versions(request, self, int(object_id))


def checked(article: Article | None) -> list[wording.Finding] | None:
    """What the wording check says about a text; None while there is none."""
    if article is None or not article.body:
        return None
    return wording.check(article.render().blocks, [article.title, article.summary])
