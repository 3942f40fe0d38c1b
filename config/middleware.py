"""Headers that keep a visit private, and a page for when the database is down."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)
View = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def privacy_headers(get_response: View) -> View:
    """Refuse device access, and tell search engines and caches to leave private pages alone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path.startswith(("/finder/", "/admin/")):
            response.headers["Cache-Control"] = "no-store, private"
            response.headers["Referrer-Policy"] = (
                "no-referrer" if request.path.startswith("/finder/") else "same-origin"
            )
        return response

    return middleware


def form_only_page(get_response: View) -> View:
    """Explain an address that only takes a form, instead of Django's empty 405; the API has its own answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response["Allow"]
        return page

    return middleware


class DatabaseDownPage:
    """Answer 503 when a view cannot reach the database; `views.server_error` does it where a middleware cannot."""

    def __init__(self, get_response: View):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return database_down(request, error)


def is_database_down(error: BaseException) -> bool:
    damaged = type(error) is DatabaseError  # how SQLite says that the file is not a database any more
    return damaged or isinstance(error, (OperationalError, InterfaceError))


def database_down(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """The page with the crisis numbers, None when neither this error nor one behind it is of the database."""
    while error is not None and not is_database_down(error):
        error = error.__context__
    if error is None:
        return None
    logger.error("Database unavailable: %s", type(error).__name__)
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = "30"
    response.headers["Cache-Control"] = "no-store"
    return response


database_down_page = DatabaseDownPage
