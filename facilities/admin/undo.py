"""Take one change back, as long as nobody has changed the same fields again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from facilities.admin.pages import need
from facilities.models import DataVersion, Facility, Program

# Moving a program between places is undone by merge or split, which also care for addresses.
NOT_HERE = {"facility", "public_id", "is_example", "updated_at", "created_at"}


@transaction.atomic
def undo_change(row: Any, user: Any) -> list[str]:
    """Former values of the fields this history row changed. Raises ValidationError when they changed again since."""
    before, record = row.prev_record, row.instance_type.objects.select_for_update().get(pk=row.id)
    if before is None:
        raise ValidationError(
            "This is where the listing began: there is nothing before it. Retire it instead."
        )
    changed = [
        field for field in row.tracked_fields if getattr(before, field.attname) != getattr(row, field.attname)
    ]
    fields = [field for field in changed if field.name not in NOT_HERE]
    if not fields:
        raise ValidationError("This change cannot be undone here.")
    for field in fields:
        if getattr(record, field.attname) != getattr(row, field.attname):
            raise ValidationError(f"{field.verbose_name} was changed again since. Edit it by hand.")
        setattr(record, field.attname, getattr(before, field.attname))
    save_undone(record, user, f"Undid the change of {row.history_date:%b %-d, %Y}")
    return [str(field.verbose_name) for field in fields]


def save_undone(record: Any, user: Any, why: str) -> None:
    if isinstance(record, Program):
        record.set_codes(record.code_set)
    record._history_user, record._change_reason = user, why
    record.save()
    if isinstance(record, Program):
        record.write_codes()
    DataVersion.bump()


@require_POST
def undo_view(request: HttpRequest, pk: int, kind: str, row: int) -> HttpResponse:
    """From the history page of a place: `kind` says whose row it is."""
    need(request, "change_facility", "change_program")
    model: Any = {"facility": Facility, "program": Program}[kind]
    place = {"id": pk} if kind == "facility" else {"facility_id": pk}
    found = get_object_or_404(model.history, history_id=row, **place)
    try:
        fields = undo_change(found, request.user)
        messages.success(request, f"Undone: {', '.join(fields)}.")
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("admin:facilities_facility_history", pk)
