"""Deciding what an import only proposed: take the source's value, or keep ours (for good, or until a day)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from facilities.models import DataVersion, Program, Proposal
from facilities.ownership import release


class AlreadyDecided(Exception):
    """Someone else was quicker; the message says who."""


def still_open(pk: int) -> Proposal:
    """The proposal, locked. Raises AlreadyDecided."""
    proposal = Proposal.objects.select_for_update().get(pk=pk)
    if proposal.status != Proposal.Status.OPEN:
        raise AlreadyDecided(f"{proposal.decided_by or 'Somebody'} already decided this.")
    return proposal


@transaction.atomic
def accept(pk: int, user: Any) -> Proposal:
    """The source's value becomes ours, and imports may change the field again."""
    proposal = still_open(pk)
    record: Any = proposal.program or proposal.facility
    write_value(record, proposal.field, proposal.theirs)
    release(record, [proposal.field])
    record._history_user, record._change_reason = user, f"Accepted proposal {pk}"
    record.save()
    if isinstance(record, Program):
        record.write_codes()
    DataVersion.bump()
    return settle(proposal, Proposal.Status.ACCEPTED, user)


@transaction.atomic
def keep(pk: int, user: Any, until: date | None = None) -> Proposal:
    """Our value stands. After `until` an import that still disagrees asks again."""
    proposal = still_open(pk)
    proposal.keep_until = until
    return settle(proposal, Proposal.Status.KEPT, user)


def settle(proposal: Proposal, status: Proposal.Status, user: Any) -> Proposal:
    proposal.status, proposal.decided_by, proposal.decided_at = status, user, timezone.now()
    proposal.save()
    return proposal


def write_value(record: Any, field: str, text: str) -> None:
    """Set a field from the text of a proposal. Raises ValidationError when it does not fit the field."""
    if field == "codes_text":
        record.set_codes(text.split())
        return
    column = record._meta.get_field(field)
    empty = None if column.null else ""
    setattr(record, field, column.to_python(text) if text else empty)
