"""The handrail picture: levels of care as steps beside a rail, drawn on the server as SVG."""

from typing import Any, NamedTuple

from django import template

from facilities.levels import LevelOfCare

register = template.Library()

WIDTH, STEP, GAP, BOTTOM = 600, 92, 8, 400
SHORT_NAMES = {
    LevelOfCare.EARLY_INTERVENTION: ("Early", "help"),
    LevelOfCare.OUTPATIENT: ("Outpatient",),
    LevelOfCare.IOP: ("Intensive", "outpatient"),
    LevelOfCare.PHP: ("Day", "program"),
    LevelOfCare.RESIDENTIAL: ("Residential",),
    LevelOfCare.INPATIENT_WM: ("Inpatient", "detox"),
}


class Step(NamedTuple):
    """One stair: left and top edge, height, the lines of its name, and where its post meets the rail."""

    slug: str
    label: str
    lines: list[tuple[int, str]]
    x: int
    y: int
    height: int
    post_top: int
    here: bool

    @property
    def middle(self) -> int:
        return self.x + STEP // 2


def stairs(current: str) -> list[Step]:
    """All six steps from the ground up; `current` is the slug of the one to mark."""
    steps = []
    for index, (level, words) in enumerate(SHORT_NAMES.items()):
        x, y = index * (STEP + GAP) + 4, 322 - index * 44
        lines = [(y + 30 + 19 * row, word) for row, word in enumerate(words)]
        post_top = y - 74
        steps.append(Step(level.slug, level.label, lines, x, y, BOTTOM - y, post_top, level.slug == current))
    return steps


@register.inclusion_tag("_rail_picture.html")
def rail_picture(current: str = "") -> dict[str, Any]:
    """Draw the steps and mark the level whose slug is `current`: a picture, and upright stairs on a phone."""
    steps = stairs(current)
    here = next((step for step in steps if step.here), None)
    return {"steps": steps, "stairs_down": steps[::-1], "current": here}
