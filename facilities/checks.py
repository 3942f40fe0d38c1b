"""System checks of the directory itself: run by `check --deploy`."""

from datetime import timedelta
from typing import Any

from django.core.checks import CheckMessage, Warning, register
from django.db import DatabaseError
from django.utils.timezone import localdate

from facilities import state_lines
from facilities.freshness import OLD_AFTER_MONTHS, too_old
from facilities.models import Facility

READ_AGAIN_AFTER = timedelta(days=365)


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


@register(deploy=True)
def state_lines_are_read_again(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn where the number of a state's help line was read more than a year ago."""
    due = [line.state for line in state_lines.LINES if localdate() - line.read > READ_AGAIN_AFTER]
    if not due:
        return []
    words = f"Help lines read more than a year ago: {', '.join(due)}."
    return [Warning(words, hint="Read or call them again: facilities/state_lines.py", id="facilities.W002")]
