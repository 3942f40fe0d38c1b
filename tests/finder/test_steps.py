"""Asking: the path, the answers in the form, back, skip, errors, two tabs."""

import gzip

import pytest

from finder import protocol
from finder.answers import COOKIE
from finder.way import Way
from tests.finder.people import NORA, RAY, arrive, everything_at_worst, place, sent, told, walk

CALM = {"overdose_now": "no", "danger_signs": ["none"], "exposures": ["none"]}
KNOWN = {**CALM, "respondent": "self", "age": "age_26_64", "sex": "male", "medical": "none", "suicide": "no"}
MIND = {"psychosis": "no", "psych_hospital": "no", "mh_diagnosis": ["none"], "mh_impair": "not"}
ABOUT = ("respondent", "age", "sex", "medical")


def answer(client, n, question, *chosen):
    return client.post(f"/finder/step/{n}/", {"item": question, question: chosen, "action": "answer"})


def items(page):
    return list(page.context["form"].items)


def test_the_first_question_is_about_an_overdose_now_and_sets_the_cookie(client):
    page = client.get("/finder/step/1/")
    assert items(page) == ["overdose_now"]
    cookie = page.cookies[COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/finder/", True, "Lax")
    assert not cookie["max-age"] and not cookie["expires"]


def test_the_cookie_is_secure_outside_debug(client, settings):
    settings.DEBUG = False
    assert client.get("/finder/step/1/").cookies[COOKIE]["secure"] is True


def test_an_answer_is_kept_and_the_next_page_follows(client):
    client.get("/finder/step/1/")
    response = answer(client, 1, "overdose_now", "no")
    assert (response.status_code, response.url) == (302, "/finder/step/2/")
    assert told(client) == {"overdose_now": "no"}


def test_one_page_takes_several_answers_at_once(client):
    arrive(client, CALM)
    page = client.get("/finder/step/4/")
    assert items(page) == list(ABOUT)
    assert page.text.count("<fieldset") == page.text.count("<legend") == 4
    client.post("/finder/step/4/", sent(KNOWN, *ABOUT))
    assert {"respondent": "self", "age": "age_26_64", "sex": "male"}.items() <= told(client).items()


def test_titles_and_addresses_never_name_the_question(client):
    full, answers = walk(NORA), {}
    for n in range(1, 60):
        page = arrive(client, answers).get(f"/finder/step/{n}/")
        if page.status_code == 302:
            break
        assert f"<title>Page {n} of the questions | Handrail</title>" in page.text
        ids = [item.question.id for item in page.context["page"].items]
        answers |= {id_: full[id_] for id_ in ids}
    assert n > 9


def test_nobody_can_jump_ahead(client):
    assert client.get("/finder/step/9/").url == "/finder/step/1/"
    assert client.get("/finder/step/0/").url == "/finder/step/1/"
    assert arrive(client, {"overdose_now": "no"}).get("/finder/step/40/").url == "/finder/step/2/"


def test_no_answer_shows_an_error_in_three_places_and_keeps_the_question(client):
    client.get("/finder/step/1/")
    page = refused(client, 1, "overdose_now")
    assert page.text.count("Choose one answer. If none fits exactly, choose the closest one.") == 2
    assert "<title>Error: Page 1 of the questions | Handrail</title>" in page.text
    assert 'href="#overdose_now-0"' in page.text and "autofocus" in page.text


def refused(client, n, question, *chosen):
    """The page after an answer that cannot be taken: a redirect to the page, which shows the error."""
    response = answer(client, n, question, *chosen)
    assert response.status_code == 303
    assert "=" not in response.url
    return client.get(response.url)


@pytest.mark.parametrize("bad", ["maybe", "", "yes\x00", "💥" * 300])
def test_an_answer_that_is_not_offered_is_refused_kindly(client, bad):
    client.get("/finder/step/1/")
    page = refused(client, 1, "overdose_now", bad)
    assert page.status_code == 200 and "There is a problem" in page.text
    assert told(client) == {}


def test_none_cannot_stand_beside_another_and_the_input_is_kept(client):
    full = walk({})
    before = {k: v for k, v in full.items() if k != "substances"}
    page = refused(arrive(client, before), place("substances", full), "substances", "none", "alcohol")
    assert "“Nothing in the past 3 months” cannot go together with other answers" in page.text
    assert page.text.count(" checked") == 2


def test_a_danger_sign_beside_none_counts_without_an_error(client):
    arrive(client, {"overdose_now": "no"}, seen=())
    answer(client, 2, "danger_signs", "none", "seizure")
    assert set(told(client)["danger_signs"]) == {"seizure", "none"}
    assert "<h1>Call 911 now</h1>" in client.get("/finder/step/3/").text


def test_every_row_of_a_page_about_several_drugs_needs_an_answer(client):
    answers = {k: v for k, v in walk(NORA).items() if k != "frequency"} | {
        "substances": ["alcohol", "cannabis"]
    }
    n = place("frequency", answers)
    form = {"item": ["frequency-alcohol", "frequency-cannabis"], "frequency-alcohol": "d4_6"}
    page = client_after(client, answers, n, form)
    assert page.text.count("Choose an answer here.") == 2
    assert 'value="d4_6" id="frequency-alcohol-2" checked' in page.text


def client_after(client, answers, n, form):
    return arrive(client, answers).post(f"/finder/step/{n}/", form, follow=True)


def test_skip_is_an_answer_where_it_is_offered(client):
    n = place("violence", KNOWN | MIND | {"violence": "no"})
    arrive(client, KNOWN | MIND)
    response = client.post(f"/finder/step/{n}/", {"item": "violence", "action": "skip"})
    assert response.url == f"/finder/step/{n + 1}/"
    assert told(client)["violence"] == "skip"


def test_skipping_what_is_left_keeps_what_is_ticked(client):
    form = {"item": ["respondent", "age", "sex"], "respondent": "family", "action": "skip"}
    arrive(client, CALM).post("/finder/step/4/", form)
    assert {"respondent": "family", "age": "skip", "sex": "skip"}.items() <= told(client).items()


def test_skipping_a_row_skips_that_row(client):
    answers = {k: v for k, v in walk(NORA).items() if k != "frequency"} | {
        "substances": ["alcohol", "cannabis"]
    }
    names = ["frequency-alcohol", "frequency-cannabis"]
    form = {"item": names, "frequency-alcohol": "d4_6", "action": "skip"}
    client_after(client, answers, place("frequency", answers), form)
    assert told(client)["frequency"] == {"alcohol": "d4_6", "cannabis": "skip"}


@pytest.mark.parametrize(
    "question", ["overdose_now", "danger_signs", "exposures", "suicide", "means_access", "ever_tried"]
)
def test_the_safety_questions_cannot_be_skipped(client, question):
    full = walk({"suicide": "thoughts"})
    before = {k: v for k, v in full.items() if k != question}
    form = {"item": question, "action": "skip"}
    response = arrive(client, before).post(f"/finder/step/{place(question, full)}/", form)
    page = client.get(response.url)
    assert "There is a problem" in page.text and question not in told(client)
    assert page.context["can_skip"] is False


def test_the_name_in_the_form_counts_not_the_place_in_the_address(client):
    arrive(client, {"overdose_now": "no", "danger_signs": ["none"]})
    answer(client, 1, "danger_signs", "none")
    assert told(client) == {"overdose_now": "no", "danger_signs": ["none"]}


@pytest.mark.parametrize("question", ["means_access", "no_such_question", ""])
def test_a_question_off_the_path_is_answered_with_a_kind_word(client, question):
    """As when the answers changed in another tab."""
    arrive(client, {"overdose_now": "no"})
    response = client.post("/finder/step/7/", {"item": question, question: "yes"}, follow=True)
    assert response.redirect_chain == [("/finder/step/2/", 302)]
    assert "That page no longer comes up" in response.text
    assert told(client) == {"overdose_now": "no"}
    assert "That page no longer comes up" not in client.get("/finder/step/2/").text


def test_of_a_page_half_gone_the_rest_still_counts(client):
    """The drug was taken away in another tab; what was said about the other one is kept."""
    answers = walk(RAY) | {"substances": ["alcohol"]}
    names = ["frequency-cannabis", "frequency-alcohol"]
    form = {"item": names, "frequency-cannabis": "daily", "frequency-alcohol": "d4_6"}
    client_after(client, answers, 1, form)
    assert told(client)["frequency"] == {"alcohol": "d4_6"}


def test_a_changed_answer_keeps_the_rest_even_off_the_path(client):
    answers = walk(NORA)
    form = {"item": "substances", "substances": ["none"], "from": "review"}
    client_after(client, answers, place("substances", answers), form)
    assert told(client)["benzo_dose"] == "low"
    assert "benzo_dose" not in [q.id for q in protocol.path(told(client))]


def test_rows_off_the_path_keep_their_answers_too(client):
    answers = {**walk(NORA), "frequency": {"benzodiazepines": "daily", "alcohol": "d1_3"}}
    form = {"item": "frequency-benzodiazepines", "frequency-benzodiazepines": "d4_6"}
    client_after(client, answers, place("frequency", answers), form)
    assert told(client)["frequency"] == {"benzodiazepines": "d4_6", "alcohol": "d1_3"}


def test_one_row_of_a_question_skipped_whole_leaves_the_others_skipped(client):
    picks = {"substances": ["alcohol", "cannabis"], "frequency": "skip"}
    answers = {**walk(NORA), **picks}
    form = {"item": "frequency-alcohol", "frequency-alcohol": "d4_6"}
    client_after(client, answers, place("frequency", answers), form)
    assert told(client)["frequency"] == {"alcohol": "d4_6", "cannabis": "skip"}


def test_after_a_change_from_the_review_comes_what_is_open_or_the_review_again(client):
    answers = walk(NORA)
    form = {"item": "sex", "sex": "female", "from": "review"}
    assert arrive(client, answers).post("/finder/step/4/", form).url == "/finder/review/"
    more = {"item": "substances", "substances": ["benzodiazepines", "alcohol"], "from": "review"}
    response = client.post(f"/finder/step/{place('substances', answers)}/", more)
    assert response.url == f"/finder/step/{Way(told(client)).furthest}/"
    assert "frequency-alcohol" in items(client.get(response.url))


def test_after_the_last_page_comes_the_result(client):
    full = walk(NORA)
    last = Way(full).pages[-1]
    open_again = {k: v for k, v in full.items() if k not in {q.id for q in last.questions}}
    way = Way(open_again)
    assert [way.pages[n - 1].id for n in way.open] == [last.id]
    response = arrive(client, open_again).post("/finder/step/9/", sent(full, *(q.id for q in last.questions)))
    assert response.url == "/finder/result/"


@pytest.mark.parametrize("who", ["self", "family", "client"])
def test_every_page_is_in_the_words_for_this_visitor(client, who):
    full = walk({**NORA, "respondent": who})
    for n, page in enumerate(protocol.pages(full), start=1):
        shown = arrive(client, full).get(f"/finder/step/{n}/")
        assert shown.text.count("<h1>") == 1
        for question in page.questions:
            if question.id not in ("age", "medical"):
                assert question.text_for(who) in shown.text.replace("&#x27;", "'")


def test_even_the_longest_page_is_light(client):
    answers = everything_at_worst()
    arrive(client, answers)
    for n, _ in enumerate(protocol.pages(answers), start=1):
        assert len(gzip.compress(client.get(f"/finder/step/{n}/").content)) <= 10_000
