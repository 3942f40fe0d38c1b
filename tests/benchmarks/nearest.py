"""How often the middle of a ZIP code, in place of the real point, changes the ten nearest places."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.imports import DIRECTORY
from tests.serving import ROOT, manage

COORDINATES = DIRECTORY.with_name("nsumhss_su_2023_known_coordinates.dev.csv.gz")


def main() -> None:
    if not COORDINATES.exists():
        print(f"skipped: {COORDINATES} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        own = {"DATABASE_URL": f"sqlite:///{Path(folder) / 'db.sqlite3'}", "DEBUG": "1"}
        environment = {**os.environ, **own}
        for command in (["migrate"], ["load_places"], ["import_facilities", str(DIRECTORY)]):
            manage(environment, *command, "--verbosity", "0")
        code = f"from tests.benchmarks import nearest_inside; nearest_inside.run({str(COORDINATES)!r})"
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
