"""Where a place stands: seen on the outline of its state, set by a click on it, doubtful points decided beside it."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from facilities.admin.forms import zip_point
from facilities.admin.pages import need, show
from facilities.geo import Point
from facilities.models import DataVersion, Facility, QuarantinedPoint
from facilities.outlines import MARGIN, Outline, outline
from facilities.ownership import claim

LARGER = 3  # the picture to click on is this many times the small one: about half a mile to a dot in a middling state


class Dot(NamedTuple):
    kind: str
    x: float
    y: float


@require_http_methods(["GET", "POST"])
def point_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A click on the picture arrives as its x and y; a button as the doubtful point it is about."""
    need(request, "change_facility")
    place = get_object_or_404(Facility, pk=pk)
    if request.method == "POST":
        message = decide(request, place)
        messages.info(request, message)
        return redirect("admin:facilities_facility_point", pk)
    doubted = list(place.quarantined_points.filter(resolved=False))
    context = {"object": place, "drawn": larger(outline(place.state)), "doubted": doubted}
    return show(request, "facility/point.html", Facility, title=f"Where is {place}?", **context)


def decide(request: HttpRequest, place: Facility) -> str:
    for action, does in (("use", use_doubted), ("discard", discard_doubted)):
        if request.POST.get(action, "").isdecimal():
            doubted = get_object_or_404(place.quarantined_points, pk=int(request.POST[action]))
            return does(doubted, request.user)
    clicked = point_clicked(request.POST, larger(outline(place.state)))
    if clicked is None:
        return "Click on the outline, or use a button."
    set_point(place, clicked, "click on the outline", request.user, "Set by a click on the outline")
    return f"Now at {clicked.lat:.4f}, {clicked.lon:.4f}."


def point_clicked(data: Any, drawn: Outline | None) -> Point | None:
    """The point under a click. None for nonsense, or where there is no outline."""
    x, y = data.get("spot.x", ""), data.get("spot.y", "")
    if (
        drawn is None
        or not (x.isdecimal() and y.isdecimal())
        or int(x) > drawn.width
        or int(y) > drawn.height
    ):
        return None
    edge = MARGIN * LARGER
    lon = drawn.west + (int(x) - edge) / drawn.scale_x
    return Point(drawn.north - (int(y) - edge) / drawn.scale_y, lon + 360 if lon < -180 else lon)


def larger(drawn: Outline | None) -> Outline | None:
    return drawn and drawn._replace(
        width=drawn.width * LARGER, height=drawn.height * LARGER,
        scale_x=drawn.scale_x * LARGER, scale_y=drawn.scale_y * LARGER,
    )  # fmt: skip


@transaction.atomic
def set_point(place: Facility, point: Point, source: str, user: Any, why: str) -> None:
    """A person decided: imports no longer move it."""
    place.latitude, place.longitude = round(point.lat, 5), round(point.lon, 5)
    place.point_source, place.point_quality = source, Facility.PointQuality.STAFF
    claim(place, ("latitude", "longitude"), user.get_username(), timezone.localdate())
    place._history_user, place._change_reason = user, why  # type: ignore[attr-defined]
    place.save()
    DataVersion.bump()


@transaction.atomic
def use_doubted(doubted: QuarantinedPoint, user: Any) -> str:
    point = Point(doubted.latitude, doubted.longitude)
    set_point(doubted.facility, point, doubted.source, user, "Confirmed a doubtful point")
    return discard_doubted(doubted, user) and "The doubtful point is right, and used now."


def discard_doubted(doubted: QuarantinedPoint, user: Any) -> str:
    doubted.resolved = True
    doubted.save()
    return "The doubtful point is discarded."


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The outline as an image: the ZIP code's middle, the point in use, and doubtful ones."""
    need(request, "view_facility")
    place = get_object_or_404(Facility, pk=pk)
    drawn = outline(place.state)
    if drawn is None:
        raise Http404("There is no outline of this state.")
    context = {
        "drawn": drawn,
        "dots": list(dots(place, drawn)),
        "width": drawn.width * LARGER,
        "height": drawn.height * LARGER,
    }
    return render(request, "admin/facilities/facility/point.svg", context, content_type="image/svg+xml")


def dots(place: Facility, drawn: Outline) -> Any:
    """What lies on the picture; a doubtful point may lie in another state, far outside."""
    marks: list[tuple[str, float | None, float | None]] = [("now", place.latitude, place.longitude)]
    marks += [
        ("doubt", one.latitude, one.longitude) for one in place.quarantined_points.filter(resolved=False)
    ]
    marks.append(("zip", *(zip_point(place.zip) or (None, None))))
    for kind, lat, lon in marks:
        if lat is not None and lon is not None:
            yield Dot(kind, *drawn.project(Point(lat, lon)))
