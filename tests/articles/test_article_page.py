"""The reference article page, row by row, on every substance page."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.citations import all_sources
from articles.files import read_all
from articles.models import Article
from articles.substances import window_for
from tests.factories import make_article, make_sign_off

pytestmark = pytest.mark.django_db

FILES, _ = read_all()
SUBSTANCE_PAGES = [
    (file.fields["topic"], file.fields["slug"]) for file in FILES if file.fields["kind"] == "substance"
]
CLONAZEPAM = ("benzodiazepines", "clonazepam")


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("load_articles", verbosity=0)
        yield
        Article.objects.all().delete()
        Article.history.all().delete()


def body(client, path=CLONAZEPAM):
    answer = client.get(reverse("articles:detail", args=path))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("path", SUBSTANCE_PAGES, ids="/".join)
@pytest.mark.usefixtures("library")
class TestEverySubstancePage:
    def test_danger_comes_first(self, client, path):
        """Rows 15, 17, 18: the emergency card opens the page, safety is pinned, symptoms are graded."""
        article, html = Article.objects.get(topic=path[0], slug=path[1]), body(client, path)
        opening = article.opening_html
        assert opening.startswith('<div class="callout danger">')
        for grade in ("callout danger", "callout urgent", "callout expected"):
            assert f'class="{grade}"' in html
        if article.window.stop == "never":
            assert 'class="callout safety"' in opening

    def test_the_record_is_shown(self, client, path):
        """Rows 2, 10, 11: names, class, siblings, from the data."""
        article, html = Article.objects.get(topic=path[0], slug=path[1]), body(client, path)
        record = article.substance_record
        box = html[html.index("substance-box") :]
        for words in (*record.brands, *record.street, window_for(record).stop_text):
            assert words.replace("'", "&#x27;").replace('"', "&quot;") in box
        assert "Danger of stopping suddenly" in box
        assert "of 4)" in box

    def test_every_citation_has_its_source_and_no_source_is_unused(self, client, path):
        """Rows 12 and 13."""
        html = body(client, path)
        cited = {int(number) for number in re.findall(r'href="#ref-(\d+)"', html)}
        listed = [int(number) for number in re.findall(r'<li id="ref-(\d+)"', html)]
        assert listed == sorted(cited) == list(range(1, len(cited) + 1))
        assert len(listed) >= 5
        anchors = set(re.findall(r' id="([^"]+)"', html))
        assert {link for link in re.findall(r'href="#([^"]+)"', html)} <= anchors

    def test_picture_settings_and_ways_on(self, client, path):
        """Rows 20, 24, 25, 28, 35: timeline with table, four settings, ZIP box, questionnaire, help lines."""
        article, html = Article.objects.get(topic=path[0], slug=path[1]), body(client, path)
        assert "Read the picture as a table" in html or "no well-known withdrawal pattern" in html
        assert html.count("<h3>") >= 4
        assert 'class="grid care-settings"' in html
        assert ("Do not accept it for this" in html) == (article.window.danger == 4)
        assert 'name="near"' in html
        required = '<input type="hidden" name="care" value="inpatient_wm">' in html
        assert required == (article.window.danger == 4)
        assert f'name="substance" value="{article.substance}"' in html
        assert 'class="card help-lines"' in html

    def test_ids_are_unique(self, client, path):
        ids = re.findall(r' id="([^"]+)"', body(client, path))
        assert sorted(ids) == sorted(set(ids))


@pytest.mark.usefixtures("library")
class TestClonazepam:
    def test_the_badge_is_honest(self, client):
        """Row 1."""
        html = body(client)
        assert "Not yet reviewed by a clinician" in html
        assert "Medically reviewed" not in html
        assert "lastReviewed" not in html

    def test_headings_are_questions_in_a_contents_list(self, client):
        """Rows 8 and 9."""
        article, html = Article.objects.get(slug="clonazepam"), body(client)
        assert len(article.contents) >= 8
        for anchor, title in article.contents:
            assert title.endswith("?")
            assert f'<a href="#{anchor}">' in html

    def test_summary_is_standfirst_and_description(self, client):
        """Row 3."""
        article, html = Article.objects.get(slug="clonazepam"), body(client)
        assert html.count(article.summary) == 4  # description, Open Graph, standfirst, structured data

    def test_author_dates_and_change_log(self, client):
        """Row 37."""
        html = body(client)
        for words in (
            "Written by the Handrail team",
            "Published",
            "Updated",
            "Next check due",
            "First published.",
        ):
            assert words in html

    def test_reading_time_and_grade(self, client):
        html = body(client)
        assert re.search(r"\d+ min to read", html)
        assert "Reading grade" in html

    def test_print_share_and_feedback(self, client):
        """Row 38."""
        html = body(client)
        assert 'data-copy="address"' in html
        assert "data-print" in html
        assert reverse("articles:feedback", args=CLONAZEPAM) in html

    def test_breadcrumb(self, client):
        """Row 36."""
        html = body(client)
        assert f'<a href="{reverse("articles:topic", args=["benzodiazepines"])}">Benzodiazepines</a>' in html

    def test_crisis_lines_stand_before_everything(self, client):
        """Row 39."""
        html = body(client)
        for number in ("tel:911", "tel:988", "1-800-222-1222", "1-800-662-4357"):
            assert html.index(number) < html.index("<main")

    def test_help_box_names_who_answers_and_opens_the_right_pages(self, client):
        """Rows 4 to 7."""
        box = body(client).split("card help-lines")[1].split("</section>")[0]
        assert "tel:18006624357" in box
        assert "sms:435748" in box
        assert "24 hours a day" in box
        assert "SAMHSA National Helpline" in box
        assert "detox=benzodiazepines" in box

    def test_corrections_of_the_reference(self, client):
        """Rows 21, 27 and 29: no short-taper promise, no "safest option" for all, right hours."""
        text = Article.objects.get(slug="clonazepam").text
        assert "9 to 19 hours" in text
        assert "6 or more" in text
        assert "20 or more hours" in text
        assert "5 to 10 percent" in text
        assert "3 to 5 weeks" not in text

    def test_hover_shows_the_source(self, client):
        assert f'title="{all_sources()["asam-benzo-taper-2025"].short}"' in body(client)

    def test_no_remote_address_is_loaded(self, client):
        html = body(client)
        assert not re.findall(r'(?:src|action)="(?:https?:)?//', html)
        assert "style=" not in html.split("<main")[1]

    def test_at_most_three_queries(self, client, django_assert_max_num_queries):
        with django_assert_max_num_queries(3):
            body(client)


def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries):
    names = [make_article().path for _ in range(12)]
    article = make_article(related=names)
    for _ in range(3):
        make_sign_off(article)
    with django_assert_max_num_queries(3):
        client.get(article.get_absolute_url())


@pytest.mark.parametrize("status", ["draft", "in_review"])
def test_only_published_pages_are_public(client, status):
    article = make_article(status=status, title="Hidden page")
    assert client.get(article.get_absolute_url()).status_code == 404
    for name in ("articles:index", "articles:a_to_z", "articles:feed"):
        assert b"Hidden page" not in client.get(reverse(name)).content
    assert b"Hidden page" not in client.get(reverse("articles:search"), {"q": "hidden page"}).content
    assert b"Hidden page" not in client.get(reverse("articles:topic", args=[article.topic])).content


@pytest.mark.parametrize(
    "path", ["/articles/nowhere/", "/articles/alcohol/nothing/", "/articles/nowhere/feed/"]
)
def test_unknown_addresses_are_not_found(client, path):
    assert client.get(path).status_code == 404


def test_related_pages_keep_their_order_and_skip_missing_ones(client):
    second, first = make_article(title="Second"), make_article(title="First")
    article = make_article(related=[first.path, "care/none", second.path])
    html = body(client, (article.topic, article.slug))
    assert html.index("<strong>First") < html.index("<strong>Second")
