"""Run inside a site's own process: an import as staff do it, page by page, with the worst memory of each process."""

import os
import resource
import time
from itertools import pairwise
from pathlib import Path

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.urls import reverse

from facilities.models import ImportBatch, Place
from tests.factories import make_staff

_LOOK = 0.1  # seconds between looks at the page


def empty() -> None:
    """Remove everything but the places, which take longer to load than the directory."""
    models = [get_user_model(), *apps.get_app_config("facilities").get_models()]
    tables = [model._meta.db_table for model in models if model is not Place]
    flush = connection.ops.sql_flush(no_style(), tables, reset_sequences=True, allow_cascade=True)
    connection.ops.execute_sql_flush(flush)


def _page(name: str, *batch: int) -> str:
    return reverse(f"admin:facilities_importbatch_{name}", args=batch)


def _until(client: Client, wanted: str) -> float:
    """Look at the page until the process behind it is done. Its megabytes; raises AssertionError when it failed."""
    batch = ImportBatch.objects.latest("pk")
    while batch.in_progress:
        time.sleep(_LOOK)
        client.get(_page("watch", batch.pk))
        batch.refresh_from_db()
    assert batch.status == wanted, batch.report
    return os.wait4(-1, 0)[2].ru_maxrss / 1024


def run(path: str) -> None:
    """Upload, preview, apply, undo."""
    client = Client()
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    times, memory = [time.perf_counter()], []
    client.post(_page("upload"), {"file": SimpleUploadedFile(Path(path).name, Path(path).read_bytes())})
    memory.append(_until(client, "preview"))
    times.append(time.perf_counter())
    batch = ImportBatch.objects.latest("pk").pk
    client.post(_page("apply", batch), {"sure": "1"})
    memory.append(_until(client, "applied"))
    times.append(time.perf_counter())
    client.post(_page("undo", batch))
    times.append(time.perf_counter())
    memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    preview, applied, undone = (later - earlier for earlier, later in pairwise(times))
    print(
        f"  staff pages: preview {preview:.1f} s + apply {applied:.1f} s = {preview + applied:.1f} s "
        f"({memory[0]:.0f} and {memory[1]:.0f} MB); undo {undone:.1f} s ({memory[2]:.0f} MB)"
    )
