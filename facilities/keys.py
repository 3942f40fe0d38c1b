"""Comparable forms of names, streets and phone numbers. Plain Python; every key is lower case and safe to store."""

import re
import unicodedata
from functools import lru_cache

from facilities.place_names import place_key as city_key

__all__ = ["city_key", "is_withheld", "name_key", "phone_digits", "place_key", "search_text", "street_key"]

_ABBREVIATED = {
    "street": "st", "avenue": "ave", "av": "ave", "boulevard": "blvd", "road": "rd", "drive": "dr", "lane": "ln",
    "highway": "hwy", "place": "pl", "court": "ct", "square": "sq", "parkway": "pkwy", "terrace": "ter",
    "circle": "cir", "turnpike": "tpke", "route": "hwy", "north": "n", "south": "s", "east": "e", "west": "w",
    "northeast": "ne", "northwest": "nw", "southeast": "se", "southwest": "sw", "saint": "st", "fort": "ft",
    "mount": "mt", "suite": "ste", "building": "bldg", "floor": "fl", "center": "ctr", "centre": "ctr",
    "incorporated": "inc", "company": "co", "corporation": "corp", "services": "servs", "service": "servs",
    "and": "", "the": "", "clinic": "", "treatment": "trt", "counseling": "csl", "outpt": "outpatient",
    "op": "outpatient", "ip": "inpatient", "msw": "med sup withdrawal", "mmd": "medical managed detoxification",
    "rrh": "residential rehabilitation", "rri": "residential reintegration", "srh": "stabil rehab",
    "ctc": "comprehensive trt ctr", "comp": "comprehensive", "dept": "department", "cnty": "county",
    "otp": "opioid trt program", "methadone": "opioid trt program", "hlth": "health",
    "mh": "mental health", "prog": "program", "assoc": "associates",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
# Letters that read as digits on a phone; directories print numbers such as 760-999-HOPE.
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def fold(text: str) -> str:
    """Lower case without accents: "Peñuelas" -> "penuelas"."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


@lru_cache(maxsize=100_000)
def name_key(text: str) -> str:
    """Words of a name, folded and abbreviated: "The St. Mary's Center, Inc." -> "st marys ctr inc"."""
    plain = fold(text).replace("&", " and ").replace("'", "")
    words = (_ABBREVIATED.get(word, word) for word in re.findall(r"[a-z0-9]+", plain))
    return " ".join(word for word in words if word)


@lru_cache(maxsize=100_000)
def street_key(text: str) -> str:
    """Like name_key, but 130-20 is 13020, and what follows a comma (floor, building) is cut; "" when withheld."""
    line = re.sub(r"(?<=\d)-(?=\d)", "", text.split(",", maxsplit=1)[0]).replace("U.S.", "")
    return "" if is_withheld(text) else name_key(line)


def is_withheld(street: str) -> bool:
    """The directory prints "- - -" for an address it does not publish."""
    return bool(street.strip()) and not re.search(r"[A-Za-z0-9]", street)


def place_key(name: str, street1: str, zip_code: str) -> str:
    """One key for one place: who, street, ZIP. "" where there is no street to tell places apart."""
    street = street_key(street1)
    return f"{name_key(name)}|{street}|{zip_code[:5]}" if street else ""


def phone_digits(raw: str) -> str:
    """The ten digits of a US number without its extension, or "": "760-999-HOPE x4" -> 7609994673."""
    main = re.split(r"\s*(?:x|ext)\.?\s*\d+\s*$", raw.strip(), flags=re.IGNORECASE)[0]
    digits = re.sub(r"\D", "", main.upper().translate(_KEYPAD))
    digits = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    return digits if len(digits) == 10 else ""


def search_text(*parts: str) -> str:
    """Folded words of a listing for `matching(text)`, at most 900 letters."""
    return " ".join(fold(part) for part in parts if part)[:900]
