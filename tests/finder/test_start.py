"""The start page: little to read before Start, everything that must be said in a fold right below."""

import re
from html import unescape

import pytest

from finder.protocol import REQUIRED_TEXT
from tests.finder.people import arrive


@pytest.fixture
def page(client):
    return client.get("/finder/").text


def words(html):
    return unescape(re.sub(r"<[^>]+>", " ", html)).split()


def before_start(page):
    return page[page.index("<main") : page.index(">Start</a>")]


def test_at_most_80_words_before_start(page):
    assert len(words(before_start(page))) <= 80


def test_what_must_be_said_stands_there_in_at_most_35(page):
    short = re.search(r'<p class="required-text">(.*?)</p>', page, re.S)[1]
    assert short in before_start(page) and len(words(short)) <= 35
    for must in (
        "Not a diagnosis",
        "medical advice",
        "ASAM assessment",
        "Not tested in a study",
        "911",
        "988",
    ):
        assert must in short


def test_the_full_text_stands_in_the_fold_right_below(page):
    after = page[page.index(">Start</a>") :]
    first = re.search(r"<details>(.*?)</details>", after, re.S)[1]
    assert REQUIRED_TEXT in first


def test_who_began_before_goes_on(client):
    page = arrive(client, {"overdose_now": "no"}).get("/finder/").text
    assert "Go on where you left off" in page and "/finder/review/" in page
