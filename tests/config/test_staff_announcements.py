"""A banner shows between its dates, once a second person approved exactly this text."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from config import announcements
from config.models import Announcement
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
TEXT = "Test strips found fentanyl in fake Xanax bars sold in Cook County."


@pytest.fixture(autouse=True)
def waived(settings):
    settings.STAFF_SECOND_FACTOR = False


@pytest.fixture
def editors():
    people = make_staff("alice"), make_staff("bob")
    for person in people:
        person.groups.add(Group.objects.get(name="Editor"))
    return people


def make_announcement(author, **fields):
    now = timezone.now()
    defaults = {"text": TEXT, "starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(days=1)}
    return Announcement.objects.create(author=author, **{**defaults, **fields})


def shown(client):
    cache.delete(announcements.KEY)
    return TEXT in client.get(reverse("help_now")).text


def test_it_waits_for_a_second_person(client, client_of, editors):
    alice, bob = editors
    item = make_announcement(alice)
    assert not shown(client)
    client_of(bob).post(reverse("admin:config_announcement_approve", args=[item.pk]))
    assert shown(client)


def test_a_reason_goes_into_the_history_and_alone_needs_no_new_approval(client_of, editors):
    alice, bob = editors
    start = timezone.localtime().replace(second=0, microsecond=0)
    end = start + timedelta(days=1)
    item = make_announcement(alice, starts_at=start, ends_at=end, approved_by=bob)
    data = {"text": TEXT, "urgency": 1, "change_reason": "read again"}
    data |= {"starts_at": f"{start:%Y-%m-%dT%H:%M}", "ends_at": f"{end:%Y-%m-%dT%H:%M}"}
    data["initial-starts_at"] = data["starts_at"]  # a browser sends back what a default made
    client_of(alice).post(reverse("admin:config_announcement_change", args=[item.pk]), data)
    item.refresh_from_db()
    assert item.approved_by == bob
    assert item.history.first().history_change_reason == "read again"


def test_the_author_cannot_approve(client, client_of, editors):
    item = make_announcement(editors[0])
    answer = client_of(editors[0]).post(
        reverse("admin:config_announcement_approve", args=[item.pk]), follow=True
    )
    assert "someone else has to approve" in answer.text
    assert not shown(client)


def test_even_the_database_refuses_an_author_as_second_person(editors):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_announcement(editors[0], approved_by=editors[0])


def test_approval_needs_the_right(client_of, editors):
    item = make_announcement(editors[0])
    assert client_of(make_staff("carol")).post(
        reverse("admin:config_announcement_approve", args=[item.pk])
    ).status_code == 403  # fmt: skip


def test_a_change_of_the_text_needs_a_new_approval(client, client_of, editors):
    alice, bob = editors
    item = make_announcement(alice, approved_by=bob, approved_at=timezone.now())
    data = {"text": TEXT + " Carry naloxone.", "urgency": 2, "link": "", "link_text": ""}
    data |= {"starts_at": "2026-01-01T00:00", "ends_at": "2999-01-01T00:00"}
    client_of(bob).post(reverse("admin:config_announcement_change", args=[item.pk]), data)
    item.refresh_from_db()
    assert item.text.endswith("naloxone.")
    assert item.approved_by is None
    assert item.author == bob
    assert not shown(client)


@pytest.mark.parametrize(("start", "end"), [(-48, -1), (1, 48)])
def test_it_shows_only_between_its_dates(client, editors, start, end):
    now = timezone.now()
    dates = {"starts_at": now + timedelta(hours=start), "ends_at": now + timedelta(hours=end)}
    make_announcement(editors[0], approved_by=editors[1], **dates)
    assert not shown(client)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_at": "2020-01-01T00:00"}, "ends_at"),
        ({"link": "https://elsewhere.example/", "link_text": "More"}, "link"),
        ({"link": "//elsewhere.example/", "link_text": "More"}, "link"),
        ({"link": "/articles/opioids/"}, "link_text"),
        ({"text": "x" * 401}, "text"),
        ({"text": "Addicts should stay away."}, "text"),
        ({"text": f"{'Very ' * 26}long."}, "text"),
    ],
)
def test_wrong_input_is_refused_beside_the_field(client_of, editors, changes, field):
    data = {"text": TEXT, "urgency": 1, "starts_at": "2026-01-01T00:00"}
    data |= {"ends_at": "2999-01-01T00:00"} | changes
    answer = client_of(editors[0]).post(reverse("admin:config_announcement_add"), data)
    assert field in answer.context["adminform"].form.errors
    assert not Announcement.objects.exists()


def test_crisis_lines_come_before_the_banner(client, editors):
    make_announcement(editors[0], approved_by=editors[1])
    assert shown(client)
    text = client.get(reverse("help_now")).text
    assert text.index("988") < text.index(TEXT)


def test_pages_need_no_query_for_half_a_minute(client, django_assert_num_queries):
    cache.delete(announcements.KEY)
    with django_assert_num_queries(1):
        announcements.current()
    with django_assert_num_queries(0):
        announcements.current()


def test_without_a_database_pages_go_on_without_a_banner(monkeypatch):
    from django.db import OperationalError

    def down(*args):
        raise OperationalError("down")

    cache.delete(announcements.KEY)
    monkeypatch.setattr(Announcement.objects, "showing", down)
    assert announcements.current() == []
