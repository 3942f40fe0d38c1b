"""On every page and error state: no axe violation, a quiet console, no stranger asked, light over the wire."""

import gzip
import re
import urllib.error
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = [
    "/",
    "/help-now/",
    "/about/",
    "/articles/",
    "/articles/benzodiazepines/",
    "/articles/benzodiazepines/clonazepam/",
    "/articles/search/?q=klonipin",
    "/articles/search/?q=zzzzqqq",
    "/articles/glossary/",
    "/articles/compare/",
    "/finder/",
    "/finder/step/1/",
    "/finder/how-it-works/",
    "/facilities/",
    "/facilities/?near=60614&miles=25&care=iop",
    "/facilities/?near=05401&miles=5",
    "/facilities/?near=99999&miles=25",
    "/facilities/?near=606",
    "/facilities/?near=Springfield",
    "/facilities/?near=60614&miles=9999",
    "/facilities/order/",
]
# As deployed, with nothing in the database: not found, the database gone, and what works without one.
DEPLOYED = ["/no-such-page/", "/facilities/?near=60614", "/articles/", "/help-now/"]
ALL = [("site", address) for address in PAGES] + [("deployed", address) for address in DEPLOYED]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
PAGE_LIMIT, CODE_LIMIT = 35_000, 12_000


@pytest.fixture
def where(request):
    """The whole address of a page on one of the two sites."""
    name, address = request.param
    return request.getfixturevalue(name) + address


on_every_page = pytest.mark.parametrize("where", ALL, indirect=True, ids=" ".join)


@on_every_page
def test_axe_finds_nothing(page, visited, where):
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(where)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"
    assert visited["errors"] == []


@on_every_page
def test_no_request_leaves_the_host_and_nothing_scrolls_sideways(page, visited, where):
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(where)
    host = "/".join(where.split("/")[:3])
    assert all(url.startswith((host, "data:")) for url in visited["requests"]), visited["requests"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def fetched(address: str) -> tuple[bytes, bytes]:
    """The bytes on the wire and the page itself; an error page counts too."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.urlopen(request) as response:
            wire, coding = response.read(), response.headers.get("Content-Encoding")
    except urllib.error.HTTPError as error:
        wire, coding = error.read(), error.headers.get("Content-Encoding")
    return wire, gzip.decompress(wire) if coding == "gzip" else wire


@on_every_page
def test_a_first_visit_is_light(where):
    wire, html = fetched(where)
    site = "/".join(where.split("/")[:3])
    files = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html.decode()))
    assert {name.rsplit(".", 1)[1] for name in files} <= {"css", "js", "svg"}
    sizes = {name: len(gzip.compress(fetched(site + name)[1], 9)) for name in files}
    code = sum(size for name, size in sizes.items() if not name.endswith(".svg"))
    assert code <= CODE_LIMIT, sizes
    assert len(wire) + sum(sizes.values()) <= PAGE_LIMIT, (len(wire), sizes)


def test_nothing_blocks_the_first_paint_but_the_stylesheet(page, site):
    page.goto(site)
    assert page.locator("script[src]:not([defer]):not([async])").count() == 0


def test_the_site_works_by_keyboard_from_the_first_tab(page, site):
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
