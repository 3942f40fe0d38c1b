"""The clinician's workbench: cases run without a trace, versions compared, disagreements exported."""

import json

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from finder import protocol
from finder.protocol.cases import named_cases
from finder.workbench import bench, compare
from tests.factories import make_staff
from tests.finder.people import RAY, at_random, everything_at_worst, walk

pytestmark = pytest.mark.django_db
RUN, CASES, RESULTS = "admin:workbench", "admin:workbench_cases", "admin:workbench_results"


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("name", [RUN, CASES, RESULTS])
def test_only_staff_get_in(client, name):
    assert client.get(reverse(name)).status_code == 302


def as_form(answers):
    """The boxes a person would choose on the bench for these answers."""
    form = {}
    for question, answer in answers.items():
        if isinstance(answer, dict):
            form |= {f"{question}-{row}": option for row, option in answer.items()}
        else:
            form[question] = answer
    return form


@pytest.mark.parametrize("answers", [walk(RAY), everything_at_worst(), at_random(3), at_random(11)])
def test_the_bench_says_what_the_questionnaire_says(staff, answers):
    page = staff.post(reverse(RUN), as_form(answers))
    assert page.context["summary"].recommendation == protocol.assess(answers)


def test_skipped_answers_go_round_the_form(staff):
    answers = {**walk(RAY), "violence": "skip", "mh_diagnosis": "skip", "wd_now": {"alcohol": "skip"}}
    page = staff.post(reverse(RUN), as_form(answers))
    assert page.context["summary"].answers == answers
    assert page.text.count('value="skip" selected') == 2 and page.text.count('value="skip" checked') == 1


def test_an_empty_bench_has_the_first_questions_and_no_outcome(staff):
    page = staff.get(reverse(RUN))
    assert "No answers yet." in page.text and "S1" in page.text


def test_a_named_case_loads_with_its_ratings_rules_and_level(staff):
    case = next(case for case in named_cases() if case.level == "inpatient_wm")
    page = staff.post(reverse(RUN), {"from": "case", "case": case.name})
    assert page.context["summary"].recommendation.level == "inpatient_wm"
    assert all(rule in page.text for rule in case.rules)


@pytest.mark.parametrize(
    "text,says",
    [
        ("{", "This is not JSON"),
        ("[]", "not a JSON object"),
        ('{"age": "old"}', "allowed: under_12"),
        ("[" * 5000, "not JSON"),
    ],
)
def test_json_that_is_no_case_is_refused_with_the_reason_and_kept(staff, text, says):
    page = staff.post(reverse(RUN), {"from": "json", "json": text})
    assert says in page.text and page.context["as_json"] == text


def test_json_runs(staff):
    page = staff.post(reverse(RUN), {"from": "json", "json": json.dumps(walk(RAY))})
    assert page.context["summary"].recommendation.level == "inpatient_wm"


def test_an_unknown_case_is_refused(staff):
    assert "There is no case of that name" in staff.post(reverse(RUN), {"from": "case", "case": "?"}).text


def file_of(lines):
    return SimpleUploadedFile("other.jsonl", "\n".join(map(json.dumps, lines)).encode())


def test_this_version_agrees_with_itself(staff):
    lines = [json.loads(line) for line in staff.get(reverse(RESULTS)).text.splitlines()]
    assert [line["case"] for line in lines] == [case.name for case in named_cases()]
    page = staff.post(reverse(CASES), {"results": file_of(lines)})
    assert "No difference between version" in page.text


def test_another_version_shows_where_it_differs_and_exports_it(staff):
    lines = list(compare.results())
    lines[0] = {**lines[0], "version": "older", "level": "=cmd()"}
    lines[1:2] = [{"case": "A case of theirs", "version": "older"}]
    page = staff.post(reverse(CASES), {"results": file_of(lines)})
    whats = {(line.case, line.what) for line in page.context["found"]}
    assert (lines[0]["case"], "level") in whats
    assert ("A case of theirs", "case") in whats and (named_cases()[1].name, "case") in whats
    table = staff.post(reverse(CASES), {"results": file_of(lines), "as": "csv"})
    assert table.headers["Content-Type"].startswith("text/csv")
    assert len(table.text.splitlines()) == 4
    assert not any(
        cell.startswith(("=", "+", "-", "@")) for row in table.text.splitlines() for cell in row.split(",")
    )


@pytest.mark.parametrize(
    "content,says", [(b"", "empty"), (b"x", "Line 1 is not JSON"), (b'{"a":1}', "Line 1 has no case")]
)
def test_a_file_that_is_something_else_is_refused(staff, content, says):
    page = staff.post(reverse(CASES), {"results": SimpleUploadedFile("x.jsonl", content)})
    assert page.status_code == 200 and says in page.text


def test_nothing_is_stored(staff):
    count = {
        model: model._default_manager.count() for model in apps.get_models() if model.__name__ != "Session"
    }
    staff.post(reverse(RUN), as_form(walk(RAY)))
    staff.post(reverse(CASES), {"results": file_of(list(compare.results()))})
    assert count == {model: model._default_manager.count() for model in count}


def test_the_bench_reads_only_what_is_offered():
    from django.http import QueryDict

    data = QueryDict("overdose_now=perhaps&danger_signs=none&danger_signs=zzz")
    assert bench.answers_in(data) == {"danger_signs": ["none"]}
