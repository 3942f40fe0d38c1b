"""An emergency answer brings up a full page at once, in the order of acting; the visitor may go on."""

import pytest

from finder import protocol
from finder.answers import COOKIE, unseal
from tests.finder.people import arrive, walk

SAFE = {"overdose_now": "no", "danger_signs": ["none"], "respondent": "self", "suicide": "no"}
TRIGGERS = {
    "overdose": ({}, "overdose_now", {"answer": "yes"}, "Call 911 now"),
    "medical": ({"overdose_now": "no"}, "danger_signs", {"answer": ["seizure"]}, "Call 911 now"),
    "suicide": (
        {"overdose_now": "no", "danger_signs": ["none"], "respondent": "self"},
        "suicide",
        {"answer": "plan"},
        "Call or text 988 now",
    ),
    "violence": (SAFE, "violence", {"answer": "danger_now"}, "Get to safety, and call 911"),
    "child": (
        {**SAFE, "violence": "no"},
        "child_risk",
        {"answer": "unsafe"},
        "Call 911 if anyone is in danger now",
    ),
}


def trigger(client, kind):
    answers, question, fields, heading = TRIGGERS[kind]
    n = [q.id for q in protocol.path(answers)].index(question) + 1
    arrive(client, answers, seen=())
    return client.post(f"/finder/step/{n}/", {"question": question, **fields}, follow=True), heading


@pytest.mark.parametrize("kind", TRIGGERS)
def test_help_comes_right_after_the_answer_that_calls_for_it(client, kind):
    page, heading = trigger(client, kind)
    assert page.status_code == 200
    assert f"<h1>{heading}</h1>" in page.text
    assert "<title>Get help now | Handrail</title>" in page.text
    assert 'name="question"' not in page.text


@pytest.mark.parametrize("kind", TRIGGERS)
def test_the_numbers_are_large_links_that_dial(client, kind):
    page, _ = trigger(client, kind)
    assert 'class="call-link" href="tel:911"' in page.text


def test_the_address_looks_like_any_other_step(client):
    page, _ = trigger(client, "suicide")
    assert page.redirect_chain[-1][0] == "/finder/step/5/"


def test_an_overdose_names_naloxone_and_rescue_breaths_in_order(client):
    page, _ = trigger(client, "overdose")
    places = [
        page.text.index(words)
        for words in ("Call 911 first", "naloxone (Narcan)", "rescue breaths", "Stay until")
    ]
    assert places == sorted(places)


def test_suicide_says_988_first_and_offers_a_text(client):
    page, _ = trigger(client, "suicide")
    assert (
        page.text.index("Call 988")
        < page.text.index("Text 988")
        < page.text.index("If something has already been done")
    )
    assert 'href="sms:988"' in page.text


def test_violence_has_the_domestic_violence_line(client):
    page, _ = trigger(client, "violence")
    assert "1-800-799-7233" in page.text and 'href="sms:88788"' in page.text


def test_poison_control_stands_beside_danger_signs(client):
    page, _ = trigger(client, "medical")
    assert 'href="tel:18002221222"' in page.text


def test_an_overdose_comes_before_988_and_988_before_everything_else(client):
    both = {**SAFE, "overdose_now": "yes", "suicide": "plan"}
    page = arrive(client, both, seen=()).get("/finder/step/5/")
    assert page.text.index("overdose-title") < page.text.index("suicide-title")
    signs = {**SAFE, "danger_signs": ["seizure"], "suicide": "plan"}
    page = arrive(client, signs, seen=()).get("/finder/step/5/")
    assert page.text.index("suicide-title") < page.text.index("medical-title")


def test_it_stays_after_a_reload_and_on_every_other_page_until_the_visitor_goes_on(client):
    trigger(client, "medical")
    for address in ("/finder/step/3/", "/finder/step/1/", "/finder/review/", "/finder/result/"):
        assert "Call 911 now" in client.get(address).text
    response = client.post("/finder/step/3/", {"action": "go-on"})
    assert response.url == "/finder/step/3/"
    assert client.get("/finder/step/3/").context["question"].id == "respondent"


def test_a_new_kind_of_emergency_interrupts_again(client):
    trigger(client, "medical")
    client.post("/finder/step/3/", {"action": "go-on"})
    client.post("/finder/step/3/", {"question": "respondent", "answer": "self"})
    page = client.post("/finder/step/4/", {"question": "suicide", "answer": "attempt"}, follow=True)
    assert "Call or text 988 now" in page.text and "medical-title" not in page.text


def test_an_answer_from_a_page_shown_earlier_still_counts(client):
    trigger(client, "medical")
    client.post("/finder/step/3/", {"question": "respondent", "answer": "family"})
    assert unseal(client.cookies[COOKIE].value).answers["respondent"] == "family"
    assert "Call 911 now" in client.get("/finder/step/4/").text


def test_for_a_relative_the_words_speak_of_them(client):
    answers = {**SAFE, "respondent": "family", "suicide": "plan"}
    page = arrive(client, answers, seen=()).get("/finder/step/5/")
    assert "They do not have to get through this alone" in page.text and "Stay with them," in page.text


def test_voices_that_get_worse_interrupt_late_on_the_path_too(client):
    answers = walk({"psychosis": "worse"})
    page = arrive(client, answers, seen=()).get("/finder/review/")
    assert "<h1>Call 988 or 911 now</h1>" in page.text


def test_thoughts_of_suicide_bring_988_to_the_next_questions_at_once(client):
    page = arrive(client, {**SAFE, "suicide": "thoughts"}).get("/finder/step/5/")
    assert page.context["question"].id == "means_access"
    assert "You can call or text" in page.text and 'href="sms:988"' in page.text


def test_988_comes_before_911_when_thoughts_stand_beside_danger_signs(client):
    answers = {**SAFE, "danger_signs": ["seizure"], "suicide": "thoughts"}
    page = arrive(client, answers, seen=()).get("/finder/step/5/")
    assert "<h1>Call 988 and 911 now</h1>" in page.text
    assert page.text.index("message-call_988") < page.text.index("medical-title")
    result = arrive(client, walk(answers)).get("/finder/result/").text
    assert (
        result.index("message-call_988") < result.index("medical-title") < result.index("Once you are safe")
    )
