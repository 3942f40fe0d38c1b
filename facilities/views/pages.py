"""One facility, and how results are ordered."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from facilities import shortlist
from facilities.listing import listing
from facilities.models import Facility, MergedFacility, RemovedExample
from facilities.structured_data import json_ld


def detail(request: HttpRequest, public_id: UUID, slug: str) -> HttpResponse:
    """One listing at its one address. Merged listings redirect; retired ones and former examples answer 410."""
    facility = Facility.objects.with_programs().public(public_id)
    if facility is None:
        return moved_or_gone(request, public_id)
    if slug != facility.slug:
        return redirect(facility, permanent=True)
    if facility.status == Facility.Status.RETIRED:
        return render(request, "facilities/gone.html", {"facility": facility}, status=410)
    page = listing(facility)
    page |= {"json_ld": json_ld(request, facility, page["entries"]), "saved": shortlist.read(request)}
    return render(request, "facilities/detail.html", page)


def moved_or_gone(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Where the address of a former listing leads."""
    if RemovedExample.objects.filter(public_id=public_id).exists():
        return render(request, "facilities/gone.html", {"was_example": True}, status=410)
    merged = get_object_or_404(MergedFacility.objects.select_related("facility"), public_id=public_id)
    return redirect(merged.facility, permanent=True)


def ranking(request: HttpRequest) -> HttpResponse:
    """How results are ordered: the words to FacilityQuerySet.best_first."""
    return render(request, "facilities/ranking.html")
