"""Settings for every test: debug-like, generated input the same on each run, Chromium from the system."""

import os

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop beside Django

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("handrail", derandomize=True, deadline=None, max_examples=50)
hypothesis_settings.load_profile("handrail")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    arguments = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    arguments += ["--disable-component-update", "--disable-sync"]
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return {**browser_type_launch_args, "executable_path": chromium, "args": arguments}
