"""`manage.py assess FILE.jsonl` and `--schema`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from finder.protocol import QUESTIONS, RULE_SET_VERSION


def run(tmp_path, *lines):
    file = tmp_path / "answers.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("assess", str(file), stdout=out, stderr=err)
    except CommandError as error:
        status = error.returncode
    return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue(), status


def test_answers_in_recommendations_out(tmp_path):
    results, errors, status = run(tmp_path, '{"suicide": "plan"}', "", '{"substances": ["none"]}')
    assert (errors, status) == ("", 0)
    assert [r["level"] for r in results] == ["emergency", "early_intervention"]
    first = results[0]
    assert {"level", "next_level", "ratings", "tracks", "adjuncts", "messages", "reasons", "version"} <= set(
        first
    )
    assert "floor.E2a" in first["rule_ids"]
    assert first["version"] == RULE_SET_VERSION
    assert first["messages"][0] == "CALL_988"


def test_bad_lines_are_named_and_the_others_done(tmp_path):
    results, errors, status = run(
        tmp_path, '{"age": "old"}', "{", "[]", '{"frequency": {"beer": "daily"}}', "{}"
    )
    assert status == 1
    assert len(results) == 1
    assert "line 1: field age:" in errors
    assert "age_26_64" in errors
    assert "line 2: not JSON" in errors
    assert "line 3: not a JSON object" in errors
    assert "line 4: field frequency.beer" in errors


def test_a_lone_surrogate_and_deep_nesting_are_only_bad_lines(tmp_path):
    _, errors, status = run(tmp_path, '{"\\ud800": "\\udfff"}', "[" * 100_000)
    assert status == 1
    assert "line 1" in errors
    assert "line 2" in errors


def test_a_missing_file():
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("assess", "nowhere.jsonl")


def test_no_file():
    with pytest.raises(CommandError, match=r"Name a \.jsonl file"):
        call_command("assess")


def test_schema():
    out = io.StringIO()
    call_command("assess", "--schema", stdout=out)
    assert set(json.loads(out.getvalue())["properties"]) == {q.id for q in QUESTIONS}
