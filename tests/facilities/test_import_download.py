"""A directory from an address: fetched from a real server on this machine, within the size limit."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from facilities.imports import download
from tests.facilities.directory_files import row, write_csv, write_workbook
from tests.facilities.imported import count, everything, refusal, run_import

pytestmark = pytest.mark.django_db


class Handler(BaseHTTPRequestHandler):
    """Answers /name with what the test put there: (status, headers, body)."""

    answers: dict[str, tuple[int, dict[str, str], bytes]] = {}

    def do_GET(self):
        status, headers, body = self.answers.get(self.path.split("?")[0], (404, {}, b"no"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        Handler.answers = {}
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def serve(path, body, status=200, **headers):
    Handler.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def refused(address):
    before = everything()
    message = refusal(address)
    assert everything() == before
    return message


def test_a_workbook_from_an_address(server, tmp_path, places):
    body = write_workbook(tmp_path / "a.xlsx", [row()]).read_bytes()
    serve("/files/directory-2023.xlsx", body, Content_Length=str(len(body)))
    assert count(run_import(f"{server}/files/directory-2023.xlsx?download=1"), "new") == 1


def test_a_redirect_within_http_is_followed(server, tmp_path, places):
    serve("/old-2023.csv", b"", 302, Location=f"{server}/new")
    serve("/new", write_csv(tmp_path / "a.csv", [row()]).read_bytes())
    assert count(run_import(f"{server}/old-2023.csv"), "new") == 1


def test_a_redirect_to_a_local_file_is_refused(server, tmp_path):
    path = write_csv(tmp_path / "a_2023.csv", [row()])
    serve("/a-2023.csv", b"", 302, Location=f"file://{path}")
    assert "cannot be downloaded" in refused(f"{server}/a-2023.csv")


def test_not_found(server):
    assert "404" in refused(f"{server}/missing-2023.xlsx")


def test_nobody_answers():
    assert "cannot be downloaded" in refused("http://127.0.0.1:9/a-2023.xlsx")


def test_too_large_by_its_own_word(server, monkeypatch):
    monkeypatch.setattr(download, "MAX_FILE_BYTES", 1_000)
    serve("/a-2023.xlsx", b"x" * 2_000, Content_Length="2000")
    assert "more than the limit" in refused(f"{server}/a-2023.xlsx")


def test_too_large_without_saying_so(server, monkeypatch):
    monkeypatch.setattr(download, "MAX_FILE_BYTES", 1_000)
    serve("/a-2023.xlsx", b"x" * 100_000)
    assert "more than the limit" in refused(f"{server}/a-2023.xlsx")


def test_an_ending_too_early(server):
    serve("/a-2023.xlsx", b"x" * 100, Content_Length="5000")
    assert "ended early (100 of 5,000 bytes)" in refused(f"{server}/a-2023.xlsx")


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/a-2023.xlsx", "file:///etc/passwd"])
def test_other_schemes_are_only_file_names(address):
    assert "there is no such file" in refused(address)
