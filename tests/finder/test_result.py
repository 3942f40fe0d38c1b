"""The result as the visitor sees it: the page-level promises (29, 30, 32, 34, and the order of 7, 8 and 28)."""

import gzip
import itertools
import re
from functools import cache
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client

from facilities.filters import FacilityFilter
from facilities.levels import LevelOfCare
from finder import protocol
from finder.preferences import ASK_FOR, WELCOME
from finder.summary import BEFORE_THE_LEVEL, Summary
from tests.finder.people import NORA, RAY, SAM, arrive, at_random, everything_at_worst, walk

PEOPLE = {
    "Ray": walk(RAY),
    "Nora": walk(NORA),
    "Sam": walk(SAM),
    "nobody worried": walk(),
    "everything": everything_at_worst(),
    **{f"by lot {seed}": at_random(seed) for seed in range(20)},
}
AMOUNT = re.compile(r"\b\d+(\.\d+)?\s?(mg|mcg|milligram|ml)\b|\b\d+\s?%|\bevery \d+ (days|weeks)\b", re.I)


@cache
def rendered(person):
    return arrive(Client(), PEOPLE[person]).get("/finder/result/").text


@pytest.fixture(params=PEOPLE)
def person(request):
    return request.param


@pytest.fixture
def answers(person):
    return PEOPLE[person]


@pytest.fixture
def main(person):
    text = rendered(person)
    return text[text.index("<main") : text.index("</main>")]


def test_29_every_result_has_the_lines_and_says_it_is_no_diagnosis(person):
    text = rendered(person)
    for link in ("tel:911", "tel:988", "tel:18006624357"):
        assert link in text
    assert protocol.MESSAGES["SAMHSA_LINE"].title in text
    assert protocol.MESSAGES["NOT_DIAGNOSIS"].title in text
    assert "not a diagnosis, medical advice or an ASAM assessment" in text


def test_30_in_an_emergency_places_come_after_the_instructions(main, answers):
    recommendation = protocol.assess(answers)
    if recommendation.level != "emergency":
        assert 'class="callout danger' not in main or Summary(answers).first_messages
        return
    last_instruction = max(main.index(f'id="{kind.kind}-title"') for kind in recommendation.emergencies)
    assert main.index("Once you are safe") > last_instruction
    assert 'name="near"' not in main[:last_instruction]


def test_32_no_amount_no_taper_no_order_to_stop(main):
    text = re.sub(r"<[^>]+>", " ", main[: main.index('id="sources"')])
    assert not AMOUNT.search(text)
    assert "you should stop" not in text.lower() and "safe to detox" not in text.lower()


def test_34_above_outpatient_it_is_the_least_to_begin_with_and_there_is_a_step_down(main, answers):
    summary = Summary(answers)
    if not summary.names_level:
        return
    says_least = "t least this much support to begin with" in main
    assert says_least == (summary.level > LevelOfCare.OUTPATIENT)
    if says_least:
        assert summary.guide.step_down.replace("'", "&#x27;") in main


def test_7_and_8_988_stands_before_the_level(main, answers):
    if answers["suicide"] == "no":
        return
    summary = Summary(answers)
    level = main.index("Once you are safe" if summary.is_emergency else summary.guide.title)
    assert main.index("tel:988") < level
    kinds = summary.emergency_kinds
    if answers["suicide"] in ("plan", "attempt") and kinds[0] == "suicide":
        assert re.search(r"<h1>(.*?)</h1>", main)[1] == "Call or text 988 now"


@pytest.mark.parametrize("who", ["family", "client"])
@pytest.mark.parametrize("person", [RAY, NORA, SAM])
def test_someone_calling_for_another_person_does_not_speak_as_that_person(person, who):
    for call in Summary(walk({**person, "respondent": who})).calls:
        assert call.say.startswith("I am calling for ")
        assert not re.search(r"\b(me|my)\b", call.say.split(". ", 1)[1]), call.say


def test_28_every_cited_source_is_listed(main):
    cited = set(re.findall(r'href="#source-(\d+)"', main))
    listed = set(re.findall(r'id="source-(\d+)"', main))
    assert cited and cited == listed


def test_messages_keep_their_order(main, answers):
    wanted = [c.lower() for c in protocol.assess(answers).messages if c not in BEFORE_THE_LEVEL]
    shown = [c for c in re.findall(r'id="message-(\w+)"', main) if c.upper() not in BEFORE_THE_LEVEL]
    assert shown == wanted


def searched(main):
    """The fields of the form that leads to the places, in order."""
    form = re.search(r'<form class="places-form".*?</form>', main, re.S)[0]
    return re.findall(r'name="(\w+)"(?: value="(\w+)")?', form)


def test_the_search_for_places_carries_level_detox_and_medicine_only(main, answers):
    summary = Summary(answers)
    if not summary.names_level:
        assert "/facilities/" not in main
        return
    assert main.count('class="places-form" action="/facilities/"') == 1
    (near, *hidden) = searched(main)
    assert near == ("near", "")
    assert hidden == summary.search_fields and {name for name, _ in hidden} <= {"care", "detox", "moud"}
    assert "Sends only the place and: " in main
    assert not re.search(r'href="/facilities/[^"]', main)


def test_every_search_for_places_is_one_that_the_directory_understands():
    for name, answers in PEOPLE.items():
        if Summary(answers).names_level:
            query = QueryDict(mutable=True)
            for field, word in searched(rendered(name))[1:]:
                query.appendlist(field, word)
            search = FacilityFilter(query)
            assert search.form.is_valid(), (name, query, search.form.errors)
            assert all(search.form.cleaned_data[word] == query.getlist(word) for word in query)


def test_35_severe_withdrawal_searches_a_medical_detox_and_opioids_a_medicine(answers):
    recommendation = protocol.assess(answers)
    search = Summary(answers).search
    if recommendation.ratings["D1"] >= 3:
        assert search["care"] == "inpatient_wm"
    assert ("moud" in search) == ("moud" in recommendation.tracks)


@pytest.mark.parametrize("said", WELCOME)
def test_how_ready_someone_feels_changes_a_line_and_not_the_level(client, said):
    answers = walk({**RAY, "readiness": said, "what_helps": ["peers", "not_groups"]})
    page = arrive(client, answers).get("/finder/result/").text
    assert WELCOME[said][0] in unescape(page)
    assert protocol.assess(answers).level == protocol.assess(walk(RAY)).level
    sheet = unescape(client.get("/finder/result/print/").text)
    assert ASK_FOR["peers"] in sheet and ASK_FOR["not_groups"] in sheet


def test_there_is_one_h1_and_no_level_of_heading_is_left_out(main):
    levels = [int(level) for level in re.findall(r"<h([1-6])", main)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_result_waits_for_the_whole_path(client):
    answers = walk(RAY)
    answers.pop("home")
    assert arrive(client, answers).get("/finder/result/").url.startswith("/finder/step/")


def test_the_page_is_light(client, answers):
    for address in ("/finder/result/", "/finder/result/print/", "/finder/result/print/one-page/"):
        assert len(gzip.compress(arrive(client, answers).get(address).content)) <= 25_000
