"""The case table under this version of the rules, against the results of another version."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from .. import protocol
from ..protocol.cases import NamedCase, named_cases
from .bench import Refused

COMPARED = ("level", "next_level", "ratings", "rule_ids", "messages", "tracks", "adjuncts")


class Disagreement(NamedTuple):
    """One thing on which two versions differ about one case."""

    case: str
    what: str
    theirs: Any
    ours: Any


def result_of(case: NamedCase) -> dict[str, Any]:
    """What this version says about a case: one line of the file to download."""
    found = protocol.assess(case.answers)
    rule_ids = sorted({r.rule_id for reason in found.reasons for r in (reason, *reason.rules)})
    said = {name: getattr(found, name) for name in COMPARED if name != "rule_ids"}
    listed = {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}
    return {"case": case.name, "version": found.version, **listed, "rule_ids": rule_ids}


def results() -> Iterator[dict[str, Any]]:
    return (result_of(case) for case in named_cases())


def read_results(content: bytes) -> list[dict[str, Any]]:
    """The lines of a downloaded file. Raises Refused with the line number."""
    lines = []
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            lines.append(_read_line(number, line))
    if not lines:
        raise Refused("The file is empty.")
    return lines


def _read_line(number: int, line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused(f"Line {number} is not JSON. Use a file downloaded from this page.") from error
    if not isinstance(found, dict) or not isinstance(found.get("case"), str) or "version" not in found:
        raise Refused(f"Line {number} has no case and version. Use a file downloaded from this page.")
    return found


def disagreements(theirs: list[dict[str, Any]]) -> list[Disagreement]:
    """Case by case, in the order of the table; a case that only one version has is a disagreement too."""
    other = {line["case"]: line for line in theirs}
    found = []
    for ours in results():
        line = other.pop(ours["case"], None)
        found += (
            [Disagreement(ours["case"], "case", "missing", "present")]
            if line is None
            else _between(line, ours)
        )
    return found + [Disagreement(name, "case", "present", "missing") for name in other]


def _between(theirs: dict[str, Any], ours: dict[str, Any]) -> list[Disagreement]:
    pairs = ((what, theirs.get(what), ours[what]) for what in COMPARED)
    return [Disagreement(ours["case"], what, a, b) for what, a, b in pairs if a != b]
