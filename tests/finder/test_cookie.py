"""The encrypted answers cookie: what comes back, what does not, and how large it gets."""

import random
import time

import pytest
import time_machine

from finder import answers, protocol
from finder.answers import BLOCK, MAX_COOKIE, Expired, Refused, Unreadable, Visit, fitted, seal, unseal
from tests.finder.people import ALL_SEEN, arrive, everything_at_worst, told, walk


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


EVERYTHING = [o.id for o in protocol.question("substances").options if not o.exclusive]


def everything_picked(seed):
    """Every substance and behavior picked, everything else by lot, many boxes at a time."""
    lot = random.Random(seed)

    def any_answer(question, row):
        open_options = [o.id for o in question.options if not o.exclusive]
        if question.kind == "many":
            return lot.sample(open_options, lot.randint(len(open_options) // 2, len(open_options)))
        return lot.choice(question.options).id

    return walk({"respondent": "client", "substances": EVERYTHING}, any_answer)


def test_the_longest_path_fits_whatever_is_answered():
    longest = [everything_at_worst(), *(everything_picked(seed) for seed in range(20))]
    for answered in longest:
        assert len(seal(Visit(answered, ALL_SEEN, tuple(EVERYTHING[:9]), "changed_rules"))) <= MAX_COOKIE


def test_words_that_the_file_does_not_know_still_come_back():
    told = {"a_new_question": "a_new_answer"}
    assert unseal(seal(Visit(told))).answers == told


def test_a_cookie_packed_with_other_words_is_unreadable(monkeypatch):
    sealed = seal(Visit({"suicide": "no"}))
    monkeypatch.setattr(answers, "WORDS", b"other words")
    with pytest.raises(Unreadable):
        unseal(sealed)


def test_where_room_is_short_the_errors_stay_and_what_was_chosen_goes(monkeypatch):
    refused = Refused(("substances",), {"substances": [f"{random.Random(n).random()}" for n in range(99)]})
    visit = Visit({"suicide": "no"}, suggested=("alcohol",), refused=refused)
    monkeypatch.setattr(answers, "MAX_COOKIE", len(seal(Visit({"suicide": "no"}))))
    back = unseal(fitted(visit))
    assert back.answers == {"suicide": "no"} and back.refused == Refused(("substances",), {})


def test_an_answer_for_which_there_is_no_room_is_never_silently_lost(client, monkeypatch):
    arrive(client, {"overdose_now": "no"})
    monkeypatch.setattr(answers, "MAX_COOKIE", 100)
    page = client.post("/finder/step/2/", {"item": "danger_signs", "danger_signs": ["none"]})
    assert "There is no room for this answer" in page.text and "988" in page.text
    assert told(client) == {"overdose_now": "no"}


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
