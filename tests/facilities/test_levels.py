"""Levels of care: order is meaning, and the words of /facilities/ addresses."""

import subprocess
import sys

from facilities import levels
from facilities.levels import LevelOfCare


def test_order_is_from_least_to_most_intensive():
    slugs = [level.slug for level in LevelOfCare]
    assert slugs == [
        "early_intervention",
        "outpatient",
        "iop",
        "php",
        "residential",
        "inpatient_wm",
        "emergency",
    ]
    assert LevelOfCare.RESIDENTIAL > LevelOfCare.PHP


def test_every_level_has_visitor_words():
    assert set(levels.LEVELS) == set(LevelOfCare)
    assert LevelOfCare.INPATIENT_WM.label == "Inpatient detox"
    assert all(level.hours and level.gives for level in levels.LEVELS.values())


def test_a_slug_names_its_level():
    assert all(LevelOfCare.from_slug(level.slug) is level for level in LevelOfCare)


def test_hours_follow_the_clinical_source():
    iop, php = levels.LEVELS[LevelOfCare.IOP], levels.LEVELS[LevelOfCare.PHP]
    assert (iop.min_hours, iop.max_hours, iop.min_hours_teens, php.min_hours) == (9, 19, 6, 20)


def test_early_help_searches_outpatient_and_an_emergency_searches_nothing():
    assert levels.care_slug_for(LevelOfCare.EARLY_INTERVENTION) == "outpatient"
    assert levels.care_slug_for(LevelOfCare.EMERGENCY) is None
    assert levels.care_slug_for(LevelOfCare.IOP) == "iop"


def test_every_choice_has_a_label():
    assert set(levels.CARE_LABELS) == set(levels.CARE_CHOICES)
    assert set(levels.DETOX_LABELS) == set(levels.DETOX_CHOICES)
    assert set(levels.MOUD_LABELS) == set(levels.MOUD_CHOICES)


def test_levels_need_no_django():
    code = "import sys, facilities.levels; assert 'django' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
