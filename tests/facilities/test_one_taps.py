"""The row of common filters on every list: the same for everyone, one tap each, and the search stays as it was."""

import re
from html import unescape

import pytest
from django.http import QueryDict

from facilities.choice_groups import BY_PARAM
from facilities.filters import FacilityFilter
from facilities.one_taps import ONE_TAP, one_taps

pytestmark = pytest.mark.django_db
SEARCH = "near=60601&miles=50&care=iop&care=php&pay=private"


def addresses(text):
    row = re.search(r'<ul class="chips one-taps.*?</ul>', text, re.S)[0]
    return {name: unescape(address) for address, name in re.findall(r'href="\?([^"]*)">([^<]*)<', row)}


def test_every_box_is_one_of_the_directory():
    for _, param, slugs in ONE_TAP:
        assert set(slugs) <= set(BY_PARAM[param].by_slug)


def test_every_list_offers_all_of_them(client, place_with):
    place_with()
    for query in ("near=60601", "near=IL", SEARCH):
        page = client.get(f"/facilities/?{query}").text
        assert list(addresses(page)) == [label for label, _, _ in ONE_TAP]


def test_a_tap_keeps_the_search_and_ticks_its_box(client, place_with):
    place_with()
    for label, address in addresses(client.get(f"/facilities/?{SEARCH}&page=2").text).items():
        asked = QueryDict(address)
        assert asked["near"] == "60601" and asked["miles"] == "50" and "page" not in asked
        assert asked.getlist("care") == ["iop", "php"] and "private" in asked.getlist("pay")
        assert FacilityFilter(asked).is_valid()
        assert label not in {tap.label for tap in one_taps(FacilityFilter(asked).ticked, asked)}
