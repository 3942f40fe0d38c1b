"""What would change the level: true, short, and never an answer taken back."""

import pytest

from facilities.levels import LevelOfCare
from finder.protocol import level_of, question, would_change
from finder.protocol.cases import named_cases
from finder.protocol.changes import CAN_COME
from finder.summary import MOST_CHANGES, Summary

CASES = named_cases()[::5]
# Facts: what was used, how much and how often, what happened, what is felt. Nothing in them may be taken back.
FACTS = (
    "substances",
    "frequency",
    "source",
    "audit_",
    "wd_",
    "last_use",
    "danger_signs",
    "suicide",
    "overdose",
)


def by_name(name):
    return next(case.answers for case in named_cases() if case.name == name)


@pytest.mark.parametrize("coming", CAN_COME, ids=lambda c: f"{c.question} {c.direction}")
def test_each_is_about_real_options_and_no_fact_is_taken_back(coming):
    assert all(question(coming.question).has_option(option) for option in coming.to)
    assert coming.direction == "up" or not coming.question.startswith(FACTS)
    assert len(coming.says.split()) <= 14


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_each_goes_the_way_it_says_from_an_answer_that_was_given(case):
    level = level_of(case.answers)
    for change in would_change(case.answers):
        other = LevelOfCare.from_slug(change.level)
        assert other > level if change.direction == "up" else other < level
        assert change.question in case.answers


def test_a_helper_at_home_is_one():
    answers = by_name("Moderate symptoms, but no one to stay")
    found = {(c.question, c.option): c.level for c in would_change(answers)}
    assert found["sober_adult", "yes"] == level_of({**answers, "sober_adult": "yes"}).slug == "outpatient"


@pytest.mark.parametrize(
    "name", ["Daily heavy drinking and a past withdrawal seizure", "Street bars most days"]
)
def test_history_symptoms_and_amounts_are_never_offered_as_a_way_down(name):
    assert not [c for c in would_change(by_name(name)) if c.direction == "down"]


def test_a_doctors_word_only_where_the_answer_was_open():
    answers = by_name("Not sure if pregnant, low dose, moderate symptoms")
    told = {**answers, "pregnancy": "pregnant"}
    assert "pregnancy" in {c.question for c in would_change(answers)}
    assert "pregnancy" not in {c.question for c in would_change(told)}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_at_most_three_are_shown_and_what_lowers_comes_first(case):
    shown = Summary(case.answers).changes
    directions = [change.direction for change in shown]
    assert len(shown) <= MOST_CHANGES and directions == sorted(directions)
    if case.level != "emergency":
        assert shown[-1].direction == "up"
