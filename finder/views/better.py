"""What a result offers to those who stopped early: the questions that are still open, a page of them at a time."""

from typing import Any

from ..answers import Visit
from ..forms import PageForm
from ..way import Way
from ..wording import respondent


def still_open(visit: Visit, way: Way) -> dict[str, Any]:
    """How many questions are open, and a form with those of the first open page; empty when none is."""
    waiting = way.standing.open
    if not way.open:
        return {}
    n, who = way.open[0], respondent(visit.answers)
    page = way.pages[n - 1]
    form = PageForm([item for item in page.items if item in waiting], visit.answers, who)
    can_skip = any(item.question.skippable for item in form.items.values())
    title = (
        page.title_for(who) or "Still open"
    )  # never empty: without one, a question would be the page's heading
    return {"open_count": len(waiting), "n": n, "form": form, "title": title, "can_skip": can_skip}
