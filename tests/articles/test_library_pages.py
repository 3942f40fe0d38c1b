"""Front page, topics, A to Z, glossary, comparison, feeds: complete, public and cheap."""

import re
from html import unescape
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.comparing import columns
from articles.glossary import all_terms
from articles.models import Article
from articles.substances import SUBSTANCES
from articles.topics import TOPICS
from facilities.levels import CARE_CHOICES, DETOX_CHOICES, MOUD_CHOICES
from tests.factories import make_article

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def html(client, name, *args, **query):
    answer = client.get(reverse(f"articles:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_front_page_lists_every_published_page_by_topic(client, django_assert_max_num_queries):
    articles = [make_article(topic=topic, title=f"About {topic}") for topic in TOPICS]
    with django_assert_max_num_queries(1):
        page = html(client, "index")
    places = [page.index(f'id="topic-{topic}"') for topic in TOPICS]
    assert places == sorted(places)
    assert all(article.get_absolute_url() in page for article in articles)


def test_a_long_topic_shows_its_first_pages_and_leads_to_the_rest(client):
    for number in range(13):
        make_article(topic="care", title=f"Page {number:02}", order=number)
    page = html(client, "index")
    assert "Page 11" in page
    assert "Page 12" not in page
    assert f'<a href="{reverse("articles:topic", args=["care"])}">All 13 pages</a>' in page


def test_an_empty_library_says_so(client):
    assert "No pages have been published yet" in html(client, "index")


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_page(client, topic):
    article = make_article(topic=topic, title="Second", order=2)
    make_article(topic=topic, title="First", order=1)
    page = html(client, "topic", topic)
    assert page.index("<strong>First") < page.index("<strong>Second")
    assert article.summary in page


def test_a_to_z_leads_from_every_name_to_its_page(client, django_assert_max_num_queries):
    article = make_article(topic="benzodiazepines", slug="alprazolam", title="Xanax page")
    with django_assert_max_num_queries(1):
        page = html(client, "a_to_z")
    for name in ("Xanax", "Bars", "Alprazolam", "Xanax page"):
        assert f'<a href="{article.get_absolute_url()}">{name}</a>' in page
    assert "name for alprazolam" in page
    assert "Klonopin" not in page  # its page does not exist here


def test_the_glossary_explains_every_term_with_its_sources(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(0):
        page = html(client, "glossary")
    for slug in all_terms():
        assert f'<div id="{slug}">' in page
    assert '<li id="ref-1"' in page


def test_every_word_with_an_alias_is_found_in_texts():
    for term in all_terms().values():
        assert term.definition.endswith((".", "?"))
        assert term.term not in term.aliases


class TestCompare:
    def test_the_form_offers_every_substance(self, client):
        page = html(client, "compare")
        assert all(f'value="{key}"' in page for key in SUBSTANCES)
        assert "Side by side" not in page

    def test_up_to_four_on_one_axis(self, client, django_assert_max_num_queries):
        with django_assert_max_num_queries(0):
            page = html(client, "compare", **{"with": ["alcohol", "clonazepam", "heroin", "nicotine"]})
        assert page.count('class="timeline-column"') == 4
        assert page.count("selected") == 4

    def test_a_fifth_is_left_out_and_said(self, client):
        page = html(
            client, "compare", **{"with": ["alcohol", "clonazepam", "heroin", "nicotine", "cannabis"]}
        )
        assert "1 choice was left out" in page

    def test_unknown_ones_are_left_out_and_said(self, client):
        page = html(client, "compare", **{"with": ["alcohol", "gold", "<script>"]})
        assert "2 choices were left out" in page
        assert "<script>" not in page.split("<main")[1]

    def test_the_same_one_twice_is_shown_once(self):
        assert [column.substance.key for column in columns(["alcohol", "alcohol"])] == ["alcohol"]

    def test_pattern_names_are_unique(self, client):
        page = html(client, "compare", **{"with": ["alcohol", "clonazepam"]})
        assert page.count('<pattern id="hatch-compare-alcohol"') == 1

    def test_a_substance_without_a_pattern_says_so(self, client):
        assert "no well-known withdrawal pattern" in html(client, "compare", **{"with": "hallucinogens"})


class TestFeeds:
    def entries(self, client, address):
        answer = client.get(address)
        assert answer["Content-Type"].startswith("application/atom+xml")
        return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")

    def test_the_library_feed_has_newest_first(self, client):
        make_article(title="Old", updated="2026-01-01")
        make_article(title="New", updated="2026-02-01")
        titles = [entry.findtext(f"{ATOM}title") for entry in self.entries(client, reverse("articles:feed"))]
        assert titles == ["New", "Old"]

    def test_a_topic_feed_has_only_its_topic(self, client):
        make_article(topic="alcohol", title="One")
        make_article(topic="care", title="Other")
        found = self.entries(client, reverse("articles:topic_feed", args=["alcohol"]))
        assert [entry.findtext(f"{ATOM}title") for entry in found] == ["One"]
        assert found[0].findtext(f"{ATOM}summary") == "A short summary."


@pytest.fixture
def texts():
    """The HTML of every starter text."""
    call_command("load_articles", verbosity=0)
    return [article.html for article in Article.objects.all()]


def test_every_link_between_pages_leads_somewhere(client, texts):
    links = {link for html in texts for link in re.findall(r'href="(/articles/[^"#?]+)', html)}
    dead = sorted(link for link in links if client.get(link).status_code != 200)
    assert dead == []


def test_every_search_link_and_hidden_filter_is_one_the_search_knows(texts):
    known = {"care": CARE_CHOICES, "detox": DETOX_CHOICES, "moud": MOUD_CHOICES}
    found = [pair for html in texts for query in re.findall(r'href="/facilities/\?([^"]+)"', html)
             for pair in parse_qsl(unescape(query))]  # fmt: skip
    hidden = r'<input type="hidden" name="(care|detox|moud)" value="([^"]*)">'
    found += [pair for html in texts for pair in re.findall(hidden, html)]
    assert found
    assert {(name, value) for name, value in found if value not in known.get(name, ())} == set()


def test_every_substance_a_page_starts_the_questionnaire_with_is_known(texts):
    started = {key for html in texts for key in re.findall(r'name="substance" value="([^"]+)"', html)}
    assert started <= set(SUBSTANCES)
