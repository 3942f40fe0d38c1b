"""A visitor's own list: in an encrypted cookie, compared, printed, gone with the visit."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from facilities.shortlist import COMPARED, KEPT_SECONDS, MOST

CHANGE, LIST, COMPARE, SHEET = (
    "/facilities/shortlist/change/", "/facilities/shortlist/", "/facilities/compare/", "/facilities/call-sheet/"
)  # fmt: skip
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def save(client, *facilities, **headers):
    data = {"add": [f.public_id for f in facilities], "next": "/facilities/?near=60614"}
    return client.post(CHANGE, data, **(headers or OURS))


def names(client, address=LIST):
    return [card.facility.name for card in client.get(address).context["cards"]]


def test_saved_places_are_kept_in_order_and_can_be_removed(client, place_with):
    a, b = place_with("OIT", name="A"), place_with("RS", name="B")
    response = save(client, b)
    assert (response.status_code, response["Location"]) == (302, "/facilities/?near=60614")
    save(client, a)
    assert names(client) == ["B", "A"]
    client.post(CHANGE, {"remove": b.public_id}, **OURS)
    assert names(client) == ["A"]
    client.post(CHANGE, {"clear": "1"}, **OURS)
    assert names(client) == []


def test_the_cookie_is_encrypted_private_and_of_this_visit_only(client, place_with):
    facility = place_with("OIT")
    cookie = save(client, facility).cookies["shortlist"]
    assert facility.public_id.hex not in cookie.value
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/facilities/", True, "Lax")
    assert not cookie["max-age"] and not cookie["expires"]


def test_a_cookie_of_yesterday_or_one_changed_is_an_empty_list(client, place_with, time_machine):
    save(client, place_with("OIT", name="A"))
    client.cookies["shortlist"] = client.cookies["shortlist"].value[:-4] + "AAAA"
    assert names(client) == []
    save(client, place_with("OIT", name="B"))
    time_machine.move_to(datetime.now(UTC) + timedelta(seconds=KEPT_SECONDS + 5))
    assert names(client) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"HTTP_ACCEPT": "*/*"},
    ],
)
def test_another_site_cannot_change_the_list(client, place_with, headers):
    assert save(client, place_with("OIT"), **headers).status_code == 403


def test_a_browser_without_fetch_metadata_may(client, place_with):
    assert save(client, place_with("OIT"), HTTP_ORIGIN="http://testserver").status_code == 302


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/admin/", "javascript:1", ""])
def test_it_only_goes_back_to_pages_of_the_finder(client, wanted):
    response = client.post(CHANGE, {"add": "x", "next": wanted}, **OURS)
    assert response["Location"] == LIST


def test_the_list_has_a_length(client, place_with):
    save(client, *[place_with("OIT") for _ in range(MOST + 3)])
    assert len(names(client)) == MOST


def test_retired_places_and_unknown_ids_are_not_shown(client, place_with):
    save(client, place_with("OIT", status="retired"))
    assert names(client) == []
    assert client.get(f"{COMPARE}?id={uuid4()}&id=nonsense").status_code == 200


def test_compare_up_to_four_with_only_differences(client, place_with):
    made = [place_with("OIT MD", name="A"), place_with("OIT SS", name="B")]
    made += [place_with("OIT", name=f"C{n}") for n in range(4)]
    query = "&".join(f"id={facility.public_id}" for facility in made)
    assert len(names(client, f"{COMPARE}?{query}")) == COMPARED
    everything = client.get(f"{COMPARE}?{query}").content.decode()
    only = client.get(f"{COMPARE}?{query}&differences=1").content.decode()
    assert '<th scope="row">Intensive outpatient</th>' in everything
    assert '<th scope="row">Intensive outpatient</th>' not in only
    assert '<th scope="row">Medicaid</th>' in only
    assert "A blank means “not stated”" in only


def test_compare_shows_limits_as_limits(client, place_with):
    facility = place_with("OIT NAUT")
    assert (
        "Does not treat alcohol use (a limit)"
        in client.get(f"{COMPARE}?id={facility.public_id}").content.decode()
    )


def test_the_call_sheet_has_numbers_questions_and_the_address_as_a_picture(client, place_with):
    save(client, place_with("OIT", name="A"))
    page = client.get(SHEET)
    text = page.content.decode()
    assert "312-555-0123" in text
    assert "Are you taking new people?" in text
    assert len(re.findall(r"<svg[^>]*qr", text)) == 1
    assert "style=" not in text
    assert page["Cache-Control"] == "no-store"


def test_saving_is_offered_on_results_and_on_a_listing(client, place_with):
    facility = place_with("OIT")
    for address in ("/facilities/?near=60614", facility.get_absolute_url()):
        assert f'name="add" value="{facility.public_id}"' in client.get(address).content.decode()
    save(client, facility)
    assert (
        f'name="remove" value="{facility.public_id}"'
        in client.get("/facilities/?near=60614").content.decode()
    )
    assert "Your list (1)" in client.get("/facilities/?near=60614").content.decode()


def test_leaving_the_site_clears_the_list(client, place_with):
    save(client, place_with("OIT"))
    cookie = client.get("/finder/leave/").cookies["shortlist"]
    assert (cookie["max-age"], cookie["path"]) == (0, "/facilities/")


def test_a_get_changes_nothing():
    assert Client().get(CHANGE).status_code == 405
