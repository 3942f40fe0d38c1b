"""How far an import is: a bar for the person at the terminal, a small file for the staff page that watches."""

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from tqdm import tqdm

_EVERY = 0.25  # seconds between writes of the state file


def state_path() -> Path:
    return Path(settings.IMPORT_STATE_DIR) / "state.json"


def current_state() -> dict[str, Any]:
    """The newest state written by any import; empty when there is none."""
    try:
        return json.loads(state_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


class Progress:
    """Counts steps of named phases. Use as a context manager."""

    def __init__(self, source: str, quiet: bool = False) -> None:
        self.source, self.quiet, self.phase = source, quiet, ""
        self.done = 0
        self.total: int | None = None
        self.bar: tqdm | None = None
        self._written = 0.0

    def start(self, phase: str, total: int | None = None) -> None:
        """Begin a phase; the one before it ends."""
        self.finish()
        self.phase, self.done, self.total = phase, 0, total
        self.bar = tqdm(
            total=total, desc=phase, unit="row", disable=True if self.quiet else None, leave=False
        )
        self._write(force=True)

    def advance(self, steps: int) -> None:
        self.done += steps
        if self.bar is not None:
            self.bar.update(steps)
        self._write()

    def finish(self) -> None:
        if self.bar is not None:
            self.bar.close()
            self.bar = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *error: object) -> None:
        self.finish()
        self.phase = "failed" if error[0] else "done"
        self._write(force=True)

    def _write(self, force: bool = False) -> None:
        now = time.monotonic()
        if not force and now - self._written < _EVERY:
            return
        self._written = now
        state = {
            "source": self.source, "phase": self.phase, "pid": os.getpid(), "at": time.time(),
            "done": self.done, "total": self.total,
        }  # fmt: skip
        path = state_path()
        part = path.with_suffix(".part")
        with suppress(OSError):  # a full disk: that nobody can watch is no reason to stop
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(state), encoding="utf-8")
            part.replace(path)
