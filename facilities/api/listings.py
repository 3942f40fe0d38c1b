"""Search and single listings as JSON: the same filters, order and words as the pages."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from ninja import Query, Router

from facilities import freshness
from facilities.api.errors import Problem, Refused
from facilities.api.schemas import DetailOut, PagedSearch, ResultsOut
from facilities.api.versioned import meta, versioned
from facilities.cards import Card, cards
from facilities.filters import FacilityFilter
from facilities.listing import phones
from facilities.models import Facility, Program
from facilities.taxonomy.crosswalk import rules_that_hold

router = Router(tags=["facilities"])


def searched(request: HttpRequest) -> FacilityFilter:
    """The search of a request; raises Refused with what is wrong and what may have been meant."""
    search = FacilityFilter(request.GET, Facility.objects.exportable())
    if search.is_valid():
        return search
    errors = {name: [str(text) for text in texts] for name, texts in search.errors.items()}
    options = [option.query for option in search.place_options]
    problem = Problem(detail="This search cannot be made.", errors=errors, options=options)
    raise Refused(problem, 404 if set(errors) == {"near"} else 422)


@router.get(
    "", response={200: ResultsOut, 404: Problem, 422: Problem}, summary="Search places, best match first"
)
@versioned
def search(request: HttpRequest, query: Query[PagedSearch]) -> dict[str, Any]:
    asked = searched(request)
    pages = Paginator(asked.qs.ranking(), query.per_page)
    page = pages.page(query.page).object_list if query.page <= pages.num_pages else []
    found = cards(Facility.objects.with_programs().in_order(page), asked.chosen)
    return {
        "meta": meta(), "place": asked.place.label if asked.place else "", "total": pages.count,
        "page": query.page, "pages": pages.num_pages, "results": [result(request, card) for card in found],
    }  # fmt: skip


@router.get("/{uuid:public_id}", response={200: DetailOut, 404: Problem, 422: Problem}, summary="One place")
@versioned
def detail(request: HttpRequest, public_id: UUID) -> dict[str, Any]:
    facility = Facility.objects.exportable().with_programs().public(public_id)
    if facility is None:
        raise Http404
    return {"meta": meta(), "facility": place(request, facility)}


def result(request: HttpRequest, card: Card) -> dict[str, Any]:
    """A card as data."""
    miles = getattr(card.facility, "miles", None)
    match = card.match
    return place(request, card.facility) | {
        "miles": None if miles is None else round(miles, 2),
        "stated": match.stated if match else [],
        "not_stated": match.unstated if match else [],
        "limits": match.limits if match else [],
    }


def place(request: HttpRequest, facility: Any) -> dict[str, Any]:
    """A facility with its listed programs; nothing of a withheld address."""
    shown = not facility.address_withheld
    return {
        "id": facility.public_id, "url": request.build_absolute_uri(facility.get_absolute_url()),
        "name": facility.name, "name2": facility.name2, "city": facility.city, "state": facility.state,
        "street": ", ".join(filter(None, (facility.street1, facility.street2))) if shown else None,
        "zip": facility.zip if shown else None, "website": facility.website,
        "latitude": facility.latitude if shown else None, "longitude": facility.longitude if shown else None,
        "point_quality": facility.point_quality if shown else "", "checked": freshness.checked(facility),
        "last_seen_edition": facility.last_seen_edition, "last_verified_on": facility.last_verified_on,
        "programs": [program(one) for one in facility.listed_programs],
    }  # fmt: skip


def program(one: Program) -> dict[str, Any]:
    """A program with its phones, derived levels and codes."""
    levels = [
        {
            "level": r.level.slug if r.level else None,
            "shown_as": r.shown_as,
            "stated": r.stated,
            "caveat": r.caveat,
        }
        for r in rules_that_hold(one.code_set)
    ]
    numbers = [
        {"kind": p.kind, "number": p.shown, "extension": p.extension, "link": p.link} for p in phones(one)
    ]
    return {
        "id": one.public_id, "name": one.name1, "name2": one.name2, "directory": one.get_directory_display(),
        "source": one.source, "edition": one.edition, "phones": numbers, "levels": levels,
        "codes": one.codes_text.split(),
    }  # fmt: skip
