"""Whether a listing already says everything a row does. In doubt it does not: the row is then compared in full."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import QuerySet

from facilities.imports.placing import outranking, spot
from facilities.imports.points import ZipPoints
from facilities.imports.staged import Reading, StagedRow
from facilities.keys import is_withheld, street_key
from facilities.models import Facility, Program

COPIED = ("name1", "name2", "phone", "intake1", "intake2", "intake1a", "intake2a", "source_id")
_OWN = (
    "pk", "facility_id", "directory", "row_number", "row_hash", "status", "edition", "source", "website",
    "facility__website", "facility__organization_id", "facility__last_seen_edition",
)  # fmt: skip
_POINT = ("latitude", "longitude", "point_source", "point_quality")
_SAYS = (*COPIED, "codes_text")
_PLACE = ("name", "name2", "street1", "street2", "city", "state", "zip", "address_withheld")
_said_by = attrgetter(*_SAYS)
_placed_by = attrgetter("name1", "name2", "street1", "street2", "city", "state", "zip")


class Entry(NamedTuple):
    """A program with its place, as stored."""

    pk: int
    facility_id: int
    directory: str
    row_number: int | None
    row_hash: str
    status: str
    edition: int
    source: str
    website: str
    place_website: str
    organization_id: int | None
    last_seen: int | None
    point: tuple[Any, ...]
    says: tuple[str, ...]
    place: tuple[Any, ...]

    @property
    def listed(self) -> bool:
        return self.status == Program.Status.LISTED

    @property
    def zip(self) -> str:
        return self.place[6]


def stored(programs: QuerySet) -> Iterator[Entry]:
    """In the order of ids, a few at a time."""
    point, says, place = len(_OWN), len(_OWN) + len(_POINT), len(_OWN) + len(_POINT) + len(_SAYS)
    of_place = [f"facility__{name}" for name in (*_POINT, *_PLACE)]
    columns = (*_OWN, *of_place[: len(_POINT)], *_SAYS, *of_place[len(_POINT) :])
    for row in programs.order_by("pk").values_list(*columns).iterator():
        yield Entry._make((*row[:point], row[point:says], row[says:place], row[place:]))


class Told:
    """Asked once for each entry whose row is the same, in the order of ids: a place is described by its first."""

    def __init__(self, reading: Reading, points: ZipPoints) -> None:
        self.reading, self.points = reading, points
        self.described = outranking(reading)

    def by(self, entry: Entry, row: StagedRow, hashed: str) -> bool:
        """A field that staff own either says the same, or there is something to propose: then it does not."""
        described = entry.facility_id in self.described
        self.described.add(entry.facility_id)
        return (
            self.reading.complete
            and entry.row_hash == hashed
            and (entry.edition, entry.source) == (self.reading.edition, self.reading.source)
            and entry.says == _said_by(row)
            and row.website in {"", entry.website}
            and (entry.last_seen or 0) >= self.reading.edition
            and (_stands_there(entry, row) if described else self._is_described(entry, row))
        )

    def _is_described(self, entry: Entry, row: StagedRow) -> bool:
        withheld = is_withheld(row.street1) or not row.street1
        return (
            entry.place == (*_placed_by(row), withheld)
            and row.website in {"", entry.place_website}
            and entry.organization_id is not None
            and row.latitude is None
            and self._has_its_point(entry, withheld)
        )

    def _has_its_point(self, entry: Entry, withheld: bool) -> bool:
        point = dict(zip(_POINT, entry.point, strict=True))
        own = point["point_quality"] not in {"", Facility.PointQuality.ZIP}
        return (own and not withheld) or point == self.points.values(entry.zip)


def _stands_there(entry: Entry, row: StagedRow) -> bool:
    """A further entry of a place only has to be at its address."""
    return spot(row) in {None, (street_key(entry.place[2]), entry.zip)}
