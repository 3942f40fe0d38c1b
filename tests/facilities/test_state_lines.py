"""Law 3 for numbers: each state line can be dialed, says where its number was read, and stands where it is needed."""

import re
from datetime import timedelta

import phonenumbers
import pytest
import textstat

from facilities.checks import READ_AGAIN_AFTER, state_lines_are_read_again
from facilities.place_names import STATES
from facilities.state_lines import BY_STATE, LINES, READ

SAMHSA = "1-800-662-4357"
every_line = pytest.mark.parametrize("line", LINES, ids=lambda line: line.state)


def dialable(number: str) -> bool:
    parsed = phonenumbers.parse(number, "US")
    return phonenumbers.is_valid_number(parsed) or phonenumbers.is_valid_short_number_for_region(parsed, "US")


@every_line
def test_every_number_can_be_dialed(line):
    assert dialable(line.number)
    assert dialable(line.dial)
    assert line.dial.removeprefix("1") == re.sub(r"\D", "", line.number).removeprefix("1")


@every_line
def test_every_text_number_is_a_phone_or_a_short_code(line):
    assert re.fullmatch(r"|\d{5,6}|1\d{10}", line.text_dial)


@every_line
def test_every_line_says_where_and_when_it_was_read(line):
    assert line.source.startswith("https://") and line.origin
    assert line.also == "" or line.also.startswith("https://")
    assert line.also != line.source
    assert line.read <= READ


def test_a_single_page_is_enough_only_where_it_is_recent():
    assert [line.state for line in LINES if not line.also] == ["ID"]


def test_one_line_a_state_in_the_order_of_the_names():
    names = [line.state_name for line in LINES]
    assert names == sorted(set(names))
    assert set(BY_STATE) <= set(STATES)


def test_no_line_repeats_a_national_one_or_another_state():
    numbers = [line.dial for line in LINES if line.dial != "211"]
    assert len(numbers) == len(set(numbers))
    assert not {"18006624357", "988", "911", "18002221222"} & set(numbers)


def test_the_words_are_plain():
    words = [f"{line.does} {line.hours}".strip() for line in LINES]
    assert textstat.flesch_kincaid_grade(" ".join(words).replace("Medicaid", "help")) <= 8
    assert max(len(sentence.split()) for text in words for sentence in text.split(". ")) <= 25


def nothing_near(client, near: str) -> str:
    """The answer of a search that finds nothing."""
    page = client.get("/facilities/", {"near": near}).text
    return page[page.index('class="stack nothing"') :]


def test_nothing_near_names_the_line_of_the_state_before_samhsa(client, places):
    answer = nothing_near(client, "60614")
    line = BY_STATE["IL"]
    assert answer.index(f'href="tel:{line.dial}"') < answer.index("tel:18006624357")
    assert line.name in answer and "Number from" in answer and "November 2026" in answer


def test_a_whole_state_has_its_line_too(client, places):
    assert BY_STATE["VT"].number in nothing_near(client, "Vermont")


@pytest.mark.parametrize("near", ["Portland, OR", "Pago Pago, AS"])
def test_without_a_confirmed_line_samhsa_stands_alone(client, places, near):
    answer = nothing_near(client, near)
    assert SAMHSA in answer and "Number from" not in answer


def test_help_now_lists_them_after_the_national_lines(client):
    page = client.get("/help-now/").text
    national = page.index('id="by-state"')
    assert page.index("1-800-972-0590") < national
    for line in LINES:
        assert page.index(f'<a href="tel:{line.dial}">{line.number}</a>', national)
        assert line.state_name in page
    assert page.index(SAMHSA, national) < page.index(LINES[0].number, national)


def test_the_deployment_check_asks_to_read_them_again(time_machine):
    time_machine.move_to(READ + READ_AGAIN_AFTER)
    assert state_lines_are_read_again(None) == []
    time_machine.move_to(READ + READ_AGAIN_AFTER + timedelta(days=2))
    (warning,) = state_lines_are_read_again(None)
    assert warning.id == "facilities.W002" and "CT" in warning.msg
