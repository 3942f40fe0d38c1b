"""An emergency answer brings up a full page at once, in the order of acting; the visitor may go on."""

import pytest

from finder import protocol
from finder.answers import COOKIE, unseal
from finder.way import Way
from tests.finder.people import arrive, sent, walk

CALM = {"overdose_now": "no", "danger_signs": ["none"], "exposures": ["none"]}
KNOWN = {**CALM, "respondent": "self", "age": "age_26_64", "sex": "male", "medical": "none"}
MIND = {"psychosis": "no", "psych_hospital": "no", "mh_diagnosis": ["none"], "mh_impair": "not"}
SAFE = {**KNOWN, "suicide": "no", **MIND, "violence": "no"}
NOW = "Call 911 now"
# name -> (answers before, question, answer, heading, kind)
TRIGGERS = {
    "overdose": ({}, "overdose_now", "yes", NOW, "overdose"),
    "medical": (CALM, "danger_signs", ["seizure"], NOW, "medical"),
    "poison": (CALM, "exposures", ["poison"], NOW, "poisoning"),
    "hidden drugs": (CALM, "exposures", ["hid_drugs"], NOW, "poisoning"),
    "a child": (CALM, "exposures", ["child_or_mistake", "none"], NOW, "poisoning"),
    "an overdose last night": (CALM, "exposures", ["overdose_recent"], NOW, "overdose"),
    "gas": (CALM, "exposures", ["gas"], "Get out into fresh air, then call 911", "gas"),
    "a pump": (CALM, "exposures", ["pump"], NOW, "pump"),
    "suicide": (KNOWN, "suicide", "plan", "Call or text 988 now", "suicide"),
    "psychosis": ({**KNOWN, "suicide": "no"}, "psychosis", "worse", "Call 988 or 911 now", "psychosis"),
    "violence": (SAFE, "violence", "danger_now", "Get to safety, and call 911", "violence"),
    "child": (SAFE, "child_risk", "unsafe", "Call 911 if anyone is in danger now", "child"),
}


def form_of(name):
    before, question, answer, _, _ = TRIGGERS[name]
    return {k: v for k, v in before.items() if k != question}, {"item": question, question: answer}


def trigger(client, name):
    before, form = form_of(name)
    arrive(client, before, seen=())
    n = Way(before).place(i for i in protocol.asked(before) if i.question.id == form["item"])
    return client.post(f"/finder/step/{n}/", form, follow=True), TRIGGERS[name][3]


@pytest.mark.parametrize("kind", TRIGGERS)
def test_help_comes_right_after_the_answer_that_calls_for_it(client, kind):
    page, heading = trigger(client, kind)
    assert page.status_code == 200
    assert f"<h1>{heading}</h1>" in page.text
    assert "<title>Get help now | Handrail</title>" in page.text
    assert 'name="item"' not in page.text


@pytest.mark.parametrize("kind", TRIGGERS)
def test_the_numbers_are_large_links_that_dial(client, kind):
    page, _ = trigger(client, kind)
    assert 'class="call-link" href="tel:911"' in page.text


@pytest.mark.parametrize(
    "kind", ["poison", "hidden drugs", "a child", "an overdose last night", "gas", "a pump"]
)
def test_poison_control_stands_beside_911_and_nobody_is_told_to_wait(client, kind):
    page, _ = trigger(client, kind)
    assert 'class="call-link" href="tel:18002221222"' in page.text
    assert "Do not wait to" in page.text


def test_from_gas_one_leaves_first(client):
    page, _ = trigger(client, "gas")
    assert page.text.index("Leave first") < page.text.index('class="call-link" href="tel:911"')


def test_a_pump_names_the_number_on_its_card(client):
    page, _ = trigger(client, "a pump")
    assert "On the way, call the number on the pump card" in page.text


def test_after_an_overdose_someone_stays_because_naloxone_wears_off(client):
    page, _ = trigger(client, "an overdose last night")
    assert "Stay with someone" in page.text and "Naloxone can wear off" in page.text


@pytest.mark.parametrize("exposure,first", [("poison", "poisoning-title"), ("gas", "gas-title")])
def test_poison_and_gas_come_before_988_and_988_right_after(client, exposure, first):
    answers = {**SAFE, "exposures": [exposure], "danger_signs": ["seizure"], "suicide": "thoughts"}
    page = arrive(client, answers, seen=()).get("/finder/step/1/")
    order = [page.text.index(mark) for mark in (first, "message-call_988", "medical-title")]
    assert order == sorted(order)


def test_the_address_looks_like_any_other_step(client):
    page, _ = trigger(client, "suicide")
    assert page.redirect_chain[-1][0] == "/finder/step/6/"


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
    page = arrive(client, both, seen=()).get("/finder/step/1/")
    assert page.text.index("overdose-title") < page.text.index("suicide-title")
    signs = {**SAFE, "danger_signs": ["seizure"], "suicide": "plan"}
    page = arrive(client, signs, seen=()).get("/finder/step/1/")
    assert page.text.index("suicide-title") < page.text.index("medical-title")


def test_it_stays_after_a_reload_and_on_every_other_page_until_the_visitor_goes_on(client):
    trigger(client, "medical")
    for address in ("/finder/step/3/", "/finder/step/1/", "/finder/review/", "/finder/result/"):
        assert "Call 911 now" in client.get(address).text
    response = client.post("/finder/step/4/", {"action": "go-on"})
    assert response.url == "/finder/step/4/"
    assert "respondent" in client.get("/finder/step/4/").context["form"].items


def test_a_new_kind_of_emergency_interrupts_again(client):
    trigger(client, "medical")
    client.post("/finder/step/4/", {"action": "go-on"})
    client.post("/finder/step/4/", sent(KNOWN, "respondent", "age", "sex", "medical"))
    page = client.post("/finder/step/5/", {"item": "suicide", "suicide": "attempt"}, follow=True)
    assert "Call or text 988 now" in page.text and "medical-title" not in page.text


def test_an_answer_from_a_page_shown_earlier_still_counts(client):
    trigger(client, "medical")
    client.post("/finder/step/4/", {"item": "respondent", "respondent": "family"})
    assert unseal(client.cookies[COOKIE].value).answers["respondent"] == "family"
    assert "Call 911 now" in client.get("/finder/step/4/").text


def test_an_emergency_beside_an_answer_that_is_missing_still_comes_at_once(client):
    before = {**KNOWN, "suicide": "thoughts", **MIND}
    arrive(client, before, seen=())
    form = {"item": ["means_access", "ever_tried"], "ever_tried": "past_3_months"}
    page = client.post("/finder/step/7/", form, follow=True)
    assert "<h1>Call or text 988 now</h1>" in page.text


OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize("name", TRIGGERS)
def test_without_cookies_the_help_is_the_answer_to_the_form_itself(client, name):
    _, form = form_of(name)
    page = client.post("/finder/step/1/", form, headers=OWN)
    assert page.status_code == 200 and COOKIE not in page.cookies
    assert f"<h1>{TRIGGERS[name][3]}</h1>" in page.text
    assert "Your browser did not keep your answer" in page.text
    assert 'value="go-on"' not in page.text


def test_without_cookies_a_follow_up_is_read_as_what_it_follows(client):
    form = {"item": ["means_access", "ever_tried"], "ever_tried": "past_3_months"}
    assert "<h1>Call or text 988 now</h1>" in client.post("/finder/step/7/", form, headers=OWN).text


@pytest.mark.parametrize(
    "form", [{}, {"item": "overdose_now"}, {"item": "overdose_now", "overdose_now": "no"}]
)
def test_without_cookies_and_without_an_emergency_it_says_what_is_missing(client, form):
    page = client.post("/finder/step/1/", form, headers=OWN)
    assert "<h1>Your browser did not keep your answer</h1>" in page.text


def test_an_emergency_after_the_answers_ran_out_still_brings_help(client):
    client.cookies[COOKIE] = "changed"
    page = client.post("/finder/step/1/", {"item": "overdose_now", "overdose_now": "yes"}, headers=OWN)
    assert "<h1>Call 911 now</h1>" in page.text


def test_a_form_from_another_site_is_not_read(client):
    form = {"item": "overdose_now", "overdose_now": "yes"}
    page = client.post("/finder/step/1/", form, headers={"Sec-Fetch-Site": "cross-site"})
    assert "Call 911 now" not in page.text


def test_who_is_hurt_meets_the_hotline_and_the_way_out_on_the_very_next_page(client):
    arrive(client, {k: v for k, v in SAFE.items() if k != "violence"})
    page = client.post("/finder/step/7/", {"item": "violence", "violence": "being_hurt"}, follow=True)
    for shown in (page, client.get("/finder/step/8/")):  # and again when it is loaded again
        main = shown.text[shown.text.index("<main") :]
        assert 'href="tel:18007997233"' in main and 'href="sms:88788"' in main
        assert 'href="/finder/leave/"' in main
    assert "18007997233" not in client.get("/finder/step/3/").text


def test_who_changes_that_answer_from_the_review_meets_it_there(client):
    arrive(client, walk())
    form = {"item": "violence", "violence": "being_hurt", "from": "review"}
    page = client.post("/finder/step/7/", form, follow=True)
    assert 'href="tel:18007997233"' in page.text[page.text.index("<main") :]


def test_not_sure_about_poison_shows_poison_control_at_once(client):
    arrive(client, {"overdose_now": "no", "danger_signs": ["none"]})
    page = client.post("/finder/step/3/", {"item": "exposures", "exposures": ["not_sure"]}, follow=True)
    assert 'href="tel:18002221222"' in page.text[page.text.index("<main") :]


def test_for_a_relative_the_words_speak_of_them(client):
    answers = {**SAFE, "respondent": "family", "suicide": "plan"}
    page = arrive(client, answers, seen=()).get("/finder/step/1/")
    assert "They do not have to get through this alone" in page.text and "Stay with them," in page.text


def test_voices_that_get_worse_interrupt_late_on_the_path_too(client):
    answers = walk({"psychosis": "uncontrolled", "mh_impair": "cannot"})
    page = arrive(client, answers, seen=()).get("/finder/review/")
    assert "<h1>Call 988 or 911 now</h1>" in page.text


def test_thoughts_of_suicide_bring_988_to_the_next_questions_at_once(client):
    page = arrive(client, {**KNOWN, "suicide": "thoughts"}).get("/finder/step/6/")
    assert "psychosis" in page.context["form"].items
    assert "You can call or text" in page.text and 'href="sms:988"' in page.text


def test_988_comes_before_911_when_thoughts_stand_beside_danger_signs(client):
    answers = {**SAFE, "danger_signs": ["seizure"], "suicide": "thoughts"}
    page = arrive(client, answers, seen=()).get("/finder/step/1/")
    assert "<h1>Call 988 and 911 now</h1>" in page.text
    assert page.text.index("message-call_988") < page.text.index("medical-title")
    result = arrive(client, walk(answers)).get("/finder/result/").text
    assert (
        result.index("message-call_988") < result.index("medical-title") < result.index("Once you are safe")
    )
