"""The map that staff click on: as close as the ZIP code, as the county, or the whole state."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from facilities.admin.forms import zip_point
from facilities.admin.pages import need
from facilities.counties import county_at
from facilities.frames import Frame, around
from facilities.geo import Point
from facilities.models import Facility, Place
from facilities.outlines import miles_of, outline, ruler, surroundings, towns_within

SIZE = (900.0, 675.0)
ZIP_MILES = 12.0  # high: a dot of the picture is then about 30 yards
MOST_TOWNS = 40  # of a whole state: leave room for the counties' names
LARGER = 6  # the state is drawn this many times the size it has on a listing's page


class View(NamedTuple):
    """One of the pictures offered."""

    key: str
    label: str
    frame: Frame


class Dot(NamedTuple):
    """`kind`: "now" (in use), "doubt" (a source says so), "zip" (middle of the ZIP code)."""

    kind: str
    x: float
    y: float


def views(place: Facility) -> list[View]:
    """From close by to far away; none where we have no outlines of the state."""
    state = outline(place.state)
    if state is None:
        return []
    offered = [View("state", "Whole state", state.frame.enlarged(LARGER))]
    middle = zip_point(place.zip) or (place.latitude, place.longitude)
    if middle[0] is None or middle[1] is None:
        return offered
    center = Point(middle[0], middle[1])
    if county := county_at(place.state, center):
        offered.insert(0, View("county", county.label, around(center, miles_of(county), *SIZE)))
    return [View("zip", f"Around ZIP code {place.zip}", around(center, ZIP_MILES, *SIZE)), *offered]


def chosen(offered: list[View], key: str, place: Facility) -> View | None:
    """The view asked for; else the closest one that has all the place's points in it."""
    named = next((view for view in offered if view.key == key), None)
    fitting = (view for view in offered if all(_inside(view.frame, dot) for dot in dots(place, view.frame)))
    return named or next(fitting, offered[-1] if offered else None)


def _inside(frame: Frame, dot: Dot) -> bool:
    return 0 <= dot.x <= frame.width and 0 <= dot.y <= frame.height


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The map as an image: counties, towns and ZIP codes around, the points of the place."""
    need(request, "view_facility")
    place = get_object_or_404(Facility, pk=pk)
    view = chosen(views(place), request.GET.get("view", ""), place)
    if view is None:
        raise Http404("There are no outlines of this state.")
    marks = list(dots(place, view.frame))
    towns = towns_within(view.frame, place.state)
    named = towns[:MOST_TOWNS] if view.key == "state" else towns + zips_within(view.frame)
    pieces, names = surroundings(view.frame, [(dot.x, dot.y) for dot in marks], named)
    context = {
        "frame": view.frame,
        "pieces": pieces,
        "names": names,
        "dots": marks,
        "ruler": ruler(view.frame),
    }
    return render(request, "admin/facilities/facility/point.svg", context, content_type="image/svg+xml")


def zips_within(frame: Frame) -> list[tuple[str, Point]]:
    """ZIP codes by their middle: between towns they are all the orientation there is."""
    lat, lon = (frame.south, frame.north), (frame.west, frame.east)
    rows = Place.objects.filter(kind=Place.Kind.ZIP, latitude__range=lat, longitude__range=lon)
    return [(row.zip, Point(row.latitude, row.longitude)) for row in rows.order_by("zip")]


def dots(place: Facility, frame: Frame) -> Iterator[Dot]:
    """What lies on the picture; a doubtful point may lie in another state, far outside."""
    marks: list[tuple[str, float | None, float | None]] = [("now", place.latitude, place.longitude)]
    marks += [
        ("doubt", one.latitude, one.longitude) for one in place.quarantined_points.filter(resolved=False)
    ]
    marks.append(("zip", *(zip_point(place.zip) or (None, None))))
    for kind, lat, lon in marks:
        if lat is not None and lon is not None:
            yield Dot(kind, *frame.project(Point(lat, lon)))
