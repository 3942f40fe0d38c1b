"""The HSDS 3.1 endpoints at their standard paths, read-only. `/locations` is our extension."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import Query, Router

from facilities.api.errors import Problem
from facilities.api.hsds import records
from facilities.api.hsds.queries import Paged, ServiceQuery, locations, organizations, services
from facilities.api.hsds.terms import TAXONOMY, terms
from facilities.api.versioned import versioned

router = Router(tags=["HSDS 3.1"])
Record = dict[str, Any]
LIST = {200: Record, 422: Problem}
ONE = {200: Record, 404: Problem, 422: Problem}


def page_of(rows: Any, query: Paged, record: Callable[[Any], Record]) -> Record:
    """One page in the shape HSDS gives every list; a page past the end is empty."""
    pages = Paginator(rows, query.per_page)
    contents = [record(row) for row in pages.page(query.page)] if query.page <= pages.num_pages else []
    return {
        "total_items": pages.count, "total_pages": pages.num_pages, "page_number": query.page, "size": len(contents),
        "first_page": query.page == 1, "last_page": query.page >= pages.num_pages, "empty": not contents,
        "contents": contents,
    }  # fmt: skip


def one_of(rows: Any, public_id: UUID) -> Any:
    row = rows.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row


@router.get("/", response={200: Record}, summary="About this API")
@versioned
def base(request: HttpRequest) -> Record:
    return {
        "version": "3.1",
        "profile": request.build_absolute_uri(reverse("api_docs")),
        "openapi_url": request.build_absolute_uri(reverse("api:openapi-json")),
    }


@router.get("/services", response=LIST, summary="Services: one per program")
@versioned
def service_list(request: HttpRequest, query: Query[ServiceQuery]) -> Record:
    if query.minimal:
        return page_of(
            services(query), query, lambda p: {"id": str(p.public_id), "last_modified": p.updated_at}
        )
    return page_of(services(query), query, records.full_service if query.full else records.service)


@router.get("/services/{uuid:public_id}", response=ONE, summary="One service")
@versioned
def service(request: HttpRequest, public_id: UUID) -> Record:
    return records.full_service(one_of(services(), public_id))


@router.get("/service_at_locations", response=LIST, summary="Services at their places")
@versioned
def service_at_location_list(request: HttpRequest, query: Query[ServiceQuery]) -> Record:
    return page_of(
        services(query),
        query,
        records.full_service_at_location if query.full else records.service_at_location,
    )


@router.get("/service_at_locations/{uuid:public_id}", response=ONE, summary="One service at its place")
@versioned
def service_at_location(request: HttpRequest, public_id: UUID) -> Record:
    return records.full_service_at_location(one_of(services(), public_id))


@router.get("/organizations", response=LIST, summary="Organizations")
@versioned
def organization_list(request: HttpRequest, query: Query[Paged]) -> Record:
    return page_of(organizations(query.search), query, records.organization)


@router.get(
    "/organizations/{uuid:public_id}", response=ONE, summary="One organization with its places and services"
)
@versioned
def organization(request: HttpRequest, public_id: UUID) -> Record:
    one = one_of(organizations(), public_id)
    mine = list(services().filter(facility__organization=one)[:500])
    places = {program.facility_id: program.facility for program in mine}
    return records.organization(one) | {
        "locations": [records.location(place) for place in places.values()],
        "services": [
            {k: v for k, v in records.service(program).items() if k != "organization"} for program in mine
        ],
    }


@router.get("/locations", response=LIST, summary="Places (an extension of HSDS)")
@versioned
def location_list(request: HttpRequest, query: Query[Paged]) -> Record:
    return page_of(locations(query.search), query, records.location)


@router.get("/locations/{uuid:public_id}", response=ONE, summary="One place (an extension of HSDS)")
@versioned
def location(request: HttpRequest, public_id: UUID) -> Record:
    return records.location(one_of(locations(), public_id))


@router.get("/taxonomies", response=LIST, summary="Taxonomies")
@versioned
def taxonomy_list(request: HttpRequest, query: Query[Paged]) -> Record:
    return page_of([TAXONOMY], query, dict)


@router.get("/taxonomies/{uuid:public_id}", response=ONE, summary="One taxonomy")
@versioned
def taxonomy(request: HttpRequest, public_id: UUID) -> Record:
    if str(public_id) != TAXONOMY["id"]:
        raise Http404
    return TAXONOMY


@router.get("/taxonomy_terms", response=LIST, summary="Service codes and their categories")
@versioned
def taxonomy_term_list(request: HttpRequest, query: Query[Paged]) -> Record:
    wanted = query.search.lower()
    return page_of([term for term in terms().values() if wanted in term["name"].lower()], query, dict)


@router.get("/taxonomy_terms/{uuid:public_id}", response=ONE, summary="One service code or category")
@versioned
def taxonomy_term(request: HttpRequest, public_id: UUID) -> Record:
    if str(public_id) not in terms():
        raise Http404
    return terms()[str(public_id)]
