"""Codes, their wording and groups, and the crosswalk to levels of care."""

import csv
import re

import pytest
from django.conf import settings

from facilities import levels
from facilities.levels import LevelOfCare as Level
from facilities.taxonomy import filters
from facilities.taxonomy.book import code_book, same_facts
from facilities.taxonomy.crosswalk import RULES, level_bits, offered_levels, rules_that_hold, unstated_levels
from facilities.taxonomy.wording import GROUPS, OTHER, WORDING, group_of, grouped, label

SHARED = settings.BASE_DIR.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the data folder ../shared is not here")
STIGMA = re.compile(
    r"\b(addict|addicts|abuser|abusers|alcoholic|clean|junkie|habit|substance abuse|drug abuse)\b", re.I
)


@pytest.mark.parametrize(
    ("codes", "offered", "unstated"),
    [
        ("HI HID", {Level.INPATIENT_WM}, set()),
        ("RES RD MDET", {Level.INPATIENT_WM}, {Level.RESIDENTIAL}),
        ("RES RD RL", {Level.RESIDENTIAL}, {Level.INPATIENT_WM}),
        ("RES RS", {Level.RESIDENTIAL}, set()),
        ("RES", set(), {Level.RESIDENTIAL}),
        ("OP ODT", {Level.PHP}, set()),
        ("PHDT", {Level.PHP}, set()),
        ("OP OIT", {Level.IOP}, set()),
        ("OP ORT OMB OD", {Level.OUTPATIENT}, set()),
        ("OP", set(), {Level.OUTPATIENT}),
        ("HI", set(), {Level.INPATIENT_WM, Level.RESIDENTIAL}),
        ("DT", set(), {Level.INPATIENT_WM, Level.RESIDENTIAL}),
        ("DT OD", {Level.OUTPATIENT}, set()),
        ("HI HIT", set(), set()),
        ("SA", set(), set()),
    ],
)
def test_crosswalk(codes, offered, unstated):
    assert offered_levels(codes.split()) == offered
    assert unstated_levels(codes.split()) == unstated


def test_residential_detox_carries_its_caveat():
    (with_medicine,) = [rule for rule in rules_that_hold(["RD", "MDET"]) if rule.stated]
    (without,) = rules_that_hold(["RD"])
    assert "nurses on site 24 hours" in with_medicine.caveat
    assert "24-hour nursing" in without.caveat and not without.stated


@needs_shared
def test_crosswalk_says_what_the_reference_table_says():
    with (SHARED / "reference" / "levels.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    ours = {rule.shown_as for rule in RULES}
    assert {row["shown_as"] for row in table} == ours
    stated = [row for row in table if not row["level"].startswith("unknown")]
    assert len(stated) == sum(rule.stated for rule in RULES)


def test_bits_hold_a_set_of_levels():
    assert level_bits({Level.OUTPATIENT, Level.IOP}) == 0b1100
    assert level_bits(set()) == 0


@needs_shared
@pytest.mark.parametrize("name", ["su_directory_2022", "su_directory_2023", "mh_directory_2023"])
def test_every_code_of_the_official_books_is_known(name):
    path = SHARED / "data" / "facilities" / f"nsumhss_{name}_service_codes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [{key.lower(): value.strip() for key, value in row.items()} for row in csv.DictReader(file)]
    book = code_book()
    assert all(book[row["service_code"]].category_code == row["category_code"] for row in rows)


def test_every_code_has_a_group_and_words():
    assert [code for code in code_book() if group_of(code) is OTHER] == []
    assert [code for code in code_book() if not label(code)] == []
    assert WORDING.keys() <= code_book().keys()


def test_visitor_words_carry_no_stigma():
    assert {code: label(code) for code in code_book() if STIGMA.search(label(code))} == {}


def test_groups_come_in_order_and_leave_nothing_out():
    found = grouped(["MD", "OIT", "XYZ"])
    assert [(group.key, codes) for group, codes in found] == [
        ("care", ["OIT"]),
        ("paying", ["MD"]),
        ("other", ["XYZ"]),
    ]
    assert len({group.key for group in GROUPS}) == len(GROUPS)


def test_each_filter_choice_has_its_codes():
    assert set(filters.DETOX_CODES) == set(levels.DETOX_CHOICES)
    assert set(filters.MOUD_CODES) == set(levels.MOUD_CHOICES)
    codes = {
        *filters.DETOX_CODES.values(),
        *(code for group in filters.MOUD_CODES.values() for code in group),
    }
    assert codes <= code_book().keys()


def test_what_rules_a_place_out():
    assert filters.ruled_out_by("alcohol") == {"OUDO", "MO", "BMO", "OTPA", "DUO", "NAUT"}
    assert filters.ruled_out_by("opioids") == {"AUDO", "DUO", "NOOP"}
    assert filters.ruled_out_by("cocaine") == {"AUDO", "OUDO", "MO", "BMO", "OTPA", "DUO"}


def test_renamed_codes_are_the_same_fact():
    assert same_facts({"MX", "OIT"}) == same_facts({"MXM", "OIT"})
