"""Every answer that is not an answer is named, with what it may be."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.protocol import QUESTIONS, answers_schema, assess, validate
from finder.protocol.cases import named_cases

SCHEMA = jsonschema.Draft202012Validator(answers_schema())


def problems(answers):
    return [(p.question, p.subject, p.value) for p in validate(answers)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"nope": 1}, [("nope", "", 1)]),
        ({"age": "old"}, [("age", "", "old")]),
        ({"age": ["age_26_64"]}, [("age", "", ["age_26_64"])]),
        ({"suicide": "skip"}, [("suicide", "", "skip")]),
        ({"substances": "alcohol"}, [("substances", "", "alcohol")]),
        ({"substances": []}, [("substances", "", [])]),
        ({"substances": ["alcohol", "beer"]}, [("substances", "", "beer")]),
        ({"substances": ["alcohol", "none"]}, [("substances", "", "none")]),
        ({"frequency": "daily"}, [("frequency", "", "daily")]),
        ({"frequency": {"beer": "daily"}}, [("frequency", "beer", "daily")]),
        ({"frequency": {"alcohol": {}}}, [("frequency", "alcohol", {})]),
        ({"frequency": None}, [("frequency", "", None)]),
    ],
)
def test_named(answers, expected):
    assert problems(answers) == expected


def test_allowed_values_are_given():
    (problem,) = validate({"overdose_now": "maybe"})
    assert problem.allowed == ("yes", "not_sure", "no")


def test_skipping_is_allowed_where_a_question_can_be_skipped():
    for question in QUESTIONS:
        assert (problems({question.id: "skip"}) == []) == question.skippable


@pytest.mark.parametrize("case", named_cases(), ids=lambda c: c.name)
def test_cases_are_valid_by_the_schema(case):
    assert not list(SCHEMA.iter_errors(case.answers))


def test_the_schema_refuses_what_validate_refuses():
    refused: list[dict[str, Any]] = [
        {"age": "old"},
        {"nope": 1},
        {"frequency": {"beer": "daily"}},
        {"substances": []},
    ]
    for answers in refused:
        assert list(SCHEMA.iter_errors(answers))
        assert validate(answers)


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["skip", "no"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.fuzz
@given(st.dictionaries(st.sampled_from([q.id for q in QUESTIONS]), JUNK, max_size=8))
def test_no_junk_breaks_it(answers):
    """Neither validate() nor assess() raises, whatever a cookie or a file holds."""
    validate(answers)
    assess(answers)
    json.dumps([p.allowed for p in validate(answers)])
