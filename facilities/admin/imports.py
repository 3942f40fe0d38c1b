"""Imports for staff: upload, preview, apply, undo. A separate process does the work; these pages watch it."""

import csv
import io
import subprocess
import sys
import time
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities.admin.kept import Kept
from facilities.admin.pages import need, show
from facilities.csv_cells import defused
from facilities.imports import lock, uploads
from facilities.imports.guard import MAX_FILE_BYTES
from facilities.imports.progress import current_state
from facilities.imports.staged import ImportRefused
from facilities.imports.undo import undo
from facilities.models import ImportBatch

Status = ImportBatch.Status
START_SECONDS = 20  # a process that has not reported by then did not start


class UploadForm(forms.Form):
    file = forms.FileField(label="File", help_text="A directory as .xlsx or .csv (may be gzipped).")
    edition = forms.IntegerField(
        label="Year of the edition", required=False, min_value=2000, max_value=2100,
        help_text="Only when the file name does not tell.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MAX_FILE_BYTES:
            raise ValidationError(f"More than {MAX_FILE_BYTES // 1_000_000} MB: this is no directory.")
        return upload


def start(batch: ImportBatch, *arguments: str) -> None:
    """Run the work in a process of its own, which outlives this request and this worker."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "run_import", str(batch.pk), *arguments]
    uploads.root().mkdir(parents=True, exist_ok=True)
    with (uploads.root().parent / "import.log").open("ab") as log:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)  # noqa: S603


@require_http_methods(["GET", "POST"])
def upload_page(request: HttpRequest) -> HttpResponse:
    need(request, "add_importbatch")
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if error := getattr(request, "upload_error", ""):
        form.fields["file"].error_messages["required"] = f"The file could not be stored: {error}."
    if not form.is_valid():
        return show(request, "importbatch/upload.html", ImportBatch, title="Import a directory", form=form)
    uploads.discard_old()
    upload = form.cleaned_data["file"]
    batch = ImportBatch.objects.create(
        source_name=upload.name[:300], edition=form.cleaned_data["edition"] or 0, status=Status.READING,
        sha256=uploads.sha256(upload), started_at=timezone.now(), by=request.user,  # type: ignore[misc]
    )  # fmt: skip
    try:
        uploads.store(batch, upload)
        start(batch)
    except OSError as error:  # the disk is full, or the folder may not be written
        uploads.discard(batch)
        batch.fail(f"The file could not be stored: {error.strerror}.")
    return redirect("admin:facilities_importbatch_watch", batch.pk)


@require_safe
def watch_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Progress while it runs, then the preview, then what was done."""
    need(request, "view_importbatch")
    batch = get_object_or_404(ImportBatch.objects.select_related("by"), pk=pk)
    context = {"batch": batch, "report": batch.report, "file": uploads.file_of(batch)}
    if batch.in_progress:
        context |= {"state": current_state(), "stopped": has_stopped(batch)}
    return show(request, "importbatch/watch.html", ImportBatch, title=str(batch), object=batch, **context)


def has_stopped(batch: ImportBatch) -> bool:
    """The process died (the database took its half-done work back), or never came up."""
    state, heard = current_state(), batch.started_at.timestamp()
    if state and state["at"] >= heard and state["source"] == batch.source_name:
        if state["phase"] not in {"done", "failed"}:
            return not lock.is_held()
        heard = state["at"]  # it has read or written everything, and is about to say so
    return time.time() - heard > START_SECONDS


@require_POST
def apply_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Only from a preview, and past its alarms only with an explicit yes."""
    need(request, "add_importbatch")
    batch = get_object_or_404(ImportBatch, pk=pk)
    sure = "sure" in request.POST
    if batch.report.get("alarms") and not sure:
        messages.error(request, "There are alarms. Tick the box if you are sure.")
    elif not ImportBatch.objects.filter(pk=pk, status=Status.PREVIEWED).update(
        status=Status.APPLYING, started_at=timezone.now(), by=request.user
    ):
        messages.warning(request, "Only a previewed import can be applied, and only once.")
    else:
        start(batch, "--apply", *(["--allow-retiring"] if sure else []))
    return redirect("admin:facilities_importbatch_watch", pk)


@require_POST
def undo_view(request: HttpRequest, pk: int) -> HttpResponse:
    need(request, "change_importbatch")
    get_object_or_404(ImportBatch, pk=pk)
    try:
        undo(pk, request.user)
        messages.success(request, "Undone. Former values are back; what it had added is retired.")
    except ImportRefused as error:
        messages.error(request, str(error))
    return redirect("admin:facilities_importbatch_watch", pk)


@require_safe
def refused_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Refused rows with row, column, reason and the cells as read; formulas defused."""
    need(request, "view_importbatch")
    rows = get_object_or_404(ImportBatch, pk=pk).report.get("refused", [])
    names = sorted({name for row in rows for name in row.get("raw", {})})
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["row", "column", "reason", *names])
    for row in rows:
        cells = [
            row["row"],
            row["column"],
            row["reason"],
            *(row.get("raw", {}).get(name, "") for name in names),
        ]
        writer.writerow([defused(cell) for cell in cells])
    response = HttpResponse(out.getvalue(), content_type="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="refused-rows-of-import-{pk}.csv"'
    return response


@admin.register(ImportBatch)
class ImportBatchAdmin(Kept, admin.ModelAdmin):
    list_display = ("source_name", "state", "edition", "started_at", "by", "figures")
    list_filter = ("status", "directory")
    list_select_related = ("by",)
    fields = ("source_name", "status")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("before", "report")

    @admin.display(description="status", ordering="status")
    def state(self, batch: ImportBatch) -> str:
        stopped = batch.in_progress and has_stopped(batch)
        return "Stopped, nothing changed" if stopped else batch.get_status_display()

    @admin.display(description="figures")
    def figures(self, batch: ImportBatch) -> str:
        return ", ".join(f"{name} {count:,}" for name, count in batch.counts.items() if count)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return upload_page(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        return watch_page(request, int(object_id))

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("upload/", wrap(upload_page), name="facilities_importbatch_upload"),
            path("<int:pk>/", wrap(watch_page), name="facilities_importbatch_watch"),
            path("<int:pk>/apply/", wrap(apply_view), name="facilities_importbatch_apply"),
            path("<int:pk>/undo/", wrap(undo_view), name="facilities_importbatch_undo"),
            path("<int:pk>/refused.csv", wrap(refused_csv), name="facilities_importbatch_refused"),
        ]
        return own + super().get_urls()
