"""Staff pages. They are reached through the staff site, which checks who may enter."""

import csv
import json
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import protocol
from ..protocol.cases import named_cases
from ..summary import Summary
from . import bench, compare
from .bench import Refused

LARGEST_UPLOAD = 5_000_000  # bytes


class OtherVersion(forms.Form):
    results = forms.FileField(
        label="Results of another version", help_text="A .jsonl file downloaded from this page."
    )

    def clean_results(self) -> list[dict[str, Any]]:
        upload = self.cleaned_data["results"]
        if upload.size > LARGEST_UPLOAD:
            raise forms.ValidationError("The file is larger than 5 MB.")
        try:
            return compare.read_results(upload.read())
        except Refused as error:
            raise forms.ValidationError(str(error)) from error


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest) -> HttpResponse:
    """Run a case: from the boxes, from the case table, or from JSON."""
    answers, refused = {}, ""
    if request.method == "POST":
        try:
            answers = _answers(request)
        except Refused as error:
            refused = str(error)
    context = {
        "rows": bench.rows(answers),
        "cases": named_cases(),
        "summary": Summary(answers) if answers else None,
        "as_json": json.dumps(answers, indent=1) if answers else request.POST.get("json", ""),
        "refused": refused,
    }
    return _page(request, "run", "Clinician's workbench", context)


def _answers(request: HttpRequest) -> dict[str, Any]:
    if request.POST.get("from") == "case":
        return bench.answers_of_case(request.POST.get("case", ""))
    if request.POST.get("from") == "json":
        return bench.answers_from_text(request.POST.get("json", ""))
    return bench.answers_in(request.POST)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cases(request: HttpRequest) -> HttpResponse:
    """The case table; with an uploaded file, where another version of the rules differs."""
    form = OtherVersion(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "cases": named_cases(), "version": protocol.RULE_SET_VERSION}
    if form.is_bound and form.is_valid():
        context["found"] = compare.disagreements(form.cleaned_data["results"])
        context["their_version"] = form.cleaned_data["results"][0]["version"]
        if request.POST.get("as") == "csv":
            return _as_csv(context["found"], context["their_version"])
    return _page(request, "cases", "Case table", context)


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What this version says about every case, to compare with a later one."""
    lines = "".join(json.dumps(line) + "\n" for line in compare.results())
    return _download(lines, "application/jsonl", f"cases-{protocol.RULE_SET_VERSION}.jsonl")


def _as_csv(found: list[compare.Disagreement], their_version: str) -> HttpResponse:
    """Every cell is JSON, so that no spreadsheet takes one for a formula."""
    response = _download("", "text/csv; charset=utf-8", "disagreements.csv")
    table = csv.writer(response)
    table.writerow(
        ["case", "what", f"version {json.dumps(their_version)}", f"version {protocol.RULE_SET_VERSION}"]
    )
    for line in found:
        table.writerow([json.dumps(cell) for cell in line])
    return response


def _download(content: str, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    return render(
        request, f"admin/finder/{name}.html", {**admin.site.each_context(request), "title": title, **context}
    )
