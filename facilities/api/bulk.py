"""The whole directory as one download, streamed: nothing is held in memory, and no example is in it."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from facilities import freshness
from facilities.api.hsds.queries import services
from facilities.api.hsds.records import full_service
from facilities.api.versioned import CREDIT, LICENSE, versioned
from facilities.listing import phones
from facilities.models import Program
from facilities.taxonomy.crosswalk import rules_that_hold

router = Router(tags=["downloads"])
COLUMNS = (
    "program_id", "facility_id", "name", "name2", "street", "city", "state", "zip", "latitude", "longitude",
    "point_quality", "phones", "website", "levels", "codes", "directory", "source", "edition", "last_verified_on",
    "checked", "license", "credit",
)  # fmt: skip
CHUNK = 500


class Echo:
    """A file that hands back what is written to it, for csv.writer."""

    def write(self, text: str) -> str:
        return text


def rows() -> Iterator[Program]:
    return services().iterator(chunk_size=CHUNK)


@router.get(
    "/directory.csv",
    summary="Every program as CSV",
    openapi_extra={"responses": {200: {"content": {"text/csv": {}}}}},
)
@versioned
def directory_csv(request: HttpRequest) -> StreamingHttpResponse:
    writer = csv.writer(Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(COLUMNS)  # the mark tells spreadsheets that this is UTF-8
        for program in rows():
            yield writer.writerow([safe(value) for value in csv_row(program)])

    return _download(lines(), "text/csv; charset=utf-8", "handrail-directory.csv")


@router.get("/hsds.json", summary="Every service as HSDS 3.1 JSON", response={200: list[dict[str, Any]]})
@versioned
def directory_hsds(request: HttpRequest) -> StreamingHttpResponse:
    def parts() -> Iterator[str]:
        start = "["
        for program in rows():
            yield start + json.dumps(full_service(program))
            start = ",\n"
        yield "]" if start != "[" else "[]"

    return _download(parts(), "application/json", "handrail-hsds.json")


def csv_row(program: Program) -> tuple[Any, ...]:
    """One program in the order of COLUMNS."""
    place = program.facility
    street = ", ".join(filter(None, (place.street1, place.street2)))
    where: tuple[Any, ...] = (
        street,
        place.city,
        place.state,
        place.zip,
        place.latitude,
        place.longitude,
        place.point_quality,
    )
    if place.address_withheld:
        where = ("", place.city, place.state, "", "", "", "")
    numbers = "; ".join(f"{p.shown}{' x' + p.extension if p.extension else ''}" for p in phones(program))
    levels = "; ".join(rule.shown_as for rule in rules_that_hold(program.code_set) if rule.stated)
    return (
        program.public_id, place.public_id, program.name1, program.name2, *where, numbers,
        program.website or place.website, levels, program.codes_text, program.directory, program.source,
        program.edition, place.last_verified_on or "", freshness.checked(place), LICENSE, CREDIT,
    )  # fmt: skip


def safe(value: Any) -> str:
    """Text that a spreadsheet will not take for a formula."""
    text = str("" if value is None else value)
    return f"'{text}" if text[:1] in "=+@\t\r" or (text[:1] == "-" and not text[1:2].isdigit()) else text


def _download(parts: Iterator[str], content_type: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(parts, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
