"""Reading pages are kept and compressed once; nothing private ever is."""

import gzip
import re

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from config import page_cache

VERSION = "config.page_cache.content_version"


@pytest.fixture
def asked(settings, monkeypatch):
    """A cache around a counting view; `asked.times` is how often the view really ran."""
    settings.PAGE_CACHE = True
    monkeypatch.setattr(VERSION, lambda: 1)

    class Asked:
        times = 0
        reply = staticmethod(lambda request: HttpResponse(f"page {Asked.times} " + "word " * 200))

        def __init__(self):
            self.middleware = page_cache.page_cache(self.view)

        def view(self, request):
            Asked.times += 1
            return self.reply(request)

        def get(self, address="/articles/", **headers):
            return self.middleware(RequestFactory().get(address, headers=headers))

    return Asked()


def test_the_second_reader_gets_the_kept_page(asked):
    assert asked.get().content == asked.get().content
    assert asked.times == 1


def test_compressed_and_plain_are_the_same_page(asked):
    plain, packed = asked.get(), asked.get(**{"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert packed["Content-Encoding"] == "gzip"
    assert packed["Vary"] == "Accept-Encoding"


def test_a_browser_that_has_the_page_gets_304(asked):
    tag = asked.get()["ETag"]
    assert asked.get(**{"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "address",
    ["/finder/", "/finder/result/", "/facilities/shortlist/", "/articles/search/?q=bars", "/admin/", "/?x=1"],
)
def test_these_are_never_kept(asked, address):
    asked.get(address)
    asked.get(address)
    assert asked.times == 2


def test_a_search_is_kept_whatever_the_order_of_its_filters(asked):
    asked.get("/facilities/?near=60614&care=iop&care=php")
    asked.get("/facilities/?care=php&care=iop&near=60614")
    assert asked.times == 1
    asked.get("/facilities/?near=60615&care=iop&care=php")
    assert asked.times == 2


def test_what_was_searched_for_cannot_be_read_from_memory():
    request = RequestFactory().get("/facilities/?near=60614&care=iop")
    assert re.fullmatch("[0-9a-f]{32}", page_cache.hashed(request))


def test_a_visitor_with_a_list_sees_the_live_page(asked):
    asked.get("/facilities/?near=60614")
    request = RequestFactory().get("/facilities/?near=60614")
    request.COOKIES["shortlist"] = "x"
    asked.middleware(request)
    assert asked.times == 2


def test_a_very_long_search_is_answered_and_not_kept(asked):
    asked.get("/facilities/?near=" + "6" * 600)
    asked.get("/facilities/?near=" + "6" * 600)
    assert asked.times == 2


def test_a_staff_member_sees_the_live_page(asked):
    asked.get()
    request = RequestFactory().get("/articles/")
    request.COOKIES["sessionid"] = "x"
    asked.middleware(request)
    assert asked.times == 2


def test_a_page_that_sets_a_cookie_is_not_kept(asked):
    def with_cookie(request):
        response = HttpResponse("mine")
        response.set_cookie("a", "b")
        return response

    asked.reply = with_cookie
    asked.get()
    asked.get()
    assert asked.times == 2


def test_a_change_empties_the_shelf(asked, monkeypatch):
    asked.get()
    monkeypatch.setattr(VERSION, lambda: 2)
    monkeypatch.setattr(page_cache, "POLL_SECONDS", 0)
    asked.get()
    assert asked.times == 2


def test_a_lost_database_leaves_kept_pages_readable(asked, monkeypatch):
    def gone():
        raise OperationalError

    asked.get()
    monkeypatch.setattr(VERSION, gone)
    monkeypatch.setattr(page_cache, "POLL_SECONDS", 0)
    assert asked.get().status_code == 200
    assert asked.times == 1


def test_another_host_name_never_shares_a_page(asked, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    asked.get(Host="a.example")
    asked.get(Host="b.example")
    assert asked.times == 2


def test_the_shelf_lets_the_oldest_go(monkeypatch):
    monkeypatch.setattr(page_cache, "MAX_BYTES", 250)
    shelf = page_cache.Shelf()
    for name in "abc":
        shelf.put(("http", "x", name), page_cache.Page({}, b"x" * 60, b"y" * 40, name))
    assert [key[2] for key in shelf.pages] == ["b", "c"]
