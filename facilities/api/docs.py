"""The page that documents the API, written from its own OpenAPI document."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI

from facilities.api.versioned import CREDIT, LICENSE


class Endpoint(NamedTuple):
    """One operation of the API."""

    path: str
    summary: str
    parameters: list[tuple[str, str, bool]]


def page(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    document = api.get_openapi_schema()
    tags: dict[str, list[Endpoint]] = {}
    for path, methods in document["paths"].items():
        operation = methods["get"]
        tags.setdefault(operation["tags"][0], []).append(_endpoint(path, operation))
    context = {"info": document["info"], "tags": tags.items(), "license": LICENSE, "credit": CREDIT}
    return render(request, "facilities/api.html", context)


def _endpoint(path: str, operation: dict[str, Any]) -> Endpoint:
    parameters = [
        (one["name"], one.get("description") or one["schema"].get("description", ""), one["required"])
        for one in operation.get("parameters", [])
    ]
    return Endpoint(path, operation["summary"], parameters)
