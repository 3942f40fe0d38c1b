"""Everything that can go wrong in a search has its own answer, and a way forward."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilities.choice_groups import GROUPS
from facilities.index import memory

SEARCH = "/facilities/"
MANY = 10_000 if os.environ.get("FUZZ") else 50


def text(client, query):
    response = client.get(f"{SEARCH}?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_place_the_page_asks_for_one_and_keeps_the_filters(client, places):
    page = text(client, "care=iop&detox=alcohol")
    assert "Ready to look for" in page
    assert '<input type="hidden" name="detox" value="alcohol">' in page
    assert "Error" not in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("near=", "Type a ZIP code, or a city and state."),
        ("near=606", "606 is only part of a ZIP code."),
        ("near=99999", "We do not know the ZIP code 99999."),
        ("near=Springfield", "There are 27 places named Springfield. Which one do you mean?"),
        ("near=Chcago", "We could not find “Chcago”."),
        ("near=60614&miles=4", "Choose a distance from 5 to 500 miles."),
        ("near=60614&miles=501", "Choose a distance from 5 to 500 miles."),
        ("near=60614&miles=ten", "Choose a distance from 5 to 500 miles."),
        ("near=60614&miles=99999999999999999999999", "Choose a distance from 5 to 500 miles."),
        ("near=60614&care=banana", "“banana” is not a choice we know for “Level of care”."),
    ],
)
def test_its_own_message_and_no_results(client, place_with, query, says):
    place_with("OIT")
    page = text(client, query)
    assert says in page
    assert 'class="card place"' not in page


def test_the_error_stands_beside_the_field_and_the_input_is_kept(client, places):
    page = text(client, "near=606&miles=50&care=iop")
    assert 'id="near-error"' in page
    assert 'aria-describedby="near-error"' in page
    assert 'value="606"' in page
    assert '<option value="50" selected>' in page
    assert '<input type="hidden" name="care" value="iop">' in page


def test_which_springfield_keeps_the_filters(client, places):
    page = text(client, "near=Springfield&care=iop")
    assert "?near=Springfield%2C+IL&amp;care=iop" in page


def test_the_other_bostons_are_offered(client, places):
    assert "near=Boston%2C+GA" in text(client, "near=Boston")


def test_nothing_in_reach_shows_the_nearest_and_the_neighboring_levels(client, place_with):
    place_with("ODT", name="Far PHP", latitude=43.5)
    place_with("OIT", name="Close IOP", latitude=42.8)
    place_with("RS", name="Close Residential", latitude=42.9)
    place_with("ORT", name="Two steps away", latitude=42.7)
    page = client.get(f"{SEARCH}?near=60614&care=php")
    found = page.context["instead"]
    assert [card.facility.name for card in found.farther] == ["Far PHP"]
    assert [card.facility.name for card in found.other_level] == ["Close IOP", "Close Residential"]
    content = page.content.decode()
    assert "1-800-662-4357" in content
    assert "near=IL&amp;extras=telehealth" in content
    assert "unstated=1" in content


def test_nothing_anywhere_still_has_ways_forward(client, places):
    assert "Other ways forward" in text(client, "near=60614&care=php")


def test_nothing_in_a_state(client, place_with):
    place_with("OIT", state="WI")
    page = text(client, "near=Illinois&care=iop")
    assert "Places in all of Illinois" in page
    assert "No place in all of Illinois" in page
    assert "Nothing that states all of this is in all of Illinois." in page
    assert "Nothing in our list is in all of Illinois." in text(client, "near=Illinois")


def test_the_queries_of_an_empty_answer_are_few(client, place_with, django_assert_num_queries):
    place_with("OIT MD", latitude=44.0)
    place_with("ODT MD", latitude=44.0)
    text(client, "near=60614")
    with django_assert_num_queries(5):  # place, farther + programs, other level + programs
        text(client, "near=60614&care=php&pay=medicaid")


values = st.text(max_size=30) | st.sampled_from(
    ["60614", "iop", "1", "-1", "alcohol", "page", "%00", "9" * 40]
)
params = st.sampled_from(["near", "miles", "unstated", "page", "junk", *(group.param for group in GROUPS)])


@pytest.mark.fuzz
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=MANY)
@given(st.lists(st.tuples(params, values), max_size=6))
def test_no_query_string_breaks_the_page(client, place_with, pairs):
    if not memory.index.layers:
        place_with("OIT")
    response = client.get(SEARCH, pairs and _dict(pairs))
    assert response.status_code == 200


def _dict(pairs):
    found = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found
