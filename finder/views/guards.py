"""What every page with answers checks first: whose visit it is, whether it still runs, and emergencies.

Django's CSRF token is not used here, on purpose: these pages send no referrer, so browsers send `Origin: null`
with their forms and the token check would refuse every one of them. Instead a form counts only when it brings
the visit's SameSite cookie, which another site's form never does, and the browser does not call it cross-site.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from .. import answers, protocol
from ..answers import Visit
from ..emergency import instructions
from ..forms import alone
from ..summary import Summary


def sent_by_this_site(request: HttpRequest) -> bool:
    """True when the browser vouches that the form stood on one of our own pages."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def from_elsewhere(request: HttpRequest) -> bool:
    """True when the browser says that the form stood on a page that is not ours."""
    return request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")


def ended(request: HttpRequest, why: str) -> HttpResponse:
    """Say kindly why there are no answers ("expired", "unreadable", "not_kept", "too_large"), and what to do."""
    page = render(request, "finder/ended.html", {"why": why})
    return answers.forget(page) if why in ("expired", "unreadable") else page  # nothing else may end a visit


def with_visit(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view this browser's visit; a new one only on GET. An emergency not yet shown comes first."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: int) -> HttpResponse:
        try:
            visit = answers.read(request)
        except answers.Expired:
            return _lost(request, "expired")
        except answers.Unreadable:
            return _lost(request, "unreadable")
        if request.method == "POST" and (visit is None or from_elsewhere(request)):
            return _lost(request, "not_kept")
        visit = visit or Visit()
        try:
            response = _emergency_first(request, visit) or view(request, visit, **kwargs)
        except answers.TooLarge:
            return _lost(request, "too_large")
        return _renewed(response, visit)

    return guarded


def _lost(request: HttpRequest, why: str) -> HttpResponse:
    """There is no visit to add an answer to. One that is an emergency still brings up help, on this very page."""
    page = ended(request, why)
    if request.method != "POST" or from_elsewhere(request):
        return page
    told = alone(request.POST)
    kinds = tuple(dict.fromkeys(reason.kind for reason in protocol.interrupts(told)))
    if not kinds:
        return page
    context = {**instructions(Summary(told), kinds), "not_kept": True}
    page.content = render(request, "finder/emergency.html", context).content
    return page


def _renewed(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Looking counts as activity: move the idle limit on, but seldom, so that two tabs do not overwrite each other."""
    age = time.time() - visit.read_from
    if visit.read_from and age > answers.REFRESH_SECONDS and answers.COOKIE not in response.cookies:
        answers.keep(response, visit)
    return response


def _emergency_first(request: HttpRequest, visit: Visit) -> HttpResponse | None:
    """The full page that an emergency answer brings up, on whatever page comes next, until the visitor goes on."""
    kinds = tuple(dict.fromkeys(reason.kind for reason in protocol.interrupts(visit.answers)))
    fresh = tuple(kind for kind in kinds if kind not in visit.seen)
    if not fresh:
        return None
    if request.method == "POST":  # an answer from a page shown earlier still counts
        read = request.POST.get("action") == "go-on"
        return answers.keep(redirect(request.path), replace(visit, seen=kinds)) if read else None
    return render(request, "finder/emergency.html", instructions(Summary(visit.answers), fresh))
