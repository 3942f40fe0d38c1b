"""The way out, and starting with a substance already chosen."""

import pytest

from finder.answers import COOKIE, Visit, seal, unseal
from tests.finder.people import RAY, arrive, place, walk

SAME = {"Sec-Fetch-Site": "same-origin"}


def test_leaving_clears_everything_and_goes_somewhere_harmless(client):
    response = arrive(client, walk(RAY)).get("/finder/leave/")
    assert (response.status_code, response.url) == (303, "https://www.weather.gov/")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.cookies[COOKIE]["max-age"] == 0
    assert client.get("/finder/result/").url == "/finder/step/1/"


def test_every_finder_page_has_the_way_out(client):
    arrive(client, walk(RAY))
    for address in (
        "/finder/",
        "/finder/step/1/",
        "/finder/review/",
        "/finder/result/",
        "/finder/how-it-works/",
    ):
        assert 'href="/finder/leave/" rel="nofollow"' in client.get(address).text


def suggested(response):
    return unseal(response.cookies[COOKIE].value).suggested


@pytest.mark.parametrize("headers", [SAME, {"Origin": "http://testserver"}])
def test_begin_remembers_the_substance_and_still_asks_safety_first(client, headers):
    response = client.post("/finder/begin/", {"substance": "benzodiazepines"}, headers=headers)
    assert response.url == "/finder/step/1/"
    assert suggested(response) == ("benzodiazepines",)


def test_the_substance_is_ticked_but_not_answered(client):
    client.post("/finder/begin/", {"substance": "benzodiazepines"}, headers=SAME)
    visit = unseal(client.cookies[COOKIE].value)
    assert visit.answers == {}
    full = walk(RAY)
    before = {k: v for k, v in full.items() if k != "substances"}
    client.cookies[COOKIE] = seal(Visit(before, suggested=visit.suggested))
    page = client.get(f"/finder/step/{place('substances', full)}/")
    assert 'value="benzodiazepines" id="substances-1" checked' in page.text


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
def test_begin_from_elsewhere_leads_to_the_start_and_sets_nothing(client, headers):
    response = client.post("/finder/begin/", {"substance": "alcohol"}, headers=headers)
    assert response.url == "/finder/" and COOKIE not in response.cookies


def test_begin_with_nonsense_starts_without_it(client):
    response = client.post("/finder/begin/", {"substance": ["nope", "\x00"]}, headers=SAME)
    assert response.url == "/finder/step/1/" and suggested(response) == ()


def test_begin_keeps_answers_already_given(client):
    response = arrive(client, {"overdose_now": "no"}).post(
        "/finder/begin/", {"substance": "alcohol"}, headers=SAME
    )
    assert response.url == "/finder/step/2/"
    assert unseal(response.cookies[COOKIE].value).answers == {"overdose_now": "no"}


def test_begin_is_not_a_page(client):
    assert client.get("/finder/begin/").status_code == 405
