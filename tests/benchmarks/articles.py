"""Article pages under load, beside a bare view behind the same middleware; and how fast the search answers."""

import statistics
import time

from tests.benchmarks.served import rate, side_by_side, site

PAGE = "/articles/benzodiazepines/clonazepam/"
QUERIES = [
    "klonipin",
    "can i stop xanax cold turkey",
    "buprenorfine",
    "how long does alcohol withdrawal last",
    "bars",
]


def pages() -> None:
    with site(["load_articles"], DJANGO_SETTINGS_MODULE="tests.benchmarks.settings") as address:
        for connections in (1, 16):
            for gzip in (False, True):
                ours, bare, ratio = side_by_side(
                    lambda c=connections, g=gzip: rate(address + PAGE, c, gzip=g),
                    lambda c=connections: rate(address + "/bare/", c),
                )
                kind = "gzip" if gzip else "plain"
                print(
                    f"warm, {kind}, {connections:2} connections: {ours:6.0f}/s, bare {bare:6.0f}/s, ratio {ratio:.2f}"
                )


def search() -> None:
    import urllib.parse
    import urllib.request

    with site(["load_articles"]) as address:
        times = []
        for turn in range(20):
            for query in QUERIES:
                began = time.perf_counter()
                urllib.request.urlopen(f"{address}/articles/search/?q={urllib.parse.quote(query)}").read()
                if turn:
                    times.append((time.perf_counter() - began) * 1000)
    print(f"search page over HTTP: p50 {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms")


def main() -> None:
    pages()
    search()
