"""A search as GeoJSON points (RFC 7946). Places without a published address have no point and are not in it."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from facilities.api.errors import Problem
from facilities.api.listings import searched
from facilities.api.schemas import Meta, SearchQuery
from facilities.api.versioned import meta, versioned

router = Router(tags=["facilities"])
MOST_POINTS = 2_000


class Collection(Schema):
    """A FeatureCollection; `meta` is a foreign member. `complete` is false where more points match than are sent."""

    type: str
    meta: Meta
    complete: bool
    features: list[dict[str, Any]]


@router.get(
    "", response={200: Collection, 404: Problem, 422: Problem}, summary="Search places, as GeoJSON points"
)
@versioned
def geojson(request: HttpRequest, query: Query[SearchQuery]) -> dict[str, Any]:
    found = list(searched(request).qs.pinned()[: MOST_POINTS + 1])
    features = [_feature(request, facility) for facility in found[:MOST_POINTS]]
    complete = len(found) <= MOST_POINTS
    return {"type": "FeatureCollection", "meta": meta(), "complete": complete, "features": features}


def _feature(request: HttpRequest, facility: Any) -> dict[str, Any]:
    miles = getattr(facility, "miles", None)
    return {
        "type": "Feature",
        "id": str(facility.public_id),
        "geometry": {"type": "Point", "coordinates": [facility.longitude, facility.latitude]},
        "properties": {
            "name": facility.name,
            "url": facility.get_absolute_url(),
            "miles": None if miles is None else round(miles, 2),
            "point_quality": facility.point_quality,
        },
    }
