"""Our records as HSDS 3.1 objects. What a source does not say is left out, never invented."""

from typing import Any
from uuid import uuid5

from facilities import freshness
from facilities.api.hsds.terms import term_id, terms
from facilities.listing import phones
from facilities.models import Facility, Organization, Program
from facilities.taxonomy.book import category_of
from facilities.taxonomy.wording import label

Record = dict[str, Any]
LANGUAGE_CATEGORIES = ("SL", "OL")
UNSPECIFIC_LANGUAGES = ("FX", "NX")


def stated(**fields: Any) -> Record:
    """Only the fields that have a value."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def organization(one: Organization) -> Record:
    return stated(
        id=str(one.public_id),
        name=one.name,
        description=f"{one.name} runs treatment places listed in a public directory. Description written by software.",
        website=one.website,
    )


def service(program: Program) -> Record:
    """One program, with its one-to-one fields."""
    facility = program.facility
    owner = facility.organization
    return stated(
        id=str(program.public_id),
        name=program.name1,
        alternate_name=program.name2,
        description=describe(program),
        url=program.website or facility.website,
        status="active",
        assured_date=facility.last_verified_on and facility.last_verified_on.isoformat(),
        last_modified=program.updated_at.isoformat(),
        fees_description=_labels(program, ("PAY", "PYAS")),
        eligibility_description=_labels(program, ("AGE", "GN", "SG", "EXCL")),
        accreditations=_labels(program, ("LCA",)),
        organization=organization(owner) if owner else None,
    )


def full_service(program: Program) -> Record:
    """A program with its phones, languages, codes and place."""
    return service(program) | stated(
        phones=_phones(program),
        languages=_languages(program),
        attributes=_attributes(program),
        service_at_locations=[{"id": str(program.public_id), "location": location(program.facility)}],
    )


def service_at_location(program: Program) -> Record:
    return {
        "id": str(program.public_id),
        "description": freshness.checked(program.facility),
        "location": location(program.facility, addresses=False),
        "service": service(program),
    }


def full_service_at_location(program: Program) -> Record:
    return service_at_location(program) | {
        "location": location(program.facility),
        "service": full_service(program),
    }


def location(facility: Facility, addresses: bool = True) -> Record:
    """A place. A withheld address leaves city and state in the description, and nothing else."""
    found = stated(
        id=str(facility.public_id), location_type="physical", name=facility.name, alternate_name=facility.name2,
        description=f"In {facility.city}, {facility.state}. {freshness.checked(facility)}",
        latitude=facility.latitude if facility.has_pin else None,
        longitude=facility.longitude if facility.has_pin else None,
    )  # fmt: skip
    if addresses and not facility.address_withheld:
        found["addresses"] = [_address(facility)]
    return found


def describe(program: Program) -> str:
    levels = ", ".join(level.label for level in program.stated_levels())
    offers = f"States: {levels}. " if levels else ""
    return f"{offers}From {program.source or 'a directory'}, {program.edition}. What is not named is unknown."


def _address(facility: Facility) -> Record:
    return stated(
        id=str(uuid5(facility.public_id, "address")), address_1=facility.street1, address_2=facility.street2,
        city=facility.city, state_province=facility.state, postal_code=facility.zip, country="US",
        address_type="physical",
    ) | {"address_1": facility.street1}  # fmt: skip


def _phones(program: Program) -> list[Record]:
    return [
        stated(
            id=str(uuid5(program.public_id, f"phone:{phone.shown}:{phone.extension}")), number=phone.shown,
            extension=int(phone.extension) if phone.extension else None, type="voice", description=phone.kind,
        )
        for phone in phones(program)
    ]  # fmt: skip


def _languages(program: Program) -> list[Record]:
    codes = [code for code in _codes(program, LANGUAGE_CATEGORIES) if code not in UNSPECIFIC_LANGUAGES]
    return [{"id": str(uuid5(program.public_id, f"language:{code}")), "name": label(code)} for code in codes]


def _attributes(program: Program) -> list[Record]:
    return [
        {
            "id": str(uuid5(program.public_id, f"code:{code}")),
            "link_id": str(program.public_id),
            "link_entity": "service",
            "taxonomy_term": terms()[term_id(code)],
        }
        for code in sorted(program.code_set)
        if term_id(code) in terms()
    ]


def _labels(program: Program, categories: tuple[str, ...]) -> str:
    return "; ".join(label(code) for code in _codes(program, categories))


def _codes(program: Program, categories: tuple[str, ...]) -> list[str]:
    return [code for code in sorted(program.code_set) if category_of(code) in categories]
