"""Which questions still matter, by example. That leaving out the others is right is shown in proofs/test_standing."""

import pytest

from facilities.levels import LevelOfCare
from finder.protocol import open_questions, question, standing
from finder.protocol.standing import Item

CALM = {
    "overdose_now": "no",
    "danger_signs": ["none"],
    "suicide": "no",
    "violence": "no",
    "child_risk": "no",
    "respondent": "self",
    "age": "age_26_64",
    "sex": "male",
}


def asked(answers):
    return {item.question.id for item in open_questions(answers)}


def test_at_the_start_everything_without_a_condition_is_open():
    assert {"overdose_now", "danger_signs", "suicide", "substances", "home"} <= asked({})


def test_what_depends_on_an_open_question_is_not_asked_yet():
    now = standing({"overdose_now": "no"})
    assert not now.decided and now.level is None
    assert "pregnancy" not in {i.question.id for i in now.asked}
    assert "pregnancy" not in asked({**CALM, "sex": "male"})
    assert "pregnancy" in asked({**CALM, "sex": "female"})


def test_rows_are_asked_one_by_one():
    drinks = {**CALM, "substances": ["alcohol", "cannabis"], "frequency": {"alcohol": "daily"}}
    rows = {i.row for i in open_questions(drinks) if i.question.id == "frequency"}
    assert rows == {"cannabis"}


def test_skipped_is_answered():
    assert "home" in asked(CALM)
    assert "home" not in asked({**CALM, "home": "skip"})
    assert "frequency" not in asked({**CALM, "substances": ["alcohol"], "frequency": "skip"})


def test_an_emergency_settles_the_level_at_once():
    assert standing({"overdose_now": "yes"}).level is LevelOfCare.EMERGENCY


def test_an_item_names_its_question_and_row():
    item = Item(question("frequency"), "alcohol")
    assert item in standing({"substances": ["alcohol"]}).asked


@pytest.mark.parametrize(
    "odd", [{"age": ["x"]}, {"age": "x"}, {"substances": []}, {"substances": [["x"]]}, {"frequency": "x"}]
)
def test_what_is_no_answer_counts_as_none(odd):
    assert open_questions(odd) == open_questions({})
