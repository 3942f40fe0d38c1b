"""The whole chain as a visitor walks it: read an article, answer, get a level with reasons, see places."""

import re

import pytest

from tests.browser.questionnaire import by_pointer, open_questions, walk_through
from tests.finder.people import NORA, walk

ARTICLE = "/articles/benzodiazepines/clonazepam/"
# Someone who takes clonazepam as prescribed every day and once had a withdrawal seizure.
SEIZURE_BEFORE = {
    **NORA,
    "wd_past": ["seizure"],
    "seizure_cause": ["sedatives"],
    "last_use": {"benzodiazepines": "h6_24"},
}


def ticked_already(page, chosen):
    """What the article was about is chosen before the visitor comes to it."""
    if "substances" in open_questions(page):
        assert page.locator("input[value=benzodiazepines]").is_checked()
        chosen = []
    by_pointer(page, chosen)


@pytest.fixture
def without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


@pytest.mark.chain
def test_from_an_article_to_a_place_without_javascript(without_javascript, site):
    page = without_javascript
    page.goto(site + ARTICLE)
    assert page.get_by_role("heading", level=1).inner_text()
    page.locator("form[action*='/finder/'] button").first.click()

    walk_through(page, walk(SEIZURE_BEFORE), ticked_already)

    assert page.url.endswith("/finder/result/")
    main = page.locator("main")
    assert "inpatient detox" in main.get_by_role("heading", level=1).inner_text()
    assert "seizure" in main.inner_text().lower()

    page.get_by_label("ZIP code or city").fill("60614")
    page.get_by_role("button", name="Find", exact=True).click()
    assert set(re.findall(r"[?&](\w+)=", page.url)) <= {"near", "care", "detox", "moud"}
    card = page.locator("main h3 a, main h2 a").first
    name = card.inner_text()
    card.click()
    assert name.startswith("Example")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Example")
    assert page.locator("main a[href^='tel:']").count()
