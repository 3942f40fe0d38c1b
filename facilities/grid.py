"""Where the listed facilities are, in memory: those in reach of a point are found without asking the database."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import floor

from facilities.geo import Box, Point, box_around, chord_limit, miles_of_chord, unit_vector

Cell = tuple[int, int]
Around = dict[int, float | None]  # bit of each facility in reach, with its miles (None in a whole state)


class Grid:
    """Facilities by cells of one degree, and by state. A bit is a facility's number in the index."""

    def __init__(self, places: Iterable[tuple[int, float | None, float | None, str]]):
        """Rows of (bit, latitude, longitude, state)."""
        self.cells: dict[Cell, list[tuple[int, float, float, float]]] = defaultdict(list)
        self.states: dict[str, list[int]] = defaultdict(list)
        for bit, latitude, longitude, state in places:
            self.states[state].append(bit)
            if latitude is not None and longitude is not None:
                at = Point(latitude, longitude)
                self.cells[floor(latitude), floor(longitude)].append((bit, *unit_vector(at)))

    def near(self, point: Point, miles: float) -> Around:
        """Every facility within `miles`, in no order."""
        x, y, z = unit_vector(point)
        limit = chord_limit(miles)
        found: Around = {}
        for cell in self._cells(box_around(point, miles)):
            for bit, a, b, c in self.cells[cell]:
                chord = (a - x) * (a - x) + (b - y) * (b - y) + (c - z) * (c - z)
                if chord <= limit:
                    found[bit] = miles_of_chord(chord)
        return found

    def in_state(self, code: str) -> Around:
        """Every facility of a state."""
        return dict.fromkeys(self.states.get(code.upper(), ()))

    def _cells(self, box: Box) -> Iterator[Cell]:
        """The cells a box touches that hold something."""
        for lat in range(floor(box.south), floor(box.north) + 1):
            for west, east in box.spans():
                for lon in range(floor(west), floor(east) + 1):
                    if (lat, lon) in self.cells:
                        yield lat, lon
