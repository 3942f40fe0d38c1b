"""The optional map in a real browser: asks nobody else, light, by keyboard, in step with the list, legible."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_facilities import assert_accessible


def test_the_map_asks_nobody_else_and_works_by_keyboard(page, site, visited):
    page.goto(site + "/facilities/?near=60614&miles=50")
    page.get_by_role("link", name="Show on a map").click()
    page.locator(".map-mark").first.wait_for()
    assert all(url.startswith((site, "data:")) for url in visited["requests"])
    assert "Tab moves between them." in page.locator("#map-said").inner_text()
    assert_accessible(page, "map")
    page.locator(".map-mark").first.focus()
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup a[href^='/facilities/']").first.wait_for()
    assert visited["errors"] == []


def test_the_map_draws_counties_and_names_near_the_search(page, site, visited):
    page.goto(site + "/facilities/map/?near=60614&miles=25")
    page.locator(".map-county").first.wait_for(state="attached")
    page.locator(".map-name", has_text="Kane").wait_for()
    page.locator(".map-town", has_text="Joliet").wait_for()
    states = {url.rsplit("/", 1)[1] for url in visited["requests"] if "/map/counties/" in url}
    assert {"IL.json", "IN.json"} <= states <= {"IL.json", "IN.json", "MI.json", "WI.json"}
    page.locator(".leaflet-control-zoom-out").click()
    page.locator(".map-county").first.wait_for(state="attached")
    assert_accessible(page, "map, farther away")
    assert visited["errors"] == []


def test_the_keyboard_goes_into_a_marker_and_comes_back(page, site):
    page.goto(site + "/facilities/map/?near=60614&miles=50")
    mark = page.locator(".map-mark").first
    mark.focus()
    name = mark.get_attribute("aria-label")
    page.keyboard.press("Space")
    expect(page.locator(".leaflet-popup a[href^='/facilities/']").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(f".map-mark[aria-label='{name}']").first).to_be_focused()


def test_a_place_of_the_list_is_shown_on_the_map(page, site):
    page.goto(site + "/facilities/map/?near=60614&miles=50")
    page.locator(".map-mark").first.wait_for()
    card = page.locator(".results article").first
    name = card.locator("h3").inner_text()
    card.get_by_role("button", name="Show on the map").click()
    page.locator(".leaflet-popup", has_text=name).wait_for()
    page.locator(".leaflet-popup").get_by_role("link", name="In the list").first.click()
    assert "#place-" in page.url


@pytest.mark.parametrize("size", [5, 57, 193, 1234])
def test_every_number_has_room_in_its_circle(page, site, size):
    cluster = {"lat": 41.9, "lon": -87.6, "size": size, "places": [], "asked": []}
    page.route("**/map/points/*", lambda route: route.fulfill(json={"clusters": [cluster], "complete": True}))
    page.goto(site + "/facilities/map/?near=60614&miles=50")
    mark = page.locator(".map-mark")
    mark.wait_for()
    written = mark.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().width }"
    )
    assert written + 14 <= mark.bounding_box()["width"]


def test_the_map_is_light(page, site):
    sizes = {}
    page.on("response", lambda response: sizes.update({response.url: response}))
    page.goto(site + "/facilities/map/?near=60614&miles=50")
    page.locator(".map-mark").first.wait_for()
    page.wait_for_load_state("networkidle")
    extra = [r for url, r in sizes.items() if re.search("leaflet|/map", url) and "/map/?" not in url]
    assert sum(len(gzip.compress(response.body(), 6)) for response in extra) <= 120_000
