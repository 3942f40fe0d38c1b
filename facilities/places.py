"""Where is it? A typed ZIP, city or state becomes a point, a question back, or a helpful "we do not know it"."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from facilities.geo import Point, box_around, miles_between
from facilities.models import Place
from facilities.place_names import STATE_BY_KEY, STATES, place_key

LONGEST_TEXT = 100
# A big city is meant where it is this many times larger than the next of its name ("Boston"): others are offered.
CLEARLY_LARGER = 10
BIG_CITY = 100_000
MOST_OPTIONS = 8
NICKNAMES = {
    "nyc": "New York, NY",
    "newyorkcity": "New York, NY",
    "dc": "Washington, DC",
    "districtofcolumbia": "Washington, DC",
    "philly": "Philadelphia, PA",
    "sanfran": "San Francisco, CA",
    "sf": "San Francisco, CA",
}
ZIP = re.compile(r"(?:^|\D)(\d{5})(?:[-\s]?\d{4})?$")
COUNTRY = re.compile(r"[\s,]+(USA|U\.S\.A\.|United States( of America)?)$", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A known place. `query` finds it again; a state has no point. `others` are less likely places of the name."""

    query: str
    label: str
    state: str
    point: Point | None = None
    kind: str = "city"
    others: tuple["Found", ...] = ()


@dataclass(frozen=True)
class Ambiguous:
    """Several places could be meant; the visitor chooses, largest first."""

    message: str
    options: tuple[Found, ...]


@dataclass(frozen=True)
class Unknown:
    """No such place; what to do instead, and what may have been meant."""

    message: str
    options: tuple[Found, ...] = ()


Answer = Found | Ambiguous | Unknown


def find_place(text: str) -> Answer:
    """The place meant by "60614", "Chicago, IL", "St. Louis" or "Ohio". At most two queries."""
    text = COUNTRY.sub("", " ".join(text.split())[:LONGEST_TEXT])
    text = NICKNAMES.get(place_key(text), text)
    if zip_code := ZIP.search(text):
        return _zip(zip_code[1])
    if re.fullmatch(r"[\d\s-]+", text):
        return _part_of_a_zip(re.sub(r"\D", "", text))
    if not place_key(text):
        return Unknown("Type a ZIP code, or a city and state.")
    return _state(text) or _city(text)


def nearest_zip(point: Point) -> Found | None:
    """The ZIP closest to a point, or None far out at sea."""
    for miles in (15, 60, 250):
        box = box_around(point, miles)
        rows = [row for west, east in box.spans() for row in _zips_within(box.south, west, box.north, east)]
        if rows:
            return _found(min(rows, key=lambda row: miles_between(point, Point(row.latitude, row.longitude))))
    return None


def _zips_within(south: float, west: float, north: float, east: float):
    inside = {"latitude__range": (south, north), "longitude__range": (west, east)}
    return Place.objects.filter(kind=Place.Kind.ZIP, **inside)


def _found(row: Place, others: tuple[Found, ...] = ()) -> Found:
    point = Point(row.latitude, row.longitude)
    city = f"{row.name}, {row.state}"
    if row.kind == Place.Kind.ZIP:
        return Found(row.zip, f"{row.zip} ({city})", row.state, point, "zip")
    return Found(city, city, row.state, point, "city", others)


def _found_state(code: str) -> Found:
    # "Washington state" rather than "Washington": the words must find the same place again.
    shared = code in ("NY", "WA")
    return Found(
        f"{STATES[code]} state" if shared else STATES[code], f"all of {STATES[code]}", code, kind="state"
    )


def _zip(code: str) -> Answer:
    row = Place.objects.filter(kind=Place.Kind.ZIP, zip=code).first()
    if row:
        return _found(row)
    near = _cities_of_zips(code[:3])
    return Unknown(
        f"We do not know the ZIP code {code}. Check the number, or search by city and state.", near
    )


def _part_of_a_zip(digits: str) -> Unknown:
    if len(digits) > 5:
        return Unknown("That is too many numbers for a ZIP code. A ZIP code has five, such as 60614.")
    if len(digits) == 4:  # spreadsheets drop the leading zero of New England and Puerto Rico
        row = Place.objects.filter(kind=Place.Kind.ZIP, zip=f"0{digits}").first()
        options: tuple[Found, ...] = (_found(row),) if row else ()
    else:
        options = _cities_of_zips(digits) if len(digits) == 3 else ()
    return Unknown(
        f"{digits} is only part of a ZIP code. A ZIP code has five numbers, such as 60614.", options
    )


def _cities_of_zips(start: str) -> tuple[Found, ...]:
    """The larger cities whose ZIPs begin with these three digits."""
    names = Place.objects.filter(kind=Place.Kind.ZIP, zip__startswith=start).values("name_key", "state")
    keys = {(row["name_key"], row["state"]) for row in names}
    rows = _cities(key for key, _ in keys) if keys else []
    return tuple(_found(row) for row in rows if (row.name_key, row.state) in keys)[:3]


def _state(text: str) -> Answer | None:
    """A state alone; a question where a large city has the same name."""
    key = place_key(text)
    named = key.removesuffix("state").removeprefix("stateof")
    code = STATE_BY_KEY.get(named)
    if code is None:
        return None
    if named != key or len(key) == 2:
        return _found_state(code)
    namesakes = [row for row in _cities([key]) if row.population >= BIG_CITY]
    if not namesakes:
        return _found_state(code)
    options = (*(_found(row) for row in namesakes), _found_state(code))
    return Ambiguous(f"Do you mean the city of {namesakes[0].name}, or the whole state?", options)


def _city(text: str) -> Answer:
    name, state = _split_state(text)
    rows = _cities({place_key(name), place_key(text)})
    exact = [row for row in rows if state and row.state == state and row.name_key == place_key(name)]
    if exact:
        return _found(exact[0])
    if "," not in text or not state:  # "Port Washington" ends in a state's name without meaning it
        rows = [row for row in rows if row.name_key == place_key(text)]
        if rows:
            return _one_of(rows)
    return _unknown_city(name if state else text, state)


def _split_state(text: str) -> tuple[str, str | None]:
    """("St. Louis", "MO") from "St. Louis, MO", "St. Louis Missouri"; the whole text and None without a state."""
    if "," in text:
        name, _, rest = text.partition(",")
        return name, STATE_BY_KEY.get(place_key(rest))
    words = text.split()
    for count in (1, 2, 3):
        state = STATE_BY_KEY.get(place_key(" ".join(words[-count:])))
        if state and len(words) > count:
            return " ".join(words[:-count]), state
    return text, None


def _cities(keys) -> list[Place]:
    """Cities with one of these name keys, largest first."""
    return list(
        Place.objects.filter(kind=Place.Kind.CITY, name_key__in=set(keys)).order_by("-population", "state")
    )


def _one_of(rows: list[Place]) -> Answer:
    first, *rest = rows
    others = tuple(_found(row) for row in rest)
    if not rest or (first.population >= BIG_CITY and first.population >= CLEARLY_LARGER * rest[0].population):
        return _found(first, others[:MOST_OPTIONS])
    message = f"There are {len(rows)} places named {first.name}. Which one do you mean?"
    return Ambiguous(message, (_found(first), *others)[:MOST_OPTIONS])


def _unknown_city(name: str, state: str | None) -> Unknown:
    where = f" in {STATES[state]}" if state else ""
    options = _similar(place_key(name), state)
    return Unknown(
        f"We could not find “{name.strip(' ,')}”{where}. Check the spelling, or type a ZIP code.", options
    )


def _similar(key: str, state: str | None) -> tuple[Found, ...]:
    """Up to three cities with a name like this one, in the state if one was given."""
    cities = Place.objects.filter(kind=Place.Kind.CITY, name_key__startswith=key[:1])
    cities = cities.filter(state=state) if state else cities.filter(population__gte=20_000)
    rows = {row: row.name_key for row in cities.order_by("-population")[:1500]}
    alike = process.extract(key, rows, scorer=fuzz.WRatio, score_cutoff=80, limit=3)
    return tuple(_found(row) for _, _, row in alike)
