"""Every page of the questionnaire reads at grade 8 or below, in short sentences, with respect."""

import re
from html import unescape

import pytest

from articles.wording import MAX_GRADE, grade, long_sentences, stigma
from finder.guide import GUIDES
from finder.summary import PRONOUNS
from tests.finder.people import NORA, RAY, SAM, arrive, everything_at_worst, walk

WORST = everything_at_worst()
FAMILY = walk({**RAY, "respondent": "family", "suicide": "plan"})
# name -> (answers, emergencies already shown?, address)
PAGES = {
    "start": ({}, True, "/finder/"),
    "every emergency": (WORST, False, "/finder/review/"),
    "every emergency, for a relative": ({**WORST, "respondent": "family"}, False, "/finder/review/"),
    "result, inpatient": (walk(RAY), True, "/finder/result/"),
    "result, outpatient": (walk(NORA), True, "/finder/result/"),
    "result, emergency": (walk(SAM), True, "/finder/result/"),
    "result, for a relative": (FAMILY, True, "/finder/result/"),
    "result, no sign of need": (walk(), True, "/finder/result/"),
    "print": (walk(RAY), True, "/finder/result/print/"),
}
# Shown as given: the visitor's own choices, and lists that are not sentences.
NOT_PROSE = re.compile(
    r"<(table|pre|dl|nav)\b.*?</\1>|<ul class=\"told-list\".*?</ul>|<ol class=\"(stair|source)[^>]*>.*?</ol>",
    re.S,
)
BLOCK = re.compile(r"</?(p|li|h[1-6]|section|div|summary|details|blockquote|ul|ol|figcaption|strong)\b[^>]*>")


def prose(html):
    """The sentences of the main part, one block a line."""
    main = NOT_PROSE.sub(" ", html[html.index("<main") : html.index("</main>")])
    cited = re.sub(r"<span class=\"cite\">.*?</span>", "", main, flags=re.S)
    lines = (
        re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", line))).strip()
        for line in BLOCK.sub("\n", cited).split("\n")
    )
    return "\n".join(line for line in lines if line)


@pytest.fixture(params=PAGES)
def text(request, client):
    answers, seen, address = PAGES[request.param]
    arrive(client, answers, *(() if seen else ((),)))
    page = client.get(address)
    assert page.status_code == 200
    return prose(page.text)


def test_grade_8_at_most(text):
    assert grade(text) <= MAX_GRADE


def test_no_sentence_over_25_words(text):
    assert not long_sentences(text)


def test_no_stigmatizing_word(text):
    assert not stigma(text)


@pytest.mark.parametrize("why", ["expired", "unreadable", "not kept"])
def test_the_end_of_a_visit_is_said_plainly(client, why):
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    text = prose(render_to_string("finder/ended.html", {"why": why}, RequestFactory().get("/finder/")))
    assert grade(text) <= MAX_GRADE and not long_sentences(text) and not stigma(text)


@pytest.mark.parametrize("who", PRONOUNS)
@pytest.mark.parametrize("level", GUIDES)
def test_what_a_level_is_like_is_said_plainly(level, who):
    guide = GUIDES[level]
    text = " ".join(
        [
            guide.sleep,
            guide.day,
            guide.length,
            guide.step_down,
            *(call.say.format(level=guide.noun, **PRONOUNS[who]) for call in guide.calls),
        ]
    )
    assert grade(text) <= MAX_GRADE and not long_sentences(text)
