"""The FindTreatment.gov API, played by a server on this machine that errs, repeats and stops."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from facilities.imports import paged
from facilities.models import Program
from tests.facilities.imported import count, everything, refusal, run_import
from tests.facilities.test_import_formats import entry

pytestmark = pytest.mark.django_db
PAGES = 3


class Api(BaseHTTPRequestHandler):
    """Three pages of two entries, one of them a repeat. `faults`: answers to give before a page."""

    faults: dict[int, list[tuple[int, bytes]]] = {}
    asked: list[int] = []
    total: object = PAGES

    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        number = int(query["page"][0])
        type(self).asked.append(number)
        assert query["pageSize"] == ["100"] and query["sType"] == ["SA"]
        waiting = self.faults.get(number, [])
        status, body = waiting.pop(0) if waiting else (200, page(number, self.total))
        self.send_response(status)
        self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def page(number, total=PAGES):
    names = [f"Place {number}A", "Place 1B" if number == 2 else f"Place {number}B"]
    rows = [entry(name1=name, frid=name, street1=f"{name[6:]} Oak Street", phone="") for name in names]
    return json.dumps({"page": number, "totalPages": total, "recordCount": 6, "rows": rows}).encode()


@pytest.fixture
def api(places, monkeypatch):
    monkeypatch.setattr(paged, "PAUSE", 0.001)
    Api.faults, Api.asked, Api.total = {}, [], PAGES
    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/listing?sType=SA"
        server.shutdown()


def test_all_pages_are_read_and_repeats_told(api):
    report = run_import(api, "--pages")
    assert (count(report, "read"), count(report, "new"), count(report, "refused")) == (6, 5, 1)
    assert "the same as row 2" in report
    assert Api.asked == [1, 2, 3]
    assert Program.objects.count() == 5


def test_errors_are_tried_again(api):
    Api.faults = {1: [(503, b"")], 2: [(429, b""), (500, b"")]}
    assert count(run_import(api, "--pages"), "new") == 5
    assert Api.asked == [1, 1, 2, 2, 2, 3]


def test_after_too_many_errors_it_stops_and_later_goes_on_from_there(api):
    Api.faults = {3: [(500, b"")] * paged.TRIES}
    before = everything()
    assert "Run it again to go on from here" in refusal(api, "--pages")
    assert everything() == before
    Api.asked.clear()
    assert count(run_import(api, "--pages"), "new") == 5
    assert Api.asked == [3]


def test_a_refusal_of_the_server_is_not_repeated(api):
    Api.faults = {1: [(403, b"")] * 9}
    assert "403" in refusal(api, "--pages")
    assert Api.asked == [1]


@pytest.mark.parametrize("total", [10**9, -3, "many", [1]])
def test_an_endless_answer_is_refused(api, total):
    Api.total = total
    assert "at most 2,000 are read" in refusal(api, "--pages")
    assert Api.asked == [1]


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"rows": 3}', b"\xff\xfe"])
def test_a_page_that_is_no_answer_is_refused(api, body):
    Api.faults = {2: [(200, body)]}
    assert "page 2" in refusal(api, "--pages")


def test_a_page_too_large_is_refused(api, monkeypatch):
    monkeypatch.setattr(paged, "MAX_PAGE_BYTES", 100)
    assert "a page of more than 100 bytes" in refusal(api, "--pages")


def test_pages_need_an_address(tmp_path, db):
    assert "http(s) address" in refusal(tmp_path / "a.json", "--pages")
