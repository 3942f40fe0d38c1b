"""Looking at staff pages: what axe finds, and whether they fit, at each width and color scheme."""

from axe_playwright_python.sync_playwright import Axe

PASSWORD = "a long enough password"
# Without preload axe does not copy our stylesheets into inline ones, which our CSP refuses with a console error.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
SHAPES = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


def problems_of(page):
    """What axe finds at each width and color scheme, and whether the page is wider than the window."""
    problems = []
    for width, scheme in SHAPES:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(page, options=RULES)
        if found.violations_count:
            problems.append(f"{page.url} {width} {scheme} {found.generate_report()}")
        if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
            problems.append(f"{page.url} scrolls sideways at {width}")
    return problems


def expect_no_violations(page):
    assert problems_of(page) == []
