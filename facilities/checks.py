"""System checks of the directory itself: run by `check --deploy`."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register
from django.db import DatabaseError

from facilities.freshness import OLD_AFTER_MONTHS, too_old
from facilities.models import Facility


@register(deploy=True)
def directory_is_fresh(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn where the newest edition is so old that every page carries a warning of its own."""
    try:
        edition = too_old(Facility.objects.listed().newest_edition())
    except DatabaseError:
        return []  # nothing migrated yet: other checks say so
    if edition is None:
        return []
    words = f"The newest directory edition is from {edition}, more than {OLD_AFTER_MONTHS} months ago."
    return [Warning(words, hint="Import a newer one: manage.py import_facilities FILE", id="facilities.W001")]
