"""Was this helpful: counted without identity, only from our own pages, not too often."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from articles import feedback
from articles.models import Feedback
from tests.factories import make_article

pytestmark = pytest.mark.django_db
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def address():
    article = make_article()
    return reverse("articles:feedback", args=[article.topic, article.slug])


def send(client, address, answer="yes", headers=SAME):
    return client.post(address, {"helpful": answer}, headers=headers)


def test_an_answer_is_counted_with_its_day_only(client, address):
    assert b"Thank you" in send(client, address).content
    stored = Feedback.objects.get()
    assert stored.helpful
    assert {field.name for field in Feedback._meta.fields} == {"id", "article", "helpful", "day"}


def test_no_cookie_is_set(client, address):
    assert not send(client, address).cookies


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_may_send(client, address, headers, status):
    assert send(client, address, headers=headers).status_code == status
    assert Feedback.objects.count() == (status == 200)


def test_nonsense_is_not_counted_and_says_so(client, address):
    assert b"Nothing was counted" in send(client, address, "maybe").content
    assert not Feedback.objects.exists()


def test_a_get_is_not_allowed(client, address):
    assert client.get(address).status_code == 405


def test_too_many_from_one_address_are_refused(client, address, monkeypatch):
    monkeypatch.setattr(feedback, "PER_DAY", 2)
    assert [send(client, address).status_code for _ in range(3)] == [200, 200, 429]
    assert client.post(address, {"helpful": "yes"}, headers=SAME, REMOTE_ADDR="10.9.8.7").status_code == 200


def test_the_cache_holds_no_address(client, address):
    send(client, address)
    kept = " ".join(cache._cache)
    assert "feedback-" in kept
    assert "127.0.0.1" not in kept


def test_an_unpublished_page_takes_none(client):
    article = make_article(status="draft")
    address = reverse("articles:feedback", args=[article.topic, article.slug])
    assert send(client, address).status_code == 404
