"""What every staff page of our own needs besides its view."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest, template: str, model: Any, **context: Any) -> HttpResponse:
    """Render a template of templates/admin/facilities/ with what the admin's frame asks for."""
    shared = {**admin.site.each_context(request), "opts": model._meta}
    return render(request, f"admin/facilities/{template}", {**shared, **context})


def need(request: HttpRequest, *permissions: str) -> None:
    """Raises PermissionDenied unless the person has all of these permissions on facilities models."""
    if not request.user.has_perms([f"facilities.{name}" for name in permissions]):  # type: ignore[union-attr]
        raise PermissionDenied
