"""Walking the questionnaire in a browser, as a person does: read the page, choose, go on."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page

from finder.answers import COOKIE, Visit, seal
from tests.finder.people import ALL_SEEN, boxes

ITEM = "input[name=item]"


def arrive(
    context: BrowserContext, site: str, answers: dict[str, Any], seen: tuple[str, ...] = ALL_SEEN
) -> None:
    """Give this browser a visit with these answers, as if it had walked there."""
    host = site.split("//")[1].split(":", maxsplit=1)[0]
    cookie = {"name": COOKIE, "value": seal(Visit(answers, seen)), "domain": host, "path": "/finder/"}
    context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Lax"}])


def open_items(page: Page) -> list[str]:
    """The names of the items on the page; none on a page that asks nothing."""
    return [field.get_attribute("value") or "" for field in page.locator(ITEM).all()]


def open_questions(page: Page) -> list[str]:
    """The ids of the questions on the page."""
    return list(dict.fromkeys(name.partition("-")[0] for name in open_items(page)))


def press(page: Page, name: str) -> None:
    """Press a button that leads to a page, and wait for that page."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def by_pointer(page: Page, chosen: list[tuple[str, str]]) -> None:
    for name, value in chosen:
        page.locator(f"input[name='{name}'][value='{value}']").check()
    press(page, "Continue")


def walk_through(page: Page, answers: dict[str, Any], choose: Callable[..., None] = by_pointer) -> list[str]:
    """Answer until no page of questions is left; the items that were asked. Goes on from emergency pages."""
    asked: list[str] = []
    for _ in range(150):
        items = open_items(page)
        if items:
            asked += items
            choose(page, boxes(items, answers))
        elif page.get_by_role("button", name="I have read this. Go on").count():
            press(page, "I have read this. Go on")
        else:
            return asked
    raise AssertionError("the path does not end")
