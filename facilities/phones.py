"""Phone numbers as people read them and as a phone dials them."""

import re
from functools import lru_cache
from typing import NamedTuple

import phonenumbers

THREE_DIGITS = {"911", "988", "211", "311"}


class Phone(NamedTuple):
    """`shown` for reading (letters kept, digits beside them); `link` a tel: address, "" if it cannot be dialed."""

    kind: str
    shown: str
    link: str
    extension: str = ""


@lru_cache(maxsize=20_000)
def read_phone(raw: str, kind: str = "Main number") -> Phone | None:
    """A phone from directory text such as "312-555-0115 x4" or "888-PARNEXT"; None for empty text."""
    raw = raw.strip()
    if not raw:
        return None
    if raw in THREE_DIGITS:
        return Phone(kind, raw, f"tel:{raw}")
    try:
        number = phonenumbers.parse(raw, "US")
    except phonenumbers.NumberParseException:
        return Phone(kind, raw, "")
    if not phonenumbers.is_possible_number(number):
        return Phone(kind, raw, "")
    extension = number.extension or ""
    shown = _shown(raw, number.country_code, str(number.national_number))
    return Phone(
        kind, shown, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966), extension
    )


def _shown(raw: str, country: int | None, digits: str) -> str:
    """312-555-0115, or "888-PARNEXT (888-727-6398)" where the directory prints letters."""
    if country != 1 or len(digits) != 10:
        return raw
    plain = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    letters = re.split(r"\s*(?:x|ext)\.?\s*\d+$", raw, flags=re.IGNORECASE)[0]
    return f"{letters} ({plain})" if re.search("[A-Za-z]", letters) else plain
