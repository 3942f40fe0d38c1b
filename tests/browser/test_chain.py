"""The whole chain as a visitor walks it: read an article, answer, get a level with reasons, see places."""

import re

import pytest

ARTICLE = "/articles/benzodiazepines/clonazepam/"
# Someone who takes clonazepam as prescribed every day and once had a withdrawal seizure: question id -> answer.
SEIZURE_BEFORE = {
    "overdose_now": "no",
    "danger_signs": "none",
    "respondent": "self",
    "suicide": "no",
    "violence": "no",
    "child_risk": "no",
    "age": "age_26_64",
    "sex": "male",
    "veteran": "no",
    "frequency": "daily",
    "source": "as_directed",
    "wd_now": "mild",
    "last_use": "h6_24",
    "benzo_dose": "moderate",
    "duration": "gt_12",
    "recent_cut": "no",
    "wd_past": "seizure",
    "seizure_cause": "sedatives",
    "wd_episodes": "one",
    "medical": "none",
    "seizure_disorder": "no",
    "thinking": "no",
    "home": "supportive",
    "transport": "yes",
}
MOST_PAGES = 60


def answer(page, answers):
    """Answer the question on the page, or skip it when these answers say nothing about it."""
    question = page.locator("main input[name=question]").input_value()
    option = answers.get(question)
    if option:
        for box in page.locator(f'main input[value="{option}"]').all():
            box.check()
    if question == "substances" or option:
        page.get_by_role("button", name="Continue").click()
    else:
        page.get_by_role("button", name="Skip this one").click()


def walk_to_result(page, answers):
    for _ in range(MOST_PAGES):
        if page.locator("main input[name=question]").count() == 0:
            break
        answer(page, answers)
    page.get_by_role("link", name="See where to start").first.click()


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

    while page.locator("main input[name=question]").count() == 0:
        page.locator("main a.button, main form button.button").first.click()
    walk_to_result(page, SEIZURE_BEFORE)

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
