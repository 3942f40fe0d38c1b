"""A whole visit with marked answers, and then a search for the marks everywhere they must not be."""

import logging

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection

from finder.answers import COOKIE, Unreadable, unseal
from tests.browser.questionnaire import walk_through
from tests.finder.journeys import journey
from tests.finder.people import walk

# Answers that nothing else on the site would ever say, with the words a visitor reads for them.
MARKED = {
    "suicide": "attempt",
    "means_access": "yes",
    "age": "age_16_17",
    "violence": "being_hurt",
    "substances": ["tianeptine", "phenibut"],
    "frequency": {"tianeptine": "several_daily", "phenibut": "d4_6"},
    "injecting": "yes",
    "mh_diagnosis": ["eating_disorder"],
    "home": ["unsafe"],
    "insurance": "va_tricare",
}
MARKS = (
    "age_16_17",
    "being_hurt",
    "tianeptine",
    "phenibut",
    "several_daily",
    "eating_disorder",
    "va_tricare",
    "I tried in the past 3 months",
    "Someone is hurting, threatening or controlling me",
    "An eating disorder",
    "16 or 17",
)
pytestmark = pytest.mark.django_db(transaction=True)


class Everything(logging.Handler):
    """Every line that any logger wrote, formatted with its arguments and its trace."""

    def __init__(self):
        super().__init__(logging.NOTSET)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


@pytest.fixture
def log():
    """What is written with LOG_LEVEL=DEBUG, by loggers that hand on to the root and by those that do not."""
    handler, root = Everything(), logging.getLogger()
    others = [
        logger for logger in map(logging.getLogger, list(root.manager.loggerDict)) if not logger.propagate
    ]
    before = root.level
    root.setLevel(logging.DEBUG)
    for logger in (root, *others):
        logger.addHandler(handler)
    yield handler.lines
    root.setLevel(before)
    for logger in (root, *others):
        logger.removeHandler(handler)


def rows():
    """Every value in every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from (str(value) for row in cursor.fetchall() for value in row)


def cached():
    """Every key and pickled value in the cache of this process."""
    yield from (f"{key}={value!r}" for key, value in cache._cache.items())


def marks_in(texts):
    return {(mark, text[:200]) for text in texts for mark in MARKS if mark.lower() in str(text).lower()}


def break_down(answers):
    raise RuntimeError("a fault on our side")


def test_marked_answers_are_nowhere_but_in_the_browser(live_server, context, page, log, monkeypatch):
    sent = []

    def note(request):
        sent.append(request)

    context.on("request", note)
    context.route("https://www.weather.gov/**", lambda route: route.fulfill(body="Weather"))
    page.goto(f"{live_server.url}/finder/step/1/")
    answers = walk(MARKED)
    assert len(walk_through(page, answers)) == journey(answers).items
    page.goto(f"{live_server.url}/finder/result/")
    page.get_by_role("link", name="Print one page").click()
    page.go_back()
    page.get_by_label("ZIP code or city").fill("60614")
    page.get_by_role("button", name="Find", exact=True).click()
    page.wait_for_url("**/facilities/?**")
    monkeypatch.setattr("finder.summary.protocol.assess", break_down)
    page.goto(
        f"{live_server.url}/finder/result/"
    )  # an error on our side is written down, the answers are not
    assert page.locator("h1").inner_text() == "Something broke on our side"
    cookies = context.cookies(f"{live_server.url}/finder/")

    assert not marks_in(rows())
    assert not marks_in(cached())
    assert any("a fault on our side" in line for line in log) and not marks_in(log)
    assert not marks_in(request.url for request in sent)
    assert {request.url.split("/")[2] for request in sent} == {live_server.url.split("/")[2]}
    assert not marks_in(
        f"{name}: {value}" for request in sent for name, value in request.all_headers().items()
    )
    assert all("referer" not in request.all_headers() for request in sent if "/facilities/?" in request.url)
    assert not marks_in(f"{cookie['name']}={cookie['value']}" for cookie in cookies)
    assert [cookie["name"] for cookie in cookies] == [COOKIE]
    posts = [request for request in sent if request.method == "POST"]
    assert posts and all("/finder/step/" in request.url for request in posts)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_search_would_find_a_mark(live_server, log, db):
    """The net has no hole: a mark put into each place is found."""
    logging.getLogger("django.request").info("answer %s", "tianeptine")
    cache.set("x", "phenibut")
    apps.get_model("auth", "Group").objects.create(name="eating_disorder")
    assert marks_in(log) and marks_in(cached()) and marks_in(rows())


def test_the_cookie_cannot_be_read_without_the_key(live_server, context, page, settings):
    page.goto(f"{live_server.url}/finder/step/1/")
    walk_through(page, walk({}))
    value = context.cookies(f"{live_server.url}/finder/")[0]["value"]
    settings.SECRET_KEY = "not the key"
    with pytest.raises(Unreadable):
        unseal(value)
