"""The audit log names every change of a period: who, when, before, after, why; and its file is safe to open."""

import csv
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.urls import reverse
from django.utils import timezone

from config.audit import COLUMNS
from config.models import AccountChange
from facilities.models import ImportBatch
from tests.factories import make_facility, make_staff

pytestmark = pytest.mark.django_db
LOG = reverse("admin:audit")


@pytest.fixture
def boss(client_of, settings):
    settings.STAFF_SECOND_FACTOR = False
    return client_of(make_staff("boss", is_superuser=True))


def rename(facility, name, by, why):
    facility.name, facility._history_user, facility._change_reason = name, by, why
    facility.save()


def rows(client, **query):
    answer = client.get(LOG, {**query, "as": "csv"})
    return list(csv.DictReader(b"".join(answer.streaming_content).decode().splitlines()))


def test_a_change_has_who_when_before_after_and_why(boss):
    facility = make_facility(name="Example Before")
    rename(facility, "Example After", make_staff("alice"), "called them")
    row = next(row for row in rows(boss) if row["field"] == "name")
    assert (row["who"], row["before"], row["after"]) == ("alice", "Example Before", "Example After")
    assert row["why"] == "called them"
    assert "Example Before" in boss.get(LOG).text


def test_before_is_known_even_when_it_lies_before_the_period(boss):
    facility = make_facility(name="Example Before")
    facility.history.update(history_date=timezone.now() - timedelta(days=90))
    rename(facility, "Example After", make_staff("alice"), "")
    (row,) = rows(boss)
    assert row["before"] == "Example Before"


def test_only_the_period_is_listed(boss):
    rename(make_facility(), "Example After", make_staff("alice"), "")
    assert rows(boss)
    assert rows(boss, since="2020-01-01", until="2020-12-31") == []


def test_changes_of_accounts_are_in_it(boss):
    alice = make_staff("alice")
    AccountChange.record(make_staff("bob"), alice, "changed", "left in May", [("active", "yes", "no")])
    (row,) = rows(boss)
    assert (row["who"], row["kind of thing"], row["thing"], row["what happened"]) == (
        "alice",
        "account",
        "bob",
        "changed",
    )
    assert (row["field"], row["before"], row["after"], row["why"]) == ("active", "yes", "no", "left in May")


def test_what_the_older_log_said_of_accounts_is_kept(boss):
    alice = make_staff("alice")
    LogEntry.objects.log_actions(alice.pk, [alice], CHANGE, "active: yes → no", single_object=True)
    import_module("config.migrations.0004_account_changes").copy_log(apps, None)
    (row,) = rows(boss)
    assert (row["who"], row["thing"], row["after"]) == ("alice", "alice", "active: yes → no")


def test_an_import_is_one_line_and_its_rows_are_not_listed(boss):
    make_facility()
    ImportBatch.objects.create(
        source_name="directory.xlsx",
        status="applied",
        edition=2023,
        started_at=timezone.now(),
        counts={"new": 6303},
    )
    (row,) = rows(boss)
    assert (row["kind of thing"], row["thing"], row["after"]) == ("import", "directory.xlsx", "new 6303")


def test_formulas_are_defused(boss):
    rename(make_facility(), "=HYPERLINK(1)", make_staff("alice"), "@SUM(1)")
    cells = [cell for row in rows(boss) for cell in row.values()]
    assert "'=HYPERLINK(1)" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_date_that_is_none_gets_a_message(boss):
    answer = boss.get(LOG, {"since": "soon"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["since"]


def test_only_those_with_the_right_see_it(client_of, settings):
    settings.STAFF_SECOND_FACTOR = False
    assert client_of(make_staff("bob")).get(LOG).status_code == 403


def test_the_number_of_queries_does_not_grow(boss, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    alice = make_staff("alice")
    rename(make_facility(), "Example After", alice, "")
    with CaptureQueriesContext(connection) as few:
        rows(boss)
    for _ in range(20):
        rename(make_facility(), "Example After", alice, "")
    with django_assert_num_queries(len(few)):
        rows(boss)


def test_the_header_is_the_documented_one(boss):
    rename(make_facility(), "Example After", make_staff("alice"), "")
    assert tuple(rows(boss)[0]) == COLUMNS
