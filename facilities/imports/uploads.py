"""Files that staff upload: kept beside the progress file until applied or a week old, one folder per batch."""

import hashlib
import shutil
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.utils.text import get_valid_filename

from facilities.models import ImportBatch

KEPT_DAYS = 7


def root() -> Path:
    return Path(settings.IMPORT_STATE_DIR) / "uploads"


class ToDisk(TemporaryFileUploadHandler):
    """Django's way to take a large upload, but a full disk is told to the form instead of ending the request."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError as error:
            self.request.upload_error = error.strerror  # type: ignore[union-attr]
            raise SkipFile from error


def sha256(upload: Any) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def store(batch: ImportBatch, upload: Any) -> None:
    """Write the uploaded file. Raises OSError when the disk is full."""
    folder = root() / str(batch.pk)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / get_valid_filename(upload.name)).open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)


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
