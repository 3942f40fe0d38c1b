"""Files that staff upload: kept beside the progress file until applied or a week old, one folder per batch."""

import hashlib
import shutil
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.text import get_valid_filename

from facilities.models import ImportBatch

KEPT_DAYS = 7


def root() -> Path:
    return Path(settings.IMPORT_STATE_DIR) / "uploads"


def store(batch: ImportBatch, upload: Any) -> str:
    """Write the uploaded file. Returns its SHA-256."""
    folder = root() / str(batch.pk)
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with (folder / get_valid_filename(upload.name)).open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
            digest.update(chunk)
    return digest.hexdigest()


def file_of(batch: ImportBatch) -> Path | None:
    """The stored file, None once it was removed."""
    folder = root() / str(batch.pk)
    return next(iter(sorted(folder.glob("*"))), None) if folder.is_dir() else None


def discard(batch: ImportBatch) -> None:
    shutil.rmtree(root() / str(batch.pk), ignore_errors=True)


def discard_old() -> None:
    oldest = time.time() - KEPT_DAYS * 86_400
    for folder in root().glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
