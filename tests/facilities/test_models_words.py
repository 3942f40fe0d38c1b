"""The words facilities are searched with."""

from datetime import date
from math import acos, cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from facilities.geo import Point
from facilities.levels import LevelOfCare as Level
from facilities.models import Facility
from tests.factories import make_facility, make_program

pytestmark = pytest.mark.django_db
CHICAGO = Point(41.92, -87.65)


def found(query):
    return set(query.values_list("name", flat=True))


def test_one_program_must_meet_every_filter(place_with):
    place_with("OIT", "MD RD MDET", name="two halves")
    place_with("OIT MD", name="whole")
    assert found(Facility.objects.offering(Level.IOP).accepting("MD")) == {"whole"}
    assert found(Facility.objects.accepting("MD").offering(Level.IOP)) == {"whole"}
    assert found(Facility.objects.offering(Level.INPATIENT_WM).accepting("MD")) == {"two halves"}


def test_words_chain_with_others_in_any_order(place_with):
    place_with("OIT MD", name="near")
    place_with("OIT MD", name="far", latitude=34.05, longitude=-118.24)
    query = Facility.objects.listed().offering(Level.IOP).near(CHICAGO, 25).accepting("MD").in_state("il")
    assert found(query) == {"near"}
    assert query.matching_programs().count() == 2


def test_a_query_is_not_changed_by_the_words_after_it(place_with):
    place_with("OIT", name="a")
    place_with("OIT MD", name="b")
    iop = Facility.objects.offering(Level.IOP)
    assert found(iop.accepting("MD")) == {"b"}
    assert found(iop) == {"a", "b"}


def test_levels_are_any_of_and_codes_are_all_of(place_with):
    place_with("OIT", name="iop")
    place_with("ODT VET", name="php")
    place_with("ORT VET PW", name="outpatient")
    assert found(Facility.objects.offering(Level.IOP, Level.PHP)) == {"iop", "php"}
    assert found(Facility.objects.with_codes("VET", "PW")) == {"outpatient"}
    assert found(Facility.objects.serving("VET", "PW")) == {"php", "outpatient"}
    assert found(Facility.objects.without_codes("VET")) == {"iop"}
    assert Facility.objects.without_codes().count() == 3


def test_unknown_is_kept_apart_from_yes_and_from_no(place_with):
    place_with("RD", name="did not say")
    place_with("RD MDET", name="yes")
    place_with("ORT", name="no")
    assert found(Facility.objects.offering(Level.INPATIENT_WM)) == {"yes"}
    assert found(Facility.objects.offering(Level.INPATIENT_WM, or_unstated=True)) == {"yes", "did not say"}


def test_places_that_do_not_treat_it_are_removed(place_with):
    place_with("OIT NOOP", name="no opioids")
    place_with("OIT AUDO", name="alcohol only")
    place_with("OIT DUO", name="DUI only")
    place_with("OIT", name="open to all")
    assert found(Facility.objects.treating("opioids")) == {"open to all"}
    assert found(Facility.objects.treating("alcohol")) == {"no opioids", "alcohol only", "open to all"}
    assert found(Facility.objects.treating()) == {"no opioids", "alcohol only", "open to all"}


def test_retired_programs_and_facilities_are_not_public(place_with):
    place = place_with("OIT", name="program retired")
    place.programs.update(status="retired")
    place_with("OIT", name="place hidden", status="hidden")
    assert found(Facility.objects.listed().offering(Level.IOP)) == set()


def test_matching_words_ignore_accents_case_and_order():
    make_facility(name="Clínica San José", city="Mayagüez", state="PR", zip="00680")
    assert found(Facility.objects.matching("JOSE clinica")) == {"Clínica San José"}
    assert found(Facility.objects.matching("jose 60614")) == set()
    assert Facility.objects.matching("").count() == 1


def test_fresh_first_puts_the_newest_check_on_top():
    make_facility(name="never", last_seen_edition=2023)
    make_facility(name="never, older edition", last_seen_edition=2022)
    make_facility(name="May", last_verified_on=date(2026, 5, 1))
    names = list(Facility.objects.fresh_first().values_list("name", flat=True))
    assert names == ["May", "never", "never, older edition"]


def test_due_for_check_is_never_or_long_ago():
    make_facility(name="never")
    make_facility(name="January", last_verified_on=date(2026, 1, 1))
    make_facility(name="August", last_verified_on=date(2026, 8, 1))
    make_facility(name="example", is_example=True)
    make_facility(name="retired", status="retired")
    due = Facility.objects.due_for_check(date(2026, 8, 20)).values_list("name", flat=True)
    assert list(due) == ["never", "January"]


def test_with_programs_adds_and_never_removes(place_with, django_assert_num_queries):
    place_with("OIT", "ORT", name="two")
    make_facility(name="none")
    with django_assert_num_queries(2):
        counts = {place.name: len(place.listed_programs) for place in Facility.objects.with_programs()}
    assert counts == {"two": 2, "none": 0}


@pytest.mark.parametrize(
    ("here", "there", "miles"),
    [
        ((13.45, 144.8), (21.3, -157.86), 3_805),  # Guam to Honolulu, across the 180th meridian
        ((51.9, 179.6), (51.9, -179.6), 34.1),  # Aleutians, across it at close range
        ((89.9, 10.0), (89.9, -170.0), 13.8),  # over the pole
        ((40.71, -74.01), (34.05, -118.24), 2_445),
    ],
)
def test_distance_is_right_everywhere(here, there, miles):
    make_facility(latitude=there[0], longitude=there[1])
    place = Facility.objects.near(Point(*here), miles * 1.01).get()
    assert place.miles == pytest.approx(miles, rel=0.01)
    assert not Facility.objects.near(Point(*here), miles * 0.98).exists()


def test_a_place_without_a_point_has_no_miles_and_is_not_near():
    make_facility(latitude=None, longitude=None)
    assert Facility.objects.with_miles(CHICAGO).get().miles is None
    assert not Facility.objects.near(CHICAGO, 500).exists()


def independent_miles(a, b):
    """Spherical law of cosines: another formula than the one under test."""
    angle = sin(radians(a[0])) * sin(radians(b[0]))
    angle += cos(radians(a[0])) * cos(radians(b[0])) * cos(radians(b[1] - a[1]))
    return 3958.7613 * acos(max(-1, min(1, angle)))


class NearEqualsPlainArithmetic(TestCase):
    degrees = staticmethod(lambda limit: st.floats(-limit, limit).map(lambda angle: round(angle, 6)))
    points = st.tuples(degrees(89), degrees(180))

    @given(here=points, others=st.lists(points, max_size=6), miles=st.integers(5, 500))
    def test_same_places_same_order(self, here, others, miles):
        for latitude, longitude in others:
            make_facility(latitude=latitude, longitude=longitude)
        near = [place.miles for place in Facility.objects.near(Point(*here), miles)]
        expected = sorted(independent_miles(here, other) for other in others)
        sure = [distance for distance in expected if distance < miles - 0.5]
        assert near == sorted(near)
        assert len(sure) <= len(near) <= sum(distance < miles + 0.5 for distance in expected)
        for ours, theirs in zip(near, sure, strict=False):
            assert abs(ours - theirs) < 0.5


def test_history_shows_which_codes_changed(codes):
    program = make_program(codes="OIT")
    program.set_codes(["OIT", "MD"])
    program.save()
    newest, oldest = program.history.all()
    assert newest.diff_against(oldest).changed_fields == ["codes_text"]


def test_write_codes_makes_the_pairs_equal_to_the_text(codes):
    program = make_program(codes="OIT MD")
    program.write_codes()
    program.set_codes(["OIT", "SS"])
    program.write_codes()
    assert set(program.codes.values_list("code", flat=True)) == {"OIT", "SS"}
