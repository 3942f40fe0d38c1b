"""Pages that belong to the site as a whole. None of them touches the database."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.crisis_lines import SAMHSA
from config.help_lines import HELP_LINES
from config.middleware import database_down
from facilities import state_lines


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "home.html")


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """What to do in an emergency; answers even when the database is down."""
    by_state = {"state_lines": state_lines.LINES, "read": state_lines.READ}
    return render(request, "help_now.html", {"help_lines": HELP_LINES, "samhsa": SAMHSA} | by_state)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /finder/step/", "Disallow: /facilities/?"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also where a session could not be saved, which Django calls a bad request."""
    return database_down(request, exception) or render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Also the CSRF failure page: cookies may be off, so it says how to get help without them."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A session that cannot be read or saved fails outside every view, and ends here too."""
    return database_down(request, sys.exception()) or render(request, "500.html", status=500)
