"""A result that was looked at early offers what is still open, in place, and comes back to itself."""

import re

import pytest

from tests.finder.people import RAY, arrive, told, walk

OPEN = ("readiness", "insurance", "what_helps", "barriers")


@pytest.fixture
def early():
    """Answers without the last part, which can change neither the level nor a safety message."""
    return {name: answer for name, answer in walk(RAY).items() if name not in OPEN}


def form_of(page):
    return re.search(r'<form method="post" action="(?P<to>[^"]+)" class="fold-body.*?</form>', page, re.S)


def test_nothing_is_offered_where_nothing_is_open(client):
    assert form_of(arrive(client, walk(RAY)).get("/finder/result/").text) is None


def test_what_is_open_is_asked_on_the_result_and_leads_back_to_it(client, early):
    page = arrive(client, early).get("/finder/result/")
    assert page.status_code == 200 and "more short question" in page.text
    form = form_of(page.text)
    items = re.findall(r'name="item" value="([\w-]+)"', form[0])
    assert items and set(items) <= set(OPEN)
    legends = re.findall(r"<legend[^>]*>(.*?)</legend>", form[0])
    assert len(legends) == len(items) and all(legends) and "<h1" not in form[0]
    boxes = {name: value for name, value in re.findall(r'name="([\w-]+)" value="([\w-]+)" id=', form[0])}
    back = client.post(form["to"], {"item": items, "from": "result", "action": "answer", **boxes})
    assert back.url == "/finder/result/"
    assert set(items) <= set(told(client))


def test_the_questions_in_place_can_be_skipped(client, early):
    form = form_of(arrive(client, early).get("/finder/result/").text)
    items = re.findall(r'name="item" value="([\w-]+)"', form[0])
    back = client.post(form["to"], {"item": items, "from": "result", "action": "skip"})
    assert back.url == "/finder/result/"
    assert all(told(client)[name] == "skip" for name in items)
