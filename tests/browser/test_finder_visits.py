"""In real Chromium: a visit that ran out or was changed, and cookies turned off. Always kind, always with numbers."""

import json
import time

import pytest
import time_machine

from finder.answers import COOKIE, IDLE_SECONDS
from tests.browser.questionnaire import arrive, by_pointer
from tests.finder.people import RAY, walk

NUMBERS = ("tel:911", "tel:988", "tel:18002221222", "tel:18006624357")


def has_the_numbers(page):
    main = page.locator("main")
    return all(main.locator(f"a[href='{number}']").count() for number in NUMBERS)


def test_an_expired_visit(context, page, site, visited):
    with time_machine.travel(time.time() - IDLE_SECONDS - 60, tick=False):
        arrive(context, site, walk(RAY))
    page.goto(f"{site}/finder/result/")
    assert page.locator("h1").inner_text() == "Your answers have been removed"
    assert has_the_numbers(page)
    assert context.cookies(f"{site}/finder/") == []
    page.get_by_role("link", name="Go to the start").click()
    page.get_by_role("link", name="Start", exact=True).click()
    assert page.url.endswith("/finder/step/1/")
    assert visited["errors"] == []


def test_a_tampered_visit(context, page, site):
    arrive(context, site, walk(RAY))
    value = context.cookies(f"{site}/finder/")[0]["value"]
    changed = value[:50] + ("A" if value[50] != "A" else "B") + value[51:]
    context.add_cookies([{"name": COOKIE, "value": changed, "domain": "127.0.0.1", "path": "/finder/"}])
    response = page.goto(f"{site}/finder/result/")
    assert response.status == 200
    assert page.locator("h1").inner_text() == "We could not read your answers"
    assert has_the_numbers(page)


@pytest.fixture
def without_cookies(playwright, browser_type_launch_args, tmp_path):
    """A Chromium whose settings block every cookie."""
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(blocked))
    context = playwright.chromium.launch_persistent_context(
        str(profile), headless=True, **browser_type_launch_args
    )
    yield context
    context.close()


def test_cookies_turned_off(without_cookies, site):
    page = without_cookies.new_page()
    page.goto(f"{site}/finder/step/1/")
    assert without_cookies.cookies() == []
    by_pointer(page, [("overdose_now", "no")])
    assert page.locator("h1").inner_text() == "Your browser did not keep your answer"
    assert "Cookies may be turned off" in page.locator("main").inner_text()
    assert has_the_numbers(page)
    assert page.get_by_role("link", name="find a place").count()


def test_an_emergency_with_cookies_turned_off_brings_help_at_once(without_cookies, site):
    page = without_cookies.new_page()
    page.goto(f"{site}/finder/step/1/")
    by_pointer(page, [("overdose_now", "yes")])
    assert page.locator("h1").inner_text() == "Call 911 now"
    assert "rescue breaths" in page.locator("main").inner_text()
    assert without_cookies.cookies() == []
