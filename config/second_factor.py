"""The second step of a staff log-in: a six-digit code from an app, or a recovery code that works once."""

import math
from base64 import b32encode
from typing import Any

import segno
from django import forms
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
WRONG = "That code did not match. Check the clock of your phone, wait for the next code, and type it again."
WRONG_RECOVERY = "That recovery code did not match, or was used before."


class CodeForm(forms.Form):
    """One field; `devices` are tried under a row lock, so two guesses at once count as two."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, devices: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.devices, self.device = devices, None

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split()).replace("-", "").lower()
        with transaction.atomic():
            device = self.devices.select_for_update().first()
            error = check_code(device, code)
        if error:
            raise forms.ValidationError(error)
        self.device = device
        return code


def check_code(device: Device | None, code: str) -> str:
    """Try a code on a device. Returns what to tell the person, or "" when the code is right."""
    if device is None:
        return WRONG_RECOVERY
    allowed, why = device.verify_is_allowed()
    if not allowed:
        seconds = max(1, math.ceil((why["locked_until"] - timezone.now()).total_seconds()))
        return f"Too many wrong codes. Wait {seconds} second{'' if seconds == 1 else 's'} and try again."
    from_app = isinstance(device, TOTPDevice)
    if device.verify_token(code if from_app else kept_as(code)):
        return ""
    return WRONG if from_app else WRONG_RECOVERY


def app_devices(user: Any) -> Any:
    return TOTPDevice.objects.filter(user=user, confirmed=True)


def devices_for(user: User, code: str) -> Any:
    """Six digits come from the app; anything else can only be a recovery code (letters and digits)."""
    digits = "".join(code.split())
    if digits.isdigit():
        return app_devices(user)
    return StaticDevice.objects.filter(user=user, confirmed=True)


def second_step_of(user: Any) -> str:
    """In words, for the history of the account."""
    return "app" if app_devices(user).exists() else "none"


def pending_device(user: User) -> TOTPDevice:
    """The device being set up: the same secret is shown until a code from it is accepted."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "app"})[0]


def confirm(device: TOTPDevice) -> None:
    """Make a set-up device the only one of its owner."""
    app_devices(device.user).delete()
    device.confirmed = True
    device.save()


def kept_as(code: str) -> str:
    """A recovery code as the database keeps it: 80 bits under SECRET_KEY, so that a copied table opens nothing."""
    digest = salted_hmac("handrail.recovery-code", code, algorithm="sha256").digest()
    return b32encode(digest[:10]).decode().lower()


def new_recovery_codes(user: Any) -> list[str]:
    """Replace all recovery codes of a staff member. The caller shows them once."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery", confirmed=True)
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=kept_as(code)) for code in codes)
    return codes


def recovery_codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user).count()


def remove_second_factor(user: User) -> None:
    """For a lost phone: the next log-in starts at the set-up page."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def qr_picture(device: TOTPDevice) -> str:
    """An inline SVG, dark on white in both color schemes so that a camera can read it."""
    return segno.make(device.config_url).svg_inline(scale=5, light="#fff", svgclass="qr", lineclass=None)


def secret_text(device: TOTPDevice) -> str:
    """The secret in groups of four, for typing it into an app by hand."""
    secret = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def safe_next(request: HttpRequest) -> str:
    """Where to go after log-in; another host is never an answer."""
    target = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    secure = request.is_secure()
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=secure):
        return target
    return resolve_url("admin:index")
