"""What the codes mean, and where a typed place is."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from facilities.api.errors import Problem
from facilities.api.schemas import CodesOut, PlacesOut
from facilities.api.versioned import meta, versioned
from facilities.places import LONGEST_TEXT, Found, find_place
from facilities.taxonomy.book import code_book
from facilities.taxonomy.definitions import definition
from facilities.taxonomy.wording import label

router = Router(tags=["reference"])


class PlaceQuery(Schema):
    q: str = Field(..., min_length=1, max_length=LONGEST_TEXT, description="ZIP code, “City, ST” or a state.")


@router.get("/codes", response={200: CodesOut, 422: Problem}, summary="Every service code, in visitor words")
@versioned
def codes(request: HttpRequest) -> dict[str, Any]:
    return {"meta": meta(), "codes": [_code(entry) for entry in code_book().values()]}


def _code(entry: Any) -> dict[str, str]:
    return {
        "code": entry.code, "category": entry.category_code, "category_name": entry.category_name,
        "official_label": entry.label, "label": label(entry.code), "means": definition(entry.code),
    }  # fmt: skip


@router.get("/places", response={200: PlacesOut, 422: Problem}, summary="Which place is meant")
@versioned
def places(request: HttpRequest, query: Query[PlaceQuery]) -> dict[str, Any]:
    answer = find_place(query.q)
    found = answer if isinstance(answer, Found) else None
    options = answer.others if isinstance(answer, Found) else answer.options
    message = "" if isinstance(answer, Found) else answer.message
    return {
        "meta": meta(),
        "message": message,
        "found": found and _place(found),
        "options": [*map(_place, options)],
    }


def _place(found: Found) -> dict[str, Any]:
    lat, lon = found.point or (None, None)
    return {
        "query": found.query, "label": found.label, "kind": found.kind, "state": found.state,
        "latitude": lat, "longitude": lon,
    }  # fmt: skip
