"""The site under gunicorn, for browser tests and benchmarks: `with served(environment, folder) as address`."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.on_postgresql import free_port

ROOT = Path(__file__).parents[1]
# What a deployment sets, but for a certificate.
DEPLOYED = {
    "DEBUG": "0",
    "SECRET_KEY": "only-a-test-" * 6,
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECURE_SSL_REDIRECT": "0",
}


def manage(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)


def wait_until_up(address: str, process: subprocess.Popen[bytes]) -> None:
    """Raises RuntimeError when the site stops or does not answer within half a minute."""
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("the site stopped before it answered")
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
            return
        except OSError:  # refused, or too slow while it starts
            time.sleep(0.1)
    raise RuntimeError("the site did not answer")


@contextmanager
def served(environment: dict[str, str], folder: Path, workers: int = 1) -> Iterator[str]:
    """Start gunicorn on a free port of this machine and yield the address; its output goes to folder/log."""
    where = f"127.0.0.1:{free_port()}"
    gunicorn = str(Path(sys.executable).parent / "gunicorn")
    command = [gunicorn, "config.wsgi", "--workers", str(workers), "--threads", "4", "--bind", where]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=log, stderr=log
        )
        try:
            wait_until_up(f"http://{where}", process)
            yield f"http://{where}"
        finally:
            process.terminate()
            process.wait(20)
