"""The 2023 directory into SQLite and PostgreSQL, beside Django's plain bulk_create of the same program-code pairs."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.on_postgresql import server
from tests.serving import ROOT, manage

DIRECTORY = ROOT.parent / "shared" / "data" / "facilities" / "nsumhss_su_directory_2023.dev.xlsx"
ROUNDS = 3
PLAIN = """
import time
from django.db import transaction
from facilities.models import ProgramCode
pairs = list(ProgramCode.objects.values_list("program_id", "service_code_id"))
ProgramCode.objects.all().delete()
began = time.perf_counter()
with transaction.atomic():
    ProgramCode.objects.bulk_create([ProgramCode(program_id=p, service_code_id=c) for p, c in pairs], batch_size=5000)
print(f"{time.perf_counter() - began:.1f} {len(pairs)}")
"""


def timed(environment: dict[str, str], *arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - began


def measure(name: str, address: str) -> None:
    environment = {**os.environ, "DEBUG": "1", "DATABASE_URL": address}
    first, again = [], []
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "load_places", "--verbosity", "0")
    for _ in range(ROUNDS):
        manage(environment, "flush", "--noinput", "--verbosity", "0")
        manage(environment, "load_places", "--verbosity", "0")
        first.append(timed(environment, "import_facilities", str(DIRECTORY)))
        again.append(timed(environment, "import_facilities", str(DIRECTORY)))
    shell = [sys.executable, "manage.py", "shell", "--no-imports", "-c", PLAIN]
    out = subprocess.run(shell, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    plain, pairs = out.split()
    one = statistics.median(first)
    print(f"{name}: first import {one:.1f} s, unchanged again {statistics.median(again):.1f} s")
    print(f"  plain bulk_create of its {int(pairs):,} pairs alone {plain} s: ratio {one / float(plain):.2f}")


def main() -> None:
    if not DIRECTORY.exists():
        print(f"skipped: {DIRECTORY} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", f"sqlite:///{Path(folder) / 'db.sqlite3'}")
    with server() as address:
        measure("PostgreSQL", address)
