"""Where is it? Every way people type a place, and every way they get it wrong."""

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilities.geo import Point, miles_between
from facilities.models import Place
from facilities.place_names import place_key
from facilities.places import Ambiguous, Found, Unknown, find_place, nearest_zip


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("60614", "60614 (Chicago, IL)"),
        ("60614-1234", "60614 (Chicago, IL)"),
        ("  60614 ", "60614 (Chicago, IL)"),
        ("Chicago, IL 60614", "60614 (Chicago, IL)"),
        ("Chicago, IL", "Chicago, IL"),
        ("Chicago IL", "Chicago, IL"),
        ("CHICAGO ILLINOIS", "Chicago, IL"),
        ("chicago, il, USA", "Chicago, IL"),
        ("St. Louis, MO", "St. Louis, MO"),
        ("Saint Louis Missouri", "St. Louis, MO"),
        ("St.Louis MO", "St. Louis, MO"),
        ("Ft. Worth TX", "Fort Worth, TX"),
        ("Mayagüez", "Mayagüez, PR"),
        ("Mayaguez, Puerto Rico", "Mayagüez, PR"),
        ("Pago Pago, AS", "Pago Pago, AS"),
        ("Washington DC", "Washington, DC"),
        ("DC", "Washington, DC"),
        ("nyc", "New York, NY"),
        ("Port Washington, NY", "Port Washington, NY"),
        ("Illinois", "all of Illinois"),
        ("il", "all of Illinois"),
        ("Washington state", "all of Washington"),
        ("State of New York", "all of New York"),
        ("Puerto Rico", "all of Puerto Rico"),
    ],
)
def test_found(places, typed, label):
    found = find_place(typed)
    assert isinstance(found, Found)
    assert found.label == label
    assert find_place(found.query) == found  # what we write back finds the same place


def test_a_city_in_several_states_is_asked_about_largest_first(places):
    answer = find_place("Springfield")
    assert isinstance(answer, Ambiguous)
    assert [option.query for option in answer.options[:3]] == [
        "Springfield, MO",
        "Springfield, MA",
        "Springfield, IL",
    ]
    assert all(find_place(option.query) == option for option in answer.options)


@pytest.mark.parametrize(("typed", "first", "last"), [("Washington", "Washington, DC", "Washington state")])
def test_a_city_and_a_state_of_one_name_is_asked_about(places, typed, first, last):
    answer = find_place(typed)
    assert isinstance(answer, Ambiguous)
    assert (answer.options[0].query, answer.options[-1].query) == (first, last)


def test_a_much_larger_city_is_taken_and_the_others_are_offered(places):
    boston = find_place("Boston")
    assert isinstance(boston, Found)
    assert boston.label == "Boston, MA"
    assert "Boston, GA" in {other.query for other in boston.others}


def test_portland_is_never_guessed(places):
    assert isinstance(find_place("Portland"), Ambiguous)


@pytest.mark.parametrize(
    ("typed", "says", "offers"),
    [
        ("606", "only part of a ZIP code", "Chicago, IL"),
        ("2139", "only part of a ZIP code", "02139"),
        ("60688 ", "do not know the ZIP code 60688", "Chicago, IL"),
        ("Chcago, IL", "could not find “Chcago” in Illinois", "Chicago, IL"),
        ("Chcago", "could not find “Chcago”", "Chicago, IL"),
    ],
)
def test_unknown_with_a_way_forward(places, typed, says, offers):
    Place.objects.filter(zip="60688").delete()
    answer = find_place(typed)
    assert isinstance(answer, Unknown)
    assert says in answer.message
    assert offers in {option.query for option in answer.options}


@pytest.mark.parametrize(
    "typed", ["", "  ", "!!!", "💥", "1", "123456789012", "'; DROP TABLE", "Paris, France"]
)
def test_unknown_without_a_guess_still_says_what_to_type(places, typed):
    answer = find_place(typed)
    assert isinstance(answer, Unknown)
    assert "ZIP code" in answer.message


@pytest.mark.fuzz
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_raises(places, typed):
    assert isinstance(find_place(typed), Found | Ambiguous | Unknown)


@pytest.mark.parametrize(
    "typed", ["60614", "Chicago, IL", "Springfield", "606", "99999", "Chcago", "Washington"]
)
def test_at_most_two_queries(places, django_assert_max_num_queries, typed):
    with django_assert_max_num_queries(2):
        find_place(typed)


def test_nearest_zip_of_a_point(places):
    assert nearest_zip(Point(41.92, -87.65)).query == "60614"
    assert nearest_zip(Point(-14.3, -170.7)).query == "96799"  # American Samoa
    assert nearest_zip(Point(52.0, 179.9)).query == "99546"  # Adak, across the 180th meridian
    assert nearest_zip(Point(0, 0)) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [("St. Louis", "Saint Louis"), ("Mayagüez", "MAYAGUEZ"), ("O'Fallon", "Ofallon"), ("De Kalb", "DeKalb")],
)
def test_names_that_compare_equal(a, b):
    assert place_key(a) == place_key(b)


def test_load_places_loads_everything_once(db, capsys):
    call_command("load_places")
    first = set(Place.objects.values_list("pk", flat=True))
    call_command("load_places")
    assert set(Place.objects.values_list("pk", flat=True)) == first
    assert capsys.readouterr().out.splitlines() == ["77,233 places loaded.", "77,233 places, unchanged."]


def test_no_military_address_and_no_point_far_from_home(db, place_table):
    assert not {row["state"] for row in place_table} & {"AA", "AE", "AP"}
    guam = [row for row in place_table if row["state"] == "GU" and row["kind"] == "zip"]
    assert guam
    assert all(
        miles_between(Point(13.45, 144.78), Point(row["latitude"], row["longitude"])) < 30 for row in guam
    )
