"""Settings of the measured site: as deployed, plus the bare view."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"
