"""Two readings of one specification, written apart, give the same ratings and levels."""

import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilities.levels import LevelOfCare
from finder.protocol import assess
from finder.protocol.cases import named_cases
from tests.finder.proofs.test_agreement import generated

from . import plain_rules as plain
from .plain_reading import Reading


def read_plainly(answers):
    x = Reading(answers)
    ratings = {name: getattr(plain, name.lower())(x) for name in ("D1", "D2", "D3", "D4", "D5")}
    return ratings, plain.emergency(x), plain.calm_level(x)


def as_assessed(answers):
    result = assess(answers)
    level = LevelOfCare.from_slug(result.next_level or result.level)
    return result.ratings, result.level == "emergency", int(level)


@pytest.mark.parametrize("case", named_cases(), ids=lambda c: c.name)
def test_named_cases(case):
    assert read_plainly(case.answers) == as_assessed(case.answers)


@pytest.mark.fuzz
@settings(max_examples=20_000 if os.environ.get("FUZZ") else 500)
@given(st.integers(0, 2**32))
def test_generated(seed):
    answers = generated(random.Random(seed))
    assert read_plainly(answers) == as_assessed(answers), answers
