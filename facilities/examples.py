"""The invented places of data/examples.toml as rows, so that a fresh copy of the site shows something."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from facilities.models import Facility, Place, Program, ServiceCode
from facilities.taxonomy.book import code_book

TABLE = Path(__file__).parent / "data" / "examples.toml"
SOURCE = "Example listing, not a real place"


class MissingPlaces(Exception):
    """The ZIP table has not been loaded."""


def read_examples() -> list[dict[str, Any]]:
    """Listings with city, state, zip, phone and, per program, its codes."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [_listing(row, table["profiles"]) for row in table["facility"]]


def _listing(row: dict[str, Any], profiles: dict[str, str]) -> dict[str, Any]:
    where, phone = row["at"]
    city, _, rest = where.partition(", ")
    programs = [_program({"name2": "", "phone": phone, **row}, profiles)]
    if second := row.get("second"):
        programs.append(_program(second, profiles))
    return {**row, "city": city, "state": rest[:2], "zip": rest[3:], "programs": programs}


def _program(row: dict[str, Any], profiles: dict[str, str]) -> dict[str, Any]:
    codes = set(profiles[row["profile"]].split()) | set(row.get("plus", "").split())
    return {**row, "codes": codes - set(row.get("minus", "").split())}


def create_examples() -> int:
    """Write every example; the number of places. Call inside a transaction, with no example present."""
    _write_codes()
    rows = read_examples()
    points = {
        place.zip: place for place in Place.objects.filter(kind="zip", zip__in={row["zip"] for row in rows})
    }
    if not points:
        raise MissingPlaces("Load the ZIP codes first: manage.py load_places")
    facilities = Facility.objects.bulk_create(
        [_facility(row, number, points) for number, row in enumerate(rows, 1)]
    )
    pairs = zip(facilities, rows, strict=True)
    programs = [_entry(facility, row, entry) for facility, row in pairs for entry in row["programs"]]
    for program in Program.objects.bulk_create(programs):
        program.write_codes()
    return len(facilities)


def _write_codes() -> None:
    ServiceCode.objects.bulk_create(
        [
            ServiceCode(
                code=c.code, category_code=c.category_code, category_name=c.category_name, label=c.label
            )
            for c in code_book().values()
        ],
        ignore_conflicts=True,
    )


def _id(*words: str) -> UUID:
    return uuid5(NAMESPACE_URL, "handrail-example:" + ":".join(words))


def _facility(row: dict[str, Any], number: int, points: dict[str, Place]) -> Facility:
    point = points[row["zip"]]
    withheld = row.get("withheld", False)
    facility = Facility(
        public_id=_id(row["name"]), name=row["name"], name2=row.get("name2", ""), city=row["city"], state=row["state"],
        zip=row["zip"], street1="- - -" if withheld else f"{100 + number} Example Street", address_withheld=withheld,
        latitude=point.latitude, longitude=point.longitude, point_quality="zip", point_source="ZIP code table",
        is_example=True, last_seen_edition=date.today().year,
    )  # fmt: skip
    facility.refresh_keys()
    return facility


def _entry(facility: Facility, row: dict[str, Any], entry: dict[str, Any]) -> Program:
    intake1, intake2 = [*entry.get("intake", ()), "", ""][:2]
    year = date.today().year
    program = Program(
        public_id=_id(row["name"], entry["profile"]), facility=facility, directory=Program.Directory.EXAMPLE,
        source=SOURCE, edition=year, first_seen=year, name1=row["name"], name2=entry["name2"], phone=entry["phone"],
        intake1=intake1, intake2=intake2,
    )  # fmt: skip
    program.set_codes(entry["codes"])
    return program
