"""An answer that cannot be taken: a redirect, so that going back or reloading never asks to send it again."""

import json
import zlib

import pytest
from django.test import override_settings

from finder import answers, protocol
from finder.answers import COOKIE, MAX_COOKIE, Refused, Visit, seal, unseal
from finder.forms import UNKNOWN, PageForm
from tests.finder.people import ALL_SEEN, arrive, everything_at_worst, place, sent, told, walk

ERROR = "There is a problem"
BEFORE = {"overdose_now": "no", "danger_signs": ["none"], "exposures": ["none"], "respondent": "self"}
ANSWERS = {**BEFORE, "age": "age_26_64", "sex": "male", "medical": "none"}
ABOUT = ("respondent", "age", "sex", "medical")


def refuse(client, **fields):
    """Who it is for, without saying so, and an age that is not in the list."""
    form = {"item": ABOUT, "age": "no such age", "sex": "male", "medical": "none", **fields}
    before = {k: v for k, v in BEFORE.items() if k != "respondent"}
    return arrive(client, before).post("/finder/step/4/", form)


def kept(client):
    return unseal(client.cookies[COOKIE].value).refused


def test_the_error_stays_on_reload_and_goes_with_a_good_answer(client):
    response = refuse(client)
    assert (response.status_code, response.url) == (303, "/finder/step/4/")
    for _ in range(2):
        page = client.get("/finder/step/4/")
        assert ERROR in page.text and page.text.count(" checked") == 2
    client.post("/finder/step/4/", sent(ANSWERS, *ABOUT))
    assert kept(client) is None
    page = client.get("/finder/step/4/")
    assert ERROR not in page.text and page.text.count(" checked") == 4


def test_what_is_in_order_is_kept_and_only_the_rest_has_an_error(client):
    refuse(client)
    assert told(client)["sex"] == "male" and not {"respondent", "age"} & set(told(client))
    page = client.get("/finder/step/4/")
    assert {group.name for group in page.context["form"].groups() if group.errors} == {"respondent", "age"}


@pytest.mark.parametrize("elsewhere", ["/finder/step/1/", "/finder/review/", "/finder/"])
def test_the_error_goes_when_another_page_of_the_answers_is_shown(client, elsewhere):
    refuse(client)
    assert ERROR not in client.get(elsewhere).text
    assert ERROR not in client.get("/finder/step/4/").text


def test_the_error_goes_when_an_article_starts_the_questions(client):
    refuse(client)
    client.post("/finder/begin/", {"substance": "alcohol"}, HTTP_SEC_FETCH_SITE="same-origin")
    assert kept(client) is None


@pytest.mark.parametrize("origin", ["review", "result"])
def test_an_answer_changed_from_elsewhere_still_comes_from_there(client, origin):
    response = refuse(client, **{"from": origin})
    assert response.url == f"/finder/step/4/?{origin}"
    assert f'name="from" value="{origin}"' in client.get(response.url).text


def test_an_origin_that_we_do_not_know_is_forgotten(client):
    assert refuse(client, **{"from": "//evil.example"}).url == "/finder/step/4/"


def test_a_refused_answer_is_no_answer_and_in_no_address(client):
    substances = place("substances", walk({}))
    before = {k: v for k, v in walk({}).items() if k != "substances"}
    form = {"item": "substances", "substances": ["none", "tianeptine"]}
    response = arrive(client, before).post(f"/finder/step/{substances}/", form)
    assert response.status_code == 303 and told(client) == before
    assert "tianeptine" not in response.url + response.text + client.cookies[COOKIE].value
    assert "cannot go together with other answers" in client.get(response.url).text


def test_what_no_question_offers_is_not_carried(client):
    arrive(client, {"overdose_now": "no"})
    chosen = ["secret words", "seizure", "seizure", "x" * 9000, ""]
    client.post("/finder/step/2/", {"item": "danger_signs", "danger_signs": chosen})
    assert kept(client) == Refused(("danger_signs",), {"danger_signs": [UNKNOWN, "seizure"]})
    assert "not in the list" in client.get("/finder/step/2/").text


def test_a_cookie_from_before_there_were_refused_answers_still_reads():
    content = {"v": protocol.RULE_SET_VERSION, "a": BEFORE, "s": [], "h": [], "n": ""}
    old = answers.fernet().encrypt(zlib.compress(json.dumps(content).encode())).decode()
    assert unseal(old).answers == BEFORE and unseal(old).refused is None


@override_settings(DEBUG=True)
def test_the_longest_path_fits_with_any_page_refused():
    worst = everything_at_worst()
    for page in protocol.pages(worst):
        form = PageForm(page.items, worst, "client", data={})
        chosen = {
            name: [UNKNOWN, *(o.id for o in item.question.options)]
            if item.question.kind == "many"
            else [UNKNOWN]
            for name, item in form.items.items()
        }
        assert len(seal(Visit(worst, ALL_SEEN, refused=Refused(tuple(chosen), chosen)))) <= MAX_COOKIE, (
            page.id
        )


def test_what_is_carried_is_refused_alike_for_every_page():
    worst = everything_at_worst()
    for page in protocol.pages(worst):
        bad = {protocol.item_name(item): "no such thing" for item in page.items}
        first = PageForm(page.items, worst, "self", data=bad)
        first.is_valid()
        again = PageForm.refused(page.items, worst, "self", first.not_taken())
        assert first.errors == again.errors, page.id
