"""What staff still have to find out about a place: each gap is a question to ask on the phone."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from facilities.models import Facility, Program

PAYMENTS = frozenset({"MC", "MD", "MI", "PI", "SF", "SI", "NP"})
AGES = frozenset({"CHLD", "YAD", "ADLT", "SNR"})


class Fact(NamedTuple):
    name: str
    known: Callable[[Facility, list[Program]], bool]


def states(programs: Iterable[Program], codes: frozenset[str]) -> bool:
    return any(program.code_set & codes for program in programs)


# In the order a visitor needs them.
FACTS = (
    Fact("phone", lambda place, programs: any(p.phone or p.intake1 for p in programs)),
    Fact("street", lambda place, programs: bool(place.street1) or place.address_withheld),
    Fact("point", lambda place, programs: place.latitude is not None),
    Fact("website", lambda place, programs: bool(place.website) or any(p.website for p in programs)),
    Fact("level of care", lambda place, programs: any(p.offered_levels for p in programs)),
    Fact("payment", lambda place, programs: states(programs, PAYMENTS)),
    Fact("ages", lambda place, programs: states(programs, AGES)),
    Fact("verified by us", lambda place, programs: place.last_verified_on is not None),
)


def missing_facts(facility: Facility, programs: list[Program]) -> list[str]:
    """Names of the facts not known, most needed first."""
    return [fact.name for fact in FACTS if not fact.known(facility, programs)]
