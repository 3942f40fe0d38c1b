"""The staff export: every program with its place as CSV, complete enough to be read back without loss."""

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from facilities.csv_cells import defused
from facilities.models import Program

PROGRAM_TEXTS = (
    "name1", "name2", "phone", "intake1", "intake2", "intake1a", "intake2a", "directory", "source", "source_id",
    "edition", "first_seen", "row_number", "status", "website", "codes_text",
)  # fmt: skip
PLACE_TEXTS = (
    "name", "name2", "street1", "street2", "city", "state", "zip", "address_withheld", "website", "status",
    "latitude", "longitude", "point_source", "point_quality", "last_seen_edition",
    "last_verified_on", "last_verified_how", "staff_notes",
)  # fmt: skip
JSON_COLUMNS = ("program_raw", "program_owned_fields", "place_owned_fields")
COLUMNS = (
    "handrail_program_id", "handrail_place_id",
    *(f"program_{name}" for name in PROGRAM_TEXTS), *(f"place_{name}" for name in PLACE_TEXTS), *JSON_COLUMNS,
)  # fmt: skip


def write_csv(file: TextIO) -> int:
    """Write every program that is not an example, retired and hidden ones too; the number of rows."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    written = 0
    for row in _rows():
        writer.writerow(row)
        written += 1
    return written


def _rows() -> Iterator[list[str]]:
    programs = Program.objects.filter(facility__is_example=False).select_related("facility").order_by("pk")
    for program in programs.iterator(chunk_size=1_000):
        place = program.facility
        cells: list[Any] = [program.public_id, place.public_id]
        cells += [getattr(program, name) for name in PROGRAM_TEXTS]
        cells += [getattr(place, name) for name in PLACE_TEXTS]
        cells += [json.dumps(value) for value in (program.raw, program.owned_fields, place.owned_fields)]
        yield [defused("" if cell is None else cell) for cell in cells]
