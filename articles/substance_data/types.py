"""Shapes of the shared vocabulary: pure Python, frozen, no Django."""

from dataclasses import dataclass
from typing import Literal

Range = tuple[float, float]  # inclusive low and high
Cell = Literal["onset", "peak", "acute", "late"]
Stop = Literal["never", "plan", "supported"]
DAY = 24  # hours

UNKNOWN = "not well known"


def _number(value: float) -> str:
    return f"{value:g}"


def _span(low: float, high: float, unit: str) -> str:
    if low == high:
        return f"about {_number(low)} {unit if low != 1 else unit.removesuffix('s')}"
    if low == 0:
        return f"up to {_number(high)} {unit}"
    return f"{_number(low)} to {_number(high)} {unit}"


def hours_text(span: Range) -> str:
    """Words for a range of hours: '6 to 24 hours', '2 to 7 days', '12 hours to 7 days'."""
    low, high = span
    if low == 0:
        return f"within {_number(high)} hours"
    if low >= DAY and low % DAY == 0 and high % DAY == 0:
        return _span(low / DAY, high / DAY, "days")
    if high > 3 * DAY:
        return f"{_number(low)} hours to {_number(high / DAY)} days"
    return _span(low, high, "hours")


def days_text(span: Range) -> str:
    """Words for a range of days: '5 to 7 days', '2 to 8 weeks', '1.5 to 3 days'."""
    low, high = span
    if low >= 14 and low % 7 == 0 and high % 7 == 0:
        return _span(low / 7, high / 7, "weeks")
    return _span(low, high, "days")


@dataclass(frozen=True)
class Event:
    """A bar of its own on the withdrawal picture. Hours after last use."""

    label: str
    start_h: float
    end_h: float
    emergency: bool = False


@dataclass(frozen=True)
class Window:
    """Withdrawal after a sudden stop. onset_h in hours, peak_d and acute_d in days after last use.

    `sure` names the cells that a read source supports. The others are drawn as "not well known":
    their numbers shape the picture and are never put into words. `sources` are keys of sources.toml.
    """

    key: str
    label: str
    onset_h: Range | None
    peak_d: Range | None
    acute_d: Range | None
    late: str
    danger: int
    danger_note: str
    stop: Stop
    stop_text: str
    sure: frozenset[Cell]
    sources: tuple[str, ...]
    acute_open: bool = False  # "or longer"
    note: str = ""
    events: tuple[Event, ...] = ()

    def is_sure(self, cell: Cell) -> bool:
        """Whether a read source supports the cell."""
        return cell in self.sure

    @property
    def onset_text(self) -> str:
        """When it starts, in words, or 'not well known'."""
        return hours_text(self.onset_h) if self.onset_h and self.is_sure("onset") else UNKNOWN

    @property
    def peak_text(self) -> str:
        """When it is worst, in words, or 'not well known'."""
        return days_text(self.peak_d) if self.peak_d and self.is_sure("peak") else UNKNOWN

    @property
    def acute_text(self) -> str:
        """How long the main phase lasts, in words, or 'not well known'."""
        if not (self.acute_d and self.is_sure("acute")):
            return UNKNOWN
        return days_text(self.acute_d) + (" or longer" if self.acute_open else "")

    @property
    def late_text(self) -> str:
        """What can linger, in words, or 'not well known'."""
        return self.late if self.late and self.is_sure("late") else UNKNOWN


@dataclass(frozen=True)
class Klass:
    """A family of substances. `topic` is the article section it lives in."""

    key: str
    label: str
    topic: str


@dataclass(frozen=True)
class Substance:
    """One substance a page or a question can name. `window` is a key of WINDOWS.

    Per-substance ranges (hours, days) replace those of the class window when given.
    `half_life` is words for the reader; `detox` is a value of the `detox` search filter or "".
    """

    key: str
    topic: str
    slug: str
    name: str
    title_name: str
    klass: str
    window: str
    brands: tuple[str, ...] = ()
    former_brands: tuple[str, ...] = ()
    street: tuple[str, ...] = ()
    treats: str = ""
    how_it_works: str = ""
    half_life: str = ""
    half_life_note: str = ""
    peak_level: str = ""
    onset_h: Range | None = None
    acute_d: Range | None = None
    timing_note: str = ""
    detox: str = ""
    prescribed: bool = False
    sources: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
