"""The badge: only while a named reviewer's sign-off matches the exact text, is not past due, and every claim stands."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine

from articles import citations
from articles.citations import all_sources
from articles.models import Article
from articles.models import article as article_model
from tests.factories import make_article, make_sign_off

pytestmark = pytest.mark.django_db


def fresh(article):
    return Article.objects.get(pk=article.pk)


def page(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def test_a_sign_off_brings_the_badge_with_name_and_date(client):
    article = make_article()
    make_sign_off(article, signed_on=date(2026, 11, 24))
    html = page(client, article)
    assert "Medically reviewed" in html
    assert "Example Reviewer, MD" in html
    assert '"lastReviewed": "2026-11-24"' in html
    assert "Not yet reviewed" not in html


@pytest.mark.parametrize(
    "change", [{"body": "## New?\n\nText [@klonopin-label].\n"}, {"title": "T"}, {"summary": "S."}]
)
def test_any_change_of_the_text_removes_it_and_changing_back_restores_it(change):
    article = make_article()
    make_sign_off(article)
    before = {name: getattr(article, name) for name in change}
    for fields, reviewed in ((change, False), (before, True)):
        article = fresh(article)
        for name, value in fields.items():
            setattr(article, name, value)
        article.save()
        assert bool(fresh(article).review) == reviewed


def test_a_change_of_order_or_keywords_does_not_remove_it():
    article = make_article()
    make_sign_off(article)
    article.order, article.keywords = 3, ["new word"]
    article.save()
    assert fresh(article).review


def test_changed_data_behind_a_figure_removes_it(monkeypatch):
    article = make_article(substance="clonazepam", body="It starts in {{onset}} [@klonopin-label].\n")
    make_sign_off(article)
    assert fresh(article).review
    window = replace(article.window, onset_h=(24, 48))
    monkeypatch.setattr(article_model, "window_for", lambda record: window)
    assert not fresh(article).review


def test_it_ends_when_the_next_review_is_past_due():
    article = make_article()
    make_sign_off(article, next_due=date(2027, 1, 31))
    with time_machine.travel("2027-01-31 12:00", tick=False):
        assert fresh(article).review
    with time_machine.travel("2027-02-01 12:00", tick=False):
        assert not fresh(article).review


def with_stale(monkeypatch, key):
    stale = {**all_sources(), key: replace(all_sources()[key], superseded_by="newer")}
    for module in (citations, article_model):
        monkeypatch.setattr(module, "all_sources", lambda: stale)


def test_a_superseded_only_source_drops_the_badge(monkeypatch):
    article = make_article()
    make_sign_off(article)
    with_stale(monkeypatch, "klonopin-label")
    assert not fresh(article).review
    assert [source.key for source in article.stale_sources(date(2026, 11, 24))] == ["klonopin-label"]


def test_a_superseded_source_beside_a_good_one_keeps_it(monkeypatch):
    article = make_article(body="It starts soon [@klonopin-label; @fda-benzo-2020].\n")
    make_sign_off(article)
    with_stale(monkeypatch, "klonopin-label")
    assert fresh(article).review


def test_the_newest_sign_off_that_holds_is_shown():
    article = make_article()
    make_sign_off(article, reviewer="Old", signed_on=date(2026, 1, 1))
    make_sign_off(article, reviewer="New", signed_on=date(2026, 6, 1))
    assert fresh(article).review.reviewer == "New"


def test_we_ship_no_sign_offs():
    from django.core.management import call_command

    call_command("load_articles", verbosity=0)
    assert Article.objects.exists()
    assert not any(article.review for article in Article.objects.with_sign_offs())
