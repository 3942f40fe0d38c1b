"""What every listed program states and where it is, held in memory as bit sets with one bit per facility.

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

from facilities.grid import Around, Grid
from facilities.layers import Layers, as_bits
from facilities.levels import LevelOfCare
from facilities.models import DataVersion, Facility, Program
from facilities.taxonomy.crosswalk import levels_of_bits

LOOK_AGAIN_AFTER = 30  # seconds between two looks at the data version
Spot = tuple[int, float | None, float | None, str]  # facility id, latitude, longitude, state
ANY = "*"  # the fact that a program is there at all


class Unstated(NamedTuple):
    """The fact that a program may offer a level and did not say."""

    level: LevelOfCare


class Index:
    """Bit sets of every fact the listed programs state, and where each place is."""

    def __init__(self, rows: Iterable[tuple[int, str, int, int]], places: Iterable[Spot] = ()):
        """Rows of (facility id, codes, level bits, unstated level bits) by facility id; places best first."""
        programs = {key: [row[1:] for row in some] for key, some in groupby(rows, key=lambda row: row[0])}
        self.keys = ordered = sorted(programs, key=lambda key: -len(programs[key]))
        depth = max(map(len, programs.values()), default=0)
        sets: list[dict] = [defaultdict(lambda: array("I")) for _ in range(depth)]
        for bit, key in enumerate(ordered):
            for layer, program in zip(sets, programs[key], strict=False):
                for fact in _facts(*program):
                    layer[fact].append(bit)
        self.layers = [{fact: as_bits(bits) for fact, bits in layer.items()} for layer in sets]
        position = {key: bit for bit, key in enumerate(ordered)}
        known = [(position[key], lat, lon, state) for key, lat, lon, state in places if key in position]
        self.grid = Grid(known)
        self.rank = {bit: rank for rank, (bit, *_) in enumerate(known)}

    def best_first(self, around: Around, bits: int) -> list[tuple[int, float | None]]:
        """(facility id, miles) of those in reach that are in the bit set: nearest, then freshest, then by name."""
        raw = bits.to_bytes(len(self.keys) // 8 + 1, "little")
        rank = self.rank
        found = [
            (miles or 0.0, rank[bit], bit) for bit, miles in around.items() if raw[bit >> 3] >> (bit & 7) & 1
        ]
        return [(self.keys[bit], around[bit]) for _, _, bit in sorted(found)]

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
    maybe = [Unstated(level) for level in levels_of_bits(unstated)]
    return [ANY, *codes.split(), *levels_of_bits(offered), *maybe]


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
            self.version, self.index = version, Index(_rows(), _places())
            self.newest_edition = Facility.objects.listed().newest_edition()
        self.looked_at = monotonic()


def _rows():
    programs = Program.objects.listed().filter(facility__status=Facility.Status.LISTED)
    columns = "facility_id", "codes_text", "offered_levels", "unstated_levels"
    return programs.order_by("facility_id", "id").values_list(*columns).iterator(chunk_size=5_000)


def _places():
    """Freshest first, then by town and name: the order of places at the same distance."""
    columns = "id", "latitude", "longitude", "state"
    return Facility.objects.listed().best_first().values_list(*columns).iterator(chunk_size=5_000)


memory = Memory()
