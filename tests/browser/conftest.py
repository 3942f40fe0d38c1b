"""A whole site for browser tests: its own database, filled the way `make run` fills it, served by gunicorn."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.on_postgresql import free_port

ROOT = Path(__file__).parents[2]
SET_UP = (["migrate", "--verbosity", "0"], ["load_places"], ["load_articles"], ["load_examples"])


def wait_until_up(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("the site stopped before it answered")
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
            return
        except OSError:  # refused, or too slow while it starts
            time.sleep(0.1)
    raise RuntimeError("the site did not answer")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a running site. On PostgreSQL it uses the server that DATABASE_URL names."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    environment = {"DATABASE_URL": f"sqlite:///{folder}/site.sqlite3", **os.environ, "DEBUG": "1"}
    for command in SET_UP:
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
    address = f"http://127.0.0.1:{port}"
    gunicorn = [
        str(Path(sys.executable).parent / "gunicorn"),
        "config.wsgi",
        "--threads",
        "4",
        "--bind",
        address[7:],
    ]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(gunicorn, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_until_up(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture
def visited(context, site):
    """Every address the browser asked for, and every error its console showed."""
    record = {"requests": [], "errors": []}
    context.on("request", lambda request: record["requests"].append(request.url))

    def note(message):
        if (
            message.type == "error"
            and "status of 4" not in message.text
            and "status of 5" not in message.text
        ):
            record["errors"].append(message.text)

    context.on("console", note)
    return record
