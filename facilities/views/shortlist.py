"""The visitor's list: save and remove, see it, compare up to four, print a call sheet."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from facilities import shortlist
from facilities.cards import cards
from facilities.compare import side_by_side
from facilities.models import Facility
from facilities.visitor_forms import back_to, is_from_our_pages


@csrf_exempt  # result pages carry no token: same origin stands in for it, and the list is only in a cookie
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Add, remove or clear, then back to where the button was."""
    if not is_from_our_pages(request):
        return render(request, "403.html", status=403)
    response = redirect(back_to(request, reverse("facilities:shortlist")))
    if "clear" in request.POST:
        return shortlist.forget(response)
    ids = shortlist.read(request)
    removed = _ids(request.POST.getlist("remove"))
    added = [one for one in _ids(request.POST.getlist("add")) if one not in ids]
    return shortlist.write(response, [one for one in [*ids, *added] if one not in removed][-shortlist.MOST :])


def saved(request: HttpRequest) -> HttpResponse:
    """The list, in the order it was made."""
    facilities = _facilities(shortlist.read(request))
    return _private(render(request, "facilities/shortlist.html", {"cards": cards(facilities, {})}))


def compare(request: HttpRequest) -> HttpResponse:
    """Up to four places side by side: those in the address, else the first of the list."""
    facilities = _facilities(_asked(request))[: shortlist.COMPARED]
    only = "differences" in request.GET
    context = {"cards": cards(facilities, {}), "only": only, "sections": side_by_side(facilities, only)}
    return _private(render(request, "facilities/compare.html", context))


def call_sheet(request: HttpRequest) -> HttpResponse:
    """A page to print: numbers, what to say, what to ask, and boxes for the answers."""
    found = cards(_facilities(_asked(request)), {})
    sheets = [(card, _qr(request.build_absolute_uri(card.facility.get_absolute_url()))) for card in found]
    return _private(render(request, "facilities/call_sheet.html", {"sheets": sheets}))


def _asked(request: HttpRequest) -> list[UUID]:
    return _ids(request.GET.getlist("id"))[: shortlist.MOST] or shortlist.read(request)


def _ids(texts: Iterable[str]) -> list[UUID]:
    """Public ids, without repeats and without what is none."""
    found = {}
    for text in texts:
        try:
            found[UUID(text)] = True
        except ValueError:
            continue
    return list(found)


def _facilities(ids: list[UUID]) -> list[Any]:
    """Listed places in the order of their ids."""
    found = {
        facility.public_id: facility for facility in Facility.objects.with_programs().listed().among(ids)
    }
    return [found[one] for one in ids if one in found]


def _qr(address: str) -> str:
    """The address as an inline SVG picture, so that no other request is made and no style is needed."""
    picture = segno.make(address, micro=False, error="m").svg_inline(
        border=2, svgclass="qr", lineclass=None, omitsize=True
    )
    return mark_safe(picture)  # noqa: S308 (drawn by segno from an address of ours)


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
