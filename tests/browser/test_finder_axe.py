"""No axe violation on any page or error state of the questionnaire, narrow and wide, light and dark."""

import time

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe

from finder.answers import IDLE_SECONDS
from finder.way import Way
from tests.browser.questionnaire import arrive
from tests.finder.people import NORA, RAY, SAM, everything_at_worst, place, walk
from tests.finder.test_early import DECIDED

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
WORST = everything_at_worst()
CALM = {"overdose_now": "no", "danger_signs": ["none"], "exposures": ["none"]}


# name -> (answers, emergencies already shown?, address, press Continue without choosing?)
STATES = {
    "start": ({}, True, "", False),
    "start, to go on": ({"overdose_now": "no"}, True, "", False),
    "one choice": ({}, True, "step/1/", False),
    "one choice, error": ({}, True, "step/1/", True),
    "many choices": (walk(RAY), True, f"step/{place('substances', walk(RAY))}/", False),
    "many choices, error": ({"overdose_now": "no"}, True, "step/2/", True),
    "several questions": (CALM, True, "step/4/", False),
    "several questions, error": (CALM, True, "step/4/", True),
    "each drug": (WORST, True, f"step/{place('frequency', WORST)}/", False),
    "each drug, error": (
        {k: v for k, v in walk(NORA).items() if k != "frequency"},
        True,
        f"step/{place('frequency', walk(NORA))}/",
        True,
    ),
    "a medicine": (walk(NORA), True, f"step/{place('duration', walk(NORA))}/", False),
    "the dependence scale": (WORST, True, f"step/{place('sds_stop', WORST)}/", False),
    "last use and symptoms": (walk(RAY), True, f"step/{place('wd_now', walk(RAY))}/", False),
    "after thoughts of suicide": (walk({"suicide": "thoughts"}), True, "step/6/", False),
    "after being hurt": (walk({"violence": "being_hurt"}), True, "step/8/", False),
    "settled early": (DECIDED["Ray"], True, f"step/{Way(DECIDED['Ray']).furthest}/", False),
    "every emergency": (WORST, False, "review/", False),
    "review": (walk(RAY), True, "review/", False),
    "result, inpatient": (walk(RAY), True, "result/", False),
    "result, outpatient": (walk(NORA), True, "result/", False),
    "result, emergency": (walk(SAM), True, "result/", False),
    "result, everything": (WORST, True, "result/", False),
    "print": (walk(RAY), True, "result/print/", False),
    "how it works": ({}, True, "how-it-works/", False),
    "questions": ({}, True, "how-it-works/questions/", False),
    "what is said": ({}, True, "how-it-works/what-is-said/", False),
    "rules": ({}, True, "how-it-works/rules/", False),
}


def look(page):
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(context, page, site, visited, state):
    answers, seen, address, press = STATES[state]
    if seen:
        arrive(context, site, answers)
    else:
        arrive(context, site, answers, seen=())
    page.goto(f"{site}/finder/{address}")
    if press:
        with page.expect_navigation():
            page.get_by_role("button", name="Continue").click()
    for details in page.locator("details").all()[:40]:
        details.evaluate("e => e.open = true")
    look(page)
    assert visited["errors"] == []
    assert all(url.startswith(site) for url in visited["requests"])


@pytest.mark.parametrize("why", ["expired", "unreadable", "not kept"])
def test_axe_finds_nothing_where_a_visit_ended(context, page, site, why):
    with time_machine.travel(time.time() - (IDLE_SECONDS + 60 if why == "expired" else 0), tick=False):
        arrive(context, site, {} if why == "not kept" else walk(RAY))
    if why == "unreadable":
        cookie = context.cookies(f"{site}/finder/")[0]
        context.add_cookies([{**cookie, "value": "changed"}])
    page.goto(f"{site}/finder/step/1/")
    if why == "not kept":
        context.clear_cookies()
        page.get_by_label("No", exact=True).check()
        with page.expect_navigation():
            page.get_by_role("button", name="Continue").click()
    assert page.get_by_role("link", name="Go to the start").count()
    look(page)
