"""One small stylesheet, whose page sections never style each other's classes by accident."""

import gzip
import re
from itertools import combinations

import pytest

from config import stylesheets

PAGE_SECTIONS = ("home", "articles", "finder", "result", "facilities")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def lone_classes(section: str) -> set[str]:
    """Classes that a section styles on their own: the whole selector is the class."""
    text = COMMENT.sub("", (stylesheets.SECTIONS / f"{section}.css").read_text())
    selectors = {part.strip() for rule in re.findall(r"([^{}]+)\{", text) for part in rule.split(",")}
    return {selector for selector in selectors if re.fullmatch(r"\.[\w-]+", selector)}


@pytest.mark.parametrize(("one", "other"), combinations(PAGE_SECTIONS, 2))
def test_no_class_name_is_styled_by_two_page_sections(one, other):
    assert lone_classes(one) & lone_classes(other) == set()


def test_every_section_file_is_in_the_order():
    assert {path.stem for path in stylesheets.SECTIONS.glob("*.css")} == set(stylesheets.ORDER)


def test_stylesheet_and_script_stay_within_12_kb():
    script = (stylesheets.SECTIONS.parent / "site.js").read_bytes()
    assert len(gzip.compress(stylesheets.joined().encode(), 9)) + len(gzip.compress(script, 9)) <= 12_000


def test_old_browsers_get_plain_colors_first():
    text = stylesheets.joined()
    assert text.index("--paper:#") < text.index("light-dark(")


def test_a_space_before_a_pseudo_class_survives():
    text = stylesheets.joined()
    assert "table.plain *:is(th,td)" in text
    assert ".crisis *:focus-visible" in text
