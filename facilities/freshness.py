"""How old the facts of a listing are, in words, and when the whole list is too old to be shown without a warning."""

from datetime import date

from facilities.models import Facility

OLD_AFTER_MONTHS = 18  # counted from the end of the edition's year


def is_old(edition: int | None, today: date) -> bool:
    """Whether a directory edition needs the standing warning."""
    return edition is not None and (today.year - edition - 1) * 12 + today.month > OLD_AFTER_MONTHS


def too_old(edition: int | None) -> int | None:
    """The edition if it needs the standing warning today, else None."""
    return edition if is_old(edition, date.today()) else None


def checked(facility: Facility, *, partly: bool = False) -> str:
    """One or two sentences: who said so, and when. `partly`: we confirmed some facts, but not the whole listing."""
    if facility.is_example:
        return "Example listing. This is not a real place."
    if facility.last_verified_on:
        how = f" by {facility.last_verified_how.lower()}" if facility.last_verified_how else ""
        return f"We checked this{how} on {facility.last_verified_on:%B} {facility.last_verified_on:%-d, %Y}."
    ours = "We have confirmed a part of it ourselves." if partly else "We have not checked it ourselves."
    if facility.last_seen_edition:
        return f"From the {facility.last_seen_edition} directory. {ours}"
    return ours
