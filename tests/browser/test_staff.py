"""The staff side in a real browser: log-in with a code, and every page without accessibility violations."""

import time
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from config.models import Announcement
from config.roles import write_groups
from facilities.models import (
    Facility,
    ImportBatch,
    MatchDecision,
    ProblemReport,
    Proposal,
    QuarantinedPoint,
    ServiceCode,
)
from tests.browser.staff_pages import PASSWORD, expect_no_violations, problems_of
from tests.factories import make_facility, make_program

pytestmark = pytest.mark.django_db(transaction=True)


def code_for(user):
    device = TOTPDevice.objects.get(user=user)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time()
    return f"{totp.token():06d}"


def log_in(page, live_server, user, look=lambda page: None):
    page.goto(live_server.url + reverse("admin:index"))
    look(page)
    page.get_by_label("Username").fill("alice")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    look(page)
    page.get_by_role("textbox", name="Code").fill("123 45")
    page.get_by_role("button", name="Turn on").click()
    look(page)
    TOTPDevice.objects.update(throttling_failure_count=0)
    page.get_by_role("textbox", name="Code").fill(code_for(user))
    page.get_by_role("button", name="Turn on").click()
    look(page)
    page.get_by_role("link", name="I have saved them").click()


def test_log_in_with_set_up(quiet, live_server, staff):
    log_in(quiet, live_server, staff, expect_no_violations)
    expect(quiet.get_by_role("heading", name="Work", exact=True)).to_be_visible()
    quiet.get_by_role("button", name="Log out").click()
    quiet.goto(live_server.url + reverse("admin:index"))
    quiet.get_by_label("Username").fill("alice")
    quiet.get_by_label("Password").fill(PASSWORD)
    quiet.get_by_role("button", name="Log in").click()
    expect(quiet.get_by_role("heading", name="Enter your code")).to_be_visible()
    expect_no_violations(quiet)


def test_every_page_of_the_directory(inside, live_server):
    ServiceCode.objects.create(
        code="OIT", category_code="SET", category_name="Service Setting", label="Intensive"
    )
    program = make_program(make_facility(owned_fields={"website": {"by": "bob", "on": "2026-01-05"}}))
    place = [program.facility.pk]
    pages = [
        reverse("admin:index"),
        reverse("admin:account"),
        reverse("admin:password_change"),
        reverse("admin:facilities_facility_changelist"),
        reverse("admin:facilities_facility_changelist") + "?q=nothing-like-this",
        reverse("admin:facilities_facility_change", args=place),
        reverse("admin:facilities_facility_add"),
        reverse("admin:facilities_organization_changelist"),
    ]
    problems = []
    for path in pages:
        inside.goto(live_server.url + path)
        problems += problems_of(inside)
    assert not problems, "\n".join(problems)


def test_every_page_of_daily_work(inside, live_server):
    program = make_program()
    other = make_program(make_facility(name="Example New", street1="9 New St"))
    Proposal.objects.create(facility=program.facility, program=program, field="phone", ours="1", theirs="2")
    MatchDecision.objects.create(old=program, new=other, score=88, why="alike")
    ProblemReport.objects.create(facility=program.facility, kind="moved", details="moved in May")
    QuarantinedPoint.objects.create(
        facility=program.facility, latitude=1, longitude=1, source="x", km_from_zip=99
    )
    write_groups(apps)
    alice, now = User.objects.get(), timezone.now()
    bob = User.objects.create_user("bob", is_staff=True)
    item = Announcement.objects.create(text="Example danger", ends_at=now + timedelta(days=1), author=bob)
    batch = {
        "edition": 2023,
        "started_at": now,
        "file_format": "x",
        "sha256": "",
        "directory": "su",
        "by": alice,
    }
    refused = [{"row": 3, "column": "zip", "reason": "not a ZIP", "raw": {"zip": "x"}}]
    change = {"name": "Example", "fields": [{"field": "phone", "before": "1", "after": "2"}]}
    report = {
        "refused": refused,
        "alarms": ["Too many"],
        "samples": {"changed": [change]},
        "fields": {"phone": 1},
    }
    preview = ImportBatch.objects.create(
        source_name="x.csv", status="preview", counts={"new": 1}, report=report, **batch
    )
    running = ImportBatch.objects.create(source_name="y.csv", status="reading", **batch)
    place = program.facility.pk
    pages = [
        reverse("admin:index"),
        reverse("admin:audit"),
        reverse("admin:facilities_facility_queue"),
        reverse("admin:facilities_facility_call", args=[place]),
        reverse("admin:facilities_facility_merge", args=[place]),
        reverse("admin:facilities_facility_split", args=[place]),
        reverse("admin:facilities_services", args=[program.pk]),
        reverse("admin:facilities_facility_point", args=[place]),
        reverse("admin:facilities_add_program", args=[place]),
        reverse("admin:facilities_matches"),
        reverse("admin:facilities_proposals"),
        reverse("admin:facilities_proposal_changelist"),
        reverse("admin:facilities_problemreport_changelist"),
        reverse("admin:facilities_quarantinedpoint_changelist"),
        reverse("admin:facilities_importbatch_changelist"),
        reverse("admin:facilities_importbatch_upload"),
        reverse("admin:facilities_importbatch_watch", args=[preview.pk]),
        reverse("admin:facilities_importbatch_watch", args=[running.pk]),
        reverse("admin:auth_user_changelist"),
        reverse("admin:auth_user_add"),
        reverse("admin:auth_user_change", args=[bob.pk]),
        reverse("admin:auth_group_changelist"),
        reverse("admin:config_announcement_changelist"),
        reverse("admin:config_announcement_add"),
        reverse("admin:config_announcement_change", args=[item.pk]),
    ]
    problems = []
    for path in pages:
        inside.goto(live_server.url + path)
        problems += problems_of(inside)
    assert not problems, "\n".join(problems)


def test_one_key_decides_a_match(inside, live_server):
    old, new = make_program(status="retired"), make_program()
    MatchDecision.objects.create(old=old, new=new, score=88, why="alike")
    inside.goto(live_server.url + reverse("admin:facilities_matches"))
    inside.keyboard.press("d")
    expect(inside.get_by_text("Kept apart")).to_be_visible()
    assert MatchDecision.objects.get().verdict == "differ"


def test_edit_verify_and_read_the_history(inside, live_server):
    program = make_program()
    inside.goto(live_server.url + reverse("admin:facilities_facility_change", args=[program.facility.pk]))
    inside.get_by_label("ZIP").fill("6061")
    inside.get_by_role("button", name="Save", exact=True).first.click()
    expect(inside.get_by_text("A ZIP code has five digits")).to_be_visible()
    expect_no_violations(inside)
    inside.get_by_label("ZIP").fill("60615")
    inside.get_by_label("Why?").fill("called them")
    inside.get_by_role("button", name="Save", exact=True).first.click()
    inside.get_by_label("Select all objects on this page for an action").or_(
        inside.locator("#action-toggle")
    ).first.check()
    inside.get_by_label("Action:").select_option("mark_verified_today")
    inside.get_by_role("button", name="Go", exact=False).last.click()
    expect_no_violations(inside)
    inside.get_by_label("How was it verified?").select_option("phone")
    inside.get_by_role("button", name="Yes, change 1 listing").click()
    expect(inside.get_by_text("1 listing verified today.")).to_be_visible()
    inside.goto(live_server.url + reverse("admin:facilities_facility_history", args=[program.facility.pk]))
    expect(inside.get_by_text("called them")).to_be_visible()
    expect_no_violations(inside)
    assert Facility.objects.get().last_verified_how == "phone"
