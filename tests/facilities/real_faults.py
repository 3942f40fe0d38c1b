"""Real faults for real databases: a process killed, a connection cut, a disk full, at any step of any action.

A step is a statement or a commit. Every test works on its own copy of a database, so nothing has to be put back.
"""

import os
import select
import signal
import sqlite3
import traceback
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager

import psycopg2
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError
from django.db import connection, connections, models
from django.db.utils import load_backend

APPS = {"facilities", "admin"}  # what an import or a member of staff may write, with its history
NOT_COMPARED = (
    models.AutoField, models.UUIDField, models.DateTimeField, models.JSONField, models.CompositePrimaryKey
)  # fmt: skip
NUMBERED = {
    "id",
    "history_id",
    "history_change_reason",
}  # name rows by numbers, which differ after a lost try


# --- a database of one's own ------------------------------------------------------------------------------------
def copy(source: str, target: str) -> None:
    """Make `target` equal to the database `source`, whatever it was before."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(source, uri=source.startswith("file:")) as old, sqlite3.connect(target) as new:
            old.backup(new)
            new.commit()
            # In pages that earlier tests left free, a small import would fit on a full disk.
            new.execute("VACUUM")
        old.close()
        new.close()
        return
    connections.close_all()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def spare(name: str) -> str:
    return f"{name}_spare"


def drop(name: str) -> None:
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """The default connection leads to this database, as it would in a deployed process: no test around it."""
    usual = connections["default"]
    backend = load_backend(usual.settings_dict["ENGINE"])
    connections["default"] = backend.DatabaseWrapper({**usual.settings_dict, "NAME": name}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = usual


def environment(**more: str) -> dict[str, str]:
    """For processes: the database and the import folder of this test."""
    here = connection.settings_dict
    address = f"sqlite:///{here['NAME']}"
    if connection.vendor == "postgresql":
        who = f"{here['USER']}:{here['PASSWORD']}@{here['HOST']}:{here['PORT']}"
        address = f"postgres://{who}/{here['NAME']}"
    own = {"DATABASE_URL": address, "IMPORT_STATE_DIR": str(settings.IMPORT_STATE_DIR), "DEBUG": "1"}
    return {**os.environ, **own, **more}


# --- what is in it ----------------------------------------------------------------------------------------------
def tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in APPS]


def exactly() -> dict[str, list[str]]:
    """Every row of every table, to the last digit."""
    return {model.__name__: sorted(map(str, model.objects.values_list())) for model in tables()}


def in_substance() -> dict[str, list[str]]:
    """The same without row numbers, random identities and times: equal for two runs of one action."""
    found = {}
    for model in tables():
        plain = [
            field for field in model._meta.concrete_fields if not isinstance(pointed(field), NOT_COMPARED)
        ]
        names = [field.name for field in plain if field.name not in NUMBERED]
        rows = map(str, model.objects.values_list(*names)) if names else [str(model.objects.count())]
        found[model.__name__] = sorted(rows)
    return found


def pointed(field: models.Field) -> models.Field:
    return field.target_field if field.is_relation else field


# --- faults -----------------------------------------------------------------------------------------------------
def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def cut() -> None:
    """The server ends this connection, as an administrator or a failing network would."""
    here, pid = connection.settings_dict, connection.connection.info.backend_pid
    address = {"host": here["HOST"], "port": here["PORT"], "user": here["USER"], "password": here["PASSWORD"]}
    other = psycopg2.connect(dbname="postgres", **{name: value for name, value in address.items() if value})
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()
    assert select.select([connection.connection.fileno()], [], [], 30)[0], "the server did not hang up"


def fill() -> None:
    """No page can be added to the database file from now on: SQLite says what it says when the disk is full."""
    connection.connection.execute("PRAGMA max_page_count = 1").fetchall()


on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="only a server can end a connection: see the PostgreSQL pass"
)
on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="no test may fill the disk of a server that others use too"
)
# What can befall a database besides a kill: a disk that is full, or a connection that its server ends.
fault_of_the_database = cut if connection.vendor == "postgresql" else fill


@contextmanager
def struck(number: int, fault: Callable[[], None]) -> Iterator[list[int]]:
    """The fault happens right before this step (0 is the first). Yields a list that holds how many steps began."""
    begun, commit = [0], connection._commit

    def step() -> None:
        if connection.connection is not None and begun[0] == number:
            fault()
        begun[0] += 1

    def statement(execute, sql, params, many, context):
        step()
        return execute(sql, params, many, context)

    def commit_too() -> None:
        step()
        commit()

    connection.ensure_connection()
    connection._commit = commit_too
    try:
        with connection.execute_wrapper(statement):
            yield begun
    finally:
        connection._commit = commit


def in_a_process(act: Callable[[], object], number: int) -> int:
    """Do it in a process that is killed at this step. Returns the exit status; negative for a signal."""
    connection.close()
    pid = os.fork()
    if pid == 0:
        try:
            with struck(number, kill):
                act()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def here(act: Callable[[], object], number: int, fault: Callable[[], None]) -> str:
    """Do it in this process, struck at this step. Returns why it was refused, "" when it was not."""
    try:
        with struck(number, fault):
            act()
    except CommandError as refused:
        return str(refused)
    finally:
        connection.close()
    return ""


class Twice:
    """An action on the database at hand: first unharmed, to know its steps and its end, then struck at each step."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act, self.database = act, str(connection.settings_dict["NAME"])
        self.spare = spare(self.database)
        connection.close()
        copy(self.database, self.spare)
        with struck(-1, kill) as begun:
            act()
        self.steps, self.after = begun[0], in_substance()
        self.put_back()
        self.before = exactly()
        assert in_substance() != self.after, "the action changes nothing that could be lost"

    def put_back(self) -> None:
        connection.close()
        copy(self.spare, self.database)

    def came_through(self, number: int, apart: Set[str] = frozenset()) -> bool:
        """Whether it is all there; fails when it is neither as before nor as after. Puts it back."""
        if rest(exactly(), apart) == rest(self.before, apart):
            return False
        now = in_substance()
        between = {name: rows for name, rows in now.items() if rows != self.after[name]}
        assert not between, f"struck at step {number} of {self.steps}, something between"
        self.put_back()
        return True


def rest(found: dict[str, list[str]], apart: Set[str]) -> dict[str, list[str]]:
    return {name: rows for name, rows in found.items() if name not in apart}
