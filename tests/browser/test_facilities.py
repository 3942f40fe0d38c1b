"""Find a place in a real browser: every state by axe, without JavaScript, by keyboard, printed, from where one is."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SEARCH = "/facilities/?near=60614&miles=25&care=iop"
STATES = {
    "results": SEARCH,
    "paged": "/facilities/?near=60614&miles=500&page=2",
    "silent places too": "/facilities/?near=60614&unstated=1&care=residential&pay=medicaid",
    "nothing near": "/facilities/?near=59801&care=php",
    "filters kept": "/facilities/?care=iop&detox=alcohol",
    "unknown filter": "/facilities/?near=60614&care=banana",
    "whole state": "/facilities/?near=Illinois",
    "all filters": "/facilities/all-filters/?near=60614",
    "empty list": "/facilities/shortlist/",
    "empty comparison": "/facilities/compare/",
}


def assert_accessible(page, where):
    for width, scheme in [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{where}, {width} px, {scheme}: {found.generate_report()}"


def first_listing(page, site):
    page.goto(site + SEARCH)
    return page.locator(".place h3 a").first.get_attribute("href")


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible_and_quiet(page, site, visited, state):
    page.goto(site + STATES[state])
    assert_accessible(page, state)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert visited["errors"] == []
    assert all(url.startswith((site, "data:")) for url in visited["requests"])


def test_open_filters_and_panels_are_accessible_on_a_phone(page, site):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + SEARCH)
    page.get_by_text("Filters (1 on)").click()
    page.locator(".panel summary", has_text="Paying").click()
    assert_accessible(page, "filters open")


def test_on_a_phone_the_first_result_is_within_two_screens(page, site):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + SEARCH)
    assert page.locator(".place").first.bounding_box()["y"] < 2 * 740


def test_listing_report_and_their_states(page, site, visited):
    page.goto(site + first_listing(page, site))
    assert_accessible(page, "listing")
    page.get_by_role("link", name="Report a problem with this listing").click()
    assert_accessible(page, "report")
    page.get_by_role("button", name="Send to our staff").click()
    assert page.get_by_text("Choose what is wrong.").is_visible()
    assert_accessible(page, "report with an error")
    page.get_by_label("It moved").check()
    page.get_by_role("button", name="Send to our staff").click()
    assert page.get_by_role("heading", name="Thank you").is_visible()
    assert visited["errors"] == []


def test_save_compare_and_call_sheet_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site + "/facilities/?near=60614&miles=50")
    for _ in range(2):
        page.get_by_role("button", name=re.compile("^Save ")).first.click()
        assert "near=60614&miles=50" in page.url
    page.get_by_role("link", name="Your list (2)").click()
    page.get_by_role("button", name="Compare (up to 4)").click()
    assert page.locator("table.versus thead th").count() == 2
    everything = page.locator("table.versus tbody tr").count()
    page.get_by_role("button", name="Only what differs").click()
    assert page.locator("table.versus tbody tr").count() < everything
    page.goto(site + "/facilities/call-sheet/")
    assert page.locator("svg.qr").count() == 2
    page.goto(site + "/facilities/shortlist/")
    page.get_by_role("button", name="Clear the list").click()
    assert page.get_by_text("Nothing saved yet.").is_visible()
    context.close()


def test_list_comparison_and_call_sheet_are_accessible(page, site, visited):
    page.goto(site + "/facilities/?near=60614&miles=500")
    for _ in range(4):
        page.get_by_role("button", name=re.compile("^Save ")).first.click()
    for address in ("shortlist/", "compare/", "call-sheet/"):
        page.goto(f"{site}/facilities/{address}")
        assert_accessible(page, address)
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    assert visited["errors"] == []


def test_a_filter_is_chosen_by_keyboard(page, site):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + "/facilities/?near=60614")
    page.locator(".filters-box > summary").focus()
    page.keyboard.press("Enter")
    page.locator("input[name=care][value=iop]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("care=iop"))
    assert page.get_by_role("link", name="Remove Intensive outpatient (IOP)").is_visible()


def test_where_i_am_sends_a_rounded_point_only_when_asked(browser, site):
    context = browser.new_context(
        geolocation={"latitude": 41.92171, "longitude": -87.65123}, permissions=["geolocation"]
    )
    page, sent = context.new_page(), []
    page.on("request", lambda request: sent.append((request.method, request.url, request.post_data)))
    page.goto(site + "/facilities/?care=iop")
    assert not any(method == "POST" for method, _, _ in sent)
    page.get_by_role("button", name="Use where I am").click()
    page.wait_for_url(re.compile("near=606"))
    posted = next(data for method, _, data in sent if method == "POST")
    assert "lat=41.92&lon=-87.65&" in posted
    assert "41.92" not in page.url
    assert "care=iop" in page.url
    context.close()


def test_where_i_am_refused_says_what_to_do(browser, site):
    context = browser.new_context(permissions=[])
    page = context.new_page()
    page.goto(site + "/facilities/")
    page.get_by_role("button", name="Use where I am").click()
    page.get_by_text("Your browser did not say. Type a ZIP code instead.").wait_for(timeout=12000)
    context.close()


def test_printed_results_have_numbers_and_no_filters(page, site):
    page.goto(site + SEARCH)
    page.emulate_media(media="print")
    assert page.locator(".place a[href^='tel:']").first.is_visible()
    for gone in (".filters", "#search", ".place button", ".skip"):
        assert not page.locator(gone).first.is_visible(), gone


def test_a_printed_listing_has_numbers_and_services_and_no_buttons(page, site):
    page.goto(site + first_listing(page, site))
    page.emulate_media(media="print")
    assert page.locator(".phones dd").first.is_visible()
    assert page.locator(".services").first.is_visible()
    assert not page.get_by_role("link", name="Report a problem with this listing").is_visible()
    assert not page.get_by_role("navigation", name="Main").is_visible()


def test_the_call_sheet_prints_with_room_to_write(page, site):
    page.goto(site + "/facilities/?near=60614")
    page.get_by_role("button", name=re.compile("^Save ")).first.click()
    page.goto(site + "/facilities/call-sheet/")
    page.emulate_media(media="print")
    assert page.locator("table.ask td").first.bounding_box()["height"] >= 40
    assert not page.locator("[data-print]").is_visible()
