"""check_sources: what is unsound is named; dead links are told from living, guarded and slow ones."""

import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.management import CommandError, call_command

from articles.citations import Source
from articles.drift import check, check_links, try_link
from articles.management.commands import check_sources
from tests.factories import make_article

TODAY = date(2026, 11, 24)


def kinds(*sources, cited=()):
    found = check({source.key: source for source in sources}, {key: {"a/b"} for key in cited}, TODAY)
    return {(finding.kind, finding.key) for finding in found}


def source(key="a", **fields):
    return Source(
        **{"key": key, "n": 1, "title": f"Title {key}", "url": f"https://example.org/{key}", **fields}
    )


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (source(verified="V2"), "unverified"),
        (source(superseded_by="b"), "superseded"),
        (source(check_by=date(2026, 11, 23)), "old"),
        (source(accessed=date(2025, 1, 1)), "old"),
        (source(url=""), "no address"),
    ],
)
def test_each_weakness_is_named(entry, kind):
    assert kinds(entry, cited=["a"]) == {(kind, "a")}


def test_a_sound_source_is_not_listed():
    assert kinds(source(accessed=TODAY, check_by=TODAY), cited=["a"]) == set()


def test_uncited_and_unknown():
    assert kinds(source(), cited=["z"]) == {("uncited", "a"), ("unknown", "z")}


@pytest.mark.parametrize("twin", [{"url": "https://example.org/a/"}, {"title": "title A"}])
def test_duplicates_by_address_or_title(twin):
    assert ("duplicate", "a") in kinds(source("a"), source("b", **twin), cited=["a", "b"])


class Pages(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        if self.path == "/slow":
            time.sleep(1)
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/fine")
            self.end_headers()
            return
        status = {"/gone": 404, "/broken": 500, "/guarded": 403}.get(self.path, 200)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(b"page")

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    Pages.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "problem"),
    [("/fine", ""), ("/moved", ""), ("/guarded", ""), ("/gone", "answers 404"), ("/broken", "answers 500")],
)
def test_links_on_a_local_server(site, path, problem):
    assert try_link(site + path) == problem


def test_a_slow_page_is_given_up(site):
    assert "cannot be reached" in try_link(site + "/slow", timeout=0.2)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "file:///etc/passwd", "ftp://example.org/x", "http://["]
)
def test_bad_addresses_are_reported_not_raised(address):
    assert try_link(address, timeout=0.5)


def test_one_host_is_asked_slowly_and_each_page_once(site):
    entries = [source(key, url=f"{site}/{key}") for key in ("fine", "gone", "x")]
    began = time.monotonic()
    found = list(check_links(entries, pause=0.2))
    assert time.monotonic() - began >= 0.4
    assert [finding and finding.key for finding in found] == [None, "gone", None]
    assert sorted(Pages.asked) == ["/fine", "/gone", "/x"]


@pytest.mark.django_db
def test_the_command_reports_and_is_strict_when_asked(capsys, monkeypatch, site):
    make_article()
    entries = {"klonopin-label": source("klonopin-label", url=f"{site}/gone"), "b": source("b")}
    entries["b"] = source("b", url="")
    monkeypatch.setattr(check_sources, "all_sources", lambda: entries)
    call_command("check_sources")
    said = capsys.readouterr().out
    assert "uncited    b: no page cites it" in said
    assert "dead" not in said
    with pytest.raises(CommandError):
        call_command("check_sources", links=True, strict=True)
    assert "dead       klonopin-label" in capsys.readouterr().out
