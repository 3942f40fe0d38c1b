"""Which rows are the same listing: keys from strict to loose, one to one, and likely pairs for a person."""

from dataclasses import dataclass

import pytest

from facilities.imports.matching import KEYS, Identity, likely_pairs, match


@dataclass
class Entry:
    name1: str = "Alpha Recovery Center"
    name2: str = ""
    street1: str = "1 Main Street"
    street2: str = ""
    city: str = "Chicago"
    state: str = "IL"
    zip: str = "60614"
    phone: str = "312-555-0101"
    source_id: str = ""
    public_id: str = ""


SERVICES = frozenset(["SA", "OIT", "ORT", "MD", "PI"])


def entry(ref=1, codes=SERVICES, **fields):
    return Identity.of(ref, Entry(**fields), frozenset(codes))


def key_of(row, listing):
    found, _, _ = match([row], [listing])
    return found[0].key if found else None


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({}, "names, address, ZIP, phone"),
        ({"name1": "The ALPHA Recovery Ctr."}, "names, address, ZIP, phone"),
        ({"street1": "1 Main St."}, "names, address, ZIP, phone"),
        ({"phone": "312-555-0199"}, "names, address, ZIP"),
        ({"street2": "Suite 9"}, "names, street, ZIP"),
        ({"name2": "North Site"}, "name, street, ZIP"),
        ({"name1": "Alpha Behavioral Network"}, "street, ZIP, phone"),
        ({"name1": "Alpha Recovery Group", "phone": "312-555-0199"}, "street, ZIP"),
        ({"street1": "99 Lake Drive"}, "names, ZIP"),
        ({"street1": "1 Maine Street", "name1": "Alpha Recovery"}, "phone, ZIP"),
        ({"zip": "60657"}, "street, phone"),
        ({"zip": "60657", "street1": "99 Lake Drive"}, "names, phone"),
        ({"zip": "60657", "street1": "99 Lake Drive", "phone": ""}, "names, city"),
        ({"state": "WI"}, "names, address, ZIP, phone"),
        ({"zip": "53202", "city": "Milwaukee", "state": "WI", "street1": "5 Elm"}, None),
        ({"name1": "Zeta House", "phone": ""}, "street, ZIP"),
    ],
)
def test_the_strictest_key_that_holds_is_named(changed, key):
    assert key_of(entry(2, **changed), entry(1)) == key


def test_a_loose_key_needs_a_second_witness():
    stranger = entry(2, codes={"HH"}, name1="Zeta House", phone="312-555-0999")
    assert key_of(stranger, entry(1)) is None


def test_two_programs_of_one_organization_at_one_address_stay_apart():
    listing = entry(1, name2="Methadone Clinic", codes={"OTP", "MM"})
    assert key_of(entry(2, name2="Adolescent Residential", codes={"RL", "CHLD"}), listing) is None


def test_of_several_the_likest_are_paired_and_none_twice():
    listings = [entry(1, name2="IP", codes={"HIT", "HI"}), entry(2, name2="MSW IP", codes={"HID", "DT"})]
    rows = [
        entry(3, name2="Med Sup Withdrawal Inpatient", codes={"HID", "DT", "MD"}),
        entry(4, name2="Inpatient Rehabilitation", codes={"HIT", "HI", "MD"}),
    ]
    found, left_rows, left_listings = match(rows, listings)
    assert {(pair.row, pair.listing) for pair in found} == {(3, 2), (4, 1)}
    assert (left_rows, left_listings) == ([], [])


def test_a_withheld_street_is_no_key():
    other = entry(2, name1="Other House", street1="- - -", codes={"HH"}, phone="312-555-0999")
    assert key_of(other, entry(1, street1="- - -")) is None


def test_no_row_and_no_listing_is_used_twice():
    rows = [entry(ref) for ref in range(10, 15)]
    found, left, known = match(rows, [entry(1), entry(2)])
    assert len(found) == 2
    assert len({pair.row for pair in found}) == len({pair.listing for pair in found}) == 2
    assert (len(left), len(known)) == (3, 0)


def test_likely_pairs_say_why():
    row, listing = (
        entry(2, name1="Alfa Recovery Center", street1="9 Main Street", phone="", codes={"RL", "MD"}),
        entry(1),
    )
    (pair,) = likely_pairs([row], [listing])
    assert (pair.row, pair.listing, pair.why) == (2, 1, "same ZIP")
    assert 50 < pair.score < 100


def test_strangers_are_not_likely():
    assert likely_pairs([entry(2, name1="Zeta", street1="9 Lake", phone="", codes={"HH"})], [entry(1)]) == []


def test_every_key_has_its_own_name():
    assert len({key.name for key in KEYS}) == len(KEYS)
