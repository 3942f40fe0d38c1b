"""Many rows at once: executemany on SQLite, COPY on PostgreSQL. Plain SQL, because the ORM takes five times as long."""

import gc
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg2.extras import execute_batch

from facilities.models import Facility, Program, ProgramCode

_CHUNK = 20_000  # rows a statement
_IDS = 900  # ids a statement: SQLite takes 999 parameters in old builds
Pair = tuple[int, str]


@contextmanager
def unwatched() -> Iterator[None]:
    """No query log, which under DEBUG would keep the text of every statement; and no search for garbage in cycles:
    rows hold none, and looking for it again and again takes a tenth of the time."""
    connection.make_debug_cursor = connection.make_cursor  # type: ignore[method-assign, assignment]
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        del connection.make_debug_cursor


def insert_pairs(pairs: Iterable[Pair]) -> None:
    """Write (program id, code) pairs, none of which may exist yet."""
    table = connection.ops.quote_name(ProgramCode._meta.db_table)
    columns = "program_id, service_code_id"
    remaining = iter(pairs)
    with connection.cursor() as cursor:
        while chunk := list(islice(remaining, _CHUNK)):
            if connection.vendor == "postgresql":
                text = io.StringIO("".join(f"{program}\t{code}\n" for program, code in chunk))
                cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", text)
            else:
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES (%s, %s)", chunk)  # noqa: S608


def expand_pairs(ids: list[int]) -> None:
    """Write the pairs of new programs from their code strings, inside the database."""
    pairs, programs = (connection.ops.quote_name(model._meta.db_table) for model in (ProgramCode, Program))
    each = "unnest(string_to_array(codes_text, ' ')) AS code FROM {}"
    if connection.vendor == "sqlite":
        each = (
            """value AS code FROM {}, json_each('[' || replace(json_quote(codes_text), ' ', '","') || ']')"""
        )
    statement = (
        f"INSERT INTO {pairs} (program_id, service_code_id) "
        f"SELECT {programs}.id, {each.format(programs)} WHERE codes_text <> '' AND {programs}.id IN "
    )
    _for_some(statement, [], ids)


def delete_pairs(pairs: Iterable[Pair]) -> None:
    """Remove (program id, code) pairs."""
    table = connection.ops.quote_name(ProgramCode._meta.db_table)
    _many(f"DELETE FROM {table} WHERE program_id = %s AND service_code_id = %s", list(pairs))  # noqa: S608


def update(records: list[Any], columns: Iterable[str]) -> None:
    """Write these columns of existing rows of one model, `updated_at` included, and nothing else of them."""
    if not records:
        return
    by_name = {field.attname: field for field in records[0]._meta.concrete_fields}
    fields = [by_name[name] for name in (*columns, "updated_at")]
    for record in records:
        record.updated_at = fields[-1].pre_save(record, add=False)
    quote = connection.ops.quote_name
    assignments = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    table = quote(records[0]._meta.db_table)
    rows = [[*(_stored(field, record) for field in fields), record.pk] for record in records]
    _many(f"UPDATE {table} SET {assignments} WHERE id = %s", rows)  # noqa: S608


def remember(programs: list[Program]) -> None:
    """Write the row hashes and nothing else: the listings stay as they are, with no entry in their history."""
    table = connection.ops.quote_name(Program._meta.db_table)
    rows = [[program.row_hash, program.pk] for program in programs]
    if rows:  # otherwise there is no lock to wait for
        with transaction.atomic():
            _many(f"UPDATE {table} SET row_hash = %s WHERE id = %s", rows)  # noqa: S608


def write_history(model: Any, ids: list[int], kind: str, reason: str) -> None:
    """One history row ("+" created, "~" changed) for each of these rows, copied inside the database."""
    history, quote = model.history.model, connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in history.tracked_fields)
    stamps = "history_date, history_type, history_change_reason"
    statement = (
        f"INSERT INTO {quote(history._meta.db_table)} ({columns}, {stamps}) "  # noqa: S608
        f"SELECT {columns}, %s, %s, %s FROM {quote(model._meta.db_table)} WHERE id IN "
    )
    _for_some(statement, [connection.ops.adapt_datetimefield_value(timezone.now()), kind, reason], ids)


def analyze() -> None:
    """Refresh the planner's statistics: without them a search after a large import may take a hundred times as long."""
    tables = [connection.ops.quote_name(model._meta.db_table) for model in (Facility, Program, ProgramCode)]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=1000")
        for table in tables:
            cursor.execute(f"ANALYZE {table}")


def _stored(field: Any, record: Any) -> Any:
    if field.is_relation and field.is_cached(record):
        setattr(record, field.name, getattr(record, field.name))  # a related row saved since has its id now
    return field.get_db_prep_save(getattr(record, field.attname), connection)


def _for_some(statement: str, values: list[Any], ids: list[int]) -> None:
    """Run a statement that ends in "IN" for some ids at a time."""
    with connection.cursor() as cursor:
        for start in range(0, len(ids), _IDS):
            some = ids[start : start + _IDS]
            cursor.execute(f"{statement} ({', '.join(['%s'] * len(some))})", [*values, *some])


def _many(statement: str, rows: list[Any]) -> None:
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # its executemany waits for the server once a row
            with connection.wrap_database_errors:
                execute_batch(cursor.cursor, statement, rows, page_size=500)
        else:
            cursor.executemany(statement, rows)
