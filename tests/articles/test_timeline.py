"""The withdrawal picture: true to the table, inside its frame, readable in words, honest about what is not known."""

import re
from itertools import pairwise

import pytest

from articles.citations import Citations
from articles.parts import Page, part
from articles.substances import SUBSTANCES, UNKNOWN, WINDOWS, window_for
from articles.timeline import COLUMN, NARROW, WIDE, axis_hours, chart, charts, stages, tick_label

KEYS = [key for key in WINDOWS if stages(WINDOWS[key])]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("layout", [WIDE, NARROW, COLUMN], ids=lambda layout: layout.name)
def test_everything_stays_inside_the_frame(key, layout):
    made = chart(stages(WINDOWS[key]), layout)
    for row in made.rows:
        assert layout.left <= row.x
        assert row.x + row.whole_width <= layout.width
        assert row.bar_y + made.bar_height <= made.axis_y
    assert made.ticks[0][1] == "Last use"


@pytest.mark.parametrize("key", KEYS)
def test_bars_do_not_touch_words_or_each_other(key):
    for layout in (NARROW, COLUMN):
        rows = chart(stages(WINDOWS[key]), layout).rows
        for row, after in pairwise(rows):
            assert row.text_y < row.bar_y
            assert row.bar_y + 16 < after.lines[0][0] - 10


@pytest.mark.parametrize("key", KEYS)
def test_words_fit_their_lines(key):
    for layout in (WIDE, NARROW, COLUMN):
        for row in chart(stages(WINDOWS[key]), layout).rows:
            assert all(len(line) <= layout.letters for _, line in row.lines)


def test_length_is_in_proportion_to_time():
    alcohol = chart(stages(WINDOWS["alcohol"]), WIDE)
    bars = {row.stage.label: row for row in alcohol.rows}
    dt, onset = bars["Delirium tremens can begin"], bars["First signs"]
    assert dt.width / onset.width == pytest.approx(48 / 18, rel=0.02)


def test_the_alcohol_bars_are_those_of_the_table():
    drawn = {stage.label: (stage.start_h, stage.end_h) for stage in stages(WINDOWS["alcohol"])}
    assert drawn["Seizures"] == (6, 48)
    assert drawn["Delirium tremens can begin"] == (48, 96)


@pytest.mark.parametrize("key", SUBSTANCES)
def test_figures_without_a_source_are_striped_and_never_in_words(key):
    window = window_for(SUBSTANCES[key])
    for stage in stages(window):
        if not stage.sure:
            assert stage.text == UNKNOWN


@pytest.mark.parametrize("key", SUBSTANCES)
def test_the_table_says_what_the_picture_says(key):
    page = Page("x", "y", SUBSTANCES[key])
    html = part("timeline", [], page, Citations())
    for stage in stages(page.window):
        label, text = re.escape(stage.label), re.escape(stage.text)
        assert re.search(rf'<th scope="row">{label}</th><td>{text}</td>', html)


def test_a_benzodiazepine_taper_is_drawn_beside_the_sudden_stop():
    assert any(stage.key == "taper" for stage in stages(WINDOWS["benzo_long"]))
    assert not any(stage.key == "taper" for stage in stages(WINDOWS["alcohol"]))


def test_two_charts_can_share_one_axis():
    short, long = stages(WINDOWS["alcohol"]), stages(WINDOWS["benzo_long"])
    span = axis_hours([*short, *long])
    ends = [chart(bars, COLUMN, span).rows[-1] for bars in (short, long)]
    assert ends[0].x + ends[0].whole_width < ends[1].x + ends[1].whole_width


def test_a_pattern_without_figures_is_not_drawn():
    assert all(charts(WINDOWS[key]) == [] for key in WINDOWS if key not in KEYS)


@pytest.mark.parametrize(
    ("hours", "words"), [(12, "12 h"), (24, "1 day"), (48, "2 days"), (168, "1 week"), (672, "4 weeks")]
)
def test_tick_labels(hours, words):
    assert tick_label(hours) == words
