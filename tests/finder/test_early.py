"""Stopping early: as soon as nothing that is still open could change the level or a safety message, and not before."""

import pytest

from finder import protocol
from finder.way import Way
from tests.finder.journeys import answered_on
from tests.finder.people import NORA, RAY, arrive, place, sent, told, walk

LINE = "Nothing you could still answer would change that."


def walked(full, enough):
    """The answers after as many pages as it takes until `enough(way)`."""
    answers = {}
    while not enough(way := Way(answers)):
        answers = answered_on(way.pages[way.furthest - 1].items, answers, full)
    return answers


DECIDED = {"Ray": walked(walk(RAY), lambda way: way.standing.decided)}


def almost(full):
    """Just before it is decided."""
    before = {}
    answers = {}
    while not Way(answers).standing.decided:
        before = answers
        way = Way(answers)
        answers = answered_on(way.pages[way.furthest - 1].items, answers, full)
    return before


def test_the_line_says_the_level_and_offers_to_see_it_or_go_on(client):
    way = Way(DECIDED["Ray"])
    assert way.open, "something is left to ask"
    page = arrive(client, DECIDED["Ray"]).get(f"/finder/step/{way.furthest}/")
    assert "Your answers already point to inpatient detox." in page.text and LINE in page.text
    assert 'href="/finder/result/">See it now' in page.text
    assert f"Go on: {len(way.open)} more page" in page.text


def test_the_result_is_there_at_once_and_not_a_page_sooner(client):
    assert arrive(client, DECIDED["Ray"]).get("/finder/result/").status_code == 200
    before = almost(walk(RAY))
    for address in ("/finder/result/", "/finder/result/print/"):
        assert arrive(client, before).get(address).url == f"/finder/step/{Way(before).furthest}/"
    page = client.get(f"/finder/step/{Way(before).furthest}/")
    assert LINE not in page.text


def test_the_line_stands_on_the_next_open_page_only(client):
    page = arrive(client, DECIDED["Ray"]).get("/finder/step/1/")
    assert LINE not in page.text


def test_the_level_is_the_one_of_the_whole_path():
    for person in (RAY, NORA, {"substances": ["none"]}, {"suicide": "plan"}):
        full = walk(person)
        early = walked(full, lambda way: way.standing.decided)
        assert Way(early).standing.level.slug == protocol.assess(full).level


def test_the_review_offers_both(client):
    page = arrive(client, DECIDED["Ray"]).get("/finder/review/").text
    assert "Go on with the questions" in page and 'href="/finder/result/"' in page


def test_an_answer_given_on_the_result_comes_back_to_it(client):
    way = Way(DECIDED["Ray"])
    page = way.pages[way.furthest - 1]
    full = walk(RAY)
    form = sent({**full, **DECIDED["Ray"]}, *(q.id for q in page.questions))
    form["item"] = [protocol.item_name(item) for item in page.items]
    response = arrive(client, DECIDED["Ray"]).post("/finder/step/1/", {**form, "from": "result"})
    assert response.url == "/finder/result/"
    assert set(DECIDED["Ray"]) < set(told(client))


def test_an_answer_changed_on_the_result_that_opens_more_leads_there(client):
    full = walk(RAY)
    arrive(client, full)
    form = {"item": "substances", "substances": ["alcohol", "benzodiazepines"], "from": "result"}
    response = client.post(f"/finder/step/{place('substances', full)}/", form)
    way = Way(told(client))
    expected = "/finder/result/" if way.standing.decided else f"/finder/step/{way.furthest}/"
    assert response.url == expected


@pytest.mark.parametrize("n", [1, 5, 9])
def test_how_much_is_left_is_true(client, n):
    answers = {}
    for _ in range(n - 1):
        way = Way(answers)
        answers = answered_on(way.pages[way.furthest - 1].items, answers, walk(RAY))
    way = Way(answers)
    page = arrive(client, answers).get(f"/finder/step/{way.furthest}/").text
    assert f"About {len(way.open) - 1} more page" in page


def test_what_is_left_rises_only_after_an_answer_that_opened_questions():
    full = walk({**RAY, "substances": ["alcohol", "cannabis"]})
    answers, left, names = {}, None, set()
    while (way := Way(answers)).open:
        now = {i for i in way.standing.open}
        if left is not None and len(way.open) > left:
            assert now - names, "nothing new was opened"
        left, names = len(way.open) - 1, now
        answers = answered_on(way.pages[way.furthest - 1].items, answers, full)


def test_the_rail_fills_and_never_goes_back_on_the_way():
    full = walk(NORA)
    way, before = Way(full), 0.0
    for n in range(1, len(way.pages) + 1):
        hand = float(way.ride(n).hand.rstrip("%"))
        assert hand > before
        before = hand
