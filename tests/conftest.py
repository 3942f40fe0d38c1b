"""Settings for every test: debug-like, generated input the same on each run, Chromium from the system."""

import os

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop beside Django

from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

BROWSER_TESTS = Path(__file__).parent / "browser"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
EXAMPLES = 2_000 if os.environ.get("FUZZ") else 50
# Slow tests over the named cases take every third of them, and all in `make fuzz`.
STRIDE = 1 if os.environ.get("FUZZ") else 3

hypothesis_settings.register_profile("handrail", derandomize=True, deadline=None, max_examples=EXAMPLES)
hypothesis_settings.load_profile("handrail")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    arguments = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    arguments += ["--disable-component-update", "--disable-sync"]
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": arguments}


def pytest_collection_modifyitems(items):
    """Sort every test by what it needs, so that the PostgreSQL pass and the browser pass pick themselves."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker("browser")
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def no_announcements():
    """Pages remember the banners for half a minute; tests start from "none", so that query counts are steady."""
    from django.core.cache import cache

    from config.announcements import KEY, SECONDS

    cache.set(KEY, [], SECONDS)
