"""Staff accounts: invited by a one-time link, deactivated instead of erased, nobody rises by themselves."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from config import second_factor
from config.models import AccountChange
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
LIST = reverse("admin:auth_user_changelist")
BACKEND = "django.contrib.auth.backends.ModelBackend"
NEW = "warm-kettle-blue-41"


@pytest.fixture(autouse=True)
def quick(settings):
    settings.STAFF_SECOND_FACTOR = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def administrator(client):
    alice = make_staff("alice", password="x")
    alice.groups.add(Group.objects.get(name="Administrator"))
    client.force_login(alice, BACKEND)
    return client


def form_data(person, **changes):
    groups = list(person.groups.values_list("pk", flat=True))
    data = {
        "username": person.username,
        "first_name": "",
        "last_name": "",
        "groups": groups,
        "is_active": "on",
    }
    return {name: value for name, value in (data | changes).items() if value is not None}


def changes_of(person):
    return [
        (one.who, one.what, one.field, one.before, one.after, one.why)
        for one in AccountChange.objects.filter(person=person)
    ]


def change_url(person):
    return reverse("admin:auth_user_change", args=[person.pk])


def invite(client, name="carol", role="Editor"):
    answer = client.post(
        reverse("admin:auth_user_add"),
        {"username": name, "groups": [Group.objects.get(name=role).pk], "is_active": "on"},
    )
    return re.search(r"http://testserver(/admin/welcome/\S+?)<", answer.text).group(1)


def test_an_invitation_lets_someone_choose_a_password_once(administrator, client):
    link = invite(administrator)
    client.logout()
    answer = client.get(link)
    assert answer.url == reverse("admin:welcome")
    answer = client.post(answer.url, {"new_password1": NEW, "new_password2": NEW}, follow=True)
    assert "Your password is set" in answer.text
    carol = User.objects.get(username="carol")
    assert carol.check_password(NEW)
    assert [group.name for group in carol.groups.all()] == ["Editor"]
    assert client.get(link, follow=True).status_code == 410


def test_an_invitation_and_its_use_are_in_the_history(administrator, client):
    link = invite(administrator)
    carol = User.objects.get(username="carol")
    assert ("alice", "invited", "roles", "", "Editor", "") in changes_of(carol)
    client.post(client.get(link).url, {"new_password1": NEW, "new_password2": NEW})
    assert ("carol", "password chosen with a one-time link", "", "", "", "") in changes_of(carol)


def test_a_changed_password_is_in_the_history(client):
    alice = make_staff("alice", password="x")
    client.force_login(alice, BACKEND)
    data = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}
    client.post(reverse("admin:password_change"), data)
    assert changes_of(alice) == []
    client.post(reverse("admin:password_change"), data | {"old_password": "x"})
    assert changes_of(alice) == [("alice", "password changed", "", "", "", "")]


def test_saving_without_a_change_adds_nothing(administrator):
    bob = make_staff("bob", password="x")
    administrator.post(change_url(bob), form_data(bob, why="no reason"))
    assert changes_of(bob) == []


def test_the_history_page_shows_before_and_after(administrator):
    bob = make_staff("bob", password="x")
    administrator.post(change_url(bob), form_data(bob, first_name="Bob", is_active=None, why="left in May"))
    text = administrator.get(reverse("admin:auth_user_history", args=[bob.pk])).text
    assert "<del>yes</del>" in text
    assert "<ins>Bob</ins>" in text
    assert text.count("left in May") == 1, "one change of two fields is one entry"


def test_a_weak_password_is_refused_beside_the_field(administrator, client):
    link = invite(administrator)
    client.logout()
    answer = client.post(client.get(link).url, {"new_password1": "carol", "new_password2": "carol"})
    assert answer.context["form"].errors["new_password2"]
    assert not User.objects.get(username="carol").has_usable_password()


@pytest.mark.parametrize("link", ["", "x", "1-", "99999-abc-def", "-", "²-x"])
def test_a_made_up_link_opens_nothing(client, link):
    assert client.get(reverse("admin:welcome"), {"link": link}, follow=True).status_code == 410


def test_a_link_for_someone_who_left_opens_nothing(administrator, client):
    link = invite(administrator)
    User.objects.filter(username="carol").update(is_active=False)
    client.logout()
    assert client.get(link, follow=True).status_code == 410


def test_who_leaves_is_deactivated_and_logged_out_at_once(administrator, client_of):
    bob = make_staff("bob", password="x")
    his = client_of(bob)
    assert his.get(reverse("admin:index")).status_code == 200
    administrator.post(change_url(bob), form_data(bob, is_active=None, why="left in May"))
    bob.refresh_from_db()
    assert not bob.is_active
    assert his.get(reverse("admin:index")).status_code == 302
    assert changes_of(bob) == [("alice", "changed", "active", "yes", "no", "left in May")]


def test_nobody_is_erased(administrator):
    bob = make_staff("bob", password="x")
    assert administrator.post(reverse("admin:auth_user_delete", args=[bob.pk])).status_code == 403


def test_a_change_of_roles_is_logged_before_and_after(administrator):
    bob = make_staff("bob", password="x")
    bob.groups.add(Group.objects.get(name="Editor"))
    manager = Group.objects.get(name="Listing manager").pk
    administrator.post(change_url(bob), form_data(bob, groups=[manager]))
    assert changes_of(bob) == [("alice", "changed", "roles", "Editor", "Listing manager", "")]


def test_an_administrator_cannot_touch_a_superuser_or_their_own_account(administrator):
    boss = make_staff("boss", password="x", is_superuser=True)
    alice = User.objects.get(username="alice")
    for person in (boss, alice):
        assert administrator.post(change_url(person), form_data(person, is_active=None)).status_code == 403
        for name in ("auth_user_link", "auth_user_reset_second_step"):
            assert administrator.post(reverse(f"admin:{name}", args=[person.pk])).status_code == 403
        person.refresh_from_db()
        assert person.is_active


def test_no_form_field_makes_a_superuser(administrator):
    bob = make_staff("bob", password="x")
    administrator.post(change_url(bob), form_data(bob, is_superuser="on", user_permissions=[1]))
    bob.refresh_from_db()
    assert not bob.is_superuser
    assert not bob.user_permissions.exists()


def test_a_lost_phone_is_reset_by_someone_else(administrator):
    bob = make_staff("bob", password="x")
    second_factor.confirm(second_factor.pending_device(bob))
    second_factor.new_recovery_codes(bob)
    administrator.post(reverse("admin:auth_user_reset_second_step", args=[bob.pk]), {"why": "lost it"})
    assert not second_factor.app_devices(bob).exists()
    assert second_factor.recovery_codes_left(bob) == 0
    assert changes_of(bob) == [("alice", "second step reset", "second step", "app", "none", "lost it")]


def test_links_are_made_by_post_only(administrator):
    bob = make_staff("bob", password="x")
    assert administrator.get(reverse("admin:auth_user_link", args=[bob.pk])).status_code == 403


def test_roles_are_read_only(administrator):
    role = Group.objects.get(name="Editor")
    url = reverse("admin:auth_group_change", args=[role.pk])
    assert administrator.get(url).status_code == 200
    assert administrator.post(url, {"name": "Owner"}).status_code == 403


def test_the_list_takes_a_constant_number_of_queries(administrator, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        administrator.get(LIST)
    for number in range(10):
        make_staff(f"p{number}").groups.add(Group.objects.get(name="Editor"))
    with django_assert_num_queries(len(few)):
        administrator.get(LIST)
