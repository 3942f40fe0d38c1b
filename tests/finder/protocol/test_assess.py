"""assess(): pure, explained, in the required order."""

import random
from dataclasses import asdict

import pytest

from facilities.levels import LevelOfCare
from finder.protocol import MESSAGES, RULE_SET_VERSION, SOURCES, assess, worked_out
from finder.protocol.cases import named_cases
from tests.finder.proofs.test_agreement import generated

GENERATED = [generated(random.Random(n)) for n in range(300)]
ALL = [c.answers for c in named_cases()] + GENERATED
DAILY_DRINKER = next(
    c.answers for c in named_cases() if c.name == "Daily heavy drinking and a past withdrawal seizure"
)


def test_order_of_answers_does_not_matter():
    """Invariant 27."""
    for answers in GENERATED[:100]:
        turned = dict(sorted(answers.items(), reverse=True))
        assert assess(answers) == assess(turned) == assess(answers)


def test_answers_are_not_changed():
    for answers in GENERATED[:50]:
        copy = dict(answers)
        assess(answers)
        assert answers == copy


def test_no_answers_still_give_a_level():
    assert assess({}).level == "early_intervention"


def test_every_result_is_explained():
    """Invariant 28: at least one reason with a rule id and a source that exists."""
    for answers in ALL:
        result = assess(answers)
        assert result.setting
        assert result.version == RULE_SET_VERSION
        for reason in (*result.reasons, *(r for top in result.reasons for r in top.rules)):
            assert reason.rule_id
            assert reason.sources
            assert set(reason.sources) <= set(SOURCES)


def test_every_result_has_its_lines():
    """Invariant 29, the part that messages carry."""
    for answers in ALL:
        assert {"SAMHSA_LINE", "NOT_DIAGNOSIS"} <= set(assess(answers).messages)


def test_the_reasons_that_set_the_level_ask_for_it():
    for answers in ALL:
        result = assess(answers)
        assert {r.floor for r in result.setting} == {result.level}
        agreeing = {LevelOfCare.from_slug(r.floor) for r in result.agreeing}
        assert all(level < LevelOfCare.from_slug(result.level) for level in agreeing)


def test_a_reason_repeats_the_visitors_own_words():
    result = assess(DAILY_DRINKER)
    (reason,) = [r for r in result.setting[0].rules if r.rule_id == "W1"]
    assert "What happened when stopping before: A seizure" in reason.told_us


def test_only_an_emergency_has_a_next_level():
    for answers in ALL:
        result = assess(answers)
        assert (result.next_level is not None) == (result.level == "emergency") == bool(result.emergencies)


def test_messages_are_known_and_said_once():
    for answers in ALL:
        messages = assess(answers).messages
        assert len(set(messages)) == len(messages)
        assert set(messages) <= set(MESSAGES)


def test_one_step_down_only_without_a_firm_rule():
    for answers in ALL:
        result = assess(answers)
        firm = any(r.rule_id.startswith(("floor.I", "floor.R", "floor.E")) for r in result.setting)
        down = [o for o in result.other_options if o.direction == "down"]
        assert not (firm and down)
        if result.ratings["D1"] >= 2:
            assert all(o.level != "early_intervention" for o in down)


def test_inpatient_is_an_option_for_a_very_high_prescribed_dose():
    case = next(c for c in named_cases() if c.name == "Very high dose as directed, no other risk")
    assert "inpatient_wm" in [o.level for o in assess(case.answers).other_options]


def test_skipped_and_unsure_answers_are_listed():
    notes = assess({"suicide": "prefer_not", "age": "skip", "medical": "not_sure"}).less_certain
    assert any("rather not say" in n for n in notes)
    assert any("skipped" in n and "Age" in n for n in notes)
    assert any("Not sure" in n for n in notes)


def test_a_skipped_list_is_noted_once_with_what_it_counts_as():
    notes = assess({**DAILY_DRINKER, "wd_past": "skip"}).less_certain
    assert [n for n in notes if n.startswith("What happened")] == [
        "What happened when stopping before: skipped (we count it as \u201cNot sure\u201d)"
    ]


def test_relatives_are_told_the_result_is_less_certain():
    assert "less certain" in assess({"respondent": "family"}).less_certain[0]


def test_a_score_is_computed_as_published():
    answers = {
        "substances": ["alcohol", "cannabis"],
        "frequency": {"alcohol": "d1_3", "cannabis": "daily"},
        "audit_frequency": "two_three_week",  # 3
        "audit_drinks": "ten_plus",  # 4
        "audit_six": "monthly",  # 2
        "phq_interest": "more_than_half",  # 2
        "phq_mood": "several_days",  # 1
        "sds_control": {"cannabis": "always"},  # 3
        "sds_difficult": {"cannabis": "very"},  # 2
    }
    scores = worked_out(answers)["scores"]
    assert list(scores.values()) == [9, 3, 5]


@pytest.mark.parametrize("answers", ALL[::20])
def test_what_was_worked_out_agrees_with_the_result(answers):
    shown, result = worked_out(answers), assess(answers)
    assert {r["name"]: r["value"] for r in shown["ratings"]} == result.ratings
    assert shown["floors"][0].floor == result.level


def test_a_recommendation_is_plain_data():
    assert isinstance(asdict(assess(DAILY_DRINKER))["reasons"], tuple)
