"""One HSDS service at one HSDS location as a staged row."""

from typing import Any

from facilities.imports.readers.rows import staged
from facilities.imports.staged import Refusal, StagedRow
from facilities.taxonomy.book import code_book
from facilities.taxonomy.labels import code_for

SOURCE = "HSDS data set"
_PHYSICAL = {"physical", "both", ""}

Record = dict[str, Any]


def hsds_row(number: int, organization: Record, service: Record, location: Record) -> StagedRow | Refusal:
    """Refuses a row without a US address, saying so."""
    raw = {
        "service": service.get("id"),
        "location": location.get("id"),
        "organization": organization.get("id"),
    }
    raw |= {"service_name": service.get("name"), "status": service.get("status")}
    if str(service.get("status") or "active").lower() not in {"active", ""}:
        return Refusal(number, "status", f"the service is {str(service['status'])[:30]}", raw)
    address = _address(location)
    if not address:
        return Refusal(number, "addresses", "the location has no physical address", raw)
    name = str(organization.get("name") or service.get("name") or "")
    second = str(service.get("name") or "")
    numbers = [*_phones(service), *_phones(location), *_phones(organization), "", "", ""]
    texts = {
        "name1": name, "name2": "" if second == name else second,
        "street1": address.get("address_1"), "street2": address.get("address_2"), "city": address.get("city"),
        "state": address.get("state_province"), "zip": address.get("postal_code"),
        "phone": numbers[0], "intake1": numbers[1], "intake2": numbers[2],
        "website": service.get("url") or location.get("url") or organization.get("website"),
        "latitude": location.get("latitude"), "longitude": location.get("longitude"),
    }  # fmt: skip
    identity = f"{service.get('id') or ''}@{location.get('id') or ''}"
    return staged(
        number, texts, raw, codes=_codes(service, location), source_id=identity[:80], adds_codes=True
    )


def _address(location: Record) -> Record:
    addresses = objects_in(location.get("addresses"))
    physical = [one for one in addresses if str(one.get("address_type") or "").lower() in _PHYSICAL]
    return next(iter(physical or addresses), {})


def _phones(record: Record) -> list[str]:
    found = []
    for phone in objects_in(record.get("phones")):
        number = str(phone.get("number") or "").strip(' "')
        if number and str(phone.get("type") or "voice").lower() in {"voice", "cell", "hotline"}:
            found.append(f"{number} x{phone['extension']}" if phone.get("extension") else number)
    return found


def _codes(service: Record, location: Record) -> frozenset[str]:
    """Codes of taxonomy terms: our code where the term has one, else by its label."""
    codes = set()
    for attribute in [*objects_in(service.get("attributes")), *objects_in(location.get("attributes"))]:
        term = as_object(attribute.get("taxonomy_term"))
        code, category, name = (str(term.get(key) or "") for key in ("code", "parent_id", "name"))
        codes.add(code if code in code_book() else code_for(category, name))
    return frozenset(codes - {""})


def as_object(value: Any) -> Record:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects_in(value: Any) -> list[Record]:
    """The objects of a list; none where the value is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
