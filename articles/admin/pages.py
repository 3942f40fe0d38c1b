"""Our own staff pages about one article: preview, signing, versions side by side."""

from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from articles import wording
from articles.admin.forms import SignOffForm
from articles.checks import problems_in
from articles.models import Article, SignOff

TEXT_FIELDS = ("topic", "slug", "title", "summary", "kind", "substance", "level", "body")
SHOWN_IN_VERSIONS = ("title", "summary", "body", "status", "related", "keywords", "review_due", "updated")
AROUND = 3  # unchanged lines shown around a change


@require_POST
def preview(request: HttpRequest, model_admin: admin.ModelAdmin) -> HttpResponse:
    """The text as typed: drawn like the public page, and checked. JSON for the editor, a page without JavaScript."""
    if not (model_admin.has_change_permission(request) or model_admin.has_add_permission(request)):
        raise PermissionDenied
    article = Article(**{name: request.POST.get(name, "") for name in TEXT_FIELDS})
    article.draw()
    if "application/json" not in request.headers.get("Accept", ""):
        return render(request, "admin/articles/article/preview.html", {"article": article})
    mistakes = [
        wording.Finding("error", line, reason)
        for line, reason in sorted(set(problems_in(article.body, article.page)))
    ]
    found = [*mistakes, *wording.check(article.render().blocks, [article.title, article.summary])]
    checks = render_to_string("admin/articles/article/_checks.html", {"checks": found})
    return JsonResponse({"html": article.html + article.notes_html, "checks": checks})


def sign(request: HttpRequest, model_admin: admin.ModelAdmin, pk: int) -> HttpResponse:
    """A reviewer reads exactly what will be signed, then signs it by name, credential and date."""
    reviewer: Any = request.user
    if not reviewer.has_perm("articles.sign_article"):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    sign_off = SignOff(article=article, user=reviewer)
    form = SignOffForm(request.POST or None, instance=sign_off, initial={"text_hash": article.reading_hash})
    if request.method == "POST" and form.is_valid():
        form.save()
        model_admin.message_user(request, "Signed. The page now shows your name and date.", messages.SUCCESS)
        return redirect("admin:articles_article_changelist")
    context = {
        "title": "Read and sign",
        "article": article,
        "object": article,
        "form": form,
        "opts": Article._meta,
    }
    return render(
        request,
        "admin/articles/article/sign.html",
        {**model_admin.admin_site.each_context(request), **context},
    )


def versions(request: HttpRequest, model_admin: admin.ModelAdmin, pk: int) -> HttpResponse:
    """Every version, and two of them side by side."""
    article = get_object_or_404(Article, pk=pk)
    if not model_admin.has_view_permission(request, article):
        raise PermissionDenied
    records = list(article.history.select_related("history_user"))
    chosen = {str(record.history_id): record for record in records}
    new = chosen.get(request.GET.get("new", ""), records[0] if records else None)
    old = chosen.get(request.GET.get("old", ""), records[1] if len(records) > 1 else new)
    context = {
        "title": "Versions", "object": article, "opts": Article._meta, "records": records, "old": old, "new": new,
        "fields": compared(old, new) if old and new else [],
    }  # fmt: skip
    return render(
        request,
        "admin/articles/article/versions.html",
        {**model_admin.admin_site.each_context(request), **context},
    )


def compared(old: Any, new: Any) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """(field, rows of old line, new line, kind of change) for each field that differs."""
    pairs = [(name, str(getattr(old, name)), str(getattr(new, name))) for name in SHOWN_IN_VERSIONS]
    return [(name, side_by_side(before, after)) for name, before, after in pairs if before != after]


def side_by_side(before: str, after: str) -> list[tuple[str, str, str]]:
    """Lines of two texts next to each other; long unchanged stretches become one row of dots."""
    left, right = before.splitlines(), after.splitlines()
    rows: list[tuple[str, str, str]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        lines = list(zip_longest(left[a1:a2], right[b1:b2], fillvalue=""))
        if kind == "equal" and len(lines) > 2 * AROUND:
            lines = [*lines[:AROUND], ("…", "…"), *lines[-AROUND:]]
        rows += [(old, new, kind) for old, new in lines]
    return rows
