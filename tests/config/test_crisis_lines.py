"""Law 1: the four lines stand on every page, before anything else one could press, and without a database."""

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.template.loader import render_to_string
from django.test import RequestFactory

from config.crisis_lines import EVERY_PAGE

PAGES = ["/", "/help-now/", "/about/", "/finder/", "/no-such-page/"]
ERRORS = ["400", "403", "404", "405", "429", "500", "503"]
FORM_ONLY = [
    "/finder/begin/",
    "/facilities/here/",
    "/facilities/shortlist/change/",
    "/articles/a/b/feedback/",
]


@pytest.fixture
def broken_database(monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("could not connect to server")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    monkeypatch.setattr(connection, "cursor", refuse)


def assert_lines_lead(html: str) -> None:
    main = html.index("<main")
    for line in EVERY_PAGE:
        assert f'href="tel:{line.dial}"' in html[:main], line.number
        assert line.number in html[:main]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_leads_with_the_lines(client, address):
    assert_lines_lead(client.get(address).content.decode())


@pytest.mark.parametrize("code", ERRORS)
def test_every_error_page_leads_with_the_lines(code):
    request = RequestFactory().get("/")
    assert_lines_lead(render_to_string(f"{code}.html", request=request))


@pytest.mark.parametrize("address", FORM_ONLY)
def test_an_address_that_only_takes_a_form_still_shows_a_page(client, address):
    response = client.get(address)
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert_lines_lead(response.content.decode())


def test_a_form_only_page_of_the_questionnaire_is_never_stored(client):
    assert "no-store" in client.get("/finder/begin/")["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/help-now/", "/about/", "/healthz"])
def test_these_need_no_database(client, broken_database, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/facilities/?near=60614", "/articles/"])
def test_a_lost_database_gives_the_crisis_page(client, broken_database, address):
    client.raise_request_exception = False
    response = client.get(address)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert_lines_lead(response.content.decode())


@pytest.mark.parametrize(
    "error", [DatabaseError("file is not a database"), OperationalError("no such table")]
)
def test_a_damaged_database_gives_the_crisis_page_too(client, monkeypatch, error):
    def refuse(*args, **kwargs):
        raise error

    monkeypatch.setattr(connection, "cursor", refuse)
    client.raise_request_exception = False
    response = client.get("/articles/")
    assert response.status_code == 503
    assert_lines_lead(response.content.decode())
    assert client.get("/readyz").status_code == 503


def test_readyz_says_when_the_database_is_gone(client, broken_database):
    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_readyz_says_ready(client):
    assert client.get("/readyz").content == b"ready\n"
