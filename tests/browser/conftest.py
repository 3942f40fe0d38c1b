"""A whole site for browser tests: its own database, filled the way `make run` fills it, served by gunicorn."""

import os

import pytest

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
