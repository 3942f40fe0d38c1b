"""The search page: what is found, in which order, and what each result says."""

from datetime import date

import pytest
from django.urls import reverse

from facilities.cards import away

SEARCH = "/facilities/"


def names(response):
    return [card.facility.name for card in response.context["cards"]]


def search(client, query):
    return client.get(f"{SEARCH}?{query}")


def test_nearest_first_with_miles(client, place_with):
    place_with("OIT", name="Far", latitude=42.05)
    place_with("OIT", name="Near")
    response = search(client, "near=60614&care=iop")
    assert names(response) == ["Near", "Far"]
    assert ">8.8 miles<" in response.content.decode()
    assert "2 places within 25 miles" in response.content.decode()


@pytest.mark.parametrize(
    ("miles", "words"), [(None, ""), (0.4, "under 1 mile"), (8.84, "8.8 miles"), (162.2, "162 miles")]
)
def test_miles_are_no_finer_than_we_know(miles, words):
    assert away(miles) == words


def test_radius_is_kept_and_25_is_usual(client, place_with):
    place_with("OIT", name="Far", latitude=42.25)
    assert names(search(client, "near=60614&care=iop&miles=50")) == ["Far"]
    assert names(search(client, "near=60614&care=iop&miles=10")) == []
    assert search(client, "near=60614").context["search"].reach == 25


def test_fresher_facts_win_at_the_same_distance(client, place_with):
    place_with("OIT", name="Old")
    place_with("OIT", name="Checked", last_verified_on=date(2026, 11, 1))
    assert names(search(client, "near=60614&care=iop")) == ["Checked", "Old"]


@pytest.mark.parametrize("status", ["retired", "hidden"])
def test_only_listed_places_are_found(client, place_with, status):
    place_with("OIT", status=status)
    assert names(search(client, "near=60614&care=iop")) == []


def test_one_program_must_meet_everything(client, place_with):
    place_with("OIT", "ORT MD", name="Split")
    place_with("ORT", "OIT MD", name="Together")
    assert names(search(client, "near=60614&care=iop&pay=medicaid")) == ["Together"]


def test_state_search_needs_no_distance(client, place_with):
    place_with("OIT", name="Here", state="IL")
    place_with("OIT", name="Elsewhere", state="WI")
    assert names(search(client, "near=Illinois&care=iop")) == ["Here"]


@pytest.mark.parametrize(
    ("query", "states", "found"),
    [
        ("care=inpatient_wm", "HID", True),
        ("care=inpatient_wm", "RD MDET", True),
        ("care=inpatient_wm", "RD", False),
        ("care=inpatient_wm&unstated=1", "RD", True),
        ("care=inpatient_wm&unstated=1", "OD ORT", False),
        ("care=php", "ODT", True),
        ("care=iop", "ODT", False),
        ("care=iop&care=php", "ODT", True),
        ("detox=alcohol", "ADTX", True),
        ("detox=alcohol&detox=benzodiazepines", "ADTX", False),
        ("detox=alcohol&detox=benzodiazepines", "ADTX BDTX", True),
        ("detox=alcohol", "ADTX NAUT", False),
        ("detox=alcohol", "ADTX OUDO", False),
        ("detox=alcohol", "ADTX AUDO", True),
        ("detox=opioids", "ODTX NOOP", False),
        ("detox=opioids", "ODTX AUDO", False),
        ("detox=alcohol&managed=yes", "ADTX", False),
        ("detox=alcohol&managed=yes", "ADTX MDET", True),
        ("detox=alcohol&unstated=1", "HID", True),
        ("detox=alcohol&unstated=1", "HID NAUT", False),
        ("moud=methadone", "MM", True),
        ("moud=methadone", "MM NMOA", False),
        ("moud=methadone", "BU", False),
        ("moud=methadone&moud=buprenorphine", "BU", True),
        ("pay=sliding&pay=free", "SS", True),
        ("extras=telehealth&extras=childcare", "TELE", False),
        ("extras=telehealth&extras=childcare", "TELE CCC", True),
        ("language=sign", "AH", True),
        ("who=cooccurring", "SUMH", True),
        ("kind=psychiatric", "IPSY", True),
        ("", "ORT DU DUO", False),
        ("unstated=1&pay=medicaid", "ORT DU DUO", False),
        ("who=dui", "ORT DU DUO", True),
        ("medicine=alcohol", "PMAT NMAUT", False),
        ("medicine=on_moud", "MOA", True),
        ("who=pregnant&who=veterans", "PW", True),
        ("who=pregnant&who=veterans&every=who", "PW", False),
        ("who=pregnant&who=veterans&every=who", "PW VET", True),
    ],
)
def test_filters(client, place_with, query, states, found):
    place_with(states, name="It")
    assert names(search(client, f"near=60614&{query}")) == (["It"] if found else [])


def test_a_card_says_why_and_what_is_not_stated(client, place_with):
    place_with("OIT RD", name="It")
    page = search(client, "near=60614&care=inpatient_wm&pay=medicaid&unstated=1")
    match = page.context["cards"][0].match
    assert match.stated == ()
    assert match.unstated == ("Inpatient detox", "Medicaid")
    assert "does not say whether medication is used here" in page.content.decode()


def test_detox_outside_a_hospital_is_never_shown_without_its_caveat(client, place_with):
    place_with("OD ADTX", name="By day")
    text = search(client, "near=60614&detox=alcohol").content.decode()
    assert "Outpatient detox: Withdrawal care by day visits. Not for high-risk alcohol or sedative" in text


def test_places_that_say_yes_come_before_those_that_say_nothing(client, place_with):
    place_with("HID", name="Silent")
    place_with("HID MD", name="Says", latitude=42.0)
    assert names(search(client, "near=60614&pay=medicaid&unstated=1")) == ["Says", "Silent"]


def test_the_best_program_of_a_place_is_shown(client, place_with):
    facility = place_with("ORT", "OIT MD")
    card = search(client, "near=60614&care=iop&pay=medicaid").context["cards"][0]
    assert card.match.program.code_set == {"OIT", "MD"}
    assert card.programs == 2
    assert card.facility == facility


def test_limits_are_always_said(client, place_with):
    place_with("ORT AUDO")
    assert "Serves only people with alcohol use disorder" in search(client, "near=60614").content.decode()


def test_a_phone_link_has_its_extension(client, place_with):
    facility = place_with("OIT")
    facility.programs.update(phone="312-555-0115 x4")
    text = search(client, "near=60614").content.decode()
    assert 'href="tel:+1-312-555-0115;ext=4"' in text
    assert "Call 312-555-0115 ext. 4" in text


def test_a_withheld_address_shows_the_city_only(client, place_with):
    place_with("RS", street1="- - -", address_withheld=True, zip="60608")
    text = search(client, "near=60614").content.decode()
    assert "Street address not published" in text
    assert "60608" not in text
    assert "- - -" not in text


def test_paging(client, place_with):
    for number in range(23):
        place_with("OIT", name=f"Place {number:02}")
    first, second = search(client, "near=60614&care=iop"), search(client, "near=60614&care=iop&page=2")
    assert len(names(first)) == 20
    assert len(set(names(first)) | set(names(second))) == 23
    assert "near=60614&amp;care=iop&amp;page=2" in first.content.decode()
    assert names(search(client, "near=60614&care=iop&page=99")) == names(second)
    assert names(search(client, "near=60614&care=iop&page=abc")) == names(first)


@pytest.mark.parametrize("places_found", [1, 8, 25])
def test_the_number_of_queries_does_not_grow(client, place_with, django_assert_num_queries, places_found):
    for _ in range(places_found):
        place_with("OIT MD", "ORT")
    search(client, "near=60614")  # the index is built on the first search
    with django_assert_num_queries(3):  # place, page, programs
        search(client, "near=60614&care=iop&pay=medicaid&detox=alcohol&unstated=1&moud=methadone")


def test_every_result_page_links_to_how_places_are_ordered(client, place_with):
    place_with("OIT")
    assert reverse("facilities:ranking") in search(client, "near=60614").content.decode()
    assert b"Nobody can pay" in client.get(reverse("facilities:ranking")).content


def test_the_standing_warning_of_an_old_list(client, place_with):
    place_with("OIT", last_seen_edition=2023)
    assert "This list is from 2023." in search(client, "near=60614").content.decode()
