"""A visit: the answers so far, kept only in an encrypted cookie in the visitor's own browser.

Nothing is written on the server. The cookie holds compressed JSON inside a Fernet token: the token's own
time stamp gives the idle limit, so that a visit that ran out can be told from one that never began.

The words of `cookie_words.txt` help the compressor: with them the longest visit fits. They need not follow the
questions; a word that is missing there only takes more room. Changing the file makes the cookies of before unreadable.
"""

import base64
import json
import time
import zlib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .protocol import RULE_SET_VERSION, keep_known

COOKIE = "handrail_answers"
PATH = "/finder/"
IDLE_SECONDS = 60 * 60
REFRESH_SECONDS = 5 * 60  # a page view renews an older token; newer ones are left alone, for two tabs' sake
BLOCK = 512  # bytes; padding, so that the cookie's size says little about the answers
MAX_COOKIE = 3500  # bytes; browsers drop a cookie above 4096 with its name and attributes, without a word
WORDS = Path(__file__).with_name("cookie_words.txt").read_bytes()


class Expired(Exception):
    """The cookie is ours, but nothing happened for longer than the idle limit."""


class Unreadable(Exception):
    """The cookie was changed, cut short, or made with another key."""


class TooLarge(Exception):
    """The answers no longer fit in a cookie that every browser keeps."""


class Refused(NamedTuple):
    """Answers that could not be taken: of which fields, and what was chosen in them, to show it again."""

    fields: tuple[str, ...]
    chosen: dict[str, list[str]]


@dataclass(frozen=True)
class Visit:
    """What one visitor told us. `seen`: emergency kinds already shown. `suggested`: substances chosen elsewhere."""

    answers: dict[str, Any] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    notice: str = ""
    refused: Refused | None = None
    read_from: float = 0.0  # when the cookie was written, seconds since the epoch; 0 for a new visit

    def telling(self, answers: dict[str, Any]) -> "Visit":
        return replace(self, answers=answers, notice="", refused=None)


@cache
def _fernet(secrets: tuple[str, ...]) -> MultiFernet:
    """One Fernet per secret key, the first one writes. HKDF keeps this key apart from Django's own uses."""
    keys = (HKDF(SHA256(), 32, None, b"handrail finder answers").derive(s.encode()) for s in secrets)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def fernet() -> MultiFernet:
    return _fernet((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


def seal(visit: Visit) -> str:
    """The cookie value: JSON, compressed, padded to a whole block, encrypted and stamped with the time."""
    content = {
        "v": RULE_SET_VERSION,
        "a": visit.answers,
        "s": visit.seen,
        "h": visit.suggested,
        "n": visit.notice,
        "r": visit.refused,
    }
    compressor = zlib.compressobj(9, memLevel=9, zdict=WORDS)
    packed = compressor.compress(json.dumps(content, separators=(",", ":")).encode()) + compressor.flush()
    return fernet().encrypt(packed + b"\0" * (-len(packed) % BLOCK)).decode()


def unseal(value: str) -> Visit:
    """Raises Unreadable or Expired. Answers from another rule set are kept where they still have a meaning."""
    try:
        token = value.encode()
        packed = fernet().decrypt(token)
        stamp = fernet().extract_timestamp(token)
    except (InvalidToken, UnicodeEncodeError) as error:
        raise Unreadable from error
    if time.time() - stamp > IDLE_SECONDS:
        raise Expired
    content = _unpacked(packed)
    refused = (
        Refused(tuple(content["r"][0]), content["r"][1]) if content.get("r") else None
    )  # or an older cookie
    visit = Visit(content["a"], tuple(content["s"]), tuple(content["h"]), content["n"], refused, stamp)
    if content["v"] == RULE_SET_VERSION:
        return visit
    return replace(visit, answers=keep_known(visit.answers), notice="changed_rules", refused=None)


def _unpacked(packed: bytes) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(zlib.decompressobj(zdict=WORDS).decompress(packed))
    except (zlib.error, ValueError) as error:
        raise Unreadable from error
    return content


def read(request: HttpRequest) -> Visit | None:
    """The visit in this request; None when there is no cookie. Raises as unseal does."""
    value = request.COOKIES.get(COOKIE)
    return unseal(value) if value else None


def fitted(visit: Visit) -> str:
    """The cookie value, without what matters least where it would be too long. Answers are never left out:
    where they alone are too long, raises TooLarge, and the browser keeps what it has."""
    errors_only = replace(visit, refused=visit.refused and Refused(visit.refused.fields, {}))
    for smaller in (visit, errors_only, replace(errors_only, suggested=())):
        if len(sealed := seal(smaller)) <= MAX_COOKIE:
            return sealed
    raise TooLarge


def keep(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Send the visit back to the browser; it ends with the browser session, or an idle hour. Raises TooLarge."""
    response.set_cookie(
        COOKIE,
        fitted(visit),
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=not settings.DEBUG,
    )
    return response


def keep_shown(page: HttpResponse, visit: Visit, refused: Refused | None = None) -> HttpResponse:
    """The page, its notice now said once; an error stays only while its own question is shown (`refused`)."""
    shown = replace(visit, notice="", refused=refused)
    return page if visit.read_from and shown == visit else keep(page, shown)


def forget(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
    return response
