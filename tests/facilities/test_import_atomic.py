"""All or nothing: a fault at any step, two imports at once, listings edited meanwhile."""

import json
import subprocess
import sys

import pytest
from django.core.management import CommandError
from django.db import OperationalError

from facilities.imports import apply as apply_module
from facilities.imports import bulk, lock, progress
from facilities.imports import run as run_module
from facilities.models import DataVersion, Facility
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import everything, refusal, run_import
from tests.factories import make_facility

pytestmark = pytest.mark.django_db
STEPS = [
    (apply_module, "remove_examples"),
    (apply_module, "write_codes"),
    (apply_module, "_for_staff"),
    (bulk, "expand_pairs"),
    (bulk, "insert_pairs"),
    (bulk, "write_history"),
    (bulk, "update"),
    (bulk, "delete_pairs"),
    (DataVersion, "bump"),
]


@pytest.fixture
def next_edition(tmp_path, places):
    """One edition imported, and the file of the next with a bit of everything."""
    run_import(write_csv(tmp_path / "directory_2022.csv", some_rows(10)))
    rows = [*some_rows(8), row("New Place", "1 New Street"), row("Place 9 Clinic", "9 Oak Street", "RL")]
    return write_csv(tmp_path / "directory_2023.csv", rows)


@pytest.mark.parametrize(("module", "name"), STEPS, ids=[name for _, name in STEPS])
@pytest.mark.parametrize(
    "error", [OperationalError("disk is full"), KeyboardInterrupt()], ids=["disk", "killed"]
)
def test_a_fault_at_any_step_leaves_nothing(next_edition, monkeypatch, module, name, error):
    before = everything()

    def fails(*args, **kwargs):
        real(*args, **kwargs)
        raise error

    real = getattr(module, name)
    monkeypatch.setattr(module, name, fails)
    with pytest.raises((CommandError, KeyboardInterrupt)):
        run_import(next_edition)
    monkeypatch.undo()
    assert everything() == before
    assert "Done." in run_import(next_edition)


def test_a_failed_import_keeps_the_examples(tmp_path, places, monkeypatch):
    make_facility(is_example=True)
    monkeypatch.setattr(DataVersion, "bump", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run_import(write_csv(tmp_path / "directory_2023.csv", [row()]))
    assert Facility.objects.get().is_example


def test_the_second_of_two_imports_is_told(next_edition):
    with lock.only_import():
        assert "Another import is running" in refusal(next_edition)
    assert "Done." in run_import(next_edition)


def test_the_lock_of_a_killed_import_is_gone(next_edition, settings):
    code = (
        "import fcntl, os, sys, time; f = open(sys.argv[1], 'a+'); fcntl.flock(f, fcntl.LOCK_EX); "
        "print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(settings.IMPORT_STATE_DIR / "lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        assert "Another import is running" in refusal(next_edition)
        other.kill()
        other.wait()
    assert "Done." in run_import(next_edition)


def test_an_edit_while_the_file_was_read_stops_the_import(next_edition, monkeypatch):
    real = run_module.classify

    def classify_and_edit(reading):
        plan = real(reading)
        place = Facility.objects.first()
        place.staff_notes = "edited meanwhile"
        place.save()
        return plan

    monkeypatch.setattr(run_module, "classify", classify_and_edit)
    assert "changed while the file was being read" in refusal(next_edition)
    monkeypatch.undo()
    assert "Done." in run_import(next_edition)


def test_another_machine_that_imported_meanwhile_stops_the_import(next_edition, monkeypatch):
    real = run_module.classify

    def classify_and_bump(reading):
        plan = real(reading)
        DataVersion.bump()
        return plan

    monkeypatch.setattr(run_module, "classify", classify_and_bump)
    assert "changed while the file was being read" in refusal(next_edition)


def test_the_state_file_tells_how_it_ended(next_edition, monkeypatch):
    run_import(next_edition)
    assert json.loads(progress.state_path().read_text())["phase"] == "done"
    monkeypatch.setattr(run_module, "classify", lambda reading: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run_import(next_edition)
    assert json.loads(progress.state_path().read_text())["phase"] == "failed"
