"""The audit log: who changed what, when, from what to what and why, across everything staff can edit."""

import csv
import heapq
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django import forms
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.models import AccountChange
from config.staff_login import page
from facilities.admin.history import Change, entry
from facilities.csv_cells import defused
from facilities.models import ImportBatch

COLUMNS = ("when", "who", "kind of thing", "id", "thing", "what happened", "field", "before", "after", "why")
SHOWN = 300
CHUNK = 500


class Line(NamedTuple):
    """One changed field; an entry without fields (created, a new password) is one line too."""

    when: datetime
    who: str
    kind_of_thing: str
    id: Any
    thing: str
    what: str
    field: str = ""
    before: str = ""
    after: str = ""
    why: str = ""


class Period(forms.Form):
    since = forms.DateField(label="From", widget=forms.DateInput({"type": "date"}))
    until = forms.DateField(label="To, this day included", widget=forms.DateInput({"type": "date"}))

    def moments(self) -> tuple[datetime, datetime]:
        day_after = self.cleaned_data["until"] + timedelta(days=1)
        return start_of(self.cleaned_data["since"]), start_of(day_after)


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@require_safe
def audit_log(request: HttpRequest) -> HttpResponseBase:
    """The newest changes of a period; `as=csv` downloads all of them."""
    if not request.user.has_perm("admin.view_logentry"):  # type: ignore[union-attr]
        raise PermissionDenied
    today = timezone.localdate()
    default = {"since": today - timedelta(days=30), "until": today}
    form = Period({**default, **request.GET.dict()})
    if not form.is_valid():
        return page(request, "admin/audit.html", title="Audit log", form=form, lines=[], columns=COLUMNS)
    if request.GET.get("as") == "csv":
        return download(*form.moments())
    newest = heapq.nlargest(SHOWN, lines(*form.moments()), key=lambda line: line.when)
    context: dict[str, Any] = {"form": form, "lines": newest, "most": SHOWN, "columns": COLUMNS}
    return page(request, "admin/audit.html", title="Audit log", **context)


def lines(since: datetime, until: datetime) -> Iterator[Line]:
    """Every change a person made in the period, model by model; an import as a whole is one line."""
    for model in apps.get_models():
        if hasattr(getattr(model, "history", None), "as_of"):
            yield from lines_of(model, since, until)
    yield from account_lines(since, until)
    yield from import_lines(since, until)


def lines_of(model: Any, since: datetime, until: datetime) -> Iterator[Line]:
    history, name = model.history, str(model._meta.verbose_name)
    changed = history.filter(history_date__gte=since, history_date__lt=until, history_user__isnull=False)
    ids = list(changed.order_by("id").values_list("id", flat=True).distinct())
    for start in range(0, len(ids), CHUNK):
        rows = history.filter(id__in=ids[start : start + CHUNK], history_date__lt=until)
        yield from differences(rows.select_related("history_user"), name, since)


def differences(rows: Any, name: str, since: datetime) -> Iterator[Line]:
    """Each row against the one before it of the same thing; rows before `since` only serve as "before"."""
    before = None
    for row in rows.order_by("id", "history_date", "history_id"):
        if row.history_date >= since and row.history_user_id:
            found = entry(row, before if before is not None and before.id == row.id else None)
            fixed = (found.when, found.who, name, row.id, found.what, found.kind)
            for change in found.changes or [Change("", "", "")]:
                yield Line(*fixed, *change, why=found.why)
        before = row


def account_lines(since: datetime, until: datetime) -> Iterator[Line]:
    found = AccountChange.objects.filter(at__gte=since, at__lt=until).select_related("by", "person")
    for row in found.order_by("at", "pk"):
        fixed = (row.at, row.who, "account", row.person_id, row.person.get_username(), row.what)
        yield Line(*fixed, row.field, row.before, row.after, row.why)


def import_lines(since: datetime, until: datetime) -> Iterator[Line]:
    found = ImportBatch.objects.filter(started_at__gte=since, started_at__lt=until).defer("before", "report")
    for batch in found.select_related("by"):
        who = batch.by.get_username() if batch.by else "command line"
        figures = ", ".join(f"{name} {number}" for name, number in batch.counts.items())
        what = str(batch.get_status_display())
        yield Line(batch.started_at, who, "import", batch.pk, batch.source_name, what, after=figures)


class Echo:
    """A file that returns what is written to it: csv writes, the response streams."""

    def write(self, value: str) -> str:
        return value


def download(since: datetime, until: datetime) -> StreamingHttpResponse:
    writer = csv.writer(Echo())
    rows = (writer.writerow([defused(cell) for cell in line]) for line in lines(since, until))
    response = StreamingHttpResponse(prefixed(writer.writerow(COLUMNS), rows), content_type="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="handrail-audit-log.csv"'
    return response


def prefixed(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
