"""Real processes as typed at a terminal and as started by the staff page, struck from outside while they run."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from functools import partial

import psycopg2
import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from facilities.imports.progress import state_path
from facilities.models import ImportBatch, Place
from tests.facilities import real_faults
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import run_import
from tests.facilities.real_faults import on_postgresql, on_sqlite
from tests.factories import make_staff

PATIENCE = 60  # seconds: on a busy machine a process takes its time to start
MOMENTS = [
    ("reading", 0),
    ("reading", 0.1),
    ("writing", 0),
    ("writing", 0.05),
]  # a phase, and how long into it


@pytest.fixture
def typed(own_database, place_table, tmp_path):
    """An import of 220 rows over 200 others, as the command would do it."""
    Place.objects.bulk_create([Place(**one) for one in place_table])
    run_import(write_csv(tmp_path / "directory_2022.csv", some_rows(200)))
    rows = [*some_rows(170), *(row(f"New Place {n}", f"{n} New Street") for n in range(50))]
    file = write_csv(tmp_path / "directory_2023.csv", rows)
    twice = real_faults.Twice(lambda: run_import(file))
    twice.file = file
    return twice


def started(typed, **how):
    """The command in a process of its own, which sees the database as a deployed one does."""
    connection.close()
    state_path().unlink(missing_ok=True)
    command = [sys.executable, "manage.py", "import_facilities", str(typed.file), "--verbosity", "0"]
    return subprocess.Popen(
        command, cwd=django_settings.BASE_DIR, env=real_faults.environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **how,
    )  # fmt: skip


def state():
    try:
        return json.loads(state_path().read_text())
    except (OSError, ValueError):
        return {"phase": "", "pid": 0}


def wait_for(happened):
    """What `happened` returns once it is true. Fails after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := happened():
            return found
        time.sleep(0.002)
    raise AssertionError("it did not happen")


def wait_into(phase, seconds, process):
    """Until this phase has lasted so long, or the process has ended before."""
    wait_for(lambda: state()["phase"].startswith(phase) or process.poll() is not None)
    time.sleep(seconds)


def test_the_command_is_killed(typed):
    for phase, seconds in MOMENTS:
        with started(typed) as process:
            wait_into(phase, seconds, process)
            process.kill()
        if not typed.came_through(0):
            assert process.returncode == -signal.SIGKILL
        assert "Done." in run_import(typed.file), "the lock is free, and the next import works"
        typed.put_back()


@on_postgresql
def test_the_server_ends_the_connection_of_the_command(typed):
    for phase, seconds in MOMENTS:
        with started(typed) as process:
            wait_into(phase, seconds, process)
            end_connections(typed.database)
            said = process.communicate()[0]
        assert "Traceback" not in said
        through = typed.came_through(0)
        assert through == ("Done." in said)
        assert through or "The database could not take the import" in said
        assert process.returncode == (0 if through else 1)
        assert "Done." in run_import(typed.file)
        typed.put_back()


def end_connections(name):
    here = connection.settings_dict
    address = {
        part: here[part.upper()] for part in ("host", "port", "user", "password") if here[part.upper()]
    }
    other = psycopg2.connect(dbname="postgres", **address)
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    other.close()


@on_sqlite
def test_no_file_of_the_command_may_grow_further(typed):
    """The system refuses writes beyond a size, to the database as to the progress file."""
    for kilobytes in (0, 10, 100, 400):
        with started(typed, preexec_fn=partial(limit_files, kilobytes * 1024)) as process:
            said = process.communicate()[0]
        assert process.returncode == 1
        assert "Nothing was changed." in said
        assert "Traceback" not in said
        assert not typed.came_through(0)
    assert "Done." in run_import(typed.file)


def limit_files(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def staff(settings, typed, monkeypatch):
    """A superuser, and the environment for processes that the page starts."""
    settings.STAFF_SECOND_FACTOR = False
    monkeypatch.setattr("facilities.admin.imports.START_SECONDS", PATIENCE)
    for name in ("DATABASE_URL", "IMPORT_STATE_DIR", "DEBUG"):
        monkeypatch.setenv(name, real_faults.environment()[name])
    client = Client()
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def page(client, batch):
    return client.get(reverse("admin:facilities_importbatch_watch", args=[batch.pk])).text


def previewed(client, typed):
    file = SimpleUploadedFile(typed.file.name, typed.file.read_bytes())
    client.post(reverse("admin:facilities_importbatch_upload"), {"file": file})
    batch = ImportBatch.objects.latest("pk")
    wait_for(lambda: "Look again" not in page(client, batch))
    batch.refresh_from_db()
    assert batch.status == "preview"
    return batch


def test_the_process_of_the_page_is_killed(staff, typed):
    batch = previewed(staff, typed)
    before = real_faults.exactly()
    apply = reverse("admin:facilities_importbatch_apply", args=[batch.pk])
    staff.post(apply)
    running = wait_for(
        lambda: state()["pid"] if state()["phase"] in {"reading and comparing", "writing"} else 0
    )
    os.kill(running, signal.SIGKILL)
    text = wait_for(lambda: text if "Look again" not in (text := page(staff, batch)) else "")
    batch.refresh_from_db()
    if batch.status == "applied":  # the process was quicker
        assert "Undo this import" in text
        return
    assert "stopped before its end" in text
    assert {**before, "ImportBatch": 0} == {**real_faults.exactly(), "ImportBatch": 0}
    again = previewed(staff, typed)
    staff.post(reverse("admin:facilities_importbatch_apply", args=[again.pk]))
    wait_for(lambda: "Undo this import" in page(staff, again))
