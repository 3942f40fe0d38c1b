"""Report a problem with a listing, and search from where the browser says it is. Both forms carry no token."""

from typing import Any
from uuid import UUID

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from facilities.forms import HereForm, ReportForm
from facilities.models import Facility
from facilities.panels import changed
from facilities.places import nearest_zip
from facilities.visitor_forms import is_from_our_pages, is_within_limit


@csrf_exempt  # the listing's page carries no token: same origin and a daily limit stand in for it
def report(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What is wrong with this listing? Queued for staff; no name is asked for or kept."""
    facility = Facility.objects.listed().public(public_id)
    if facility is None:
        raise Http404
    form = ReportForm(request.POST or None)
    page: dict[str, Any] = {"facility": facility, "form": form}
    if request.method != "POST":
        return render(request, "facilities/report.html", {**page, "thanks": "sent" in request.GET})
    if not is_from_our_pages(request):
        return render(request, "403.html", status=403)
    if not form.is_valid():
        return render(request, "facilities/report.html", page, status=422)
    if not is_within_limit(request):
        return render(request, "facilities/report.html", {**page, "limited": True}, status=429)
    if not is_stored(form, facility):
        return render(request, "facilities/report.html", {**page, "busy": True})
    return HttpResponseRedirect("?sent", status=303)  # so that a reload does not report it twice


def is_stored(form: ReportForm, facility: Facility) -> bool:
    """False when a database busy with an import asks the visitor to try again, with the text kept."""
    form.instance.facility = facility
    try:
        form.save()
    except OperationalError:
        return False
    return True


@csrf_exempt  # changes nothing and stores nothing
@require_POST
def here(request: HttpRequest) -> HttpResponse:
    """From a rounded point to the nearest ZIP: the point itself is in no address and no log."""
    form = HereForm(request.POST)
    found = nearest_zip(form.point) if form.is_valid() else None
    query = QueryDict(request.POST.get("query", "")[:2000])
    return redirect(f"{reverse('facilities:search')}?{changed(query, 'near', found.query if found else '')}")
