"""Is the bibliography still sound? Uncited, unknown, second-hand, duplicate, old, superseded and dead sources."""

import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from articles.citations import Source

OLD = timedelta(days=548)  # 18 months since somebody read it
TIMEOUT = 10  # seconds
PAUSE = 1.0  # seconds between two requests to one host
MOST_LINKS = 500
AGENT = "Handrail link check (reads one page of each source, slowly)"
# A page that is there but does not talk to programs is not dead.
GUARDED = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.TOO_MANY_REQUESTS,
}


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to look at: kind, key of the source, words for staff."""

    kind: str
    key: str
    message: str


def _same(sources: Mapping[str, Source]) -> Iterator[Finding]:
    by_identity: dict[str, list[str]] = defaultdict(list)
    for key, source in sources.items():
        for identity in {
            source.doi.lower(),
            source.url.lower().rstrip("/"),
            f"{source.title} {source.authors}".lower(),
        }:
            if identity:
                by_identity[identity].append(key)
    for identity, keys in by_identity.items():
        if len(keys) > 1:
            yield Finding("duplicate", keys[0], f"same as {', '.join(keys[1:])} ({identity[:60]})")


def _states(source: Source, today: date) -> Iterator[tuple[str, str]]:
    if source.verified != "V":
        yield "unverified", "read second-hand; open the source itself"
    if source.superseded_by:
        yield "superseded", f"use {source.superseded_by}"
    if source.check_by and source.check_by < today:
        yield "old", f"was to be checked by {source.check_by}"
    elif source.accessed and today - source.accessed > OLD:
        yield "old", f"last read on {source.accessed}"
    if not source.link:
        yield "no address", "no confirmed address"


def check(sources: Mapping[str, Source], cited: Mapping[str, Iterable[str]], today: date) -> list[Finding]:
    """Everything to look at. `cited` maps a key to the pages that cite it."""
    found = list(_same(sources))
    found += [Finding("uncited", key, "no page cites it") for key in sources if key not in cited]
    found += [
        Finding("unknown", key, f"cited by {', '.join(sorted(pages))}")
        for key, pages in cited.items()
        if key not in sources
    ]
    for key, source in sources.items():
        found += [Finding(kind, key, message) for kind, message in _states(source, today)]
    return sorted(found)


def try_link(address: str, timeout: float = TIMEOUT) -> str:
    """Why an address is dead, or nothing. Never raises for what a network can do."""
    try:
        request = urllib.request.Request(address, headers={"User-Agent": AGENT})  # noqa: S310 (http and https only, below)
        if urlsplit(address).scheme not in ("http", "https"):
            return "is not a web address"
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310  # nosec
            answer.read(1024)
    except urllib.error.HTTPError as error:
        return "" if error.code in GUARDED else f"answers {error.code}"
    except (OSError, ValueError) as error:
        return f"cannot be reached ({getattr(error, 'reason', error)})"
    return ""


def check_links(
    sources: Iterable[Source], pause: float = PAUSE, timeout: float = TIMEOUT
) -> Iterator[Finding | None]:
    """Try each address once, one at a time, waiting between requests to the same host; None where it is alive."""
    asked: dict[str, float] = {}
    for source in [source for source in sources if source.link][:MOST_LINKS]:
        host = urlsplit(source.link).netloc
        time.sleep(max(0.0, asked.get(host, 0.0) + pause - time.monotonic()))
        problem = try_link(source.link, timeout)
        asked[host] = time.monotonic()
        yield Finding("dead", source.key, f"{source.link} {problem}") if problem else None
