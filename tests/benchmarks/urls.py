"""The site map plus a bare view of 45 KB: the ceiling that any page behind our middleware can reach."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

BARE = b"<!doctype html><title>bare</title>" + b"<p>word</p>" * 4090


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BARE)


urlpatterns = [*urlpatterns, path("bare/", bare)]
