"""The search page on the real listings and enlarged, beside hand-written SQL; and over HTTP beside a typical page.

LISTINGS=500000 adds a third, much larger directory (several gigabytes, half an hour).
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.facilities_searches import addresses
from tests.benchmarks.imports import DIRECTORY
from tests.benchmarks.served import rate, side_by_side, site
from tests.on_postgresql import server
from tests.serving import ROOT, manage

SIZES = [6_303, 21_451, *([int(os.environ["LISTINGS"])] if "LISTINGS" in os.environ else [])]
LUA = """
local urls = {{ {urls} }}
local at = 0
request = function() at = at + 1; return wrk.format("GET", urls[at % #urls + 1]) end
"""


def inside(environment: dict[str, str], listings: int) -> None:
    code = f"from tests.benchmarks import facilities_inside; facilities_inside.run({listings})"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stderr=subprocess.DEVNULL)


def measure(address: str) -> None:
    environment = {**os.environ, "DATABASE_URL": address, "DEBUG": "0", "SECRET_KEY": "benchmark-" * 8}
    environment |= {
        "ALLOWED_HOSTS": "testserver",
        "LOG_LEVEL": "ERROR",
        "PAGE_CACHE": "0",
    }  # time the page itself
    for command in (["migrate", "-v0"], ["load_places", "-v0"], ["import_facilities", str(DIRECTORY), "-v0"]):
        manage(environment, *command)
    with tempfile.TemporaryDirectory() as static:
        environment["STATIC_ROOT"] = static
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        for listings in SIZES:
            inside(environment, listings)


def over_http() -> None:
    """120 different searches, 16 connections; the typical page gets 2 connections and 30 seconds, or it times out."""
    queries = [f"{query}&unstated={flag}" for query in addresses() for flag in ("0", "1")]
    analyze = "from django.db import connection; connection.cursor().execute('ANALYZE')"  # the typical page needs it
    shell = ["shell", "--no-imports", "-c", analyze]
    set_up = ["load_places"], ["import_facilities", str(DIRECTORY)], shell
    with (
        site(*set_up, DJANGO_SETTINGS_MODULE="tests.benchmarks.settings") as where,
        tempfile.TemporaryDirectory() as folder,
    ):
        ours, typical = (_script(Path(folder), path, queries) for path in ("/facilities/", "/typical/"))
        a, b, ratio = side_by_side(
            lambda: rate(where, 16, gzip=True, seconds=8, script=ours, patience=5),
            lambda: rate(where, 2, gzip=True, seconds=8, script=typical, patience=30),
        )
    print(
        f"over HTTP: {a:.0f} searches a second; typical page {b:.1f}: ratio {ratio:.1f} (at least 8 wanted)"
    )


def _script(folder: Path, path: str, queries: list[str]) -> str:
    script = folder / f"{path.strip('/')}.lua"
    script.write_text(LUA.format(urls=", ".join(f'"{path}?{query}"' for query in queries)))
    return str(script)


def main() -> None:
    if not DIRECTORY.exists():
        print(f"skipped: {DIRECTORY} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(f"sqlite:///{Path(folder) / 'db.sqlite3'}")
    with server() as address:
        measure(address)
    over_http()
