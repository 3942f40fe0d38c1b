"""What goes on paper: everything, everything without the answers, or one page."""

import pytest

from finder import protocol
from finder.summary import Summary
from finder.wording import by_part
from tests.finder.people import NORA, RAY, SAM, arrive, at_random, everything_at_worst, walk

PEOPLE = {
    "Ray": walk(RAY),
    "Nora": walk(NORA),
    "Sam": walk(SAM),
    "a child": walk({"age": "under_12"}),
    "everything": everything_at_worst(),
    **{f"by lot {seed}": at_random(seed) for seed in range(5)},
}
PRINT = "/finder/result/print/"
LINES = ("911", "988", "1-800-662-4357")


@pytest.fixture(params=PEOPLE)
def answers(request):
    return PEOPLE[request.param]


def test_all_of_it_has_level_answers_call_sheet_and_lines(client, answers):
    text = arrive(client, answers).get(PRINT).text
    summary = Summary(answers)
    assert "Answers given" in text and summary.recommendation.version in text
    assert all(number in text for number in LINES)
    assert (summary.guide.title in text) == ("Call sheet" in text) == summary.names_level


@pytest.mark.parametrize("address", ["without-answers/", "one-page/"])
def test_the_others_hold_no_answer(client, answers, address):
    main = arrive(client, answers).get(PRINT + address).text.partition("<main")[2]
    assert "Answers given" not in main and "You told us" not in main
    asked = [row.text for _, rows in by_part(answers) for row in rows]
    assert not [text for text in asked if text in main]
    assert all(number in main for number in LINES)


def test_one_page_has_the_level_the_calls_five_questions_and_room_to_write(client):
    summary = Summary(PEOPLE["Ray"])
    main = arrive(client, PEOPLE["Ray"]).get(PRINT + "one-page/").text.partition("<main")[2]
    assert summary.guide.title in main and summary.why in main
    for call in summary.calls:
        assert call.who in main
    assert main.count("<li>") >= 5 and "note-lines" in main


def test_every_way_to_print_leads_to_the_others(client, answers):
    arrive(client, answers)
    ways = {PRINT, PRINT + "without-answers/", PRINT + "one-page/"}
    for address in ways:
        page = client.get(address).text
        assert all(f'href="{other}"' in page for other in ways - {address})


def test_paper_waits_for_the_whole_path(client):
    answers = walk(RAY)
    del answers["home"]
    for address in ("", "without-answers/", "one-page/"):
        assert arrive(client, answers).get(PRINT + address).status_code == 302


def test_the_paragraph_for_a_clinician(client):
    page = arrive(client, walk(RAY)).get("/finder/result/").text
    said = page.partition('id="as-text"')[2].partition("</pre>")[0]
    for words in (
        protocol.RULE_SET_VERSION,
        "Self-reported, unvalidated, not an ASAM assessment.",
        "Inpatient detox",
        f"D1 withdrawal {Summary(walk(RAY)).recommendation.ratings['D1']}",
        "floor.I1",
    ):
        assert words in said
    assert "<" not in said
