"""Small forms on cached pages: no token, so they must come from our own pages, and not too often."""

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.timezone import localdate

PER_DAY = 20
DAY = 60 * 60 * 24


def is_same_origin(request: HttpRequest) -> bool:
    """Whether the browser says the form was on our own page: Sec-Fetch-Site, else a matching Origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def _address(request: HttpRequest) -> str:
    proxies = settings.TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return (
        forwarded[-proxies] if proxies and len(forwarded) >= proxies else request.META.get("REMOTE_ADDR", "")
    )


def is_within_limit(request: HttpRequest) -> bool:
    """Count this request; False once an address has sent too many today.

    The key is an HMAC of the address under a random salt that lives for a day and only in the cache.
    """
    salt = cache.get_or_set(f"feedback-salt-{localdate()}", secrets.token_hex, DAY)
    name = "feedback-" + hmac.new(str(salt).encode(), _address(request).encode(), hashlib.sha256).hexdigest()
    cache.add(name, 0, DAY)
    return cache.incr(name) <= PER_DAY
