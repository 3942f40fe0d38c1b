"""One listing: its services, phones, levels, sources, and what happens to its address later."""

import json
import re
from datetime import date
from uuid import uuid4

import pytest

from facilities.models import FieldCheck, MergedFacility, RemovedExample
from facilities.phones import read_phone


def page(client, facility):
    response = client.get(facility.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_every_service_in_plain_groups(client, place_with):
    text = page(client, place_with("OIT ADTX MD SP AH SMON JC"))
    for words in (
        "Kinds of care",
        "Detox from alcohol",
        "Medicaid",
        "Sign language",
        "No smoking",
        "Joint Commission",
    ):
        assert words in text


def test_levels_are_shown_as_derived_with_their_caveats(client, place_with):
    text = page(client, place_with("RD MDET ODT"))
    assert "Ask: are nurses on site 24 hours?" in text
    assert "PHP is 20 or more" in text
    assert "We work these out from what the place reports" in text


def test_an_unstated_kind_is_marked(client, place_with):
    assert "kind not stated" in page(client, place_with("RES"))


def test_phones_by_kind_each_once(client, place_with):
    facility = place_with("OIT")
    facility.programs.update(phone="312-555-0115 x4", intake1="888-PARNEXT", intake2="312-555-0115 x4")
    text = page(client, facility)
    assert text.count("312-555-0115</a> ext. 4") == 1
    assert "888-PARNEXT (888-727-6398)" in text
    assert "To start treatment" in text


@pytest.mark.parametrize(
    ("raw", "link", "shown", "extension"),
    [
        ("312-555-0115", "tel:+1-312-555-0115", "312-555-0115", ""),
        ("312-555-0115 x41275", "tel:+1-312-555-0115;ext=41275", "312-555-0115", "41275"),
        ("800-522DRUG", "tel:+1-800-522-3784", "800-522DRUG (800-522-3784)", ""),
        ("988", "tel:988", "988", ""),
        ("(671) 555-0165", "tel:+1-671-555-0165", "671-555-0165", ""),
        ("call us", "", "call us", ""),
        ("12", "", "12", ""),
    ],
)
def test_reading_a_phone(raw, link, shown, extension):
    phone = read_phone(raw)
    assert (phone.link, phone.shown, phone.extension) == (link, shown, extension)


def test_no_phone_is_none():
    assert read_phone("  ") is None


def test_several_programs_keep_their_names_and_services(client, place_with):
    facility = place_with("OIT", "HID")
    for program, name in zip(facility.programs.order_by("pk"), ("Day program", "Detox unit"), strict=True):
        program.name2 = name
        program.save()
    text = page(client, facility)
    assert "Day program</h2>" in text
    assert "Detox unit</h2>" in text


def test_a_withheld_address_shows_the_city_and_no_pin(client, place_with):
    text = page(client, place_with("RS", street1="- - -", address_withheld=True, zip="60608"))
    assert "The street address is not published" in text
    assert "openstreetmap" not in text
    assert 'class="dot"' not in text
    assert "- - -" not in text
    data = structured(text)
    assert data["address"] == {
        "@type": "PostalAddress", "addressLocality": "Chicago", "addressRegion": "IL", "addressCountry": "US"
    }  # fmt: skip


def test_directions_are_a_link_and_nothing_is_fetched(client, place_with):
    text = page(client, place_with("OIT", street1="1 Main St"))
    assert 'href="https://www.openstreetmap.org/search?query=1+Main+St%2C+Chicago%2C+IL+60614"' in text
    assert not re.findall(r'(?:src|srcset|action)="https?:', text)


def test_an_approximate_point_says_so(client, place_with):
    text = page(client, place_with("OIT"))
    assert "The dot is the middle of the ZIP code." in text
    assert "geo" not in structured(text)


def structured(text):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1])


def test_structured_data_cannot_be_broken_out_of(client, place_with):
    facility = place_with("OIT", name="</script><script>alert(1)</script>")
    text = page(client, facility)
    assert "<script>alert" not in text
    assert structured(text)["name"] == facility.name


def test_freshness_and_source(client, place_with):
    facility = place_with("OIT", last_verified_on=date(2026, 5, 3), last_verified_how="Phone")
    assert "We checked this by phone on May 3, 2026." in page(client, facility)
    assert "From the 2023 directory. We have not checked it ourselves." in page(client, place_with("OIT"))


def test_fields_set_by_staff_are_named(client, place_with):
    facility = place_with("OIT")
    facility.own("website", "alice", "2026-11-01")
    facility.save()
    text = page(client, facility)
    assert "Set by our staff: website." in text
    assert "alice" not in text


def test_one_address_per_listing(client, place_with):
    facility = place_with("OIT")
    response = client.get(f"/facilities/{facility.public_id}/old-name/")
    assert (response.status_code, response["Location"]) == (301, facility.get_absolute_url())


def test_hidden_and_unknown_listings_are_not_found(client, place_with):
    facility = place_with("OIT", status="hidden")
    assert client.get(facility.get_absolute_url()).status_code == 404
    assert client.get(f"/facilities/{uuid4()}/x/").status_code == 404


def test_a_retired_listing_and_a_removed_example_are_gone(client, place_with):
    facility = place_with("OIT", status="retired", name="Old Place")
    response = client.get(facility.get_absolute_url())
    assert response.status_code == 410
    assert b"Old Place is no longer listed" in response.content
    removed = RemovedExample.objects.create(public_id=uuid4())
    assert client.get(f"/facilities/{removed.public_id}/x/").status_code == 410


def test_a_merged_listing_redirects(client, place_with):
    facility = place_with("OIT")
    old = MergedFacility.objects.create(public_id=uuid4(), facility=facility)
    response = client.get(f"/facilities/{old.public_id}/x/")
    assert (response.status_code, response["Location"]) == (301, facility.get_absolute_url())


@pytest.mark.parametrize("programs", [("OIT",), ("OIT", "HID", "ORT")])
def test_queries_do_not_grow(client, place_with, django_assert_num_queries, programs):
    facility = place_with(*programs)
    for program in facility.programs.all():
        confirm(program, "phone", program.phone)
    with django_assert_num_queries(3):
        client.get(facility.get_absolute_url())


def confirm(program, field, value, **fields):
    fields = {"how": "phone", "checked_on": date(2026, 11, 20), **fields}
    return FieldCheck.objects.create(
        facility=program.facility, program=program, field=field, value=value, **fields
    )


def test_each_confirmed_fact_says_when_and_how(client, place_with):
    program = place_with("OIT").programs.get()
    confirm(program, "phone", program.phone, checked_on=date(2026, 1, 5))
    confirm(program, "phone", program.phone)
    text = client.get(program.facility.get_absolute_url()).text
    assert "Phone confirmed Nov 20, 2026, by phone call." in text
    assert "We have confirmed a part of it ourselves." in text
    assert "not checked" not in text
    assert "confirmed Jan" not in text
    assert "Address confirmed" not in text


def test_a_fact_that_changed_since_is_not_confirmed(client, place_with):
    program = place_with("OIT").programs.get()
    confirm(program, "phone", "312-555-0000")
    assert " confirmed " not in client.get(program.facility.get_absolute_url()).text


def test_of_two_programs_each_has_its_own_confirmations(client, place_with):
    first, second = place_with("OIT", "HID").programs.order_by("pk")
    second.name2 = "Example Second Door"
    second.save()
    confirm(second, "phone", second.phone, how="fax")
    text = client.get(first.facility.get_absolute_url()).text
    assert "Example Second Door: Phone confirmed Nov 20, 2026, by fax." in text
    assert text.count(" confirmed Nov ") == 1
