"""The encrypted answers cookie: what comes back, what does not, and how large it gets."""

import time

import pytest
import time_machine

from finder import answers
from finder.answers import BLOCK, MAX_COOKIE, Expired, Unreadable, Visit, seal, unseal
from tests.finder.people import everything_at_worst


def test_what_was_sealed_comes_back():
    visit = Visit({"suicide": "no", "frequency": {"alcohol": "daily"}}, ("medical",), ("alcohol",))
    back = unseal(seal(visit))
    assert (back.answers, back.seen, back.suggested) == (visit.answers, visit.seen, visit.suggested)


def test_nothing_can_be_read_in_the_cookie_without_the_key():
    sealed = seal(Visit({"suicide": "plan", "substances": ["alcohol"]}))
    assert "suicide" not in sealed and "alcohol" not in sealed


def test_another_key_cannot_read_it(settings):
    sealed = seal(Visit({"suicide": "plan"}))
    settings.SECRET_KEY = "another secret"
    with pytest.raises(Unreadable):
        unseal(sealed)


def test_a_retired_key_still_reads_it(settings):
    sealed = seal(Visit({"suicide": "plan"}))
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret"
    assert unseal(sealed).answers == {"suicide": "plan"}


@pytest.mark.parametrize("value", ["", "x", "gAAAAA", "é" * 40, "a" * 5000, "\x00"])
def test_noise_is_unreadable(value):
    with pytest.raises(Unreadable):
        unseal(value)


@pytest.mark.parametrize("cut", [1, 10, 100])
def test_a_changed_or_cut_cookie_is_unreadable(cut):
    sealed = seal(Visit({"suicide": "no"}))
    with pytest.raises(Unreadable):
        unseal(sealed[:-cut])
    with pytest.raises(Unreadable):
        unseal(sealed[:cut] + ("A" if sealed[cut] != "A" else "B") + sealed[cut + 1 :])


def test_an_hour_without_activity_is_the_end_and_not_before():
    sealed = seal(Visit({"suicide": "no"}))
    with time_machine.travel(time.time() + answers.IDLE_SECONDS - 5, tick=False):
        assert unseal(sealed).answers
    with time_machine.travel(time.time() + answers.IDLE_SECONDS + 5, tick=False), pytest.raises(Expired):
        unseal(sealed)


def test_the_longest_path_fits():
    sealed = seal(
        Visit(everything_at_worst(), ("overdose", "suicide", "medical", "violence", "child", "psychosis"))
    )
    assert len(sealed) <= MAX_COOKIE


def test_the_size_says_little_about_the_answers():
    few = seal(Visit({"overdose_now": "no"}))
    more = seal(
        Visit({"overdose_now": "no", "danger_signs": ["seizure"], "respondent": "family", "suicide": "plan"})
    )
    assert len(few) == len(more)
    assert BLOCK >= 256


def test_another_rule_set_keeps_what_still_has_a_meaning_and_says_so(monkeypatch):
    monkeypatch.setattr(answers, "RULE_SET_VERSION", "an older one")
    sealed = seal(Visit({"suicide": "no", "no_such_question": "yes", "age": "no_such_age"}))
    monkeypatch.undo()
    back = unseal(sealed)
    assert back.answers == {"suicide": "no"}
    assert back.notice == "changed_rules"
