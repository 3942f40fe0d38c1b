"""Who changed what, when, why, and from what to what; the same entries for a page and for the audit log."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model, QuerySet

# Set by the machine in the wake of another change; showing them would hide the change a person made.
NOISE = {"updated_at", "place_key", "search_text", "owned_fields", "phone_digits"}


class Change(NamedTuple):
    field: str
    before: str
    after: str


class Entry(NamedTuple):
    when: datetime
    who: str
    what: str
    kind: str
    why: str
    changes: list[Change]
    row: Any = None  # the history row, for undo


def entries(records: QuerySet) -> Iterator[Entry]:
    """One entry per history row of any number of objects of one model; newest first within each object."""
    newest_first = records.select_related("history_user").order_by("id", "-history_date", "-history_id")
    following = None
    for record in newest_first.iterator(chunk_size=500):
        if following is not None:
            yield entry(following, record if record.id == following.id else None)
        following = record
    if following is not None:
        yield entry(following, None)


def entry(record: Any, before: Any) -> Entry:
    who = record.history_user.get_username() if record.history_user else "import or command"
    what = getattr(record, "name1", "") or getattr(record, "name", "") or f"#{record.id}"
    changes = list(differences(record, before)) if before else []
    why, kind = record.history_change_reason or "", record.get_history_type_display()
    return Entry(record.history_date, who, what, kind, why, changes, record)


def differences(record: Any, before: Any) -> Iterator[Change]:
    for field in record.tracked_fields:
        old, new = getattr(before, field.attname), getattr(record, field.attname)
        if old != new and field.name not in NOISE:
            name = str(field.verbose_name)
            yield (
                code_change(name, old, new)
                if field.name == "codes_text"
                else Change(name, words(old), words(new))
            )


def code_change(name: str, old: str, new: str) -> Change:
    """Only the codes that came and went: the whole list would bury them."""
    gone, come = set(old.split()) - set(new.split()), set(new.split()) - set(old.split())
    return Change("services", " ".join(sorted(gone)) or "–", " ".join(sorted(come)) or "–")


def words(value: Any) -> str:
    if value is None or value == "":
        return "(empty)"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def of_facility(facility: Model) -> list[Entry]:
    """Everything that happened at a place: to it and to its programs, newest first. Each can be undone."""
    of_programs = facility.programs.model.history.filter(facility_id=facility.pk)  # type: ignore[attr-defined]
    found = [*entries(facility.history.all()), *entries(of_programs)]  # type: ignore[attr-defined]
    for item in found:
        item.row.undo_kind = item.row.instance_type._meta.model_name
    return sorted(found, key=lambda item: item.when, reverse=True)
