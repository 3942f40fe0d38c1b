"""Walking the questionnaire in a browser, as a person does: read the page, choose, go on."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page

from finder.answers import COOKIE, Visit, seal
from tests.finder.people import ALL_SEEN

QUESTION = "input[name=question]"


def arrive(
    context: BrowserContext, site: str, answers: dict[str, Any], seen: tuple[str, ...] = ALL_SEEN
) -> None:
    """Give this browser a visit with these answers, as if it had walked there."""
    host = site.split("//")[1].split(":", maxsplit=1)[0]
    cookie = {"name": COOKIE, "value": seal(Visit(answers, seen)), "domain": host, "path": "/finder/"}
    context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Lax"}])


def open_question(page: Page) -> str | None:
    """The id of the question on the page; None on a page that asks nothing."""
    field = page.locator(QUESTION)
    return field.get_attribute("value") if field.count() else None


def wanted(answers: dict[str, Any], question: str) -> list[tuple[str, str]]:
    """(field name, value) for each box to choose."""
    answer = answers[question]
    if isinstance(answer, dict):
        return list(answer.items())
    return [("answer", value) for value in ([answer] if isinstance(answer, str) else answer)]


def press(page: Page, name: str) -> None:
    """Press a button that leads to a page, and wait for that page."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def by_pointer(page: Page, boxes: list[tuple[str, str]]) -> None:
    for name, value in boxes:
        page.locator(f"input[name='{name}'][value='{value}']").check()
    press(page, "Continue")


def walk_through(page: Page, answers: dict[str, Any], choose: Callable[..., None] = by_pointer) -> list[str]:
    """Answer until no question is left; the ids that were asked. Goes on from emergency pages."""
    asked = []
    for _ in range(150):
        question = open_question(page)
        if question:
            asked.append(question)
            choose(page, wanted(answers, question))
        elif page.get_by_role("button", name="I have read this. Go on").count():
            press(page, "I have read this. Go on")
        else:
            return asked
    raise AssertionError("the path does not end")
