"""The named cases: each answer set must give the level, rules, messages and tracks a clinician expects."""

from typing import Any

import pytest

from finder.protocol import FLOORS, MESSAGES, RATING_RULES, SOURCES, assess, path, validate
from finder.protocol.case import Case
from finder.protocol.cases import named_cases

CASES = named_cases()


def named(case):
    return f"{case.file}: {case.name}"


def test_there_are_at_least_550():
    assert len(CASES) >= 550
    assert len({c.name for c in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case):
    result = assess(case.answers)
    deciding = {r.rule_id for reason in result.setting for r in (reason, *reason.rules)}
    assert validate(case.answers) == []
    assert (result.level, result.next_level) == (case.level, case.next_level), result.ratings
    assert set(case.rules) <= deciding, deciding
    assert set(case.messages) <= set(result.messages)
    assert set(case.tracks) <= {*result.tracks, *result.adjuncts}
    assert not set(case.without) & {*result.messages, *result.tracks, *result.adjuncts}
    assert case.first in ("", result.messages[0])
    assert case.then == result.messages[1 : 1 + len(case.then)]
    assert case.kinds in ((), tuple(dict.fromkeys(e.kind for e in result.emergencies)))
    assert set(case.sources) <= set(SOURCES)
    assert case.sources


def test_every_rule_holds_in_some_case():
    """A rule that no case needs would be untested by a clinician's eye."""
    read = [Case(c.answers) for c in CASES]
    rules: list[Any] = [*RATING_RULES, *FLOORS]
    missing = [r.id for r in rules if not any(r.when.holds(case) for case in read)]
    assert missing == []


def test_every_message_is_shown_in_some_case():
    assert {m for c in CASES for m in assess(c.answers).messages} == set(MESSAGES)


def test_number_of_questions():
    """As few questions as the rules allow: the smallest, middle and largest path over the cases."""
    counts = sorted(len(path(c.answers)) for c in CASES)
    assert (counts[0], counts[-1]) <= (22, 60)
    assert counts[len(counts) // 2] <= 45
