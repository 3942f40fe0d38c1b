"""Imports on the staff pages: preview, apply, undo; what stops halfway leaves nothing behind."""

import csv
import json
import os
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.urls import reverse

from facilities.admin import imports
from facilities.imports import uploads
from facilities.imports.lock import only_import
from facilities.imports.progress import state_path
from facilities.imports.undo import undo as undo_import
from facilities.models import Facility, ImportBatch, Program, Proposal
from tests.facilities.directory_files import row, some_rows, write_csv
from tests.facilities.imported import everything
from tests.facilities.test_admin_faults import Lost
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, settings, tmp_path, monkeypatch):
    """A superuser; the process that a page would start runs at once instead."""

    def at_once(batch, *arguments):
        with suppress(CommandError):  # the page shows it
            call_command("run_import", batch.pk, *arguments)

    settings.STAFF_SECOND_FACTOR, settings.IMPORT_STATE_DIR = False, tmp_path / "state"
    monkeypatch.setattr(imports, "start", at_once)
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def upload(client, tmp_path, rows, edition=2023, name="directory.csv"):
    content = write_csv(tmp_path / name, rows).read_bytes()
    data = {"file": SimpleUploadedFile(name, content), "edition": edition}
    answer = client.post(reverse("admin:facilities_importbatch_upload"), data)
    assert answer.status_code == 302, answer.context["form"].errors
    return ImportBatch.objects.latest("pk")


def page(client, batch):
    return client.get(reverse("admin:facilities_importbatch_watch", args=[batch.pk])).text


def apply(client, batch, **data):
    answer = client.post(reverse("admin:facilities_importbatch_apply", args=[batch.pk]), data, follow=True)
    batch.refresh_from_db()
    return answer


def undo(client, batch):
    answer = client.post(reverse("admin:facilities_importbatch_undo", args=[batch.pk]), follow=True)
    batch.refresh_from_db()
    return answer


def test_the_preview_shows_figures_and_samples_and_changes_nothing(staff, tmp_path):
    batch = upload(staff, tmp_path, some_rows(5))
    assert batch.status == "preview"
    assert (batch.counts["read"], batch.counts["new"]) == (5, 5)
    assert "Place 1 Clinic" in page(staff, batch)
    assert not Facility.objects.exists()


def test_applying_writes_it_under_the_name_of_who_did(staff, tmp_path):
    batch = upload(staff, tmp_path, some_rows(5))
    apply(staff, batch)
    assert batch.status == "applied"
    assert batch.by.username == "alice"
    assert Facility.objects.listed().count() == 5
    assert ImportBatch.objects.count() == 1
    assert uploads.file_of(batch) is None
    assert "Undo this import" in page(staff, batch)


def test_it_is_applied_once(staff, tmp_path):
    batch = upload(staff, tmp_path, some_rows(2))
    apply(staff, batch)
    before = everything()
    assert "only once" in apply(staff, batch).text
    assert everything() == before


def test_an_alarm_asks_for_an_explicit_yes(staff, tmp_path):
    apply(staff, upload(staff, tmp_path, some_rows(30), 2022))
    batch = upload(staff, tmp_path, some_rows(10))
    assert "20 listings are not in this file" in page(staff, batch)
    assert "Tick the box" in apply(staff, batch).text
    assert Program.objects.listed().count() == 30
    apply(staff, batch, sure="1")
    assert Program.objects.listed().count() == 10


def test_refused_rows_can_be_downloaded_with_row_and_reason(staff, tmp_path):
    rows = [*some_rows(30), row("=HYPERLINK(1)", Zip="6061x")]
    batch = upload(staff, tmp_path, rows)
    answer = staff.get(reverse("admin:facilities_importbatch_refused", args=[batch.pk]))
    (refused,) = csv.DictReader(answer.content.decode().splitlines())
    assert refused["row"] == "32"
    assert refused["reason"]
    assert "'=HYPERLINK(1)" in refused.values()


def test_a_wrong_file_is_refused_with_a_message(staff, tmp_path):
    data = {"file": SimpleUploadedFile("cat.png", b"\x89PNG\r\n\x1a\n" + os.urandom(500))}
    staff.post(reverse("admin:facilities_importbatch_upload"), data)
    batch = ImportBatch.objects.get()
    assert batch.status == "failed"
    assert "not a format we know" in page(staff, batch)
    assert not Facility.objects.exists()


def test_no_file_gets_a_message_beside_the_field(staff):
    answer = staff.post(reverse("admin:facilities_importbatch_upload"), {})
    assert answer.context["form"].errors["file"]


def test_a_full_disk_is_told_and_leaves_no_file(staff, tmp_path, monkeypatch):
    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploads, "store", full)
    batch = upload(staff, tmp_path, some_rows(2))
    assert batch.status == "failed"
    assert "No space left on device" in page(staff, batch)
    assert uploads.file_of(batch) is None


def test_an_undo_that_loses_its_connection_changes_nothing(staff, tmp_path):
    apply(staff, upload(staff, tmp_path, some_rows(3), 2022))
    rows = [*some_rows(3), row("Place 7 Clinic", "7 Oak Street", Phone="312-555-0777")]
    rows[0][7] = "312-555-0999"
    batch = upload(staff, tmp_path, rows)
    apply(staff, batch)
    before = everything()
    for good in range(60):
        with connection.execute_wrapper(Lost(good)), suppress(OperationalError):
            undo_import(batch.pk, batch.by)
            assert good > 3
            return
        assert everything() == before, f"lost after {good} writes"
    raise AssertionError("the undo never came to its end")


def test_undo_brings_former_values_back_and_retires_what_came(staff, tmp_path):
    apply(staff, upload(staff, tmp_path, some_rows(6), 2022))
    before = dict(Program.objects.values_list("pk", "phone"))
    changed = some_rows(6)
    changed[0] = row("Place 1 Clinic", "1 Oak Street", "SA * OIT", Phone="312-555-0999")
    changed[1] = row("Place 2 Clinic Center", "20 Elm Street", Phone="312-555-0002")  # moved, and reorganized
    batch = upload(staff, tmp_path, [*changed, row("Place 7 Clinic", "7 Oak Street", Phone="312-555-0777")])
    apply(staff, batch)
    assert Program.objects.filter(phone="312-555-0999").exists()
    undo(staff, batch)
    assert batch.status == "undone"
    assert dict(Program.objects.listed().values_list("pk", "phone")) == before
    assert Facility.objects.listed().count() == 6
    assert str(Facility.objects.get(street1="2 Oak Street").organization) == "Place 2 Clinic"
    assert Program.objects.get(name1="Place 7 Clinic").status == "retired"
    restored = Program.objects.get(name1="Place 1 Clinic")
    assert set(restored.codes.values_list("code", flat=True)) == restored.code_set == {"SA", "OIT", "MD"}
    assert restored.history.first().history_change_reason == f"Undone: import {batch.pk}"


def test_what_staff_changed_since_outlives_an_undo(staff, tmp_path):
    apply(staff, upload(staff, tmp_path, some_rows(6), 2022))
    rows = some_rows(6)
    rows[0][7] = "312-555-0999"
    batch = upload(staff, tmp_path, rows)
    apply(staff, batch)
    program = Program.objects.get(phone="312-555-0999")
    program.phone, program.owned_fields = "312-555-0555", {"phone": {"by": "bob", "on": "2026-01-05"}}
    program._history_user = make_staff("bob")
    program.save()
    undo(staff, batch)
    program.refresh_from_db()
    assert program.phone == "312-555-0555"


def test_only_the_newest_import_can_be_undone(staff, tmp_path):
    first = upload(staff, tmp_path, some_rows(6), 2022)
    apply(staff, first)
    second = upload(staff, tmp_path, some_rows(7))
    apply(staff, second)
    assert "newer import" in undo(staff, first).text
    undo(staff, second)
    undo(staff, first)
    assert first.status == "undone"
    assert not Facility.objects.listed().exists()


def test_undone_and_imported_again_keeps_every_identity(staff, tmp_path):
    first = upload(staff, tmp_path, some_rows(4))
    apply(staff, first)
    identities = set(Program.objects.values_list("public_id", flat=True))
    undo(staff, first)
    apply(staff, upload(staff, tmp_path, some_rows(4)))
    assert set(Program.objects.listed().values_list("public_id", flat=True)) == identities


def test_undo_withdraws_open_proposals(staff, tmp_path):
    apply(staff, upload(staff, tmp_path, some_rows(6), 2022))
    program = Program.objects.get(name1="Place 1 Clinic")
    program.owned_fields = {"phone": {"by": "bob", "on": "2026-01-05"}}
    program.save()
    rows = some_rows(6)
    rows[0][7] = "312-555-0999"
    batch = upload(staff, tmp_path, rows)
    apply(staff, batch)
    assert Proposal.objects.filter(status="open").count() == 1
    undo(staff, batch)
    assert not Proposal.objects.exists()


@pytest.fixture
def halfway(staff, tmp_path, monkeypatch):
    """A batch whose process has come to its fifth step of nine."""
    monkeypatch.setattr(imports, "start", lambda *arguments: None)
    batch = upload(staff, tmp_path, some_rows(2))
    state = {"source": batch.source_name, "at": batch.started_at.timestamp() + 1}
    state_path().parent.mkdir(parents=True, exist_ok=True)
    state_path().write_text(json.dumps(state | {"phase": "writing", "done": 5, "total": 9}))
    return batch


def test_progress_needs_no_script(staff, halfway):
    with only_import():
        text = page(staff, halfway)
        assert "Stopped" not in staff.get(reverse("admin:facilities_importbatch_changelist")).text
    assert "writing, 5 of 9 steps" in text
    assert "Look again" in text


def test_a_process_that_holds_no_lock_has_stopped(staff, halfway):
    """test_faults_processes.py kills a real one."""
    assert "stopped before its end" in page(staff, halfway)
    assert "Stopped, nothing changed" in staff.get(reverse("admin:facilities_importbatch_changelist")).text


def test_the_command_that_a_page_starts_exists(settings):
    """The other tests run it at once."""
    import subprocess
    import sys

    help_text = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "run_import", "--help"],
        capture_output=True, text=True, check=True, env={**os.environ, "DEBUG": "1"},
    ).stdout  # fmt: skip
    assert "--allow-retiring" in help_text
