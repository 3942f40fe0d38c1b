"""The FindTreatment.gov API page by page: bounded, polite, and resumed where an earlier run was cut off."""

import hashlib
import json
import shutil
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from tqdm import tqdm

from facilities.imports.download import is_address
from facilities.imports.staged import ImportRefused

MAX_PAGES = 2_000
MAX_PAGE_BYTES = 20_000_000
PAGE_SIZE = 100
PAUSE = 1.0  # seconds between pages, and the first wait after an error
TRIES = 4
_LONGEST_WAIT = 60
_FRESH = 24 * 3600  # seconds a fetched page is good for


@contextmanager
def downloaded_pages(base: str, quiet: bool = False) -> Iterator[Path]:
    """All pages as one file. A page is fetched once a day: a run that was cut off goes on where it stopped."""
    if not is_address(base):
        raise ImportRefused(f"{base}: pages are read from an http(s) address.")
    folder = _folder(base)
    entries = list(_entries(base, folder, quiet))
    combined = folder / f"findtreatment-{timezone.localdate().year}.json"
    combined.write_text(json.dumps({"rows": entries}), encoding="utf-8")
    yield combined


def _folder(base: str) -> Path:
    """Where the pages of this address are kept; emptied when the first is more than a day old."""
    folder = Path(settings.IMPORT_STATE_DIR) / "pages" / hashlib.sha256(base.encode()).hexdigest()[:16]
    first = folder / "page-1.json"
    if first.is_file() and time.time() - first.stat().st_mtime > _FRESH:
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _entries(base: str, folder: Path, quiet: bool) -> Iterator[dict[str, Any]]:
    number, total = 1, 1
    with tqdm(desc="pages", unit="page", disable=True if quiet else None) as bar:
        while number <= total:
            page = _page(base, number, folder)
            total = _total(page, number, base)
            bar.total = total
            bar.update()
            yield from (row for row in page.get("rows") or [] if isinstance(row, dict))
            number += 1


def _total(page: dict[str, Any], number: int, base: str) -> int:
    try:
        total = int(page.get("totalPages") or 0)
    except (TypeError, ValueError):
        total = -1
    if not 0 <= total <= MAX_PAGES:
        raise ImportRefused(
            f"{base}: page {number} speaks of {page.get('totalPages')!r} pages; at most {MAX_PAGES:,} are read."
        )
    return total


def _page(base: str, number: int, folder: Path) -> dict[str, Any]:
    """One page, from the folder when an earlier run has it. Tries again after errors, waiting longer each time."""
    kept = folder / f"page-{number}.json"
    if kept.is_file():
        return _parsed(kept.read_bytes(), base, number)
    content = _fetched(_address(base, number))
    page = _parsed(content, base, number)
    part = kept.with_suffix(".part")
    part.write_bytes(content)
    part.replace(kept)
    time.sleep(PAUSE)
    return page


def _address(base: str, number: int) -> str:
    parts = urllib.parse.urlsplit(base)
    query = dict(urllib.parse.parse_qsl(parts.query)) | {"page": str(number)}
    query.setdefault("pageSize", str(PAGE_SIZE))
    return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def _fetched(address: str) -> bytes:
    for attempt in range(1, TRIES + 1):
        try:
            request = urllib.request.Request(address, headers={"User-Agent": "Handrail-import"})  # noqa: S310
            with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310 (scheme checked)
                content = response.read(MAX_PAGE_BYTES + 1)
            if len(content) > MAX_PAGE_BYTES:
                raise ImportRefused(f"{address}: a page of more than {MAX_PAGE_BYTES:,} bytes.")
            return content
        except (urllib.error.URLError, OSError) as error:
            wait = _wait(error, attempt)
            if attempt == TRIES or wait is None:
                raise ImportRefused(
                    f"{address}: cannot be read ({error}). Run it again to go on from here."
                ) from error
            time.sleep(wait)
    raise AssertionError("unreachable: the last try returns or raises")


def _wait(error: Exception, attempt: int) -> float | None:
    """Seconds to wait before the next try; None where trying again is no use (4xx but 429)."""
    if isinstance(error, urllib.error.HTTPError):
        if error.code < 500 and error.code != 429:
            return None
        asked = error.headers.get("Retry-After", "")
        if asked.isdigit():
            return min(int(asked), _LONGEST_WAIT)
    return min(PAUSE * 2**attempt, _LONGEST_WAIT)


def _parsed(content: bytes, base: str, number: int) -> dict[str, Any]:
    try:
        page = json.loads(content)
    except ValueError as error:
        raise ImportRefused(f"{base}: page {number} is not JSON ({error}).") from error
    if not isinstance(page, dict) or not isinstance(page.get("rows"), list | None):
        raise ImportRefused(f"{base}: page {number} is not an answer of the FindTreatment.gov API.")
    return page
