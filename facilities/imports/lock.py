"""One import at a time. The lock belongs to the process: it is gone when the process is, however it ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

from facilities.imports.staged import ImportRefused

_TRIES, _WAIT = 5, 0.02  # seconds: a page that looks holds the lock for an instant


def path() -> Path:
    return Path(settings.IMPORT_STATE_DIR) / "lock"


def is_held() -> bool:
    """Whether an import runs on this machine. A process number would not tell: it may outlive it, or be reused."""
    try:
        with path().open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def take(file: IO[str]) -> bool:
    for _ in range(_TRIES):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            time.sleep(_WAIT)
    return False


@contextmanager
def only_import() -> Iterator[None]:
    """Raises ImportRefused when another import runs on this machine; on others the data version tells."""
    path().parent.mkdir(parents=True, exist_ok=True)
    with path().open("a+") as file:
        if not take(file):
            file.seek(0)
            other = file.read().strip() or "unknown"
            raise ImportRefused(f"Another import is running (process {other}). Wait until it is done.")
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
