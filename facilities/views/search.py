"""Search: the list, the list with every filter, and the list below a map are one page in three shapes."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from facilities import freshness, shortlist
from facilities.cards import cards
from facilities.filters import MILES_CHOICES, FacilityFilter
from facilities.index import memory
from facilities.models import Facility
from facilities.nearby import instead
from facilities.one_taps import one_taps
from facilities.panels import addresses, chips, panels
from facilities.results import results

PAGE_SIZE = 20


def search(
    request: HttpRequest, template: str = "facilities/search.html", every_choice: bool = False
) -> HttpResponse:
    """Places near somewhere. An invalid field shows its error and no results."""
    asked = FacilityFilter(request.GET)
    place = asked.place if asked.is_valid() else None
    found = results(asked, memory.current(), every_choice)
    # A page that does not exist shows the nearest one instead of an error.
    page = Paginator(found.ranking, PAGE_SIZE).get_page(request.GET.get("page"))
    shown = cards(Facility.objects.listed().for_cards().in_order(page.object_list), asked.ticked)
    return render(request, template, addresses(asked, request.GET) | {
        "search": asked, "place": place, "miles_choices": MILES_CHOICES, "page": page, "cards": shown,
        "instead": instead(asked) if place and not shown else None,
        "panels": panels(asked, found.counts, every_choice), "chips": chips(asked.ticked, request.GET),
        "one_taps": one_taps(asked.ticked, request.GET),
        "hidden": (asked.ticked | asked.switches).items(), "saved": shortlist.read(request),
        "old_edition": freshness.too_old(memory.newest_edition),
        "shows_examples": any(card.facility.is_example for card in shown),
    })  # fmt: skip
