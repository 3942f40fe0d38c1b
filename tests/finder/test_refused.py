"""An answer that cannot be taken: a redirect, so that going back or reloading never asks to send it again."""

import json
import zlib

import pytest
from django.test import override_settings

from finder import answers, protocol
from finder.answers import COOKIE, MAX_COOKIE, Refused, Visit, seal, unseal
from finder.forms import UNKNOWN, QuestionForm
from tests.finder.people import NORA, arrive, everything_at_worst, told, walk

ERROR = "There is a problem"
BEFORE = {"overdose_now": "no"}


def refuse(client, **fields):
    """Two answers to the second question that do not go together."""
    form = {"question": "danger_signs", "answer": ["none", "seizure"], **fields}
    return arrive(client, BEFORE).post("/finder/step/2/", form)


def kept(client):
    return unseal(client.cookies[COOKIE].value).refused


def test_the_error_stays_on_reload_and_goes_with_a_good_answer(client):
    response = refuse(client)
    assert (response.status_code, response.url) == (303, "/finder/step/2/")
    for _ in range(2):
        page = client.get("/finder/step/2/")
        assert ERROR in page.text and page.text.count(" checked") == 2
    client.post("/finder/step/2/", {"question": "danger_signs", "answer": ["none"]})
    assert kept(client) is None
    page = client.get("/finder/step/2/")
    assert ERROR not in page.text and page.text.count(" checked") == 1


@pytest.mark.parametrize("elsewhere", ["/finder/step/1/", "/finder/review/", "/finder/"])
def test_the_error_goes_when_another_page_of_the_answers_is_shown(client, elsewhere):
    refuse(client)
    assert ERROR not in client.get(elsewhere).text
    assert ERROR not in client.get("/finder/step/2/").text


def test_the_error_goes_when_an_article_starts_the_questions(client):
    refuse(client)
    client.post("/finder/begin/", {"substance": "alcohol"}, HTTP_SEC_FETCH_SITE="same-origin")
    assert kept(client) is None


def test_an_answer_changed_from_the_review_still_comes_from_the_review(client):
    response = refuse(client, reviewing="1")
    assert response.url == "/finder/step/2/?review"
    assert 'name="reviewing" value="1"' in client.get(response.url).text


def test_a_refused_answer_is_no_answer_and_in_no_address(client):
    response = refuse(client)
    assert told(client) == BEFORE
    assert "seizure" not in response.url and "seizure" not in response.text
    assert "seizure" not in client.cookies[COOKIE].value


def test_what_no_question_offers_is_not_carried(client):
    refuse(client, answer=["secret words", "seizure", "seizure", "x" * 9000, ""])
    assert kept(client) == Refused("danger_signs", {"answer": [UNKNOWN, "seizure"]})
    assert "not in the list" in client.get("/finder/step/2/").text


def test_a_cookie_from_before_there_were_refused_answers_still_reads():
    content = json.loads(
        zlib.decompressobj().decompress(answers.fernet().decrypt(seal(Visit(BEFORE)).encode()))
    )
    del content["r"]
    old = answers.fernet().encrypt(zlib.compress(json.dumps(content).encode())).decode()
    assert unseal(old).answers == BEFORE and unseal(old).refused is None


@override_settings(DEBUG=True)
def test_the_longest_path_fits_with_any_answer_refused():
    worst = everything_at_worst()
    shown = ("overdose", "suicide", "medical", "violence", "child", "psychosis")
    for question in protocol.path(worst):
        form = QuestionForm(question, worst, "self", data={})
        everything = [UNKNOWN, *(option.id for option in question.options)]
        chosen = {name: everything if question.kind == "many" else everything[-1:] for name in form.fields}
        assert len(seal(Visit(worst, shown, refused=Refused(question.id, chosen)))) <= MAX_COOKIE, question.id


def test_what_is_carried_is_refused_alike_for_every_question():
    worst = {**everything_at_worst(), **walk(NORA)}
    for question in protocol.path(worst):
        first = QuestionForm(question, worst, "self", data={"answer": "no such thing"})
        again = QuestionForm(question, worst, "self", data=first.chosen())
        assert first.errors == again.errors, question.id
