"""Remembers finished pages, plain and compressed, until their content changes.

Only pages that are the same for everyone are kept: allow-listed reading pages without a query string, and searches
for places, for a browser that sends none of our cookies. A search is remembered under a keyed hash, so that nobody
can read from memory what was searched for. The questionnaire and the library's search are never kept.
"""

import gzip
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from django.conf import settings
from django.db import Error
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.timezone import localdate

from articles.models import Article, SignOff
from config import announcements
from facilities.index import memory
from facilities.models import DataVersion

PATHS = re.compile(r"^/($|about/$|help-now/$|facilities/$|articles/(?!search/))")
SEARCHES = "/facilities/"
LONGEST_SEARCH = 500  # characters; a longer one is answered, and not remembered
POLL_SECONDS = 30  # a change is seen everywhere within this time
MAX_BYTES = 64_000_000
PRIVATE_COOKIES = (settings.SESSION_COOKIE_NAME, "handrail_answers", "shortlist")
GZIP_LEVEL = 9

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Page:
    """One finished page: its headers, its bytes as they are, and the same bytes compressed."""

    headers: dict[str, str]
    plain: bytes
    packed: bytes
    tag: str

    @classmethod
    def of(cls, response: HttpResponse) -> "Page":
        body = response.content
        plain = gzip.decompress(body) if response.get("Content-Encoding") == "gzip" else body
        dropped = {"Content-Encoding", "Content-Length", "Vary"}
        headers = {name: value for name, value in response.items() if name not in dropped}
        tag = f'"{blake2b(plain, digest_size=12).hexdigest()}"'
        return cls(headers, plain, gzip.compress(plain, GZIP_LEVEL, mtime=0), tag)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page, or 304 when the browser already has it."""
        shared = {"ETag": self.tag, "Vary": "Accept-Encoding", "Cache-Control": "no-cache"}
        if request.headers.get("If-None-Match") == self.tag:
            return HttpResponseNotModified(headers=shared)
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        coding = {"Content-Encoding": "gzip"} if packed else {}
        return HttpResponse(
            self.packed if packed else self.plain, headers={**self.headers, **shared, **coding}
        )


class Shelf:
    """The kept pages of one version of the content, least recently used first out."""

    def __init__(self) -> None:
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.bytes = 0
        self.version: object = None
        self.asked_at = float("-inf")
        self.lock = threading.Lock()

    def refresh(self, now: float) -> None:
        """Ask the database at most every POLL_SECONDS; while it is down, go on with what is here."""
        if now - self.asked_at < POLL_SECONDS:
            return
        self.asked_at = now
        try:
            version = content_version()
        except Error:
            return
        if version != self.version:
            with self.lock:
                self.pages.clear()
                self.bytes, self.version = 0, version

    def put(self, key: Key, page: Page) -> None:
        with self.lock:
            self.pages[key] = page
            self.bytes += len(page.plain) + len(page.packed)
            while self.bytes > MAX_BYTES:
                _, old = self.pages.popitem(last=False)
                self.bytes -= len(old.plain) + len(old.packed)


def content_version() -> tuple[object, ...]:
    """Changes with every saved article, sign-off, listing and banner, and at midnight, when a review may fall due."""
    edits = Article.history.aggregate(last=Max("history_id"))["last"]
    signed = SignOff.objects.aggregate(last=Max("pk"))["last"]
    listings = DataVersion.current()
    memory.expect(listings)  # or a page with counts of the old listings could be kept as one of the new
    return edits, signed, listings, announcements.refreshed(), localdate()


def page_cache(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    shelf = Shelf()

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not same_for_everyone(request):
            return get_response(request)
        shelf.refresh(time.monotonic())
        key = (request.scheme or "", request.get_host(), request.path + hashed(request))
        page = shelf.pages.get(key)
        if page is None:
            response = get_response(request)
            if request.method != "GET" or not may_be_kept(response):
                return response
            page = Page.of(response)
            shelf.put(key, page)
        return page.answer(request)

    return middleware


def hashed(request: HttpRequest) -> str:
    """The filters of a search in one order, hashed under our secret key; empty without a query string."""
    query = sorted((name, value) for name in request.GET for value in request.GET.getlist(name))
    key = blake2b(settings.SECRET_KEY.encode()).digest()
    return blake2b(repr(query).encode(errors="replace"), key=key, digest_size=16).hexdigest() if query else ""


def same_for_everyone(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    if request.method not in {"GET", "HEAD"} or (query and request.path != SEARCHES):
        return False
    remembered = PATHS.match(request.path) and len(query) <= LONGEST_SEARCH
    return bool(remembered) and not any(name in request.COOKIES for name in PRIVATE_COOKIES)


def may_be_kept(response: HttpResponse) -> bool:
    private = response.cookies or response.streaming or "no-store" in response.get("Cache-Control", "")
    return response.status_code == 200 and not private
