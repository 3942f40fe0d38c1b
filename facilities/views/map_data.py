"""What the optional map draws: markers of a search, and our own outlines instead of somebody's tiles."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, JsonResponse

from facilities.clusters import clusters
from facilities.counties import FOLDER
from facilities.filters import FacilityFilter
from facilities.models import Facility
from facilities.outlines import OVERVIEW
from facilities.place_names import STATES

ZOOMS = range(3, 15)
MOST_POINTS = 5_000
DAY = 60 * 60 * 24


def points(request: HttpRequest) -> JsonResponse:
    """Markers of the same search as the list. Places without a published address are only in the list.

    `zoom` as web maps count it; `list`: ids of the places on the page, to learn which marker each is in."""
    search = FacilityFilter(request.GET, Facility.objects.all())
    if not search.is_valid() or search.place is None:
        return JsonResponse({"clusters": [], "complete": True}, status=422)
    found = search.qs.pinned()[: MOST_POINTS + 1]
    places = [_point(number, facility) for number, facility in enumerate(found, 1)]
    asked = set(request.GET.get("list", "").split(","))
    marks = clusters(places[:MOST_POINTS], _zoom(request), asked)
    response = JsonResponse(
        {"clusters": [mark._asdict() for mark in marks], "complete": len(places) <= MOST_POINTS}
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def outlines(request: HttpRequest) -> FileResponse:
    """States and territories as GeoJSON: enough from afar."""
    return _table(OVERVIEW)


def counties(request: HttpRequest, state: str) -> FileResponse:
    """One state closer by, as TopoJSON: its outline, counties and towns. `state`: USPS code."""
    file = FOLDER / f"{state}.json"
    if state not in STATES or not file.exists():
        raise Http404("There are no outlines of this state.")
    return _table(file)


def _table(file: Path) -> FileResponse:
    response = FileResponse(file.open("rb"), content_type="application/json")
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    return response


def _zoom(request: HttpRequest) -> int:
    """The zoom level asked for, brought into the range we draw."""
    text = request.GET.get("zoom", "")
    wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 9
    return min(max(wanted, ZOOMS[0]), ZOOMS[-1])


def _point(number: int, facility: Any) -> dict[str, Any]:
    miles = getattr(facility, "miles", None)
    return {
        "id": str(facility.public_id), "name": facility.name, "url": facility.get_absolute_url(), "rank": number,
        "lat": facility.latitude, "lon": facility.longitude, "miles": None if miles is None else round(miles, 1),
    }  # fmt: skip
