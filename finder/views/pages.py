"""Pages that need no answers: the start, how it works, and the way out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .. import answers, protocol
from ..answers import Expired, Unreadable

SHORTLIST_COOKIE = "shortlist"


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    notice, visit = "", None
    try:
        visit = answers.read(request)
    except Expired:
        notice = "expired"
    except Unreadable:
        notice = "unreadable"
    context = {
        "resume": bool(visit and visit.answers),
        "notice": notice,
        "required_text": protocol.REQUIRED_TEXT,
    }
    page = render(request, "finder/start.html", context)
    if notice:
        return answers.forget(page)
    return answers.keep_shown(page, visit) if visit and visit.refused else page


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Clear everything we keep in this browser, then go somewhere harmless."""
    response = HttpResponseRedirect(settings.LEAVE_SITE_ADDRESS)
    response.status_code = 303
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.delete_cookie(SHORTLIST_COOKIE, path="/facilities/")
    return answers.forget(response)
