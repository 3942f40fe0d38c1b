"""`python -m tests.benchmarks [finder] [imports] [facilities] [articles]`: all of them unless named."""

import sys
from importlib import import_module

PARTS = ("finder", "imports", "facilities", "articles")

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}", flush=True)
        import_module(f"tests.benchmarks.{name}").main()
