"""The banners visitors see now, remembered for half a minute per process so that pages need no query for them."""

import logging
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import Error
from django.http import HttpRequest
from django.utils import timezone

KEY = "announcements"
SECONDS = 30
logger = logging.getLogger(__name__)


def current() -> list[dict[str, Any]]:
    """Approved announcements whose time has come; none when the database is down."""
    found = cache.get(KEY)
    return refreshed() if found is None else found


def refreshed() -> list[dict[str, Any]]:
    """The same, read anew: for the page cache, and after a change."""
    found = read(timezone.now())
    cache.set(KEY, found, SECONDS)
    return found


def read(now: datetime) -> list[dict[str, Any]]:
    from config.models import Announcement

    try:
        rows = Announcement.objects.showing(now).values("text", "link", "link_text", "urgency")
        return [dict(row) for row in rows]
    except Error as error:
        logger.error("Announcements not read: %s", type(error).__name__)
        return []


def announcements(request: HttpRequest | None) -> dict[str, Any]:
    """Context processor; the query runs only where a page shows the banners."""
    return {"announcements": current}
