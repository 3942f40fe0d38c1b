"""`manage.py assess FILE.jsonl`: answers in, recommendations out, one JSON object a line."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from finder.protocol import Recommendation, answers_schema, assess, facility_parameters, validate


class Command(BaseCommand):
    help = "Assess answer sets: one JSON object of answers a line. Nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="a .jsonl file, or - for standard input")
        parser.add_argument(
            "--schema", action="store_true", help="print the JSON Schema of the answers and stop"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["schema"]:
            self.stdout.write(json.dumps(answers_schema(), indent=2, ensure_ascii=False))
            return
        refused = 0
        for number, line in enumerate(read_lines(options["file"]), 1):
            problems, result = assess_line(line)
            if result:
                self.stdout.write(json.dumps(result, ensure_ascii=False))
            for problem in problems:
                self.stderr.write(f"line {number}: {problem}")
            refused += bool(problems)
        if refused:
            raise CommandError(f"{refused} line(s) could not be read; the others are assessed.", returncode=1)


def read_lines(file: str | None) -> Iterable[str]:
    if not file:
        raise CommandError("Name a .jsonl file, - for standard input, or --schema.")
    if file == "-":
        return sys.stdin
    try:
        return Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file} cannot be read: {error}") from error


def assess_line(line: str) -> tuple[list[str], dict[str, Any] | None]:
    """Problems in words, or the result; both empty for an empty line."""
    if not line.strip():
        return [], None
    try:
        answers = json.loads(line)
    except (ValueError, RecursionError) as error:
        return [f"not JSON: {error}"], None
    if not isinstance(answers, dict):
        return ["not a JSON object of question ids and answers"], None
    problems = list(problems_in_words(answers))
    return problems, None if problems else as_json(assess(answers), answers)


def problems_in_words(answers: dict[str, Any]) -> Iterator[str]:
    for problem in validate(answers):
        field = f"{problem.question}.{problem.subject}" if problem.subject else problem.question
        value, field = json.dumps(problem.value), json.dumps(field)[1:-1]  # ASCII, whatever a line contains
        yield f"field {field}: {value} is not allowed; allowed: {', '.join(problem.allowed)}"


def as_json(result: Recommendation, answers: dict[str, Any]) -> dict[str, Any]:
    """The recommendation as plain data, with the rule ids and the words of the facility search."""
    data = asdict(result)
    data["rule_ids"] = sorted({r.rule_id for reason in result.reasons for r in (reason, *reason.rules)})
    data["facility_parameters"] = facility_parameters(result, answers)
    return data
