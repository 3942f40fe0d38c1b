"""Law 11: headers, cookies and the deployment check."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

OURS = {"DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "DJANGO_ALLOW_ASYNC_UNSAFE"}  # set by the tests, or below
DEPLOYED = {"DEBUG": "0", "SECRET_KEY": "k" * 70 + "q9!xZ_-", "ALLOWED_HOSTS": "handrail.example"}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    keep = {name: value for name, value in os.environ.items() if name not in OURS}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**keep, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_refuses_to_start_without_a_secret_outside_debug():
    result = manage("check", DEBUG="0")
    assert result.returncode != 0
    assert "Set SECRET_KEY" in result.stderr


def test_the_deployment_check_finds_no_error():
    result = manage("check", "--deploy", "--fail-level", "ERROR", **DEPLOYED)
    assert result.returncode == 0, result.stderr


def test_the_deployment_check_has_no_security_warning():
    assert "security." not in manage("check", "--deploy", **DEPLOYED).stderr


@pytest.mark.parametrize("address", ["/", "/help-now/", "/finder/"])
def test_the_policy_allows_nothing_inline_and_no_stranger(client, address):
    policy = client.get(address)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_page_may_not_ask_for_camera_or_microphone(client):
    assert "camera=()" in client.get("/")["Permissions-Policy"]


def test_public_pages_set_no_cookie(client):
    assert not client.get("/").cookies


def test_questionnaire_pages_are_never_stored_and_send_no_referrer(client):
    response = client.get("/finder/")
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
