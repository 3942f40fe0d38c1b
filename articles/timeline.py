"""The withdrawal picture: geometry from the timeline table, drawn by templates/articles/parts/_timeline_chart.html.

Two layouts of one chart: `wide` has the words beside the bars, `narrow` has them above, readable at 320 px.
All lengths are SVG user units, equal to CSS pixels at the width the layout is made for.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.substances import Window

DAY = 24.0
LINE, BAR, GAP, AXIS, EDGE = 19, 16, 16, 26, 10
TICK_STEPS = (6, 12, 24, 48, 96, 168, 336, 672)  # hours
TAPERED = ("benzo_short", "benzo_long")  # the taper is the treatment, so it is drawn beside the sudden stop
ROOM_AFTER = 1.04  # the axis runs a little past the last bar, further where the phase has no firm end
ROOM_AFTER_OPEN = 1.14


@dataclass(frozen=True)
class Stage:
    """One bar. Hours after last use; `fade_h` is where a bar that fades out ends."""

    key: str
    label: str
    text: str
    start_h: float
    end_h: float
    fade_h: float
    sure: bool = True
    open_ended: bool = False


@dataclass(frozen=True)
class Layout:
    """How wide the picture is, where bars start and how many letters fit on a line of words."""

    name: str
    width: int
    left: int
    letters: int
    ticks: int

    @property
    def words_above(self) -> bool:
        return self.left < 100


WIDE = Layout("wide", 560, 226, 25, 5)
NARROW = Layout("narrow", 288, 2, 31, 4)
COLUMN = Layout("column", 210, 2, 22, 2)


@dataclass(frozen=True)
class Row:
    """A stage placed on the picture."""

    stage: Stage
    lines: list[tuple[float, str]]
    text_y: float
    bar_y: float
    x: float
    width: float
    fade_width: float

    @property
    def whole_width(self) -> float:
        return round(self.width + self.fade_width, 1)

    @property
    def onward(self) -> str:
        """Path of the dots and arrow that say "or longer"."""
        x, y = self.x + self.whole_width + 5, self.bar_y + BAR / 2
        return f"M{x:.1f} {y:.1f}h13m-5-5 5 5-5 5"


@dataclass(frozen=True)
class Chart:
    """Everything the template needs to draw one layout."""

    layout: Layout
    height: float
    rows: list[Row]
    name: str
    ticks: list[tuple[float, str, str]] = field(default_factory=list)
    bar_height: int = BAR

    @property
    def axis_y(self) -> float:
        return self.height - AXIS + 6

    @property
    def tick_y(self) -> float:
        return self.height - 5


def stages(window: Window) -> list[Stage]:
    """The bars of one substance, in the order they are drawn; stages without figures are left out."""
    found = []
    start = window.onset_h[0] if window.onset_h else 0.0
    if window.onset_h:
        low, high = window.onset_h
        found.append(
            Stage("onset", "First signs", window.onset_text, low, high, high, window.is_sure("onset"))
        )
    for event in window.events:
        text = (
            f"{event.start_h:g} to {event.end_h:g} hours"
            if event.end_h <= 4 * DAY
            else _days(event.start_h, event.end_h)
        )
        key = "emergency" if event.emergency else "event"
        found.append(Stage(key, event.label, text, event.start_h, event.end_h, event.end_h))
    if window.peak_d:
        low, high = (DAY * days for days in window.peak_d)
        found.append(
            Stage("peak", "Hardest stretch", window.peak_text, low, high, high, window.is_sure("peak"))
        )
    if window.acute_d:
        low, high = (DAY * days for days in window.acute_d)
        sure, end = window.is_sure("acute"), max(low, start)
        found.append(
            Stage("acute", "Main phase lasts", window.acute_text, start, end, high, sure, window.acute_open)
        )
    if window.key in TAPERED and found:
        found.append(
            Stage(
                "taper",
                "A slow taper instead",
                "weeks to months",
                0.0,
                found[-1].fade_h,
                found[-1].fade_h,
                True,
                True,
            )
        )
    return found


def _days(start_h: float, end_h: float) -> str:
    return f"day {start_h / DAY:g} to day {end_h / DAY:g}"


def axis_hours(drawn: Sequence[Stage]) -> float:
    """How many hours the axis covers."""
    return max(stage.fade_h * (ROOM_AFTER_OPEN if stage.open_ended else ROOM_AFTER) for stage in drawn)


def tick_label(hours: float) -> str:
    """ "12 h", "2 days", "4 weeks"."""
    if hours < DAY:
        return f"{hours:g} h"
    number, unit = (hours / 168, "week") if hours % 168 == 0 and hours >= 168 else (hours / DAY, "day")
    return f"{number:g} {unit}{'s' if number != 1 else ''}"


def _ticks(span: float, layout: Layout) -> list[tuple[float, str, str]]:
    step = next((step for step in TICK_STEPS if span / step <= layout.ticks), TICK_STEPS[-1])
    marks = [
        (_x(hours, span, layout), tick_label(hours), "middle") for hours in range(step, int(span) + 1, step)
    ]
    room = layout.width - EDGE
    return [(_x(0, span, layout), "Last use", "start")] + [
        (x, label if x > layout.left + 84 else "", "end" if x > room - 20 else anchor)
        for x, label, anchor in marks
    ]


def _x(hours: float, span: float, layout: Layout) -> float:
    return round(layout.left + hours / span * (layout.width - layout.left - EDGE), 1)


def _row(stage: Stage, span: float, layout: Layout, top: float) -> Row:
    words = textwrap.wrap(stage.label, layout.letters)
    lines = [(top + LINE * (number + 0.75), line) for number, line in enumerate(words)]
    text_y = top + LINE * (len(words) + 0.75)
    bar_y = text_y + LINE * 0.45 if layout.words_above else top + LINE * (len(words) + 1) / 2 - BAR / 2
    x, end, fade = (_x(hours, span, layout) for hours in (stage.start_h, stage.end_h, stage.fade_h))
    fade_width = round(max(fade - end, 0), 1)
    width = max(round(end - x, 1), 0 if fade_width else 8)
    return Row(stage, lines, text_y, bar_y, x, width, fade_width)


def chart(drawn: Sequence[Stage], layout: Layout, span: float | None = None, name: str = "") -> Chart:
    """Place the stages on one layout. `span` (hours) puts several charts on one axis; `name` is unique on the page."""
    span = span or axis_hours(drawn)
    rows, top = [], 2.0
    for stage in drawn:
        row = _row(stage, span, layout, top)
        rows.append(row)
        top = max(row.text_y + LINE * 0.25, row.bar_y + BAR) + GAP
    return Chart(layout, top + AXIS - GAP / 2, rows, name or layout.name, _ticks(span, layout))


def charts(window: Window) -> list[Chart]:
    """Both layouts of one substance's picture; empty when the table has no figures for it."""
    drawn = stages(window)
    return [chart(drawn, layout) for layout in (WIDE, NARROW)] if drawn else []
