"""What a page of questions shows, worked out from the visit. Decides nothing."""

from typing import Any

from django.http import HttpRequest

from ..answers import Visit
from ..forms import PageForm
from ..guide import GUIDES
from ..protocol import Item
from ..way import Way
from ..wording import respondent

ORIGINS = ("review", "result")  # pages that a question may have been opened from
SENSITIVE = ("suicide", "violence", "child")  # these say at once why they are asked


def context(request: HttpRequest, visit: Visit, way: Way, n: int, form: PageForm) -> dict[str, Any]:
    page, told, who = way.pages[n - 1], visit.answers, respondent(visit.answers)
    after_violence = n > 1 and way.pages[n - 2].id == "violence"
    return {
        "n": n,
        "form": form,
        "page": page,
        "title": page.title_for(who) if len(page.items) > 1 or page.items[0].row else "",
        "subject": page.subject,
        "rest": page.plan.rest,
        "whys": [question.why for question in page.questions],
        "why_at_once": page.id in SENSITIVE,
        "ride": way.ride(n),
        "notice": visit.notice or ("hurt" if after_violence and being_hurt(told) else ""),
        "origin": next((o for o in ORIGINS if o in request.GET), ""),
        "started": bool(told),
        "can_skip": any(item.question.skippable for item in page.items),
        "show_988": page.part == 0 and (page.id == "suicide" or told.get("suicide", "no") != "no"),
        "early": early(way) if n == way.furthest else None,
    }


def early(way: Way) -> dict[str, Any] | None:
    """What to say once nothing that is still open could change the level or a safety message."""
    if not way.standing.decided or way.standing.level is None:
        return None
    guide = GUIDES.get(way.standing.level)
    return {"noun": guide.noun if guide else "", "more": len(way.open)}


def being_hurt(told: dict[str, Any]) -> bool:
    return told.get("violence") in ("being_hurt", "danger_now")


def said_next(items: list[Item], told: dict[str, Any]) -> str:
    """A line to show on the very next page, whichever that is."""
    asked = {item.question.id for item in items}
    exposures = told.get("exposures")
    if "violence" in asked and being_hurt(told):
        return "hurt"
    unsure = isinstance(exposures, list) and "not_sure" in exposures
    return "poison" if "exposures" in asked and unsure else ""
