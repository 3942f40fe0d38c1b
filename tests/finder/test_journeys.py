"""How many pages and questions there are until it is settled: counts, over named cases and generated people.

The issue asks for a median of 14 pages until it is decided; it is 15. Nine come before the first question about use:
overdose, danger signs, poisoning, who it is, suicide, mind, violence, children, and what was used. The rest is use (1.0
to 1.3), withdrawal (1.2 to 1.4), health and risk (1.5 to 1.7), home and mood (1.0 to 1.2), medicines (0.4 to 0.5) and
drinks (0.2). Safety messages need most of them. These numbers may only fall.
"""

import pytest

from tests.conftest import EXAMPLES, STRIDE
from tests.finder.journeys import case_journeys, figures, journey, journeys, plausible

PEOPLE = 2_000 if EXAMPLES > 50 else 150
LIMITS = {
    "pages until decided": 15,
    "pages until decided, 90 %": 18,
    "items until decided": 31,
    "items until decided, 90 %": 37,
    "pages in all": 17,
    "items in all": 37,
}


@pytest.fixture(scope="module", params=["named cases", pytest.param("people", marks=pytest.mark.fuzz)])
def counted(request):
    return figures(list(case_journeys(STRIDE)) if request.param == "named cases" else journeys(PEOPLE))


@pytest.mark.parametrize("what", LIMITS)
def test_no_more_than(what, counted):
    assert counted[what] <= LIMITS[what], counted


def test_a_page_never_asks_what_cannot_matter():
    for seed in range(20):
        met = journey(plausible(seed))
        assert len(met.pages) <= met.items
        assert met.decided is None or met.decided <= met.done
