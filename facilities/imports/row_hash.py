"""What a stored row was made from, as one short text: equal means that reading it again would give the same."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

_APP = Path(__file__).parents[1]
_READ_BY = ("imports/**/*.py", "taxonomy/*.py", "taxonomy/*.csv", "keys.py", "place_names.py", "levels.py")
_VERSION = 8  # letters


def row_hash(raw: dict[str, Any]) -> str:
    """The version of our code, then a hash of the cells as printed: 32 letters."""
    cells = json.dumps(raw, ensure_ascii=False, sort_keys=True, default=str).encode(errors="replace")
    return code_version() + hashlib.blake2b(cells, digest_size=12).hexdigest()


def same_cells(one: str, other: str) -> bool:
    """Whether two hashes are of the same cells, whichever code read them; an empty one is unknown."""
    return bool(one) and one[_VERSION:] == other[_VERSION:]


@cache
def code_version() -> str:
    """Counts as changed with any reader, code book or rule, so that the next import compares everything again."""
    version = hashlib.blake2b(digest_size=_VERSION // 2)
    for path in sorted(path for pattern in _READ_BY for path in _APP.glob(pattern)):
        version.update(path.read_bytes())
    return version.hexdigest()
