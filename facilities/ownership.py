"""Fields that staff decided. An import proposes a new value for them; it does not overwrite."""

from collections.abc import Iterable
from datetime import date

from facilities.models import Facility, Program

# What imports write, and staff may therefore claim. Status and check dates are ours alone.
OF_FACILITY = (
    "name", "name2", "street1", "street2", "city", "state", "zip", "address_withheld", "website",
    "latitude", "longitude",
)  # fmt: skip
OF_PROGRAM = (
    "name1",
    "name2",
    "phone",
    "intake1",
    "intake2",
    "intake1a",
    "intake2a",
    "website",
    "codes_text",
)


def claimable(record: Facility | Program) -> tuple[str, ...]:
    return OF_FACILITY if isinstance(record, Facility) else OF_PROGRAM


def claim(record: Facility | Program, fields: Iterable[str], by: str, on: date) -> None:
    """Mark the claimable ones of `fields` as decided by staff. The caller saves."""
    mark = {"by": by, "on": on.isoformat()}
    claimed = {field: mark for field in fields if field in claimable(record)}
    record.owned_fields = {**record.owned_fields, **claimed}


def release(record: Facility | Program, fields: Iterable[str]) -> None:
    """Let imports decide these fields again. The caller saves."""
    given_up = set(fields)
    record.owned_fields = {name: mark for name, mark in record.owned_fields.items() if name not in given_up}
