"""When a directory is too old to be shown without a warning, and who is told."""

from datetime import date

import pytest

from facilities.checks import directory_is_fresh
from facilities.freshness import is_old
from tests.factories import make_facility


@pytest.mark.parametrize(
    ("edition", "today", "old"),
    [
        (2023, date(2025, 6, 30), False),
        (2023, date(2025, 7, 1), True),
        (2025, date(2026, 11, 24), False),
        (2024, date(2026, 11, 24), True),
        (None, date(2026, 11, 24), False),
    ],
)
def test_old_is_more_than_18_months_after_the_end_of_its_year(edition, today, old):
    assert is_old(edition, today) is old


def test_the_deployment_check_warns_of_an_old_directory(db, time_machine):
    time_machine.move_to("2026-11-24")
    assert directory_is_fresh(None) == []
    make_facility(last_seen_edition=2023)
    assert [message.id for message in directory_is_fresh(None)] == ["facilities.W001"]
    make_facility(last_seen_edition=2026)
    assert directory_is_fresh(None) == []
