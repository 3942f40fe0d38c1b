"""The bibliography: every number resolves, addresses are honest and safe, second-hand sources say so."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from finder.guide import GUIDE_SOURCES, GUIDES, WARNING_SOURCES
from finder.protocol import ADJUNCTS, FLOORS, MESSAGES, QUESTIONS, RATING_RULES, SOURCES, TRACKS, Source

ALL = SOURCES | GUIDE_SOURCES
CITING = (*QUESTIONS, *RATING_RULES, *FLOORS, *MESSAGES.values(), *TRACKS.values(), *ADJUNCTS.values())
CITED = {
    *(number for item in CITING for number in item.sources),
    *(number for guide in GUIDES.values() for number in guide.sources),
    *WARNING_SOURCES,
}

# What is cited from these was read in a page that quotes or retells them. A mark leaves this set only when the
# source itself was read: write it down in docs/source-addresses.md.
SECOND_HAND = {2, 12, 26, 27, 58, 76, 93, 107, 139, 150, 575}

REACHED = 0.92  # the share of cited sources with an address; 93 of 101 on 2026-11-28
ADDRESSES = Path("docs/source-addresses.md")

# The parts of a query that lead to a page. Anything else could follow a reader.
QUERY_NAMES = {"setid", "mc", "tpl"}
NOT_A_SOURCE = re.compile(
    r"blog|wordpress|substack|medium\.com|amazon|shop|rehab|recovery-?center|drugs\.com|scribd|studylib|docslib|wikipedia"
)


def with_address():
    return [pytest.param(s, id=str(s.number)) for s in ALL.values() if s.url]


def test_every_cited_number_exists():
    assert not sorted(CITED - set(ALL))


def test_one_entry_each_in_numeric_order():
    assert list(SOURCES) == sorted(SOURCES)
    assert not set(SOURCES) & set(GUIDE_SOURCES)
    assert all(number == source.number for number, source in ALL.items())


@pytest.mark.parametrize("source", with_address())
def test_an_address_is_https_and_follows_nobody(source: Source):
    parts = urlsplit(source.url)
    assert parts.scheme == "https" and "." in parts.netloc and "@" not in parts.netloc
    assert not parts.fragment
    assert {name for name, _ in parse_qsl(parts.query)} <= QUERY_NAMES


@pytest.mark.parametrize("source", with_address())
def test_an_address_is_no_blog_and_no_seller(source: Source):
    assert not NOT_A_SOURCE.search(source.url.lower())


@pytest.mark.parametrize("source", with_address())
def test_how_an_address_was_confirmed_is_written_down(source: Source):
    assert f"<{source.url}>" in ADDRESSES.read_text()


def test_no_address_stands_twice():
    urls = [source.url for source in ALL.values() if source.url]
    assert len(urls) == len(set(urls))


def test_what_has_no_address_is_listed_with_the_reason():
    missing = ADDRESSES.read_text().split("## Without an address")[1]
    listed = {int(number) for number in re.findall(r"^\| (\d+)", missing, re.MULTILINE)}
    assert listed == {source.number for source in ALL.values() if not source.url}


def test_the_share_with_an_address_does_not_fall(record_property):
    cited = [ALL[number] for number in CITED]
    share = sum(bool(source.url) for source in cited) / len(cited)
    without = sorted(source.number for source in cited if not source.url)
    record_property("share_with_address", f"{share:.1%} of {len(cited)}")
    assert share >= REACHED, f"{share:.1%} of {len(cited)} cited sources have an address; without: {without}"


def test_second_hand_sources_are_marked():
    assert {source.number for source in ALL.values() if source.second_hand} == SECOND_HAND


def test_a_text_says_who_and_where():
    for source in ALL.values():
        assert source.text.endswith((".", ")")) and len(source.text) > 20, source.number
