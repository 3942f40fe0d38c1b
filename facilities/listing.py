"""A facility as a page of its own: programs, phones by kind, services in plain groups, levels with their caveats."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from facilities import facts, freshness, outlines
from facilities.geo import Point
from facilities.match import LIMITS
from facilities.models import Facility, Program
from facilities.phones import Phone, read_phone
from facilities.taxonomy.crosswalk import LevelRule, rules_that_hold
from facilities.taxonomy.definitions import definition
from facilities.taxonomy.wording import Group, grouped, label

PHONE_KINDS = {
    "phone": "Main number",
    "intake1": "To start treatment",
    "intake2": "To start treatment, second number",
    "intake1a": "To start treatment, in letters",
    "intake2a": "To start treatment, in letters",
}


class Service(NamedTuple):
    """One service in visitor words; `means` is "" where the words say it all."""

    words: str
    means: str


class Entry(NamedTuple):
    """One program of a facility, ready to show."""

    program: Program
    phones: list[Phone]
    levels: list[LevelRule]
    services: list[tuple[Group, list[Service]]]
    limits: list[str]


def entry(program: Program) -> Entry:
    """What one program states."""
    codes = program.code_set
    services = [(group, [Service(label(c), definition(c)) for c in some]) for group, some in grouped(codes)]
    limits = [label(code) for code in sorted(codes & LIMITS)]
    return Entry(program, phones(program), rules_that_hold(codes), services, limits)


def phones(program: Program) -> list[Phone]:
    """Every number with its kind, each number once."""
    found: dict[tuple[str, str], Phone] = {}
    for field, kind in PHONE_KINDS.items():
        phone = read_phone(getattr(program, field), kind)
        if phone:
            found.setdefault((phone.link or phone.shown, phone.extension), phone)
    return list(found.values())


def listing(facility: Any) -> dict[str, Any]:
    """Everything the detail page shows; `facility` carries `listed_programs`."""
    confirmed = facts.confirmed(facility)
    point = Point(facility.latitude, facility.longitude) if facility.has_pin else None
    return {
        "facility": facility,
        "entries": [entry(program) for program in facility.listed_programs],
        "checked": freshness.checked(facility, partly=bool(confirmed)),
        "confirmed": confirmed,
        "old_edition": freshness.too_old(facility.last_seen_edition),
        "picture": outlines.picture(facility.state, point),
        "directions": directions(facility),
        "staff_fields": sorted(name.replace("_", " ") for name in facility.owned_fields),
    }


def directions(facility: Facility) -> str:
    """A map search for the street address, asked for only when followed; "" where the address is not published."""
    if facility.address_withheld or not facility.street1:
        return ""
    address = f"{facility.street1}, {facility.city}, {facility.state} {facility.zip}"
    return "https://www.openstreetmap.org/search?" + urlencode({"query": address})
