"""Run inside a fresh site's own process: the nearest places by ZIP points, and again by their real points."""

import statistics
from io import StringIO
from typing import NamedTuple

from django.core.management import call_command
from django.db import transaction

from facilities.geo import Point, miles_between
from facilities.models import Facility, Place

SEARCHES, FIRST = 300, 10


class Nearest(NamedTuple):
    """One search: ids of the first places, nearest first, and the miles shown for each."""

    ids: list[int]
    miles: list[float]


def zips() -> list[Place]:
    """ZIP codes evenly through the list of all in the states that have listings."""
    states = Facility.objects.listed().values("state")
    found = list(Place.objects.filter(kind=Place.Kind.ZIP, state__in=states).order_by("zip"))
    return [found[number * len(found) // SEARCHES] for number in range(SEARCHES)]


def search(facilities, places: list[Place]) -> list[Nearest]:
    """The first places of every search, in the order of the result list."""
    found = []
    for place in places:
        near = facilities.with_miles(Point(place.latitude, place.longitude)).best_first()[:FIRST]
        ids, miles = zip(*near.values_list("id", "miles"), strict=True)
        found.append(Nearest(list(ids), list(miles)))
    return found


def points(facilities) -> dict[int, Point]:
    return {key: Point(*point) for key, *point in facilities.values_list("id", "latitude", "longitude")}


def run(coordinates: str) -> None:
    places = zips()
    with transaction.atomic():
        call_command("import_coordinates", coordinates, verbosity=0, stdout=StringIO())
        at_address = Facility.objects.listed().filter(point_quality=Facility.PointQuality.ADDRESS)
        real, real_points = search(at_address, places), points(at_address)
        transaction.set_rollback(True)
    same_ones = Facility.objects.listed().filter(pk__in=list(real_points))
    by_zip, zip_points = search(same_ones, places), points(same_ones)
    print(f"{len(real_points):,} places whose real point is known, {len(places)} searches by ZIP code")
    compare(by_zip, real)
    moved = [miles_between(zip_points[key], point) for key, point in real_points.items()]
    print(f"from ZIP point to real point: median {statistics.median(moved):.1f} miles")
    far_off(places, by_zip, real_points)


def compare(by_zip: list[Nearest], real: list[Nearest]) -> None:
    pairs = list(zip(by_zip, real, strict=True))
    shared = [len(set(a.ids) & set(b.ids)) for a, b in pairs]
    differ = sum(count < FIRST for count in shared) / len(pairs)
    first = sum(a.ids[0] != b.ids[0] for a, b in pairs) / len(pairs)
    print(f"the first {FIRST} are other places in {differ:.0%} of searches; the very first in {first:.0%}")
    print(f"of {FIRST}, {statistics.mean(shared):.1f} are the same on average, {min(shared)} at worst")


def far_off(places: list[Place], by_zip: list[Nearest], real_points: dict[int, Point]) -> None:
    """How far the miles shown for the first places are from the real ones."""
    off = [
        abs(miles - miles_between(Point(place.latitude, place.longitude), real_points[key]))
        for place, nearest in zip(places, by_zip, strict=True)
        for key, miles in zip(nearest.ids, nearest.miles, strict=True)
    ]
    tenths = statistics.quantiles(off, n=10)
    print(f"change of distance: median {statistics.median(off):.1f} miles, 90 % within {tenths[-1]:.1f}")
