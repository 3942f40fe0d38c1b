"""How it works: drawn from the objects that run, complete, light, and the same for machines."""

import gzip
from html import unescape

import pytest

from finder import protocol


@pytest.fixture
def how(client):
    return unescape(client.get("/finder/how-it-works/").text)


@pytest.fixture
def questions(client):
    return unescape(client.get("/finder/how-it-works/questions/").text)


@pytest.fixture
def rules(client):
    return unescape(client.get("/finder/how-it-works/rules/").text)


def test_every_question_with_every_answer_and_why(questions):
    for question in protocol.QUESTIONS:
        assert f"{question.code} · {question.text}" in questions
        assert question.why in questions
        assert all(option.label in questions for option in question.options)


def test_every_rule_with_when_it_holds(rules):
    for rule in (*protocol.RATING_RULES, *protocol.FLOORS):
        assert f"{rule.id} · " in rules
        assert rule.because in rules
        assert rule.when.words() in rules


def test_every_message_track_and_adjunct(client):
    rules = unescape(client.get("/finder/how-it-works/what-is-said/").text)
    for message in protocol.MESSAGES.values():
        assert message.title in rules and message.text in rules
    for card in (*protocol.TRACKS.values(), *protocol.ADJUNCTS.values()):
        assert card.title in rules and card.text in rules


def test_every_level_in_the_picture_and_the_table(how):
    for level, rule in {rule.floor.label: rule for rule in protocol.FLOORS}.items():
        assert level in how and rule.id.removeprefix("floor.") in how


def test_every_source_that_is_cited_stands_below(questions, rules):
    import re

    for page in (questions, rules):
        assert set(re.findall(r'href="#source-(\d+)"', page)) <= set(re.findall(r'id="source-(\d+)"', page))


def test_version_limits_and_required_text(how):
    assert protocol.RULE_SET_VERSION in how and protocol.REQUIRED_TEXT in how
    assert all(limit in how for limit in protocol.LIMITS)


def test_the_copy_for_machines_is_the_rule_set(client):
    copy = client.get("/finder/how-it-works/rules.json").json()
    assert copy["version"] == protocol.RULE_SET_VERSION
    assert [q["id"] for q in copy["questions"]] == [q.id for q in protocol.QUESTIONS]
    assert len(copy["decision_rules"]) == len(protocol.FLOORS)


@pytest.mark.parametrize(
    "address",
    [
        "/finder/how-it-works/",
        "/finder/how-it-works/questions/",
        "/finder/how-it-works/rules/",
        "/finder/how-it-works/what-is-said/",
        "/finder/",
    ],
)
def test_the_pages_are_light(client, address):
    assert (
        len(gzip.compress(client.get(address).content)) <= 18_000
    )  # a third of it the sources with their addresses; the law is 35 KB
