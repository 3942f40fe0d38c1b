"""What one part of the site may show of another's data: levels of care and help lines, read where they live."""

from django import template

from config import crisis_lines
from facilities.levels import LEVELS, LevelOfCare

register = template.Library()


@register.simple_tag
def level_of_care(slug: str) -> dict[str, object] | None:
    """Label, hours and description of a level of care, or None for an unknown word."""
    try:
        level = LevelOfCare.from_slug(slug)
    except KeyError:
        return None
    return {"slug": level.slug, **LEVELS[level]._asdict()}


@register.simple_tag
def level_hours(slug: str, group: str = "adults") -> str:
    """Hours a week as bare numbers for a sentence: "9 to 19", "20 or more"; empty if the level has none."""
    facts = level_of_care(slug) or {}
    low = facts.get("min_hours_teens" if group == "teens" else "min_hours")
    high = None if group == "teens" else facts.get("max_hours")
    if low and high:
        return f"{low} to {high}"
    return f"{low} or more" if low else f"fewer than {high}" if high else ""


@register.simple_tag
def help_lines() -> tuple[crisis_lines.CrisisLine, ...]:
    """The lines every page shows, with who answers and when."""
    return crisis_lines.EVERY_PAGE
