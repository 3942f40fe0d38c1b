"""Markdown to safe HTML: containers, anchors, parts, figures from data, glossary links, nothing dangerous."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citations import Citations, Source
from articles.glossary import Term, TermLinks
from articles.parts import PARTS, Page
from articles.rendering import CONTAINERS, render
from articles.substances import SUBSTANCES

PAGE = Page("benzodiazepines", "clonazepam", SUBSTANCES["clonazepam"])
TERMS = {
    "taper": Term("taper", "A slow cut."),
    "tolerance": Term("tolerance", "Less effect.", aliases=("tolerant",)),
}


def rendered(text, page=PAGE):
    return render(text, page, Citations({"a": Source("a", 1, "T")}), TermLinks(TERMS))


@pytest.mark.parametrize("name", CONTAINERS)
def test_each_container_has_its_title_in_words(name):
    css, title = CONTAINERS[name]
    html = rendered(f"::: {name}\nText\n:::").html
    assert f'<div class="{css}"><p class="callout-title">{title}</p>' in html


def test_a_container_takes_its_own_title():
    assert "Call now &lt;b&gt;" in rendered("::: call-911 Call now <b>\nx\n:::").html


def test_headings_get_anchors_and_make_the_contents():
    made = rendered("## What is it?\n\n### Part\n\n## What is it?\n")
    assert [title for _, title in made.contents] == ["What is it?", "What is it?"]
    assert len({anchor for anchor, _ in made.contents}) == 2
    for anchor, _ in made.contents:
        assert f'id="{anchor}"' in made.html


def test_questions_come_with_their_answers():
    made = rendered("## Is it safe?\n\nNo [@a]. Do not.\n\n- one\n\n## Not a question\n\nText\n")
    assert made.questions == [("Is it safe?", "No. Do not. one")]


def test_figures_come_from_the_data():
    assert rendered("It starts in {{onset}}.").html.strip() == "<p>It starts in 2 to 7 days.</p>"
    assert "9 to 19 hours" in rendered("{{hours iop}} hours").html
    assert "6 or more" in rendered("Teens: {{hours-teen iop}}.").html


def test_a_figure_that_is_not_well_known_is_not_put_into_numbers():
    assert "not well known" in rendered("Worst: {{peak}}.").html


@pytest.mark.parametrize(
    "text", ["{{onset}}", "{{nonsense}}", "{{hours moon}}", "{{timeline}}", "x\n\n{{nonsense}}\n"]
)
def test_mistakes_are_reported_not_raised(text):
    assert rendered(text, Page()).problems


@pytest.mark.parametrize("name", [name for name in PARTS if name != "level-facts"])
@pytest.mark.parametrize("key", SUBSTANCES)
def test_every_part_draws_for_every_substance(name, key):
    made = rendered("{{" + name + "}}", Page("x", "y", SUBSTANCES[key]))
    assert made.problems == []
    assert made.html.strip()


@pytest.mark.parametrize(
    "level", ["early_intervention", "outpatient", "iop", "php", "residential", "inpatient_wm"]
)
def test_level_facts(level):
    assert "in short" in rendered("{{level-facts " + level + "}}").html


def test_terms_are_linked_once_and_not_in_headings_links_or_the_emergency_card():
    made = rendered(
        "::: call-911\ntaper\n:::\n\n## A taper\n\n[taper](/x/) A taper. A taper again. Tolerant people.\n"
    )
    assert made.html.count('class="term"') == 2
    assert list(made.terms.used) == ["taper", "tolerance"]
    assert '<a class="term" id="use-tolerance" href="#word-tolerance">Tolerant</a>' in made.html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,hello)",
        "![x](https://example.org/pixel.png)",
        '<div data-part="0"></div>',
        "# x {onclick=alert(1)}",
    ],
)
def test_nothing_dangerous_or_remote_comes_through(text):
    html = rendered(text).html
    for forbidden in (
        "<script",
        "<img",
        'href="javascript',
        'href="data',
        'data-part="',
        "<iframe",
        "style=",
    ):
        assert forbidden not in html


@given(st.text(alphabet=st.sampled_from("ab [](){}@:;!#*_`|<>&\"'\n-+taper"), max_size=120))
def test_any_text_renders_to_balanced_html(text):
    html = rendered(text).html
    assert html.count("<p>") + html.count("<p ") == html.count("</p>")
    assert "<script" not in html


def test_blocks_know_their_line_and_whether_they_are_cited():
    blocks = rendered("## H\n\nOne [@a].\n\n- two\n").blocks
    assert [(block.kind, block.line, block.cited) for block in blocks] == [
        ("h2", 1, False), ("p", 3, True), ("item", 5, False),
    ]  # fmt: skip
