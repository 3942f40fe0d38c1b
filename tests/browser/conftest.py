"""A whole site for browser tests: its own database, filled the way `make run` fills it, served by gunicorn."""

import os

import pytest
from django.contrib.auth.models import User

from tests.browser.staff_pages import PASSWORD
from tests.serving import DEPLOYED, manage, served

SET_UP = (["migrate", "--verbosity", "0"], ["load_places"], ["load_articles"], ["load_examples"])


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a running site. On PostgreSQL it uses the server that DATABASE_URL names."""
    folder = tmp_path_factory.mktemp("site")
    environment = {"DATABASE_URL": f"sqlite:///{folder}/site.sqlite3", **os.environ, "DEBUG": "1"}
    for command in SET_UP:
        manage(environment, *command)
    with served(environment, folder) as address:
        yield address


@pytest.fixture(scope="session")
def deployed(tmp_path_factory):
    """The same site as deployed, on an empty database without tables: for pages that must work, and fail, there."""
    folder = tmp_path_factory.mktemp("deployed")
    own = {"DATABASE_URL": f"sqlite:///{folder}/empty.sqlite3", "STATIC_ROOT": f"{folder}/static"}
    environment = {**os.environ, **DEPLOYED, **own}
    manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
    with served(environment, folder) as address:
        yield address


@pytest.fixture
def visited(context):
    """Every address the browser asked for, and every error its console showed."""
    record = {"requests": [], "errors": []}
    context.on("request", lambda request: record["requests"].append(request.url))

    def note(message):
        answered = (
            "status of 4" in message.text or "status of 5" in message.text
        )  # an error page we asked for
        if message.type == "error" and not answered:
            record["errors"].append(message.text)

    context.on("console", note)
    return record


@pytest.fixture
def quiet(page):
    """A page which fails the test on any console error or outside request; error pages we ask for are no error."""
    errors, hosts = [], set()

    def note(message):
        if message.type == "error" and "status of 4" not in message.text:
            errors.append(message.text)

    page.on("console", note)
    page.on("request", lambda sent: hosts.add(sent.url.split("/")[2]))
    yield page
    assert errors == []
    assert len(hosts) <= 1


@pytest.fixture
def staff(live_server, settings):
    """The superuser alice, whose log-in asks for a second step."""
    settings.STAFF_SECOND_FACTOR = True
    return User.objects.create_superuser("alice", password=PASSWORD)


@pytest.fixture
def inside(quiet, live_server, staff, client, settings):
    """The same page, logged in as alice: the way there has a test of its own."""
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(staff, "django.contrib.auth.backends.ModelBackend")
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    quiet.context.add_cookies([cookie])
    return quiet
