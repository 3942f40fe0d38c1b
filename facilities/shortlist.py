"""A visitor's own list of places: public ids in an encrypted cookie of the visit. Nothing is written on the server."""

import base64
import json
from collections.abc import Iterable
from functools import cache
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE, PATH = "shortlist", "/facilities/"
MOST = 20
COMPARED = 4
KEPT_SECONDS = 60 * 60 * 24  # an older cookie is not read: a borrowed phone forgets by itself


@cache
def _fernet(secrets: tuple[str, ...]) -> MultiFernet:
    """One key per secret, the first one writes. HKDF keeps them apart from other uses of the same secrets."""
    keys = (HKDF(SHA256(), 32, None, b"handrail shortlist").derive(s.encode()) for s in secrets)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def _box() -> MultiFernet:
    return _fernet((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


def read(request: HttpRequest) -> list[UUID]:
    """The ids in the order they were saved; empty when there is no cookie, or one we cannot read."""
    try:
        return [
            UUID(text) for text in json.loads(_box().decrypt(request.COOKIES.get(COOKIE, ""), KEPT_SECONDS))
        ]
    except (InvalidToken, ValueError):
        return []


def write(response: HttpResponse, ids: Iterable[UUID]) -> HttpResponse:
    """Keep the list in the browser until it is closed."""
    value = _box().encrypt(json.dumps([one.hex for one in ids]).encode()).decode()
    response.set_cookie(COOKIE, value, path=PATH, httponly=True, samesite="Lax", secure=not settings.DEBUG)
    return response


def forget(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
    return response
