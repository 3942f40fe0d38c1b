"""HSDS 3.x as JSON: services, services at locations, or organizations; alone, in a list, or in a page's `contents`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.hsds_rows import SOURCE, as_object, hsds_row, objects_in
from facilities.imports.readers.json_files import looks_like_json, read_json
from facilities.imports.readers.rows import sorted_out
from facilities.imports.staged import Reading

FORMAT = "HSDS JSON"

Record = dict[str, Any]


def recognizes(path: Path, head: bytes) -> bool:
    marks = (
        b'"service_at_locations"',
        b'"service_areas"',
        b'"location_type"',
        b'"organization_identifiers"',
        b'"contents"',
    )
    return looks_like_json(head) and any(mark in head for mark in marks)


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused when there is not one service at a place."""
    year = edition_in(path.name, edition)
    found = read_json(path)
    if isinstance(found, dict) and isinstance(found.get("contents"), list):
        found = found["contents"]
    records = found if isinstance(found, list) else [found]
    triples = [triple for record in records if isinstance(record, dict) for triple in _triples(record)]
    rows, refused = sorted_out([hsds_row(number, *triple) for number, triple in enumerate(triples, 1)])
    return Reading(FORMAT, "other", year, SOURCE, rows, refused)


def _triples(record: Record) -> Iterator[tuple[Record, Record, Record]]:
    """(organization, service, location) of every service at a place in a record."""
    if "service" in record and "location" in record:
        service = as_object(record["service"])
        yield as_object(service.get("organization")), service, as_object(record["location"])
    elif "services" in record:
        for service in objects_in(record["services"]):
            yield from (
                (record, service, place) for place in _places(service) or objects_in(record.get("locations"))
            )
    else:
        organization = as_object(record.get("organization"))
        yield from ((organization, record, place) for place in _places(record))


def _places(service: Record) -> list[Record]:
    return [as_object(one.get("location")) for one in objects_in(service.get("service_at_locations"))]
