"""A directory from an http(s) address, into a temporary file, never more than the size limit."""

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm

from facilities.imports.guard import MAX_FILE_BYTES
from facilities.imports.staged import ImportRefused

_CHUNK = 1 << 16
_TIMEOUT = 30  # seconds without a byte


def is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


@contextmanager
def downloaded(address: str, quiet: bool = False) -> Iterator[Path]:
    """The file at the address, deleted afterwards. Raises ImportRefused with the reason when it cannot be had."""
    name = Path(urllib.parse.unquote(urllib.parse.urlparse(address).path)).name or "download"
    with TemporaryDirectory(prefix="handrail-import-") as folder:
        path = Path(folder) / name
        try:
            _fetch(address, path, quiet)
        except (urllib.error.URLError, OSError, ValueError) as error:
            raise ImportRefused(f"{address}: cannot be downloaded ({error}).") from error
        yield path


def _fetch(address: str, path: Path, quiet: bool) -> None:
    request = urllib.request.Request(address, headers={"User-Agent": "Handrail-import"})  # noqa: S310 (scheme checked)
    with urllib.request.urlopen(request, timeout=_TIMEOUT) as response, path.open("wb") as file:  # noqa: S310
        if not is_address(response.geturl()):
            raise ImportRefused(f"{address}: leads to {response.geturl()}, which is not an http(s) address.")
        total = int(response.headers.get("Content-Length") or 0) or None
        if total and total > MAX_FILE_BYTES:
            raise ImportRefused(f"{address}: {total:,} bytes is more than the limit of {MAX_FILE_BYTES:,}.")
        with tqdm(
            total=total, desc="downloading", unit="B", unit_scale=True, disable=True if quiet else None
        ) as bar:
            read = 0
            while piece := response.read(_CHUNK):
                read += len(piece)
                if read > MAX_FILE_BYTES:
                    raise ImportRefused(f"{address}: sends more than the limit of {MAX_FILE_BYTES:,} bytes.")
                file.write(piece)
                bar.update(len(piece))
        if total and read != total:
            raise ImportRefused(f"{address}: the download ended early ({read:,} of {total:,} bytes).")
