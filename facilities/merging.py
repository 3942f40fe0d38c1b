"""One place listed twice becomes one; one listing that is two places becomes two. Nothing is lost: history stays."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from facilities.models import DataVersion, Facility, MatchDecision, MergedFacility, Program, Proposal
from facilities.ownership import OF_FACILITY, OF_PROGRAM

FOLLOWING = ("programs", "problem_reports", "field_checks", "quarantined_points", "merged_from")
POINT = ("point_source", "point_quality")
SEEN = ("source", "edition", "seen_on", "row_number", "source_id", "raw", "row_hash", "directory")


def save_as(record: Any, user: Any, why: str) -> None:
    record._history_user, record._change_reason = user, why[:100]
    record.save()


@transaction.atomic
def merge(keep: Facility, gone: Facility, user: Any, why: str) -> Facility:
    """Move everything of `gone` to `keep`; the old address redirects. Raises ValidationError for an odd pair."""
    if keep.pk == gone.pk:
        raise ValidationError("Choose two different listings.")
    if keep.is_example != gone.is_example:
        raise ValidationError("An example cannot be merged with a real place: examples are removed one day.")
    for name in FOLLOWING:
        for record in getattr(gone, name).all():
            record.facility = keep
            save_as(record, user, f"Merged: {why}")
    move_proposals(keep, gone)
    former, gone.public_id = gone.public_id, uuid.uuid4()
    gone.status = Facility.Status.RETIRED
    save_as(gone, user, f"Merged into {keep.pk}: {why}")
    MergedFacility.objects.create(public_id=former, facility=keep)
    keep.last_seen_edition = max(filter(None, (keep.last_seen_edition, gone.last_seen_edition)), default=None)
    save_as(keep, user, f"Merged with {gone.pk}: {why}")
    DataVersion.bump()
    return keep


def move_proposals(keep: Facility, gone: Facility) -> None:
    """Proposals about programs follow these; those about the address of `gone` are void."""
    gone.proposals.filter(program__isnull=False).update(facility=keep)
    void = {"status": Proposal.Status.KEPT, "decided_at": timezone.now()}
    gone.proposals.filter(status=Proposal.Status.OPEN).update(**void)


@transaction.atomic
def split(facility: Facility, programs: Iterable[Program], name: str, user: Any, why: str) -> Facility:
    """A new place with the same address for these programs. Raises ValidationError when nothing would stay or move."""
    moving = list(programs)
    if not moving or facility.programs.count() == len(moving):
        raise ValidationError("Choose at least one program, and leave at least one.")
    copied = {
        field: getattr(facility, field) for field in (*OF_FACILITY, *POINT, "status", "last_seen_edition")
    }
    new = Facility(
        **{**copied, "name": name}, organization=facility.organization, is_example=facility.is_example
    )
    save_as(new, user, f"Split from {facility.pk}: {why}")
    for program in moving:
        program.facility = new
        save_as(program, user, f"Split: {why}")
        program.proposals.update(facility=new)
    save_as(facility, user, f"Split off {new.pk}: {why}")
    DataVersion.bump()
    return new


@transaction.atomic
def same_entry(decision: MatchDecision, user: Any) -> Program:
    """A person says: the entry that left and the one that came are one. The old one lives on with the new facts."""
    old, new = decision.old, decision.new
    update_entry(old, new)
    if old.facility_id != new.facility_id:
        join_places(old, new, user)
    new.status = Program.Status.RETIRED
    save_as(new, user, f"The same entry as {old.pk}")
    old.status = Program.Status.LISTED
    save_as(old, user, f"The same entry as {new.pk}")
    old.write_codes()
    settle(decision, MatchDecision.Verdict.SAME, user)
    DataVersion.bump()
    return old


@transaction.atomic
def different(decision: MatchDecision, user: Any) -> None:
    """Remembered, so that no later import asks again."""
    settle(decision, MatchDecision.Verdict.DIFFERENT, user)


def settle(decision: MatchDecision, verdict: MatchDecision.Verdict, user: Any) -> None:
    decision.verdict, decision.decided_by, decision.decided_at = verdict, user, timezone.now()
    decision.save()


def update_entry(old: Program, new: Program) -> None:
    """Facts of the new entry, except in fields that staff own."""
    for field in (*OF_PROGRAM, *SEEN):
        if field not in old.owned_fields:
            setattr(old, field, getattr(new, field))
    old.set_codes(old.code_set)


def join_places(old: Program, new: Program, user: Any) -> None:
    """The old place takes the new address when it has no other life; otherwise the entry moves to the new place."""
    place, other = old.facility, new.facility
    if place.programs.listed().exclude(pk=old.pk).exists():
        old.facility = other
        return
    for field in (*OF_FACILITY, *POINT):
        if field not in place.owned_fields:
            setattr(place, field, getattr(other, field))
    place.status = Facility.Status.LISTED
    merge(place, other, user, f"match {old.pk} and {new.pk}")
    new.facility = old.facility = place
