"""What staff do on pages, struck by a real fault at every step of the request: merge, split, undo, upload."""

import resource

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from facilities.imports import uploads
from facilities.models import ImportBatch, Place, ProblemReport
from tests.facilities import real_faults
from tests.facilities.directory_files import some_rows, write_csv
from tests.facilities.imported import run_import
from tests.factories import make_facility, make_program, make_staff


@pytest.fixture
def send(own_database, settings):
    """Send a form as a superuser, the way a browser does."""
    settings.STAFF_SECOND_FACTOR = False
    client = Client(raise_request_exception=False)
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return lambda name, pk, data, **how: client.post(
        reverse(f"admin:facilities_{name}", args=pk), data, **how
    )


def merging(send, **_):
    keep, gone = make_program().facility, make_program().facility
    ProblemReport.objects.create(facility=gone, kind="moved")
    return lambda: send("facility_merge", [keep.pk], {"gone": gone.pk, "why": "one door", "sure": "1"})


def splitting(send, **_):
    place = make_facility()
    make_program(place)
    moving = make_program(place)
    data = {"programs": [moving.pk], "name": "Example Second", "why": "two doors"}
    return lambda: send("facility_split", [place.pk], data)


def undoing(send, tmp_path, place_table):
    Place.objects.bulk_create([Place(**one) for one in place_table])
    run_import(write_csv(tmp_path / "directory_2022.csv", some_rows(12)))
    run_import(write_csv(tmp_path / "directory_2023.csv", some_rows(14)[2:]))
    newest = [ImportBatch.objects.latest("pk").pk]
    return lambda: send("importbatch_undo", newest, {})


def uploading(send, **_):
    def act():
        file = SimpleUploadedFile("directory_2023.csv", b"Name1,Name2\n" * 400)
        return send("importbatch_upload", [], {"file": file})

    return act


@pytest.fixture(params=[merging, splitting, undoing, uploading], ids=lambda prepare: prepare.__name__)
def action(request, send, tmp_path, place_table, monkeypatch):
    monkeypatch.setattr("facilities.admin.imports.start", lambda *arguments: None)
    act = request.param(send, tmp_path=tmp_path, place_table=place_table)
    return real_faults.Twice(act)


def test_struck_at_any_step_it_is_done_or_not_done(action):
    through = []
    for number in range(action.steps):
        assert real_faults.in_a_process(action.act, number) == -9
        through.append(action.came_through(number))
    assert through == sorted(through), "once done, it stays"
    assert not all(through)
    answers = [refused_at(number, action) for number in range(action.steps)]
    assert connection.vendor == "sqlite" or set(answers) == {503}
    assert action.act().status_code == 302, "trying again works"


def refused_at(number, action):
    """Status of the answer to a request struck at this step; whatever it is, it is true."""
    with real_faults.struck(number, real_faults.fault_of_the_database):
        answer = action.act()
    connection.close()
    through = action.came_through(number)
    if answer.status_code == 503:
        assert "may not have been saved" in answer.text
    else:
        assert answer.status_code == 302
        assert through
    return answer.status_code


SIZE = 4_000_000


@pytest.mark.parametrize("in_memory", [0, 2 * SIZE], ids=["while received", "while stored"])
def test_an_upload_that_the_disk_cannot_take(send, settings, in_memory):
    """The system lets no file of this process grow beyond a limit: writing fails as it does on a full disk."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = settings.DATA_UPLOAD_MAX_MEMORY_SIZE = in_memory
    file = SimpleUploadedFile("directory_2023.csv", b"Name1,Name2\n" * (SIZE // 12))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE - 100_000, before[1]))
    try:
        answer = send("importbatch_upload", [], {"file": file}, follow=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "could not be stored: File too large" in answer.text
    assert not [path for path in uploads.root().rglob("*") if path.is_file()]
    assert not ImportBatch.objects.exclude(status="failed").exists()
