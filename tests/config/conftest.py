"""Shared by the staff tests: a browser session for any staff member."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from articles.models import Feedback
from config.models import Announcement
from facilities.models import (
    ImportBatch,
    MatchDecision,
    Organization,
    ProblemReport,
    Proposal,
    QuarantinedPoint,
)
from tests.factories import make_article, make_facility, make_program, make_sign_off, make_staff


@pytest.fixture
def client_of():
    """Logs someone in past the password page, for tests that are about something else."""

    def make(user):
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return client

    return make


@pytest.fixture
def no_import_starts(monkeypatch, settings, tmp_path):
    """The addresses that start an import answer, without a process that would work on another database."""
    settings.IMPORT_STATE_DIR = tmp_path
    monkeypatch.setattr("facilities.admin.imports.start", lambda *arguments: None)


@pytest.fixture
def things(db, no_import_starts):
    """One of everything an address can name."""
    author = make_staff("author")
    place, now = make_facility(), timezone.now()
    program = make_program(place)
    batch = {"edition": 2023, "started_at": now, "file_format": "x", "sha256": "", "directory": "su"}
    article = make_article()
    return {
        "announcement": Announcement.objects.create(text="x", ends_at=now + timedelta(1), author=author),
        "article": article,
        "signoff": make_sign_off(article),
        "facility": place,
        "feedback": Feedback.objects.create(article=article, helpful=True),
        "organization": Organization.objects.create(name="Example Group", name_key="example group|IL"),
        "group": Group.objects.get(name="Editor"),
        "importbatch": ImportBatch.objects.create(source_name="x.xlsx", status="preview", **batch),
        "matchdecision": MatchDecision.objects.create(old=program, new=make_program(), score=80, why="x"),
        "problemreport": ProblemReport.objects.create(facility=place, kind="moved"),
        "proposal": Proposal.objects.create(facility=place, field="website", theirs="https://example.org/"),
        "quarantinedpoint": QuarantinedPoint.objects.create(
            facility=place, latitude=1, longitude=1, source="x", km_from_zip=99
        ),
        "program": program,
        "user": author,
    }
