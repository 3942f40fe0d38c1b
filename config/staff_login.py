"""Pages between the password and the staff pages: enter a code, set up an app, get recovery codes."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

import django_otp
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config import second_factor
from config.models import AccountChange
from config.second_factor import CodeForm, app_devices, safe_next

View = Callable[..., HttpResponse]


def password_done(view: View) -> View:
    """For active staff whose password was right; everyone else starts at the log-in page."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if not (user.is_active and user.is_staff):  # type: ignore[union-attr]
            return redirect("admin:login")
        return view(request, *args, **kwargs)

    return never_cache(csrf_protect(sensitive_post_parameters()(inner)))


def page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, template, {**admin.site.each_context(request), **context}, status=status)


def to_second_step(request: HttpRequest) -> HttpResponseRedirect:
    """After the password: to the code page, or to the set-up page when no app is known yet."""
    name = "admin:second_factor" if app_devices(request.user).exists() else "admin:second_factor_set_up"
    return redirect(f"{reverse(name)}?{urlencode({'next': safe_next(request)})}")


@password_done
@require_http_methods(["GET", "POST"])
def enter_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a known app, or a recovery code."""
    user: Any = request.user
    if user.is_verified():
        return redirect(safe_next(request))
    if not app_devices(user).exists():
        return to_second_step(request)
    devices = second_factor.devices_for(user, request.POST.get("code", ""))
    form = CodeForm(request.POST or None, devices=devices)
    if form.is_valid():
        log_in_with(request, form.device)
        return redirect(safe_next(request))
    return page(
        request, "admin/second_factor.html", title="Enter your code", form=form, next=safe_next(request)
    )


@password_done
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Show the secret as picture and text until a code from it is typed back; then recovery codes, once."""
    user: Any = request.user
    if app_devices(user).exists() and not user.is_verified():
        return to_second_step(request)
    device = second_factor.pending_device(user)
    form = CodeForm(request.POST or None, devices=type(device).objects.filter(pk=device.pk))
    if form.is_valid():
        with transaction.atomic():
            change = ("second step", second_factor.second_step_of(user), "new app")
            second_factor.confirm(form.device)
            codes = second_factor.new_recovery_codes(user)
            AccountChange.record(user, user, "second step set up", changes=[change])
        log_in_with(request, form.device)
        return recovery_codes_page(request, codes)
    picture, secret = second_factor.qr_picture(device), second_factor.secret_text(device)
    context: dict[str, Any] = {"form": form, "picture": picture, "secret": secret, "next": safe_next(request)}
    return page(request, "admin/second_factor_set_up.html", title="Set up your second step", **context)


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What protects this account, and what to do about a new phone or used-up codes."""
    user: Any = request.user
    context: dict[str, Any] = {
        "has_app": app_devices(user).exists(),
        "codes_left": second_factor.recovery_codes_left(user),
    }
    return page(request, "admin/account.html", title="Your account", **context)


@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Replace the recovery codes of someone who is fully logged in."""
    with transaction.atomic():
        codes = second_factor.new_recovery_codes(request.user)
        AccountChange.record(request.user, request.user, "new recovery codes")
    return recovery_codes_page(request, codes)


def recovery_codes_page(request: HttpRequest, codes: list[str]) -> HttpResponse:
    context: dict[str, Any] = {"codes": codes, "next": safe_next(request)}
    return page(request, "admin/recovery_codes.html", title="Your recovery codes", **context)


def log_in_with(request: HttpRequest, device: Any) -> None:
    """Mark the session as verified under a new key; warn when recovery codes run low."""
    request.session.cycle_key()
    django_otp.login(request, device)
    left = device.token_set.count() if hasattr(device, "token_set") else None
    if left is not None:
        messages.warning(
            request, f"You used a recovery code. {left} left. Make new ones on the account page."
        )
