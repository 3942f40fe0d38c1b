"""`python -m tests.benchmarks [finder] [imports] [facilities] [nearest] [articles]`: all of them unless named."""

import sys
from importlib import import_module

PARTS = ("finder", "imports", "facilities", "nearest", "articles")

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}", flush=True)
        import_module(f"tests.benchmarks.{name}").main()
