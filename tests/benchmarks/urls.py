"""The site map, a bare view of 45 KB (the ceiling of any page behind our middleware), and a typical search page."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500, urlpatterns
from tests.benchmarks.typical import typical

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

BARE = b"<!doctype html><title>bare</title>" + b"<p>word</p>" * 4090


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BARE)


urlpatterns = [*urlpatterns, path("bare/", bare), path("typical/", typical)]
