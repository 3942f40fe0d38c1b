"""Is this row the listing we knew? Editions carry no ids: keys are tried, strict ones first, one row to one listing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import product
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from facilities.keys import city_key, name_key, phone_digits, street_key
from facilities.taxonomy.book import same_facts

PAIR = 65  # likeness, 0 to 100, from which two of a group that shares a key are one listing
ASK = 48  # from which a person is asked
_NAMES_AGREE = 75
_CODES_AGREE = 0.6
_CODES_SAME = 0.8


class Identity(NamedTuple):
    """What a row and a listing are compared by. `ref` is the caller's own number for it."""

    ref: int
    name1: str
    name2: str
    street1: str
    street2: str
    zip: str
    city: str
    state: str
    phone: str
    source_id: str
    public_id: str
    codes: int  # a bit for each code: a set of eighty takes 8 kB

    @classmethod
    def of(cls, ref: int, entry: Any, codes: frozenset[str]) -> "Identity":
        """From anything with names, address and phone: a staged row, or a listing joined with its place."""
        return cls(
            ref, name_key(entry.name1), name_key(entry.name2),
            street_key(numbered_line(entry)), name_key(entry.street2),
            entry.zip, city_key(entry.city), entry.state, phone_digits(entry.phone),
            entry.source_id, entry.public_id, as_bits(same_facts(codes)),
        )  # fmt: skip


_BITS: dict[str, int] = {}


def as_bits(codes: Iterable[str]) -> int:
    """A set of codes as one number; the same code has the same bit as long as the process lives."""
    return sum(_BITS.setdefault(code, 1 << len(_BITS)) for code in codes)


def numbered_line(entry: Any) -> str:
    """The line with the house number: some entries print a building's name first and the street below."""
    lines = (entry.street1, entry.street2)
    return next((line for line in lines if line[:1].isdigit()), entry.street1)


class Match(NamedTuple):
    """A row (ref) is a listing (ref), and the key that said so."""

    row: int
    listing: int
    key: str


class Likely(NamedTuple):
    """A row and a listing, both left over, that may be the same: for a person to decide."""

    row: int
    listing: int
    score: float
    why: str


def code_likeness(a: int, b: int) -> float:
    """Shared codes as a part of all codes, 0 to 1."""
    return (a & b).bit_count() / (a | b).bit_count() if a and b else 0.0


def _names_alike(a: Identity, b: Identity) -> float:
    return fuzz.token_set_ratio(f"{a.name1} {a.name2}", f"{b.name1} {b.name2}")


def _agree(a: Identity, b: Identity) -> bool:
    """A second witness for a loose key: like names, the same phone, or largely the same services."""
    names = _names_alike(a, b)
    same_phone = bool(a.phone) and a.phone == b.phone
    alike = names >= _NAMES_AGREE or (same_phone and names >= 40)
    return (alike and _one_site(a, b)) or code_likeness(a.codes, b.codes) >= _CODES_AGREE


def _agree_twice(a: Identity, b: Identity) -> bool:
    """One switchboard serves several sites of a ZIP: two of names, street and services must be alike, or names very."""
    names = _names_alike(a, b)
    alike = (
        max(names, fuzz.ratio(a.name1, b.name1)) >= _NAMES_AGREE,
        _streets_alike(a.street1, b.street1),
        code_likeness(a.codes, b.codes) >= _CODES_AGREE,
    )
    enough = names >= 90 or sum(alike) >= 2
    return (enough and _one_site(a, b)) or code_likeness(a.codes, b.codes) >= _CODES_SAME


def _streets_alike(a: str, b: str) -> bool:
    """One house number on much the same street, or one misprint apart."""
    same_number = a.split(" ", maxsplit=1)[0] == b.split(" ", maxsplit=1)[0]
    return (same_number and fuzz.token_set_ratio(a, b) >= 75) or fuzz.ratio(a, b) >= 93


def _like_services(a: Identity, b: Identity) -> bool:
    """The witness for a move: one phone often serves many sites, so the services must be much the same."""
    return code_likeness(a.codes, b.codes) >= 0.45


def _one_site(a: Identity, b: Identity) -> bool:
    """At one address an organization may run several programs: their names or their services tell them apart."""
    pairs = ((a.name2, b.name2), (a.name2, b.name1), (a.name1, b.name2))
    alike = not (a.name2 and b.name2) or any(fuzz.token_set_ratio(*pair) >= 55 for pair in pairs)
    return alike or code_likeness(a.codes, b.codes) >= _CODES_AGREE


def _same_services(a: Identity, b: Identity) -> bool:
    """Nearly the same services, and no two site names that could tell them apart."""
    return not (a.name2 and b.name2) and code_likeness(a.codes, b.codes) >= _CODES_SAME


def _nearly_all_services(a: Identity, b: Identity) -> bool:
    """The witness for a move to a new phone."""
    return code_likeness(a.codes, b.codes) >= _CODES_SAME


class Key(NamedTuple):
    """One key: its name for the report, what must be equal ("" never is), and the second witness a loose key needs."""

    name: str
    of: Callable[[Identity], tuple[str, ...]]
    witness: Callable[[Identity, Identity], bool] | None = None


KEYS = (
    Key("our own id", lambda i: (i.public_id,)),
    Key("the source's own id", lambda i: (i.source_id,)),
    Key("names, address, ZIP, phone", lambda i: (*_names(i), i.street1, i.street2 or "-", i.zip, i.phone)),
    Key("names, address, ZIP", lambda i: (*_names(i), i.street1, i.street2 or "-", i.zip)),
    Key("names, street, ZIP", lambda i: (*_names(i), i.street1, i.zip)),
    Key("name, street, ZIP", lambda i: (i.name1, i.street1, i.zip), _one_site),
    Key("street, ZIP, phone", lambda i: (i.street1, i.zip, i.phone), _one_site),
    Key("street, ZIP", lambda i: (i.street1, i.zip), _agree),
    Key("names, ZIP", lambda i: (*_names(i), i.zip)),
    Key("phone, ZIP", lambda i: (i.phone, i.zip), _agree_twice),
    Key("street, phone", lambda i: (i.street1, i.state, i.phone), _agree),
    Key("names, phone", lambda i: (*_names(i), i.state, i.phone), _like_services),
    Key("name, phone", lambda i: (i.name1, i.state, i.phone), _same_services),
    Key("names, city", lambda i: (*_names(i), i.state, i.city), _like_services),
    Key("names, state", lambda i: (*_names(i), i.state), _nearly_all_services),
)


def _names(identity: Identity) -> tuple[str, str]:
    return identity.name1, identity.name2 or "-"


def match(
    rows: Iterable[Identity], listings: Iterable[Identity]
) -> tuple[list[Match], list[Identity], list[Identity]]:
    """(matches, rows left, listings left). No row and no listing is used twice."""
    left, known = {row.ref: row for row in rows}, {listing.ref: listing for listing in listings}
    found: list[Match] = []
    for key in KEYS if known else ():
        for row, listing in _by_key(key, left.values(), known.values()):
            if key.witness and not key.witness(row, listing):
                continue
            found.append(Match(row.ref, listing.ref, key.name))
            del left[row.ref], known[listing.ref]
    return found, list(left.values()), list(known.values())


def _by_key(
    key: Key, rows: Iterable[Identity], listings: Iterable[Identity]
) -> list[tuple[Identity, Identity]]:
    """Pairs with equal keys; where several share a key, the likest pairs first, each side once."""
    row_groups, listing_groups = _grouped(key, rows), _grouped(key, listings)
    pairs: list[tuple[Identity, Identity]] = []
    for value, group in row_groups.items():
        others = listing_groups.get(value, [])
        if len(group) == 1 and len(others) == 1:
            pairs.append((group[0], others[0]))
        elif others:
            pairs += _likest(group, others)
    return pairs


def _grouped(key: Key, identities: Iterable[Identity]) -> dict[tuple[str, ...], list[Identity]]:
    groups: dict[tuple[str, ...], list[Identity]] = defaultdict(list)
    for identity in identities:
        value = key.of(identity)
        if all(value):
            groups[value].append(identity)
    return groups


def _likest(rows: list[Identity], listings: list[Identity]) -> list[tuple[Identity, Identity]]:
    """Greedy pairs by likeness of names, phone and services; never a pair that shares too little."""
    scored = sorted(((likeness(a, b), a.ref, b.ref, a, b) for a, b in product(rows, listings)), reverse=True)
    used_rows, used_listings, pairs = set(), set(), []
    for score, row_ref, listing_ref, row, listing in scored:
        if score >= PAIR and row_ref not in used_rows and listing_ref not in used_listings:
            used_rows.add(row_ref)
            used_listings.add(listing_ref)
            pairs.append((row, listing))
    return pairs


def likeness(a: Identity, b: Identity) -> float:
    """0 to 100: names nearly half, services a quarter, the rest street and phone."""
    names = (_names_alike(a, b) + fuzz.token_sort_ratio(f"{a.name1} {a.name2}", f"{b.name1} {b.name2}")) / 2
    streets = fuzz.ratio(a.street1, b.street1) if a.street1 and b.street1 else 0
    services = 100 * code_likeness(a.codes, b.codes)
    phones = 100 if a.phone and a.phone == b.phone else 0
    return names * 0.45 + services * 0.25 + streets * 0.2 + phones * 0.1


def likely_pairs(rows: Iterable[Identity], listings: Iterable[Identity]) -> list[Likely]:
    """For each row left, the likest listing left in the same ZIP or with the same phone, when it is likely enough."""
    blocks: dict[str, list[Identity]] = defaultdict(list)
    for listing in listings:
        for block in {listing.zip, listing.phone} - {""}:
            blocks[block].append(listing)
    found = []
    for row in rows:
        near = {other.ref: other for block in {row.zip, row.phone} - {""} for other in blocks.get(block, ())}
        scores = [(likeness(row, other), other) for other in near.values()]
        score, best = max(scores, key=lambda pair: (pair[0], -pair[1].ref), default=(0.0, None))
        if best is not None and score >= ASK:
            found.append(Likely(row.ref, best.ref, round(score, 1), _why(row, best)))
    return found


def _why(row: Identity, other: Identity) -> str:
    """What the two share, in words."""
    shared = [word for word, a, b in (
        ("ZIP", row.zip, other.zip), ("phone", row.phone, other.phone),
        ("street", row.street1, other.street1), ("name", row.name1, other.name1),
    ) if a and a == b]  # fmt: skip
    return f"same {', '.join(shared)}" if shared else "like names"
