"""Results and counts against a naive reference in plain Python, over generated places and searches."""

import os
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilities.choice_groups import (
    CARE,
    DETOX,
    DUI_ONLY,
    EITHER_WAY,
    EXTRAS,
    MANAGED,
    MEDICINE,
    MOUD,
    PAY,
    WHO,
)
from facilities.facets import Facets
from facilities.filters import FacilityFilter
from facilities.geo import Point, miles_between
from facilities.index import Index, memory
from facilities.levels import LevelOfCare
from facilities.models import Facility
from facilities.taxonomy.crosswalk import level_bits, offered_levels, unstated_levels
from tests.factories import make_facility, make_program

GROUPS = (CARE, DETOX, MANAGED, MOUD, MEDICINE, PAY, WHO, EXTRAS)
MORE = 25 if os.environ.get("FUZZ") else 1
STATED = """HID RD MDET RES RS RL ODT OIT ORT OMB OD OP HI DT ADTX BDTX ODTX NAUT NOOP AUDO OUDO DUO DU NMOA NMAUT
    MOA BU MM NU PMAT MD SS PW TELE CCC"""
CODES = STATED.split()
programs = st.lists(st.sampled_from(CODES), max_size=9, unique=True)
rows = st.lists(
    st.tuples(st.floats(41.6, 42.4), st.lists(programs, min_size=1, max_size=3)), min_size=1, max_size=8
)
boxes = st.fixed_dictionaries(
    {},
    optional={
        "every": st.lists(st.sampled_from([group.param for group in EITHER_WAY]), unique=True, max_size=2),
        **{
            group.param: st.lists(
                st.sampled_from([c.slug for c in group.common]), min_size=1, max_size=2, unique=True
            )
            for group in GROUPS
        },
    },
)


def says_yes(codes, choice):
    levels = offered_levels(codes)
    return any(fact in (levels if isinstance(fact, LevelOfCare) else codes) for fact in choice.facts)


def group_agrees(codes, group, slugs, unstated, every=False):
    choices = [choice for choice in group.choices if choice.slug in slugs]
    if any(set(choice.excludes) & set(codes) for choice in choices):
        return False
    if not unstated:
        answers = [says_yes(codes, choice) for choice in choices]
        return all(answers) if group.match_all or every else any(answers)
    if group is not CARE:
        return True
    wanted = {choice.facts[0] for choice in choices}
    return bool(wanted & (offered_levels(codes) | unstated_levels(codes)))


def program_agrees(codes, chosen, unstated=False, but=None):
    if set(codes) & DUI_ONLY and "dui" not in chosen.get("who", ()):
        return False
    picked = [group for group in GROUPS if group.param in chosen and group is not but]
    every = chosen.get("every", ())
    return all(
        group_agrees(codes, group, chosen[group.param], unstated, group.param in every) for group in picked
    )


def reference_count(places, chosen, group, choice):
    but = None if group.match_all or group.param in chosen.get("every", ()) else group
    stating = silent = 0
    for place in places:
        open_to_it = [
            codes
            for codes in place
            if program_agrees(codes, chosen, but=but) and not set(codes) & choice.excludes
        ]
        if any(says_yes(codes, choice) for codes in open_to_it):
            stating += 1
        elif group is CARE:
            silent += any(choice.facts[0] in unstated_levels(codes) for codes in open_to_it)
        else:
            silent += bool(open_to_it)
    return stating, silent


@pytest.fixture
def fill(codes, places):
    def fill(generated):
        Facility.objects.all().delete()
        memory.forget()
        made = {}
        for lat, program_codes in generated:
            facility = make_facility(latitude=lat)
            for one in program_codes:
                make_program(facility, " ".join(one)).write_codes()
            made[facility] = program_codes
        return made

    return fill


@pytest.mark.fuzz
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40 * MORE)
@given(rows, boxes, st.tuples(st.booleans(), st.sampled_from([5, 25, 100])))
def test_results_and_counts_are_those_of_the_reference(client, fill, generated, chosen, setting):
    made, (unstated, miles) = fill(generated), setting
    query = urlencode(
        {"near": "60614", "miles": miles, **({"unstated": 1} if unstated else {}), **chosen}, doseq=True
    )
    page = client.get(f"/facilities/?{query}").context
    center = page["place"].point
    away = {place: miles_between(center, Point(place.latitude, place.longitude)) for place in made}
    within = {place: codes for place, codes in made.items() if away[place] <= miles}

    found = {
        p for p, programs in within.items() if any(program_agrees(c, chosen, unstated) for c in programs)
    }
    full = {p for p, programs in within.items() if any(program_agrees(c, chosen) for c in programs)}
    shown = [card.facility for card in page["cards"]]
    assert set(shown) == found
    assert shown == sorted(
        shown, key=lambda place: (place not in full, round(away[place], 6), place.name, place.pk)
    )

    assert list(FacilityFilter(QueryDict(query)).qs) == shown, "the queryset, which the API and the map use"

    for panel in page["panels"]:
        if panel.group in GROUPS:
            for box in panel.boxes:
                choice = panel.group.by_slug[box.slug]
                assert tuple(box.counted) == reference_count(within.values(), chosen, panel.group, choice), (
                    box
                )


def everywhere(places_codes):
    """The bit set of all of these places."""
    return (1 << len(places_codes)) - 1


def search_for(chosen):
    """What `Facets` reads of a search with these boxes ticked."""
    ticked = {param: slugs for param, slugs in chosen.items() if param != "every"}
    return SimpleNamespace(
        chosen=ticked,
        ticked=ticked,
        only_others=frozenset() if "dui" in ticked.get("who", ()) else DUI_ONLY,
        wants_every=lambda param: param in chosen.get("every", ()),
    )


@pytest.mark.fuzz
@settings(max_examples=400 * MORE)
@given(st.lists(st.lists(programs, min_size=1, max_size=3), min_size=1, max_size=6), boxes)
def test_counts_alone_over_many_more_searches(places_codes, chosen):
    rows = [
        (number, " ".join(codes), level_bits(offered_levels(codes)), level_bits(unstated_levels(codes)))
        for number, some in enumerate(places_codes)
        for codes in some
    ]
    counts = Facets(Index(rows), everywhere(places_codes), search_for(chosen)).counts()
    for group in GROUPS:
        for slug, counted in counts[group.param].items():
            expected = reference_count(places_codes, chosen, group, group.by_slug[slug])
            assert tuple(counted) == expected, (group.param, slug)


@pytest.mark.parametrize(
    ("chosen", "param", "yes"),
    [
        # One box is enough: the others are counted as if none of their own question were ticked.
        ({"moud": ["methadone"]}, "moud", {"methadone": 2, "buprenorphine": 2, "naltrexone": 1}),
        # The visitor wants all boxes met: another box can only narrow what is left.
        ({"moud": ["methadone"], "every": ["moud"]}, "moud", {"methadone": 2, "buprenorphine": 1, "naltrexone": 0}),
        # Two drugs of withdrawal are always one person's: all boxes, whether asked for or not.
        ({"detox": ["alcohol"]}, "detox", {"alcohol": 2, "benzodiazepines": 1, "opioids": 0}),
    ],
)  # fmt: skip
def test_a_question_counts_without_its_own_choices_only_where_one_box_is_enough(chosen, param, yes):
    places_codes = ["MM ADTX BDTX", "MM BU ADTX", "BU NU BDTX ODTX"]
    index = Index((number, codes, 0, 0) for number, codes in enumerate(places_codes))
    counts = Facets(index, everywhere(places_codes), search_for(chosen)).counts()[param]
    assert {slug: counts[slug].yes for slug in yes} == yes


def test_every_category_of_the_code_book_can_be_searched():
    from facilities.choice_groups import GROUPS as ALL
    from facilities.taxonomy.book import category_of, code_book

    offered = {
        category_of(f) for g in ALL for c in g.choices for f in c.facts if not isinstance(f, LevelOfCare)
    }
    offered |= {"SET"}  # service settings are asked for as levels of care
    assert offered >= {entry.category_code for entry in code_book().values()}


def test_every_code_behind_a_box_is_in_the_code_book():
    from facilities.choice_groups import GROUPS as ALL
    from facilities.taxonomy.book import code_book

    facts = {fact for group in ALL for choice in group.choices for fact in (*choice.facts, *choice.excludes)}
    assert {fact for fact in facts if not isinstance(fact, LevelOfCare)} <= set(code_book())
