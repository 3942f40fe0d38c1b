"""What every listed program states, held in memory as bit sets with one bit per facility: for counts, not for results.

A facility matches when ONE of its programs meets everything, so each fact has one bit set per layer: layer 0 holds
each facility's first program, layer 1 the second programs, and so on. Facilities with most programs get the lowest
bits, which keeps the upper layers short. 224 codes of 21,451 programs take about a megabyte.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from threading import Lock
from time import monotonic
from typing import NamedTuple

from facilities.levels import LevelOfCare
from facilities.models import DataVersion, Facility, Program

LOOK_AGAIN_AFTER = 30  # seconds between two looks at the data version
ANY = "*"  # the fact that a program is there at all
Layers = list[int]


class Unstated(NamedTuple):
    """The fact that a program may offer a level and did not say."""

    level: LevelOfCare


class Index:
    """Bit sets of every fact the listed programs state."""

    def __init__(self, rows: Iterable[tuple[int, str, int, int]]):
        """Rows of (facility id, codes, level bits, unstated level bits), ordered by facility id."""
        programs = {key: [row[1:] for row in some] for key, some in groupby(rows, key=lambda row: row[0])}
        ordered = sorted(programs, key=lambda key: -len(programs[key]))
        self.position = {key: bit for bit, key in enumerate(ordered)}
        depth = max(map(len, programs.values()), default=0)
        sets: list[dict] = [defaultdict(lambda: array("L")) for _ in range(depth)]
        for bit, key in enumerate(ordered):
            for layer, program in zip(sets, programs[key], strict=False):
                for fact in _facts(*program):
                    layer[fact].append(bit)
        self.layers = [{fact: as_bits(bits) for fact, bits in layer.items()} for layer in sets]

    def where(self, facility_ids: Iterable[int]) -> int:
        """The bit set of these facilities; ids the index does not know yet are left out."""
        known = (self.position.get(key) for key in facility_ids)
        return as_bits(bit for bit in known if bit is not None)

    def stating(self, facts: Iterable) -> Layers:
        """Programs that state at least one of the facts."""
        facts = tuple(facts)
        found = []
        for layer in self.layers:
            bits = 0
            for fact in facts:
                bits |= layer.get(fact, 0)
            found.append(bits)
        return found


def _facts(codes: str, offered: int, unstated: int) -> list:
    stated = [level for level in LevelOfCare if offered >> level & 1]
    maybe = [Unstated(level) for level in LevelOfCare if unstated >> level & 1]
    return [ANY, *codes.split(), *stated, *maybe]


def as_bits(positions: Iterable[int]) -> int:
    """An integer with these bits set; one pass over bytes, as adding powers of two would copy it each time."""
    positions = positions if isinstance(positions, array) else array("L", positions)
    raw = bytearray(max(positions, default=0) // 8 + 1)
    for bit in positions:
        raw[bit >> 3] |= 1 << (bit & 7)
    return int.from_bytes(raw, "little")


class Memory:
    """The index of the present data: built on first use and again after listings change."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.forget()

    newest_edition: int | None

    def forget(self) -> None:
        """Build anew at the next use."""
        self.version, self.looked_at = -1, 0.0
        self.index, self.newest_edition = Index([]), None

    def current(self) -> Index:
        with self.lock:
            if self.version < 0 or monotonic() - self.looked_at > LOOK_AGAIN_AFTER:
                self.look_again(DataVersion.current())
            return self.index

    def expect(self, version: int) -> None:
        """Someone else saw this data version: do not answer from another one."""
        with self.lock:
            if version != self.version:
                self.looked_at = float("-inf")

    def look_again(self, version: int) -> None:
        if version != self.version:
            self.version, self.index = version, Index(_rows())
            self.newest_edition = Facility.objects.listed().newest_edition()
        self.looked_at = monotonic()


def _rows():
    programs = Program.objects.listed().filter(facility__status=Facility.Status.LISTED)
    columns = "facility_id", "codes_text", "offered_levels", "unstated_levels"
    return programs.order_by("facility_id", "id").values_list(*columns).iterator(chunk_size=5_000)


memory = Memory()
