"""Which address a request came from. Forwarded headers count only behind proxies we run (TRUSTED_PROXIES)."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address seen by the outermost of our own proxies; without proxies, the peer of the connection.

    Entries further left in X-Forwarded-For were written by the client and could be anything.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES:
        return peer
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    if len(hops) < settings.TRUSTED_PROXIES:
        return peer
    return hops[-settings.TRUSTED_PROXIES]
