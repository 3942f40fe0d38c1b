"""Shared by the staff tests: a browser session for any staff member."""

import pytest
from django.test import Client


@pytest.fixture
def client_of():
    """Logs someone in past the password page, for tests that are about something else."""

    def make(user):
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return client

    return make
