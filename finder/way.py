"""Where a visitor stands: the pages of the path, which are still open, and how far along that is. Decides nothing."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from . import protocol
from .protocol import Item, Page
from .wording import Part, part_of

MARGIN = 1  # percent on both sides, so that the first and last post are not cut off


class Way:
    """The visitor's pages, and which of them are still open."""

    def __init__(self, told: dict[str, Any]):
        self.told = told

    @cached_property
    def standing(self) -> protocol.Standing:
        return protocol.standing(self.told)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return protocol.path_of(self.told, self.standing)

    @cached_property
    def open(self) -> list[int]:
        """The places of the pages with an open item."""
        waiting = set(self.standing.open)
        return [n for n, page in enumerate(self.pages, start=1) if waiting & set(page.items)]

    @property
    def furthest(self) -> int:
        """The first open page; one past the end when none is open."""
        return self.open[0] if self.open else len(self.pages) + 1

    def place(self, items: Iterable[Item]) -> int:
        """The first page with one of these; 0 when there is none."""
        wanted = set(items)
        return next((n for n, page in enumerate(self.pages, start=1) if wanted & set(page.items)), 0)

    def ride(self, n: int) -> "Ride":
        """How far page `n` is: its part, and how many of the pages of that part come before it."""
        here = self.pages[n - 1].part
        mates = [place for place, page in enumerate(self.pages, start=1) if page.part == here]
        done = (here + mates.index(n) / len(mates)) / len(protocol.PARTS)
        more = len([place for place in self.open if place != n])
        return Ride(part_of(self.pages[n - 1]), _percent(done), more, self.open == [n])


class Ride(NamedTuple):
    """A handrail that fills. `hand`: how far, as SVG takes it. `more`: open pages beside this one. `last`: this is
    the only open one."""

    part: Part
    hand: str
    more: int
    last: bool

    @property
    def posts(self) -> list[tuple[str, bool]]:
        """Where the posts between the five parts stand, and whether they are behind."""
        return [(_percent(n / self.part.parts), n < self.part.number) for n in range(self.part.parts + 1)]


def _percent(part: float) -> str:
    return f"{MARGIN + part * (100 - 2 * MARGIN):.1f}%"
