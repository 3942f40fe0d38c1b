"""`manage.py check`: each kind of mistake in the data is found."""

from dataclasses import replace
from typing import Any

from finder import checks
from finder.protocol import FLOORS, MESSAGES, QUESTIONS, RATING_RULES, question
from finder.protocol.conditions import ALWAYS, Answered, Not, Picked
from finder.protocol.witness import asking, witness

RULES: tuple[Any, ...] = (*RATING_RULES, *FLOORS)


def ids(errors):
    return [e.id for e in errors]


def test_the_running_data_has_no_mistake():
    assert checks.check_protocol() == []


def test_an_unknown_question():
    stranger = replace(question("age"), id="stranger")
    assert ids(checks.unknown_references(QUESTIONS, [stranger.one_of("age_65_plus")])) == ["finder.E001"]


def test_an_unknown_option_row_or_pick():
    bad = [
        Answered(question("age"), frozenset({"ancient"})),
        Answered(question("frequency"), frozenset({"daily"}), "beer"),
        Picked(question("substances"), "beer"),
    ]
    assert ids(checks.unknown_references(QUESTIONS, bad)) == ["finder.E001"] * 3


def test_a_misspelt_option_does_not_even_import():
    for wrong in (
        lambda: question("age").one_of("ancient"),
        lambda: question("frequency").one_of("daily", of="beer"),
    ):
        try:
            wrong()
        except KeyError:
            continue
        raise AssertionError("accepted")


def test_a_rule_without_a_source_or_with_an_unlisted_one():
    rule = RATING_RULES[0]
    bad = [replace(rule, sources=()), replace(rule, sources=(9999,))]
    assert ids(checks.without_source(bad)) == ["finder.E002", "finder.E002"]


def test_a_rule_that_cannot_hold():
    age = question("age")
    impossible = replace(RULES[0], when=age.one_of("under_12") & age.one_of("age_65_plus"))
    assert (
        ids(checks.unreachable([], [impossible, replace(RULES[0], when=Not(ALWAYS))])) == ["finder.E003"] * 2
    )


def test_a_question_that_is_never_asked():
    sex = question("sex")
    never = replace(question("age"), asked_when=sex.one_of("male") & sex.one_of("female"))
    assert ids(checks.unreachable([never], [])) == ["finder.E003"]


def test_a_message_without_text():
    message = MESSAGES["DV"]
    assert (
        ids(checks.without_text([replace(message, text=" "), replace(message, title="")]))
        == ["finder.E004"] * 2
    )


def test_a_question_asked_because_of_a_later_answer():
    late = replace(question("overdose_now"), asked_when=question("home").picked("unsafe"))
    assert ids(checks.asked_too_early([late, question("home")])) == ["finder.E005"]


def test_an_id_used_twice():
    assert ids(checks.twice([question("age"), question("age")], [])) == ["finder.E006"]


def test_a_witness_makes_the_rule_hold():
    for rule in RULES:
        assert witness(rule.when) is not None, rule.id
    assert all(asking(q) is not None for q in QUESTIONS)
