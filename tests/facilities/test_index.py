"""The index in memory: when a change of a listing reaches the searches of a process that was running before."""

import pytest

from facilities import index
from facilities.models import DataVersion, Facility

SEARCH = "/facilities/?near=60614&care=iop"


@pytest.fixture
def clock(monkeypatch):
    """The index's clock, moved by hand."""
    now = [1_000.0]
    monkeypatch.setattr(index, "monotonic", lambda: now[0])
    return now


def found(client):
    return [card.name for card in client.get(SEARCH).context["cards"]]


def test_a_new_listing_is_found_within_half_a_minute(client, place_with, clock):
    place_with("OIT", name="First")
    assert found(client) == ["First"]
    place_with("OIT", name="Second", latitude=42.0)
    DataVersion.bump()
    clock[0] += index.LOOK_AGAIN_AFTER + 1
    assert found(client) == ["First", "Second"]


def test_nothing_is_read_again_while_nothing_changed(client, place_with, clock, django_assert_num_queries):
    place_with("OIT")
    found(client)
    clock[0] += index.LOOK_AGAIN_AFTER + 1
    with django_assert_num_queries(4):  # the version, then place, page and programs
        found(client)


def test_a_place_that_staff_hide_is_gone_at_once(client, place_with):
    place_with("OIT", name="Shown")
    place_with("OIT", name="Hidden", latitude=42.0)
    assert found(client) == ["Shown", "Hidden"]
    Facility.objects.filter(name="Hidden").update(status="hidden")
    assert found(client) == ["Shown"]


def test_a_changed_service_counts_from_the_next_look(client, place_with, clock):
    place = place_with("OIT", name="Shown")
    assert found(client) == ["Shown"]
    program = place.programs.get()
    program.set_codes(["ORT"])
    program.save()
    program.write_codes()
    DataVersion.bump()
    clock[0] += index.LOOK_AGAIN_AFTER + 1
    assert found(client) == []
