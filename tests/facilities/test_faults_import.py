"""An import struck by a real fault at every step: the data is as before or as after, and what it says is true."""

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from facilities.imports import progress, uploads
from facilities.models import ImportBatch, Place
from tests.facilities import real_faults
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import run_import
from tests.factories import make_facility, make_staff


@pytest.fixture
def next_edition(own_database, place_table, tmp_path):
    """One edition imported, and the file of the next with a bit of everything."""
    Place.objects.bulk_create([Place(**one) for one in place_table])
    make_facility(is_example=True)
    run_import(write_csv(tmp_path / "directory_2022.csv", some_rows(40)))
    new = [row(f"New Place {n}", f"{n} New Street") for n in range(30)]
    rows = [*some_rows(34), row("Place 39 Clinic", "39 Oak Street", "RL"), *new]
    return write_csv(tmp_path / "directory_2023.csv", rows)


@pytest.fixture
def command(next_edition):
    """The command as typed."""
    twice = real_faults.Twice(lambda: run_import(next_edition))
    twice.file = next_edition
    return twice


@pytest.fixture
def applied(next_edition):
    """The process behind the page, applying an upload that was previewed."""
    batch = ImportBatch.objects.create(
        source_name="directory_2023.csv", edition=2023, status="applying", started_at=timezone.now(),
        by=make_staff(is_superuser=True),
    )  # fmt: skip

    def act():
        stored = uploads.root() / str(batch.pk)
        stored.mkdir(parents=True, exist_ok=True)
        (stored / "directory_2023.csv").write_bytes(next_edition.read_bytes())
        progress.state_path().unlink(missing_ok=True)
        try:
            call_command("run_import", batch.pk, "--apply")
        except (
            Error
        ) as error:  # at its first statement: its log has a traceback, the page says that it stopped
            raise CommandError(str(error)) from error

    twice = real_faults.Twice(act)
    twice.batch = batch
    return twice


@pytest.fixture
def read_page(client, settings, applied, monkeypatch):
    """What staff read about the import, once it has had time to start."""
    monkeypatch.setattr("facilities.admin.imports.START_SECONDS", 0)
    settings.STAFF_SECOND_FACTOR, settings.SESSION_ENGINE = (
        False,
        "django.contrib.sessions.backends.signed_cookies",
    )
    client.force_login(applied.batch.by, "django.contrib.auth.backends.ModelBackend")
    return lambda: client.get(reverse("admin:facilities_importbatch_watch", args=[applied.batch.pk])).text


def test_the_command_struck_at_any_step(command):
    through = []
    for number in range(command.steps):
        assert real_faults.in_a_process(command.act, number) == -9
        through.append(command.came_through(number))
    assert through == sorted(through), "once written, it stays"
    assert not all(through)
    said = [refused_at(number, command) for number in range(command.steps)]
    assert any(said)
    assert real_faults.here(command.act, -1, real_faults.kill) == "", "the next import works"


def refused_at(number, command):
    """What the command said when struck at this step, and that it was true."""
    said = real_faults.here(command.act, number, real_faults.fault_of_the_database)
    assert command.came_through(number) == (said == ""), said
    assert not said or "Nothing was changed." in said
    return said


def test_an_answer_lost_after_the_commit_is_no_refusal(command, monkeypatch):
    """The one fault that is only played: no real one can be timed between a commit and its answer."""
    commit = connection._commit

    def answer_lost():
        commit()
        raise OperationalError("server closed the connection unexpectedly")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "_commit", answer_lost)
        assert "Done." in run_import(command.file)
    assert command.came_through(0)


def test_the_process_of_the_page_struck_at_any_step(applied, read_page):
    for number in range(applied.steps):
        assert real_faults.in_a_process(applied.act, number) == -9
        text = read_page()
        assert "Look again" not in text, "it says that it still runs"
        expected = "Undo this import" if applied.came_through(number) else "stopped before its end"
        assert expected in text
    for number in range(applied.steps):
        said = real_faults.here(applied.act, number, real_faults.fault_of_the_database)
        through = applied.came_through(number, apart={"ImportBatch"})
        assert through == (said == "")
        told = ImportBatch.objects.filter(pk=applied.batch.pk)
        if not through and number:  # with no first statement there is no batch to tell it to
            assert "Nothing was changed." in told.get(status="failed").report["error"]
        told.update(status="applying", report={})
