"""Remembers finished reading pages, plain and compressed, until their content changes.

Only pages that are the same for everyone are kept: allow-listed paths, without a query string, for a browser that
sends no staff session. The questionnaire and searches are never kept.
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

PATHS = re.compile(r"^/($|about/$|help-now/$|articles/(?!search/))")
POLL_SECONDS = 30  # a change is seen everywhere within this time
MAX_BYTES = 64_000_000
PRIVATE_COOKIES = (settings.SESSION_COOKIE_NAME, "handrail_answers")
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
    """Changes with every saved article, sign-off and banner, and at midnight, when a review may fall due."""
    edits = Article.history.aggregate(last=Max("history_id"))["last"]
    return edits, SignOff.objects.aggregate(last=Max("pk"))["last"], announcements.refreshed(), localdate()


def page_cache(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    shelf = Shelf()

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not same_for_everyone(request):
            return get_response(request)
        shelf.refresh(time.monotonic())
        key = (request.scheme or "", request.get_host(), request.path)
        page = shelf.pages.get(key)
        if page is None:
            response = get_response(request)
            if request.method != "GET" or not may_be_kept(response):
                return response
            page = Page.of(response)
            shelf.put(key, page)
        return page.answer(request)

    return middleware


def same_for_everyone(request: HttpRequest) -> bool:
    if request.method not in {"GET", "HEAD"} or request.META.get("QUERY_STRING"):
        return False
    return bool(PATHS.match(request.path)) and not any(name in request.COOKIES for name in PRIVATE_COOKIES)


def may_be_kept(response: HttpResponse) -> bool:
    private = response.cookies or response.streaming or "no-store" in response.get("Cache-Control", "")
    return response.status_code == 200 and not private
