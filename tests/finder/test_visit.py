"""A visit that ran out, was changed, never came back, or came from elsewhere: kind words, numbers, never a 500."""

import time

import pytest
import time_machine

from finder.answers import COOKIE, IDLE_SECONDS
from tests.finder.people import RAY, arrive, told, walk

PAGES = ["/finder/step/1/", "/finder/review/", "/finder/result/", "/finder/result/print/"]
pytestmark = pytest.mark.django_db  # after a leap in time the site-wide banner is read again
NUMBERS = ["911", "988", "1-800-222-1222", "1-800-662-4357"]


def has_the_numbers(page):
    return all(number in page.text for number in NUMBERS)


@pytest.mark.parametrize("address", PAGES)
def test_an_expired_visit_says_so_and_is_cleared(client, address):
    arrive(client, walk(RAY))
    with time_machine.travel(time.time() + IDLE_SECONDS + 60, tick=False):
        page = client.get(address)
    assert page.status_code == 200 and "Your answers have been removed" in page.text
    assert page.cookies[COOKIE]["max-age"] == 0 and page.cookies[COOKIE]["path"] == "/finder/"
    assert has_the_numbers(page)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("value", ["x", "gAAAA", "%00", "a" * 4000])
def test_a_tampered_visit_starts_fresh(client, address, value):
    client.cookies[COOKIE] = value
    page = client.get(address)
    assert page.status_code == 200 and "We could not read your answers" in page.text
    assert page.cookies[COOKIE]["max-age"] == 0
    assert has_the_numbers(page)


@pytest.mark.parametrize("value,words", [("x", "We could not read your earlier answers")])
def test_the_start_page_says_it_too_and_lets_you_start(client, value, words):
    client.cookies[COOKIE] = value
    page = client.get("/finder/")
    assert words in page.text and 'href="/finder/step/1/"' in page.text


def test_an_answer_without_the_cookie_means_cookies_are_off(client):
    page = client.post("/finder/step/1/", {"item": "overdose_now", "overdose_now": "no"})
    assert page.status_code == 200 and "Your browser did not keep your answer" in page.text
    assert has_the_numbers(page)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_from_another_site_changes_nothing(client, site):
    arrive(client, {"overdose_now": "no"})
    form = {"item": "danger_signs", "danger_signs": ["none"]}
    page = client.post("/finder/step/2/", form, headers={"Sec-Fetch-Site": site})
    assert COOKIE not in page.cookies
    assert told(client) == {"overdose_now": "no"}


def test_a_form_without_the_cookie_does_not_end_a_visit_elsewhere(client):
    assert (
        COOKIE not in client.post("/finder/step/1/", {"item": "overdose_now", "overdose_now": "no"}).cookies
    )


def test_without_answers_the_pages_behind_the_questions_lead_to_the_first(client):
    for address in PAGES[1:]:
        assert client.get(address).url == "/finder/step/1/"


def test_looking_renews_an_older_visit_and_leaves_a_new_one_alone(client):
    arrive(client, {"overdose_now": "no"})
    assert COOKIE not in client.get("/finder/step/2/").cookies
    with time_machine.travel(time.time() + 20 * 60, tick=False):
        assert client.get("/finder/step/2/").cookies[COOKIE].value
    with time_machine.travel(time.time() + 70 * 60, tick=False):
        assert client.get("/finder/step/2/").context["form"].items.keys() == {"danger_signs"}


def test_no_session_is_made_and_the_database_is_not_asked(client, django_assert_num_queries):
    arrive(client, walk(RAY))
    for address in [
        "/finder/",
        *PAGES,
        "/finder/how-it-works/",
        "/finder/how-it-works/questions/",
        "/finder/how-it-works/rules/",
    ]:
        with django_assert_num_queries(0):
            page = client.get(address)
        assert "sessionid" not in page.cookies and "csrftoken" not in page.cookies


def test_every_page_forbids_storing_and_sends_no_referrer(client):
    arrive(client, walk(RAY))
    for address in ["/finder/", *PAGES, "/finder/how-it-works/", "/finder/leave/"]:
        page = client.get(address)
        assert "no-store" in page.headers["Cache-Control"]
        assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/finder/step/1/").status_code == 405


def test_told_reads_what_the_browser_has(client):
    assert told(arrive(client, RAY)) == RAY
