"""Which questions share a page: data that covers every question, and the promises about safety, size and order."""

import pytest

from finder import protocol
from finder.protocol import QUESTIONS, item_name, open_questions, pages, question
from finder.protocol.pages import AT_MOST, is_answered
from finder.protocol.plans import PARTS, PLANS
from finder.protocol.room import FORM, height, size
from tests.finder.journeys import plausible
from tests.finder.people import NORA, RAY, everything_at_worst, walk

PEOPLE = {
    "nobody": {},
    "Ray": walk(RAY),
    "Nora": walk(NORA),
    "everything": everything_at_worst(),
    **{f"by lot {n}": plausible(n) for n in range(20)},
}
ALONE = ("overdose_now", "danger_signs", "exposures", "suicide", "violence", "child_risk", "substances")


@pytest.fixture(params=PEOPLE)
def path(request):
    return pages(PEOPLE[request.param])


def ids(page):
    return [q.id for q in page.questions]


def test_every_question_stands_in_one_plan():
    planned = [id_ for plan in PLANS for id_ in plan.questions]
    assert sorted(planned) == sorted(q.id for q in QUESTIONS)


def test_five_parts_that_only_move_forward(path):
    parts = [page.part for page in path]
    assert parts == sorted(parts) and set(parts) <= set(range(len(PARTS))) and len(PARTS) == 5


def test_safety_comes_first(path):
    assert [ids(page) for page in path[:3]] == [["overdose_now"], ["danger_signs"], ["exposures"]]
    last_safe = max(n for n, page in enumerate(path) if "child_risk" in ids(page))
    assert all(page.part == 0 for page in path[: last_safe + 1])


def test_what_stands_alone_stands_alone(path):
    for page in path:
        assert len(page.items) == 1 or not set(ids(page)) & set(ALONE)


def test_at_most_two_questions_about_safety_on_a_page(path):
    assert all(sum(q.section == "S" and q.id != "pregnancy" for q in page.questions) <= 2 for page in path)


def test_danger_of_the_mind_comes_right_after_suicide(path):
    found = [page.id for page in path]
    assert found[found.index("suicide") + 1] == "mind"


def test_no_page_has_too_many_items_or_is_too_long(path):
    for page in path:
        assert len(page.items) <= AT_MOST
        assert len(page.items) == 1 or sum(height(q) for q in page.questions) <= FORM


@pytest.mark.parametrize("test", [("phq_interest", "phq_mood"), ("audit_drinks", "audit_six")])
def test_a_short_test_stays_on_one_page(test, path):
    for page in path:
        assert not set(test) & set(ids(page)) or set(test) <= set(ids(page))


def test_the_dependence_scale_is_one_page_a_drug_the_most_used_first():
    picks = ["cannabis", "cocaine", "ketamine"]
    often = {"cannabis": "d4_6", "cocaine": "several_daily", "ketamine": "daily"}
    told = walk({"substances": picks, "frequency": often})
    scales = [page for page in pages(told) if page.plan.id == "dependence"]
    assert [{i.row for i in page.items} for page in scales] == [{"cocaine"}, {"ketamine"}, {"cannabis"}]
    assert all(len(page.items) == 5 for page in scales)
    assert scales[0].title_for("self").startswith("Cocaine or crack: ")


def test_how_often_and_how_taken_stand_together_for_each_drug():
    told = {"substances": ["benzodiazepines", "alcohol"]}
    (page,) = [p for p in pages(told) if p.plan.id == "use" and "source" in ids(p)]
    assert [item_name(i) for i in page.items][:3] == [
        "frequency-alcohol",
        "frequency-benzodiazepines",
        "source-benzodiazepines",
    ]


def test_last_use_and_symptoms_stand_together_for_each_group():
    told = walk(RAY)
    (page,) = [p for p in pages(told) if "wd_now" in ids(p)]
    assert {"last_use-alcohol", "wd_now-alcohol"} <= {item_name(i) for i in page.items}


def test_the_open_pages_are_those_with_an_open_question():
    told = {"overdose_now": "no", "danger_signs": ["none"]}
    waiting = [page for page in pages(told) if set(page.items) & set(open_questions(told))]
    assert {i for page in waiting for i in page.items} == set(open_questions(told))
    assert not {"overdose", "signs"} & {page.id for page in waiting}


def test_a_page_stays_on_the_path_when_its_answer_no_longer_matters():
    told = {"overdose_now": "no", "suicide": "attempt", "violence": "no"}
    assert "violence" in [page.id for page in pages(told)]


@pytest.mark.parametrize(
    "id_,row,given,answered",
    [
        ("age", "", "skip", True),
        ("age", "", "no such age", False),
        ("suicide", "", "skip", False),
        ("mh_diagnosis", "", ["skip"], True),
        ("mh_diagnosis", "", [], False),
        ("mh_diagnosis", "", ["no such thing"], False),
        ("frequency", "alcohol", {"alcohol": "daily"}, True),
        ("frequency", "alcohol", {"alcohol": "skip"}, True),
        ("frequency", "alcohol", {"cannabis": "daily"}, False),
        ("frequency", "alcohol", "skip", True),
        ("frequency", "alcohol", "daily", False),
    ],
)
def test_what_counts_as_answered(id_, row, given, answered):
    assert is_answered(protocol.Item(question(id_), row), {id_: given}) is answered


def test_three_sizes_of_choices():
    assert [size(label, "") for label in ("Yes", "Several times a day", "Prescribed, taken as directed")] == [
        "short",
        "middling",
        "long",
    ]
    assert size("Some", "Missed work") == "long"
