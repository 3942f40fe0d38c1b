"""How much there is to read before anything is opened, and that nothing was dropped to get there."""

import sys

import pytest
from django.test import Client

from finder import protocol
from finder.protocol.cases import named_cases
from finder.summary import SAID_BY, Summary
from tests.conftest import STRIDE
from tests.finder.people import ALL_SEEN, arrive
from tests.finder.visible import visible, words

CASES = [case for case in named_cases() if case.level != "emergency"][::STRIDE]
MOST, SHARE, SENTENCE = 400, 0.9, 20


def page(case):
    return arrive(Client(), case.answers, ALL_SEEN).get("/finder/result/").text


@pytest.mark.django_db
def test_nine_of_ten_results_have_at_most_400_words(capsys):
    counts = sorted(words(page(case)) for case in CASES)
    at = {
        share: counts[min(int(share * len(counts)), len(counts) - 1)]
        for share in (0, 0.25, 0.5, 0.75, 0.9, 1)
    }
    with capsys.disabled():
        sys.stdout.write(f"\nWords in sight, {len(counts)} named cases without an emergency: {at}\n")
    assert sum(count <= MOST for count in counts) >= SHARE * len(counts)


@pytest.mark.parametrize("case", named_cases()[::7], ids=lambda c: c.name)
def test_every_message_stands_in_sight_and_the_rest_opens_in_place(case):
    text = page(case)
    seen, summary = visible(text), Summary(case.answers)
    said = {code for kind in summary.emergency_kinds for code in SAID_BY[kind]}
    for message in summary.messages:
        if message.code in said:
            continue
        assert message.title in seen
        assert message.lead_for(summary.who) in seen
        card = text.partition(f'id="message-{message.code.lower()}"')[2].partition("</section>")[0]
        assert message.rest_for(summary.who).replace("'", "&#x27;") in card


@pytest.mark.parametrize("message", protocol.MESSAGES.values(), ids=lambda m: m.code)
@pytest.mark.parametrize("who", ["self", "family", "client"])
def test_what_stands_in_sight_is_short_or_whole(message, who):
    seen, opens = message.lead_for(who), message.rest_for(who)
    assert f"{seen} {opens}".strip() == message.text_for(who)
    assert not opens if message.whole else len(seen.split()) <= SENTENCE


def test_what_may_not_be_cut_is_whole():
    whole = {code for code, message in protocol.MESSAGES.items() if message.whole}
    assert {"CALL_911", "CALL_988", "NO_ABRUPT_STOP", "DONT_DETOX_ALONE", "NALOXONE"} <= whole


def test_what_the_instructions_say_is_known_for_every_emergency():
    assert {rule.kind for rule in protocol.FLOORS if rule.kind} <= set(SAID_BY)


@pytest.mark.parametrize("case", CASES[::3], ids=lambda c: c.name)
def test_every_card_is_named_in_one_list(case):
    seen, summary = visible(page(case)), Summary(case.answers)
    for card in (*summary.tracks, *summary.adjuncts):
        assert card.title in seen and card.text_for(summary.who) not in seen
