"""Real coordinates in place of the middle of a ZIP code, from any table with street, ZIP and point."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from facilities.geo import Point, miles_between
from facilities.imports import cells
from facilities.imports.plan import Plan, Quarantined
from facilities.imports.points import FAR_KM, KM_PER_MILE, ZipPoints, address_values
from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.tables import csv_entries, encoding_of
from facilities.imports.staged import ImportRefused, Reading
from facilities.keys import street_key
from facilities.models import DataVersion, Facility, QuarantinedPoint

FORMAT = "Coordinates CSV"
SAME_KM = 1  # points of one address that lie closer than this agree
_STREETS, _ZIPS = ("street1", "address", "street"), ("zip", "postal", "zip_code", "postal_code")

Spot = tuple[str, str]
Located = tuple[int, Point]


def plan_coordinates(path: Path, source: str, edition: int | None) -> Plan:
    """The plan of an import that changes points only. Raises ImportRefused for a file without these columns."""
    reading = Reading(FORMAT, "", _year(path, edition), source, rows=[])
    plan = Plan(reading, DataVersion.current())
    known = _known_points(path)
    facilities = Facility.objects.filter(is_example=False, address_withheld=False)
    points = ZipPoints.load(code for _, code in known)
    doubted = set(QuarantinedPoint.objects.values_list("facility_id", "latitude", "longitude"))
    counts: Counter[str] = Counter()
    for facility in facilities:
        counts[_locate(plan, facility, known, points, doubted)] += 1
    plan.counts = {"read": sum(map(len, known.values())), "refused": 0, **dict(sorted(counts.items()))}
    return plan


def _year(path: Path, edition: int | None) -> int:
    try:
        return edition_in(path.name, edition)
    except ImportRefused:
        return 0  # points carry no edition; the year only labels the batch


def _known_points(path: Path) -> dict[Spot, list[Located]]:
    found: dict[Spot, list[Located]] = defaultdict(list)
    for row, where, code, point in _table(path):
        if where and code and point:
            found[where, code].append((row, point))
    if not found:
        raise ImportRefused(f"{path.name}: not one row with a street, a ZIP code and a point.")
    return found


def _table(path: Path) -> Iterator[tuple[int, str, str, Point | None]]:
    for row, entry in csv_entries(path, ("latitude", "longitude"), encoding_of(path)):
        street = next((entry[name] for name in _STREETS if entry.get(name)), "")
        code = next((entry[name] for name in _ZIPS if entry.get(name)), "")
        latitude = cells.coordinate(entry["latitude"], 90)
        longitude = cells.coordinate(entry["longitude"], 180)
        point = Point(latitude, longitude) if latitude is not None and longitude is not None else None
        yield row, street_key(street), cells.zip_code(cells.text(code)), point


def _locate(
    plan: Plan, facility: Facility, known: dict[Spot, list[Located]], points: ZipPoints, doubted: set
) -> str:
    """Set the facility's point where the table has one to trust; the name of what happened, for the report."""
    located = known.get((street_key(facility.street1), facility.zip), [])
    if not located:
        return "listings without one"
    if "latitude" in facility.owned_fields or facility.point_quality == Facility.PointQuality.STAFF:
        return "set by staff, kept"
    row, point = located[0]
    if any(miles_between(point, other) * KM_PER_MILE > SAME_KM for _, other in located):
        return "points disagree"
    if (km := points.km_from_zip(facility.zip, point)) > FAR_KM:
        if (facility.pk, point.lat, point.lon) not in doubted:
            plan.quarantined.append(Quarantined(facility, point.lat, point.lon, km, row))
        return "quarantined points"
    return "points set" if plan.change(facility, address_values(point, plan.reading.source)) else "unchanged"
