"""The 2023 directory into SQLite and PostgreSQL: by command, again unchanged, through the staff pages, and enlarged.

IMPORT_ROWS="12606 50424" are the enlarged sizes; IMPORT_ROWS="" leaves them out (2 of 5 minutes).
"""

import csv
import gzip
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.on_postgresql import server
from tests.serving import ROOT, manage

DIRECTORY = ROOT.parent / "shared" / "data" / "facilities" / "nsumhss_su_directory_2023.dev.xlsx"
ROWS = 6_303
SIZES = [int(rows) for rows in os.environ.get("IMPORT_ROWS", "12606 50424").split()]
ROUNDS = 2
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
INSIDE = "from tests.benchmarks import imports_inside; imports_inside."


class Run(NamedTuple):
    """Wall seconds, the most memory in MB and processor seconds (a server's not counted) of a whole command."""

    seconds: float
    memory: float
    processor: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.memory:.0f} MB"


def imported(environment: dict[str, str], path: Path) -> Run:
    began = time.perf_counter()
    command = [
        sys.executable,
        "manage.py",
        "import_facilities",
        str(path),
        "--allow-retiring",
        "--verbosity",
        "0",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, process.returncode, usage = os.wait4(process.pid, 0)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(time.perf_counter() - began, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def shell(environment: dict[str, str], code: str) -> str:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout


def entries() -> list[list[str]]:
    """The directory's rows, the header first."""
    with gzip.open(DIRECTORY.with_suffix(".csv.gz"), "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def enlarged(rows: int) -> list[list[str]]:
    """As many rows: the directory's own, then the same with other names at other streets."""
    header, *once = entries()
    copies = ((number // len(once), once[number % len(once)]) for number in range(rows))
    return [
        header,
        *([f"{a} {n}", b, f"{n}{c}", *rest] if n else [a, b, c, *rest] for n, (a, b, c, *rest) in copies),
    ]


def written(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def one_changed() -> list[list[str]]:
    rows = entries()
    rows[3_000][7] = "312-555-0199"
    return rows


def by_command(environment: dict[str, str], folder: Path) -> Run:
    """First, again, and with one row changed; the best of the rounds. Returns the first import."""
    files = DIRECTORY, DIRECTORY, written(folder / "changed_2023.csv", one_changed())
    rounds = []
    for _ in range(ROUNDS):
        shell(environment, f"{INSIDE}empty()")
        rounds.append([imported(environment, path) for path in files])
    first, again, changed = map(min, zip(*rounds, strict=True))
    print(f"  first import {first}; again unchanged {again}; again with one row changed {changed}")
    return first


def as_staff_do(environment: dict[str, str]) -> None:
    for _ in range(ROUNDS):
        shell(environment, f"{INSIDE}empty()")
        print(shell(environment, f"{INSIDE}run({str(DIRECTORY)!r})"), end="")


def beside_plain(environment: dict[str, str], first: Run) -> None:
    plain, pairs = shell(environment, PLAIN).split()
    ratio = first.seconds / float(plain)
    print(f"  plain bulk_create of its {int(pairs):,} pairs alone {plain} s: ratio {ratio:.2f}")


def larger(environment: dict[str, str], folder: Path, first: Run) -> None:
    for rows in SIZES:
        path = written(folder / f"{rows}_2023.csv", enlarged(rows))
        shell(environment, f"{INSIDE}empty()")
        run, again = imported(environment, path), imported(environment, path)
        wall, processor = (run[part] / rows / (first[part] / ROWS) for part in (0, 2))
        print(f"  {rows:,} rows: {run}; again {again}")
        print(
            f"    a row takes {wall:.2f} times as long as one of {ROWS:,} ({processor:.2f} by processor time)"
        )


def measure(name: str, address: str, folder: Path) -> None:
    environment = {**os.environ, "DEBUG": "1", "DATABASE_URL": address, "STAFF_SECOND_FACTOR": "0"}
    environment |= {"ALLOWED_HOSTS": "testserver", "IMPORT_STATE_DIR": str(folder / "state")}
    print(name, flush=True)
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "load_places", "--verbosity", "0")
    first = by_command(environment, folder)
    beside_plain(environment, first)
    as_staff_do(environment)
    larger(environment, folder, first)


def main() -> None:
    if not DIRECTORY.exists():
        print(f"skipped: {DIRECTORY} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", f"sqlite:///{Path(folder) / 'db.sqlite3'}", Path(folder))
        with server() as address:
            measure("PostgreSQL", address, Path(folder))
