"""The handrail picture: levels of care as steps beside a rail. One drawing for every page and every width."""

from typing import Any

from django import template

from facilities.levels import LevelOfCare

register = template.Library()

STEPS = tuple(level for level in reversed(LevelOfCare) if level is not LevelOfCare.EMERGENCY)


@register.inclusion_tag("_rail_picture.html")
def rail_picture(current: str = "", note: str = "Start here") -> dict[str, Any]:
    """Draw the steps, the most intensive on top, and mark the one whose slug is `current` with the note."""
    return {"steps": STEPS, "current": current, "note": note}
