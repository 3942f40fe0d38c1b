"""How many pages and questions there are until it is settled: counts, over named cases and generated people.

The issue asks for a median of 14 pages until it is decided. Nine pages come before the first question about use:
two dangers a page at most, and suicide, violence, children, poisoning and what was used alone. What is left does
not fit in five: see `docs/clinical-method.md`. These numbers may only fall.
"""

import pytest

from tests.conftest import EXAMPLES
from tests.finder.journeys import case_journeys, figures, journey, journeys, plausible

PEOPLE = 2_000 if EXAMPLES > 50 else 300
LIMITS = {
    "pages until decided": 15,
    "pages until decided, 90 %": 18,
    "items until decided": 33,
    "items until decided, 90 %": 40,
    "pages in all": 18,
    "items in all": 38,
}


@pytest.fixture(scope="module", params=["named cases", pytest.param("people", marks=pytest.mark.fuzz)])
def counted(request):
    return figures(list(case_journeys()) if request.param == "named cases" else journeys(PEOPLE))


@pytest.mark.parametrize("what", LIMITS)
def test_no_more_than(what, counted):
    assert counted[what] <= LIMITS[what], counted


def test_a_page_never_asks_what_cannot_matter():
    for seed in range(20):
        met = journey(plausible(seed))
        assert len(met.pages) <= met.items
        assert met.decided is None or met.decided <= met.done
