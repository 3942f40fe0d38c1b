"""Where a place stands: seen on a map of its ZIP code, county or state, set by a click, doubtful points decided."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from facilities.admin.pages import need, show
from facilities.admin.point_picture import View, chosen, views
from facilities.frames import Frame
from facilities.geo import Point
from facilities.models import DataVersion, Facility, QuarantinedPoint
from facilities.ownership import claim


@require_http_methods(["GET", "POST"])
def point_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A click on the picture arrives as its x and y; a button as the doubtful point it is about."""
    need(request, "change_facility")
    place = get_object_or_404(Facility, pk=pk)
    offered = views(place)
    view = chosen(offered, request.POST.get("view") or request.GET.get("view", ""), place)
    if request.method == "POST":
        messages.info(request, decide(request, place, view))
        return redirect(address(place, view))
    doubted = list(place.quarantined_points.filter(resolved=False))
    context = {"object": place, "views": offered, "view": view, "doubted": doubted}
    return show(request, "facility/point.html", Facility, title=f"Where is {place}?", **context)


def address(place: Facility, view: View | None) -> str:
    """This page again, as close by as it was."""
    page = reverse("admin:facilities_facility_point", args=[place.pk])
    return f"{page}?view={view.key}" if view else page


def decide(request: HttpRequest, place: Facility, view: View | None) -> str:
    for action, does in (("use", use_doubted), ("discard", discard_doubted)):
        if request.POST.get(action, "").isdecimal():
            doubted = get_object_or_404(place.quarantined_points, pk=int(request.POST[action]))
            return does(doubted, request.user)
    clicked = point_clicked(request.POST, view.frame) if view else None
    if clicked is None:
        return "Click on the map, or use a button."
    set_point(place, clicked, "click on the map", request.user, "Set by a click on the map")
    return f"Now at {clicked.lat:.4f}, {clicked.lon:.4f}."


def point_clicked(data: Any, frame: Frame) -> Point | None:
    """The point under a click. None for nonsense."""
    x, y = data.get("spot.x", ""), data.get("spot.y", "")
    if not (x.isdecimal() and y.isdecimal()) or int(x) > frame.width or int(y) > frame.height:
        return None
    return frame.point_at(int(x), int(y))


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
