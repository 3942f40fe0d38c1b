"""HSDS 3.x as a zip of CSV tables: put together by id, then read like the JSON."""

import csv
import io
import zipfile
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from facilities.imports.guard import MAX_UNPACKED_BYTES, check_size
from facilities.imports.readers.directory_rows import edition_in
from facilities.imports.readers.hsds_rows import SOURCE, hsds_row
from facilities.imports.readers.rows import sorted_out
from facilities.imports.staged import ImportRefused, Reading

FORMAT = "HSDS CSV package"
NEEDED = ("organizations", "services", "locations", "addresses")
_JOIN = ("service_at_location", "service_at_locations")

Table = list[dict[str, Any]]


def recognizes(path: Path, head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and path.suffix.lower() == ".zip"


def read(path: Path, edition: int | None = None) -> Reading:
    """Raises ImportRefused for a damaged or too large package and for a missing table, naming it."""
    year = edition_in(path.name, edition)
    tables = _tables(path)
    missing = [name for name in NEEDED if name not in tables]
    joins = next((tables[name] for name in _JOIN if name in tables), None)
    if missing or joins is None:
        raise ImportRefused(f"{path.name}: missing table {', '.join(missing or [_JOIN[0]])}.csv.")
    rows, refused = sorted_out(_rows(tables, joins))
    return Reading(FORMAT, "other", year, SOURCE, rows, refused)


def _tables(path: Path) -> dict[str, Table]:
    check_size(path)
    try:
        with zipfile.ZipFile(path) as package:
            members = [member for member in package.infolist() if member.filename.lower().endswith(".csv")]
            if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise ImportRefused(
                    f"{path.name}: unpacks to more than {MAX_UNPACKED_BYTES:,} bytes (a zip bomb?)."
                )
            return {Path(member.filename).stem.lower(): _table(package, member) for member in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ImportRefused(f"{path.name}: the package is damaged or cut short ({error}).") from error
    except (ValueError, csv.Error) as error:
        raise ImportRefused(f"{path.name}: a table is not valid UTF-8 CSV ({error}).") from error


def _table(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Table:
    with package.open(member) as packed:
        content = packed.read(MAX_UNPACKED_BYTES + 1)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _rows(tables: dict[str, Table], joins: Table) -> list[Any]:
    organizations, services, locations = (_by_id(tables[name]) for name in NEEDED[:3])
    _attach(locations, "addresses", tables["addresses"], "location_id")
    for records, key in (
        (services, "service_id"),
        (locations, "location_id"),
        (organizations, "organization_id"),
    ):
        _attach(records, "phones", tables.get("phones", []), key)
    terms = _by_id(tables.get("taxonomy_terms", []))
    attributes = [
        {**one, "taxonomy_term": terms.get(one.get("taxonomy_term_id"), {})}
        for one in tables.get("attributes", [])
    ]
    _attach(services, "attributes", attributes, "link_id")
    found = []
    for number, join in enumerate(joins, 2):
        service, location = (
            services.get(join.get("service_id"), {}),
            locations.get(join.get("location_id"), {}),
        )
        found.append(
            hsds_row(number, organizations.get(service.get("organization_id"), {}), service, location)
        )
    return found


def _by_id(table: Table) -> dict[Any, dict[str, Any]]:
    return {row.get("id"): row for row in table}


def _attach(records: dict[Any, dict[str, Any]], name: str, table: Table, key: str) -> None:
    groups: dict[Any, Table] = defaultdict(list)
    for row in table:
        groups[row.get(key)].append(row)
    for identity, record in records.items():
        record[name] = groups.get(identity, [])
