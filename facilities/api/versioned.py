"""What every answer of the API carries: license, freshness, and an ETag that changes when listings change."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition
from ninja.decorators import decorate_view

from facilities.index import memory
from facilities.models import DataVersion

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
CREDIT = (
    "Treatment directory: SAMHSA (US federal work, public domain). ZIP code and city points: GeoNames (CC BY 4.0, "
    "modified) and US Census Bureau."
)


def _etag(request: HttpRequest, *args: Any, **kwargs: Any) -> str:
    """Of the data version and the whole address: the same question about the same data has the same answer."""
    text = f"{DataVersion.current()} {request.get_full_path()}"
    return f'"{hashlib.blake2b(text.encode(), digest_size=12).hexdigest()}"'


def _headed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def with_headers(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        memory.current()
        response.headers["Link"] = f'<{LICENSE}>; rel="license"'
        response.headers["X-Credit"] = CREDIT
        response.headers["X-Newest-Edition"] = str(memory.newest_edition or "none")
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cache-Control"] = "private, no-cache"  # an address may hold where someone is
        return response

    return with_headers


versioned = decorate_view(_headed, condition(etag_func=_etag))


def meta() -> dict[str, Any]:
    """License and freshness for the body of an answer."""
    memory.current()
    return {"license": LICENSE, "credit": CREDIT, "newest_edition": memory.newest_edition}
