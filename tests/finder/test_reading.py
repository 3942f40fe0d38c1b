"""Every card and level leads to a page of the library that is there."""

import pytest
from django.conf import settings

from facilities.levels import CARE_CHOICES
from finder import protocol
from finder.reading import READ_MORE
from tests.finder.people import RAY, arrive, walk

CONTENT = settings.BASE_DIR / "articles" / "content"


@pytest.mark.parametrize("code", READ_MORE)
def test_the_page_is_in_the_library(code):
    topic, slug = READ_MORE[code]
    assert (CONTENT / topic / f"{slug}.md").exists()


def test_every_code_is_a_card_or_a_level():
    known = {*protocol.TRACKS, *protocol.ADJUNCTS, *CARE_CHOICES, "early_intervention"}
    assert set(READ_MORE) <= known
    assert {*protocol.TRACKS, *CARE_CHOICES} <= set(READ_MORE)


def test_the_result_links_to_them(client):
    page = arrive(client, walk(RAY)).get("/finder/result/").text
    for path in ("care/medications-for-alcohol-use-disorder", "care/inpatient-detox", "care/the-first-call"):
        assert f'href="/articles/{path}/"' in page
