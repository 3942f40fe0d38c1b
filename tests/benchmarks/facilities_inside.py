"""Run inside a site's own process: enlarge its directory, then time the search page and its parts."""

import random
import statistics
import time
from collections.abc import Callable
from uuid import uuid4

from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from facilities.choice_groups import GROUPS
from facilities.filters import FacilityFilter
from facilities.index import memory
from facilities.levels import LevelOfCare
from facilities.models import DataVersion, Facility, Program, ProgramCode
from facilities.results import results
from tests.benchmarks.facilities_searches import addresses

VISITOR = Client()
STEP = 10_000_000  # ids of each copy of the directory begin this much higher
HITS = """
SELECT f.id FROM facilities_facility f WHERE f.status = 'listed' AND f.latitude BETWEEN %s AND %s
 AND f.longitude BETWEEN %s AND %s AND EXISTS (SELECT 1 FROM facilities_program p WHERE p.facility_id = f.id
 AND p.status = 'listed' AND p.offered_levels & 8 > 0
 AND EXISTS (SELECT 1 FROM facilities_programcode c WHERE c.program_id = p.id AND c.service_code_id = 'MD'))"""
COUNTS = """
SELECT c.service_code_id, count(DISTINCT p.facility_id) FROM facilities_programcode c
 JOIN facilities_program p ON p.id = c.program_id WHERE p.status = 'listed' AND c.service_code_id IN ({codes})
 AND p.facility_id IN ({hits}) GROUP BY c.service_code_id"""


def enlarge(listings: int) -> None:
    """Copies of the directory's own places, moved by up to 3 miles, until there are this many listings (programs)."""
    randomly = random.Random(1)
    originals = list(Facility.objects.filter(pk__lt=STEP).order_by("pk").prefetch_related("programs"))
    copy = Facility.objects.order_by("-pk")[0].pk // STEP
    while (missing := listings - Program.objects.count()) > 0:
        copy += 1
        wanted = originals[:missing]
        for start in range(0, len(wanted), 2_000):
            _copy(wanted[start : start + 2_000], copy * STEP, randomly)
        _copy_pairs(copy * STEP, wanted[-1].pk)
    DataVersion.bump()


def _copy(originals: list[Facility], up: int, randomly: random.Random) -> None:
    programs = []
    for facility in originals:
        programs += [_moved(program, up, facility_id=facility.pk + up) for program in facility.programs.all()]
    for facility in originals:
        facility.latitude = facility.latitude and facility.latitude + randomly.uniform(-0.05, 0.05)
    Facility.objects.bulk_create([_moved(facility, up) for facility in originals])
    Program.objects.bulk_create(programs)


def _moved(row, up: int, **changed):
    fields = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.generated}
    return type(row)(**{**fields, "id": row.pk + up, "public_id": uuid4(), **changed})


def _copy_pairs(up: int, last_facility: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO facilities_programcode (program_id, service_code_id) SELECT c.program_id + %s, "
            "c.service_code_id FROM facilities_programcode c JOIN facilities_program p ON p.id = c.program_id "
            "WHERE p.id < %s AND p.facility_id <= %s",
            [up, STEP, last_facility],
        )


def timed(what: Callable[[str], object], rounds: int = 3) -> list[float]:
    """Milliseconds for each search, sorted."""
    times = []
    for _ in range(rounds):
        for address in addresses():
            began = time.perf_counter()
            what(address)
            times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def page(address: str) -> None:
    assert VISITOR.get(f"/facilities/?{address}", secure=True).status_code == 200


def parts(address: str) -> None:
    """Hits, their count and every count beside a box: what the pair of queries below does."""
    search = FacilityFilter(QueryDict(address))
    assert search.is_valid()
    len(results(search, memory.current()).ranking)


def by_hand(address: str) -> None:
    """The same from two queries written by hand, around the same point."""
    search = FacilityFilter(QueryDict(address))
    assert search.is_valid() and search.point
    lat, lon = search.point
    reach = search.reach / 69
    box = [lat - reach, lat + reach, lon - reach * 1.35, lon + reach * 1.35]
    codes = [f for g in GROUPS for c in g.common for f in c.facts if not isinstance(f, LevelOfCare)]
    marks = ", ".join(["%s"] * len(codes))
    with connection.cursor() as cursor:
        cursor.execute(HITS, box)
        len(cursor.fetchall())
        cursor.execute(COUNTS.format(codes=marks, hits=HITS), [*codes, *box])
        cursor.fetchall()


def run(listings: int) -> None:
    enlarge(listings)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    page(addresses()[0])  # builds the index
    with CaptureQueriesContext(connection) as asked:
        page(addresses()[0])
    queries = len(asked)
    pages, ours, hand = timed(page), timed(parts), timed(by_hand)
    pairs = ProgramCode.objects.count()
    print(f"{Program.objects.count():,} listings, {pairs:,} program-code pairs ({connection.vendor})")
    print(
        f"  page: p50 {middle(pages):.1f} ms, p95 {pages[int(len(pages) * 0.95)]:.1f} ms, {queries} queries"
    )
    print(f"  hits + count + facets: {middle(ours):.1f} ms; two queries by hand: {middle(hand):.1f} ms")
    print(f"  ratio {middle(ours) / middle(hand):.2f} (at most 1 wanted)")


def middle(times: list[float]) -> float:
    return statistics.median(times)
