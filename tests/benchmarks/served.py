"""A site under gunicorn (2 workers x 4 threads), as in production, and wrk to ask it for pages."""

import os
import re
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import DEPLOYED, manage, served


@contextmanager
def site(*set_up: list[str], **extra: str) -> Iterator[str]:
    """A fresh SQLite database filled by the given commands, static files collected, gunicorn in front."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "STATIC_ROOT": f"{folder}/static"}
        environment = {**os.environ, **DEPLOYED, **own, **extra}
        manage(environment, "migrate", "--verbosity", "0")
        for command in set_up:
            manage(environment, *command)
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        with served(environment, Path(folder), workers=2) as address:
            yield address


def rate(
    address: str,
    connections: int,
    *,
    gzip: bool = False,
    seconds: int = 2,
    script: str = "",
    patience: int = 2,
) -> float:
    """Requests a second by wrk. Raises RuntimeError on any answer that is not 2xx, or later than `patience` seconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", f"{patience}s"]
    command += ["-H", "Accept-Encoding: gzip"] if gzip else []
    command += ["-s", script] if script else []
    out = subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        raise RuntimeError(out)
    found = re.search(r"Requests/sec:\s+([\d.]+)", out)
    if not found:
        raise RuntimeError(out)
    return float(found.group(1))


def side_by_side(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int = 5
) -> tuple[float, float, float]:
    """Medians of both, measured in turn, and the median of the ratios of neighboring rounds."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratio = statistics.median(a / b for a, b in pairs)
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio
