"""What surrounds the level: the facility search and the version."""

import json
import re
from pathlib import Path

import pytest

from articles.substances import SUBSTANCES  # noqa: F401 - the shared vocabulary must load beside ours
from facilities.levels import CARE_CHOICES, DETOX_CHOICES, MOUD_CHOICES
from finder.protocol import (
    RULE_SET_DATE,
    RULE_SET_VERSION,
    assess,
    facility_parameters,
    rule_set,
)
from finder.protocol.cases import named_cases
from finder.protocol.version import rule_set_id

CASES = named_cases()
CHANGELOG = Path(__file__).parents[3] / "docs" / "rules-changelog.md"


def by_name(name):
    return next(c.answers for c in CASES if c.name == name)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_search_words(case):
    """Invariants 22 and 35: only care, detox and moud; detox at D1 of 3 or more; medicine with opioids."""
    result = assess(case.answers)
    words = facility_parameters(result, case.answers)
    assert set(words) <= {"care", "detox", "moud"}
    if case.answers.get("age") == "under_12":
        assert words == {}
        return
    assert words["care"] in CARE_CHOICES
    assert set(words.get("detox", ())) <= set(DETOX_CHOICES)
    assert set(words.get("moud", ())) <= set(MOUD_CHOICES)
    assert ("moud" in words) == ("moud" in result.tracks)
    if result.ratings["D1"] >= 3:
        assert words["care"] == "inpatient_wm"
    else:
        assert "detox" not in words


def test_search_words_of_some_people():
    def words(name):
        answers = by_name(name)
        return facility_parameters(assess(answers), answers)

    assert words("Daily heavy drinking and a past withdrawal seizure") == {
        "care": "inpatient_wm",
        "detox": ("alcohol",),
    }
    assert words("Street bars most days")["detox"] == ("benzodiazepines",)
    assert words("GHB every few hours")["detox"] == ("benzodiazepines",)
    assert words("Severe opioid withdrawal now") == {
        "care": "inpatient_wm",
        "detox": ("opioids",),
        "moud": ("methadone", "buprenorphine"),
    }
    assert words("Nothing used, nobody worried") == {"care": "outpatient"}
    assert words("A plan, heavy drinking and a past seizure")["care"] == "inpatient_wm"


def test_the_rule_set_is_json_and_its_id_comes_from_it():
    text = json.dumps(rule_set())
    assert rule_set_id(json.loads(text)) == RULE_SET_VERSION
    assert re.fullmatch(r"[0-9a-f]{12}", RULE_SET_VERSION)


@pytest.mark.parametrize(
    "part", ["questions", "rating_rules", "decision_rules", "messages", "tracks", "message_order"]
)
def test_any_change_changes_the_id(part):
    changed = json.loads(json.dumps(rule_set()))
    changed[part] = changed[part][1:]
    assert rule_set_id(changed) != RULE_SET_VERSION


def test_the_rule_set_has_a_changelog_entry():
    """A change of the rules needs a line that says what changed: run and copy the id printed here."""
    entry = f"`{RULE_SET_VERSION}`"
    assert entry in CHANGELOG.read_text(), f"docs/rules-changelog.md has no entry for {entry}"
    assert RULE_SET_DATE in CHANGELOG.read_text()
