"""JSON files, plain or gzip, with a limit on size and depth."""

import json
from pathlib import Path
from typing import Any

from facilities.imports import guard
from facilities.imports.staged import ImportRefused


def looks_like_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def read_json(path: Path) -> Any:
    """Raises ImportRefused for what is not JSON, naming the line."""
    try:
        return json.loads(guard.read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ImportRefused(f"{path.name}: byte {error.start} is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        raise ImportRefused(f"{path.name}: line {error.lineno} is not valid JSON ({error.msg}).") from error
    except RecursionError as error:
        raise ImportRefused(f"{path.name}: nested too deeply to be a directory.") from error


def objects(found: Any, path: Path) -> list[dict[str, Any]]:
    """A list of JSON objects, or a refusal."""
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise ImportRefused(f"{path.name}: expected a list of entries.")
    return found
