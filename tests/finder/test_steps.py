"""Asking: the path, the answer in the form, back, skip, errors, two tabs."""

import gzip

import pytest

from finder import protocol
from finder.answers import COOKIE
from tests.finder.people import NORA, arrive, everything_at_worst, told, walk


def answer(client, n, question, **fields):
    return client.post(f"/finder/step/{n}/", {"question": question, "action": "answer", **fields})


def test_the_first_question_is_about_an_overdose_now_and_sets_the_cookie(client):
    page = client.get("/finder/step/1/")
    assert page.context["question"].id == "overdose_now"
    cookie = page.cookies[COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/finder/", True, "Lax")
    assert not cookie["max-age"] and not cookie["expires"]


def test_the_cookie_is_secure_outside_debug(client, settings):
    settings.DEBUG = False
    assert client.get("/finder/step/1/").cookies[COOKIE]["secure"] is True


def test_an_answer_is_kept_and_the_next_question_follows(client):
    client.get("/finder/step/1/")
    response = answer(client, 1, "overdose_now", answer="no")
    assert (response.status_code, response.url) == (302, "/finder/step/2/")
    assert told(client) == {"overdose_now": "no"}


def test_titles_and_addresses_never_name_the_question(client):
    answers, n = {}, 0
    for question in protocol.path(walk(NORA)):
        page = arrive(client, answers).get(f"/finder/step/{n + 1}/")
        assert f"<title>Question {n + 1} | Handrail</title>" in page.text
        answers, n = answers | {question.id: walk(NORA)[question.id]}, n + 1


def test_nobody_can_jump_ahead(client):
    assert client.get("/finder/step/9/").url == "/finder/step/1/"
    assert client.get("/finder/step/0/").url == "/finder/step/1/"
    assert arrive(client, {"overdose_now": "no"}).get("/finder/step/40/").url == "/finder/step/2/"


def test_no_answer_shows_an_error_in_three_places_and_keeps_the_question(client):
    client.get("/finder/step/1/")
    page = refused(client, 1, "overdose_now")
    assert page.text.count("Choose one answer. If none fits exactly, choose the closest one.") == 2
    assert "<title>Error: Question 1 | Handrail</title>" in page.text
    assert 'href="#answer-0"' in page.text and "autofocus" in page.text


def refused(client, n, question, **fields):
    """The page after an answer that cannot be taken: a redirect to the question, which shows the error."""
    response = answer(client, n, question, **fields)
    assert response.status_code == 303
    assert "=" not in response.url
    return client.get(response.url)


@pytest.mark.parametrize("bad", ["maybe", "", "yes\x00", "💥" * 300])
def test_an_answer_that_is_not_offered_is_refused_kindly(client, bad):
    client.get("/finder/step/1/")
    page = refused(client, 1, "overdose_now", answer=bad)
    assert page.status_code == 200 and "There is a problem" in page.text
    assert told(client) == {}


def test_none_of_these_cannot_stand_beside_another_and_the_input_is_kept(client):
    arrive(client, {"overdose_now": "no"})
    page = refused(client, 2, "danger_signs", answer=["none", "seizure"])
    assert "“None of these” cannot go together with other answers" in page.text
    assert page.text.count(" checked") == 2


def test_every_row_of_a_question_about_several_drugs_needs_an_answer(client):
    answers = {k: v for k, v in walk(NORA).items() if k != "frequency"} | {
        "substances": ["alcohol", "cannabis"]
    }
    n = [q.id for q in protocol.path(answers)].index("frequency") + 1
    page = refused(arrive(client, answers), n, "frequency", alcohol="daily")
    assert page.text.count("Choose an answer here.") == 2
    assert 'name="alcohol" value="daily" id="alcohol-3" checked' in page.text


def test_skip_is_an_answer_where_it_is_offered(client):
    answers = {
        k: v for k, v in walk().items() if k in ("overdose_now", "danger_signs", "respondent", "suicide")
    }
    response = arrive(client, answers).post("/finder/step/5/", {"question": "violence", "action": "skip"})
    assert response.url == "/finder/step/6/"
    assert told(client)["violence"] == "skip"


def test_the_safety_questions_cannot_be_skipped(client):
    client.get("/finder/step/1/")
    page = client.post("/finder/step/1/", {"question": "overdose_now", "action": "skip"}, follow=True)
    assert "There is a problem" in page.text and "Skip this one" not in page.text


def test_the_name_in_the_form_counts_not_the_place_in_the_address(client):
    arrive(client, {"overdose_now": "no", "danger_signs": ["none"]})
    answer(client, 1, "danger_signs", answer=["none"])
    assert told(client) == {"overdose_now": "no", "danger_signs": ["none"]}


@pytest.mark.parametrize("question", ["means_access", "no_such_question", ""])
def test_a_question_off_the_path_is_answered_with_a_kind_word(client, question):
    """As when the answers changed in another tab."""
    arrive(client, {"overdose_now": "no"})
    response = client.post("/finder/step/7/", {"question": question, "answer": "yes"}, follow=True)
    assert response.redirect_chain == [("/finder/step/2/", 302)]
    assert "That question no longer comes up" in response.text
    assert told(client) == {"overdose_now": "no"}
    assert "That question no longer comes up" not in client.get("/finder/step/2/").text


def test_a_changed_answer_keeps_the_rest_even_off_the_path(client):
    answers = walk(NORA)
    n = [q.id for q in protocol.path(answers)].index("substances") + 1
    arrive(client, answers)
    client.post(f"/finder/step/{n}/", {"question": "substances", "answer": ["none"], "reviewing": "1"})
    assert told(client)["benzo_dose"] == "low"
    assert "benzo_dose" not in [q.id for q in protocol.path(told(client))]


def test_rows_off_the_path_keep_their_answers_too(client):
    answers = {**walk(NORA), "frequency": {"benzodiazepines": "daily", "alcohol": "d1_3"}}
    n = [q.id for q in protocol.path(answers)].index("frequency") + 1
    answer(arrive(client, answers), n, "frequency", benzodiazepines="d4_6")
    assert told(client)["frequency"] == {"benzodiazepines": "d4_6", "alcohol": "d1_3"}


def test_after_a_change_from_the_review_comes_what_is_open_or_the_review_again(client):
    answers = walk(NORA)
    ids = [q.id for q in protocol.path(answers)]
    form = {"question": "veteran", "answer": "yes", "reviewing": "1"}
    assert (
        arrive(client, answers).post(f"/finder/step/{ids.index('veteran') + 1}/", form).url
        == "/finder/review/"
    )
    more = {"question": "substances", "answer": ["benzodiazepines", "alcohol"], "reviewing": "1"}
    response = client.post(f"/finder/step/{ids.index('substances') + 1}/", more)
    assert response.url == f"/finder/step/{ids.index('frequency') + 1}/"


def test_parts_only_move_forward():
    from finder.wording import part_of

    path = protocol.path(walk(NORA))
    numbers = [part_of(question, path).number for question in path]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, part_of(path[0], path).parts + 1))


@pytest.mark.parametrize("who", ["self", "family", "client"])
def test_every_question_is_shown_in_the_words_for_this_visitor(client, who):
    answers, path = {}, protocol.path(walk({**NORA, "respondent": who}))
    for n, question in enumerate(path, start=1):
        page = arrive(client, answers).get(f"/finder/step/{n}/")
        assert page.context["question"].id == question.id
        told_who = who if "respondent" in answers else "self"
        assert page.context["text"] == question.text_for(told_who)
        assert page.text.count("<h1>") == 1
        answers = answers | {question.id: walk({**NORA, "respondent": who})[question.id]}


def test_even_the_longest_question_is_light(client):
    answers = everything_at_worst()
    for n, _ in enumerate(protocol.path(answers), start=1):
        page = arrive(client, answers).get(f"/finder/step/{n}/")
        assert len(gzip.compress(page.content)) <= 25_000
