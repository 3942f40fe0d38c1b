"""One import at a time. The lock belongs to the process: it is gone when the process is, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from facilities.imports.staged import ImportRefused


@contextmanager
def only_import() -> Iterator[None]:
    """Raises ImportRefused when another import runs on this machine; on others the data version tells."""
    path = Path(settings.IMPORT_STATE_DIR) / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            other = file.read().strip() or "unknown"
            raise ImportRefused(
                f"Another import is running (process {other}). Wait until it is done."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
