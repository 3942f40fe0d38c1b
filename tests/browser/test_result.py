"""The result in real Chromium on a narrow phone: what stands on the first screen, where it leads, and on paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from facilities.levels import LevelOfCare
from finder.protocol.cases import named_cases
from finder.summary import Summary
from tests.browser.questionnaire import arrive
from tests.finder.people import ALL_SEEN, NORA, RAY, SAM, walk

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PHONE = {"width": 360, "height": 740}
PAGE = re.compile(rb"/Type\s*/Page\b")
CHILD = walk({"age": "under_12"})
EARLY = {k: v for k, v in walk(RAY).items() if k not in ("readiness", "what_helps", "insurance", "barriers")}
PEOPLE = {
    "Ray": walk(RAY),
    "Ray, who stopped early": EARLY,
    "Nora": walk(NORA),
    "Sam": walk(SAM),
    "a child": CHILD,
    "nobody worried": walk(),
}


def open_result(page, context, site, answers, address=""):
    arrive(context, site, answers, ALL_SEEN)
    page.goto(f"{site}/finder/result/{address}")


def bottom(box):
    return box["y"] + box["height"]


def shown_first(case):
    """Those whom nothing more urgent than the level meets: no 911 or 988 block, nobody to see before a program."""
    summary = Summary(case.answers)
    return summary.names_level and not (summary.is_emergency or summary.first_messages or summary.led_by)


FIRST = [case for case in named_cases() if shown_first(case)]
# For each level the one with the longest words above the field, and a few more.
LONGEST = {
    level: max(
        (case for case in FIRST if case.level == level),
        key=lambda case: len(Summary(case.answers).why + Summary(case.answers).told),
        default=None,
    )
    for level in (level.slug for level in LevelOfCare)
}
LOOKED_AT = [case for case in LONGEST.values() if case] + FIRST[::20]


@pytest.mark.parametrize("case", LOOKED_AT, ids=lambda case: case.name)
def test_the_zip_field_stands_on_the_first_screen_of_a_phone(context, page, site, case):
    page.set_viewport_size(PHONE)
    open_result(page, context, site, case.answers)
    assert bottom(page.get_by_label("ZIP code or city").bounding_box()) <= PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_zip_code_leads_straight_to_the_list_and_carries_nothing_else(browser, site):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    open_result(page, context, site, PEOPLE["Ray"])
    page.get_by_label("ZIP code or city").fill("60601")
    page.get_by_role("button", name="Find").click()
    assert page.url == f"{site}/facilities/?near=60601&care=inpatient_wm&detox=alcohol"
    assert page.get_by_label("Common filters").get_by_role("link").count() >= 5
    context.close()


@pytest.mark.parametrize("name", PEOPLE)
def test_one_page_is_one_page(context, page, site, name):
    open_result(page, context, site, PEOPLE[name], "print/one-page/")
    assert len(PAGE.findall(page.pdf(format="Letter"))) == 1


@pytest.mark.parametrize("case", named_cases()[::23], ids=lambda case: case.name)
def test_one_page_is_one_page_for_others_too(context, page, site, case):
    open_result(page, context, site, case.answers, "print/one-page/")
    assert len(PAGE.findall(page.pdf(format="Letter"))) == 1


@pytest.mark.parametrize("address", ["", "print/without-answers/", "print/one-page/"])
@pytest.mark.parametrize("name", PEOPLE)
def test_axe_finds_nothing(context, quiet, site, name, address):
    open_result(quiet, context, site, PEOPLE[name], address)
    for width, scheme, opened in ((360, "light", False), (1280, "dark", True)):
        quiet.set_viewport_size({"width": width, "height": 900})
        quiet.emulate_media(color_scheme=scheme)
        quiet.evaluate("open => document.querySelectorAll('details').forEach(d => d.open = open)", opened)
        found = Axe().run(quiet, options=RULES)
        assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"


def test_a_number_in_brackets_opens_the_list_of_sources(context, page, site):
    open_result(page, context, site, PEOPLE["Ray"])
    page.locator(".message-grid .cite a").first.click()
    target = page.locator(":target")
    target.wait_for(state="visible")
    assert target.get_attribute("id").startswith("source-")


def test_the_summary_can_be_copied(context, page, site):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_result(page, context, site, PEOPLE["Ray"])
    page.get_by_text("For a clinician").click()
    page.get_by_role("button", name="Copy the summary").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Inpatient detox" in copied and "not an ASAM assessment" in copied
