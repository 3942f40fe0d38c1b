"""The shared vocabulary: complete, sourced, and silent where nothing is known."""

import re

import pytest

from articles.citations import read_sources
from articles.substances import (
    BENZODIAZEPINE_TABLE,
    CLASSES,
    DANGER,
    SUBSTANCES,
    UNKNOWN,
    WINDOWS,
    days_text,
    hours_text,
    medical_detox_required,
    on_page,
    siblings,
    window_for,
)
from facilities.levels import DETOX_CHOICES

CELLS = (
    ("onset", "onset_h", "onset_text"),
    ("peak", "peak_d", "peak_text"),
    ("acute", "acute_d", "acute_text"),
)


def test_every_source_is_in_the_bibliography():
    known = read_sources()
    cited = {(item.key, key) for item in (*SUBSTANCES.values(), *WINDOWS.values()) for key in item.sources}
    assert not {pair for pair in cited if pair[1] not in known}


def test_every_figure_put_into_words_has_a_source():
    for window in WINDOWS.values():
        assert window.sources or not window.sure, window.key


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS.keys())
def test_an_unsure_cell_is_never_put_into_words(window):
    for cell, value, text in CELLS:
        if window.is_sure(cell):
            assert getattr(window, value), cell
            assert re.search(r"\d", getattr(window, text)), cell
        else:
            assert getattr(window, text) == UNKNOWN


def test_ranges_run_from_low_to_high():
    for window in map(window_for, SUBSTANCES.values()):
        for span in (window.onset_h, window.peak_d, window.acute_d):
            assert span is None or 0 <= span[0] <= span[1]


def test_what_can_kill_is_never_called_fine_to_stop():
    for window in WINDOWS.values():
        assert window.danger in DANGER
        assert (window.danger < 4) or window.stop == "never", window.key


def test_substances_point_at_known_classes_windows_and_filters():
    for substance in SUBSTANCES.values():
        assert substance.klass in CLASSES and substance.window in WINDOWS
        assert substance.topic == CLASSES[substance.klass].topic, substance.key
        assert substance.detox in ("", *DETOX_CHOICES)
        assert substance in on_page(substance.topic, substance.slug)


def test_siblings_share_the_class_and_leave_out_the_substance_itself():
    clonazepam = SUBSTANCES["clonazepam"]
    names = {other.key for other in siblings(clonazepam)}
    assert {"alprazolam", "diazepam", "lorazepam"} <= names and "clonazepam" not in names


def test_only_medical_detox_where_a_sudden_stop_can_kill():
    needed = {key for key, substance in SUBSTANCES.items() if medical_detox_required(substance)}
    assert {"alcohol", "clonazepam", "butalbital", "ghb", "phenibut", "medetomidine"} <= needed
    assert not needed & {"heroin", "cocaine", "cannabis", "nicotine"}


def test_the_benzodiazepine_table_has_thirteen_medicines_and_no_doses():
    assert len(BENZODIAZEPINE_TABLE) == 13
    assert not [s.key for s in BENZODIAZEPINE_TABLE if re.search(r"\bmg\b", repr(s))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (hours_text((6, 24)), "6 to 24 hours"),
        (hours_text((48, 168)), "2 to 7 days"),
        (hours_text((12, 168)), "12 hours to 7 days"),
        (hours_text((0, 24)), "within 24 hours"),
        (days_text((14, 56)), "2 to 8 weeks"),
        (days_text((1.5, 3)), "1.5 to 3 days"),
        (days_text((3, 3)), "about 3 days"),
        (days_text((1, 1)), "about 1 day"),
        (days_text((0, 30)), "up to 30 days"),
    ],
)
def test_ranges_in_words(text, words):
    assert text == words
