"""People and their history in a real browser: an invitation from its link to its end, and every page of a history."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from config.models import AccountChange
from config.roles import write_groups
from facilities.models import ImportBatch, Organization
from tests.browser.staff_pages import PASSWORD, expect_no_violations, problems_of
from tests.factories import make_facility, make_program

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_invitation_from_link_to_log_in(inside, live_server):
    inside.goto(live_server.url + reverse("admin:auth_user_add"))
    inside.get_by_label("Username").fill("carol")
    inside.get_by_role("button", name="Save", exact=True).click()
    expect(inside.get_by_role("heading", name="One-time link for carol")).to_be_visible()
    expect_no_violations(inside)
    link = inside.locator("code.secret").inner_text()
    inside.get_by_role("button", name="Log out").click()
    inside.goto(link)
    expect(inside.get_by_role("heading", name="Choose your password")).to_be_visible()
    expect_no_violations(inside)
    inside.locator("#id_new_password1").fill("carol")
    inside.locator("#id_new_password2").fill("carol")
    inside.get_by_role("button", name="Set password").click()
    expect(inside.get_by_text("too short").first).to_be_visible()
    expect_no_violations(inside)
    inside.locator("#id_new_password1").fill(PASSWORD)
    inside.locator("#id_new_password2").fill(PASSWORD)
    inside.get_by_role("button", name="Set password").click()
    expect(inside.get_by_text("Your password is set.")).to_be_visible()
    expect_no_violations(inside)
    inside.goto(link)
    expect(inside.get_by_role("heading", name="This link no longer works")).to_be_visible()
    expect_no_violations(inside)


def test_every_page_of_a_history(inside, live_server, staff):
    organization = Organization.objects.create(name="Example Group", name_key="example")
    place = make_program(make_facility(organization=organization)).facility
    for thing in (organization, place):
        thing.name, thing._history_user, thing._change_reason = "Example Renamed", staff, "they said so"
        thing.save()
    write_groups(apps)
    bob = User.objects.create_user("bob", is_staff=True)
    AccountChange.record(bob, staff, "changed", "left in May", [("active", "yes", "no")])
    pages = [
        reverse("admin:facilities_organization_change", args=[organization.pk]),
        reverse("admin:facilities_organization_history", args=[organization.pk]),
        reverse("admin:facilities_facility_history", args=[place.pk]),
        reverse("admin:auth_user_change", args=[bob.pk]),
        reverse("admin:auth_user_history", args=[bob.pk]),
        reverse("admin:audit"),
    ]
    problems = []
    for path in pages:
        inside.goto(live_server.url + path)
        problems += problems_of(inside)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("status", ["applying", "applied", "failed", "undone"])
def test_every_end_of_an_import(inside, live_server, staff, status):
    batch = ImportBatch.objects.create(
        source_name="x.csv", status=status, edition=2023, by=staff, counts={"new": 1},
        started_at=timezone.now() - timedelta(hours=1), report={"error": "The disk is full."},
    )  # fmt: skip
    inside.goto(live_server.url + reverse("admin:facilities_importbatch_watch", args=[batch.pk]))
    expect_no_violations(inside)
