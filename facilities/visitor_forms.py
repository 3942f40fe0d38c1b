"""Small forms without a token: they must come from our own pages, and not too often."""

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate

REPORTS_A_DAY = 10
DAY = 60 * 60 * 24


def is_from_our_pages(request: HttpRequest) -> bool:
    """Whether the browser says so: Sec-Fetch-Site, else a matching Origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def is_within_limit(request: HttpRequest, limit: int = REPORTS_A_DAY) -> bool:
    """Count this request; False once an address has sent too many today.

    The key is an HMAC of the address under a random salt that lives for a day and only in the cache.
    """
    salt = cache.get_or_set(f"report-salt-{localdate()}", secrets.token_hex, DAY)
    name = "report-" + hmac.new(str(salt).encode(), _address(request).encode(), hashlib.sha256).hexdigest()
    cache.add(name, 0, DAY)
    return cache.incr(name) <= limit


def _address(request: HttpRequest) -> str:
    """The peer, or what the outermost of our own proxies saw; what a client writes itself does not count."""
    proxies = settings.TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return (
        forwarded[-proxies] if proxies and len(forwarded) >= proxies else request.META.get("REMOTE_ADDR", "")
    )


def back_to(request: HttpRequest, otherwise: str) -> str:
    """The page of ours named in the form's `next`, else `otherwise`."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/facilities/")
    return wanted if ours else otherwise
