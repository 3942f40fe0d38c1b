"""Places in reach, found in memory, beside the distance formula on every place."""

import random

import pytest

from facilities.geo import Point, miles_between
from facilities.grid import Grid

SOMEWHERE = random.Random(7)
# Around Chicago, on both sides of the 180th meridian, in the north, and anywhere.
SPREAD = [
    *(Point(SOMEWHERE.uniform(40, 44), SOMEWHERE.uniform(-90, -85)) for _ in range(200)),
    *(
        Point(SOMEWHERE.uniform(50, 53), (180 + SOMEWHERE.uniform(-4, 4) + 180) % 360 - 180)
        for _ in range(100)
    ),
    *(Point(SOMEWHERE.uniform(65, 72), SOMEWHERE.uniform(-170, -140)) for _ in range(100)),
    *(Point(SOMEWHERE.uniform(-15, 15), SOMEWHERE.uniform(-180, 180)) for _ in range(100)),
]
GRID = Grid((bit, point.lat, point.lon, "IL") for bit, point in enumerate(SPREAD))


@pytest.mark.parametrize("miles", [5, 25, 100, 500])
@pytest.mark.parametrize(
    "center",
    [Point(41.9, -87.6), Point(51.9, -179.9), Point(71.3, -156.8), Point(13.4, 144.8), Point(42.0, -88.0)],
)
def test_finds_those_in_reach_and_no_others(center, miles):
    away = {bit: miles_between(center, point) for bit, point in enumerate(SPREAD)}
    near = GRID.near(center, miles)
    assert set(near) == {bit for bit, distance in away.items() if distance <= miles}
    assert near == pytest.approx({bit: away[bit] for bit in near}, abs=1e-4)


def test_a_state_holds_its_places_also_those_without_a_point():
    grid = Grid([(0, 41.9, -87.6, "IL"), (1, None, None, "IL"), (2, 43.0, -88.0, "WI")])
    assert grid.in_state("il") == {0: None, 1: None}
    assert grid.in_state("PR") == {}
    assert set(grid.near(Point(41.9, -87.6), 500)) == {0, 2}
