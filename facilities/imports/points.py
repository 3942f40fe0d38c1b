"""Where an imported place is: the source's own point when it can be trusted, else the middle of its ZIP code."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilities.geo import Point, miles_between
from facilities.imports.staged import StagedRow
from facilities.models import Facility, Place

FAR_KM = 80  # a point farther than this from its ZIP code is quarantined: listed for staff, not used
_CHUNK = 900  # ZIP codes a query
KM_PER_MILE = 1.609344
ZIP_SOURCE = "ZIP code table"


@dataclass(frozen=True)
class ZipPoints:
    """Points of ZIP codes by ZIP."""

    points: dict[str, Point]

    @classmethod
    def load(cls, codes: Iterable[str]) -> "ZipPoints":
        """Of these ZIP codes."""
        zips, wanted = Place.objects.filter(kind=Place.Kind.ZIP), sorted(set(codes))
        points: dict[str, Point] = {}
        for start in range(0, len(wanted), _CHUNK):
            rows = zips.filter(zip__in=wanted[start : start + _CHUNK]).values_list(
                "zip", "latitude", "longitude"
            )
            points |= {code: Point(latitude, longitude) for code, latitude, longitude in rows}
        return cls(points)

    def km_from_zip(self, zip_code: str, point: Point) -> float:
        """0 where the ZIP code is unknown: nothing to doubt the point by."""
        center = self.points.get(zip_code)
        return miles_between(center, point) * KM_PER_MILE if center else 0.0

    def values(self, zip_code: str) -> dict[str, object]:
        """Columns of a facility at the middle of its ZIP code; no point where the ZIP code is unknown."""
        center = self.points.get(zip_code)
        if center is None:
            return {"latitude": None, "longitude": None, "point_source": "", "point_quality": ""}
        quality = Facility.PointQuality.ZIP.value
        return {
            "latitude": center.lat, "longitude": center.lon, "point_source": ZIP_SOURCE, "point_quality": quality,
        }  # fmt: skip


def source_point(row: StagedRow) -> Point | None:
    """The source's own point, where it has one and publishes the address."""
    if row.latitude is None or row.longitude is None:
        return None
    return Point(row.latitude, row.longitude)


def address_values(point: Point, source: str) -> dict[str, object]:
    """Columns of a facility at a street address point."""
    quality = Facility.PointQuality.ADDRESS.value
    return {
        "latitude": point.lat,
        "longitude": point.lon,
        "point_source": source[:60],
        "point_quality": quality,
    }
