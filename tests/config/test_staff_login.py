"""The staff log-in: password, then a code; limits on guessing; log-out."""

import time
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import User
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from config import second_factor

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def second_factor_required(settings):
    settings.STAFF_SECOND_FACTOR = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick tests


@pytest.fixture
def alice():
    return User.objects.create_user("alice", password=PASSWORD, is_staff=True, is_superuser=True)


def log_in(client, username="alice", password=PASSWORD, **extra):
    return client.post(reverse("admin:login"), {"username": username, "password": password}, **extra)


def code_of(device, steps_ahead=0):
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time() + steps_ahead * device.step
    return f"{totp.token():06d}"


def with_app(user):
    device = second_factor.pending_device(user)
    second_factor.confirm(device)
    return device


def test_a_password_alone_opens_nothing(client, alice):
    log_in(client)
    answer = client.get(reverse("admin:index"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("admin:login"))


def test_without_an_app_the_password_leads_to_the_set_up_page(client, alice):
    log_in(client)
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("admin:second_factor_set_up"))
    assert 'role="img"' in answer.text
    device = TOTPDevice.objects.get(user=alice, confirmed=False)
    assert second_factor.secret_text(device) in answer.text
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_set_up_ends_with_recovery_codes_shown_once(client, alice):
    log_in(client)
    client.get(reverse("admin:second_factor_set_up"))
    device = TOTPDevice.objects.get(user=alice)
    answer = client.post(reverse("admin:second_factor_set_up"), {"code": code_of(device)})
    codes = answer.context["codes"]
    assert len(codes) == len(set(codes)) == second_factor.RECOVERY_CODES
    assert all(code in answer.text for code in codes)
    assert client.get(reverse("admin:index")).status_code == 200
    assert codes[0] not in client.get(reverse("admin:account")).text


def test_a_second_step_and_new_codes_are_in_the_history_of_the_account(client, alice):
    log_in(client)
    client.get(reverse("admin:second_factor_set_up"))
    client.post(reverse("admin:second_factor_set_up"), {"code": code_of(TOTPDevice.objects.get(user=alice))})
    client.post(reverse("admin:recovery_codes"))
    kept = alice.account_changes.values_list("by__username", "what", "before", "after")
    assert list(kept) == [
        ("alice", "new recovery codes", "", ""),
        ("alice", "second step set up", "none", "new app"),
    ]


def test_the_database_holds_no_recovery_code_that_could_be_typed(client, alice):
    codes = second_factor.new_recovery_codes(alice)
    kept = set(StaticToken.objects.filter(device__user=alice).values_list("token", flat=True))
    assert kept == {second_factor.kept_as(code) for code in codes}
    assert not kept & set(codes)
    with_app(alice)
    log_in(client)
    answer = client.post(reverse("admin:second_factor"), {"code": kept.pop()})
    assert second_factor.WRONG_RECOVERY in answer.text


def test_another_secret_key_makes_other_hashes(settings):
    kept = second_factor.kept_as("abcdefgh")
    settings.SECRET_KEY = "another"
    assert second_factor.kept_as("abcdefgh") != kept


def test_codes_from_before_they_were_hashed_stay_good(client, alice):
    device = StaticDevice.objects.create(user=alice, confirmed=True)
    StaticToken.objects.create(device=device, token="abcdefgh")
    migration = import_module("config.migrations.0003_hash_recovery_codes")
    for _ in range(2):  # run twice, it hashes no hash
        migration.hash_codes(apps, None)
    assert list(device.token_set.values_list("token", flat=True)) == [second_factor.kept_as("abcdefgh")]
    with_app(alice)
    log_in(client)
    assert client.post(reverse("admin:second_factor"), {"code": "abcd-efgh"}).url == reverse("admin:index")


def test_a_wrong_set_up_code_says_so_beside_the_field(client, alice):
    log_in(client)
    answer = client.post(reverse("admin:second_factor_set_up"), {"code": "not a code"})
    assert answer.context["form"].errors["code"]
    assert 'aria-invalid="true"' in answer.text
    assert not TOTPDevice.objects.filter(user=alice, confirmed=True).exists()


def test_with_an_app_the_code_is_asked_for_and_opens_the_page_first_wanted(client, alice):
    device = with_app(alice)
    log_in(client)
    wanted = reverse("admin:account")
    answer = client.get(wanted, follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("admin:second_factor") + "?")
    answer = client.post(reverse("admin:second_factor"), {"code": code_of(device), "next": wanted})
    assert answer.url == wanted
    assert client.get(wanted).status_code == 200


def test_the_session_key_changes_with_the_second_step(client, alice):
    device = with_app(alice)
    log_in(client)
    before = client.session.session_key
    client.post(reverse("admin:second_factor"), {"code": code_of(device)})
    assert client.session.session_key != before


def test_the_next_page_is_never_on_another_host(client, alice):
    device = with_app(alice)
    log_in(client)
    answer = client.post(
        reverse("admin:second_factor"), {"code": code_of(device), "next": "https://evil.example/"}
    )
    assert answer.url == reverse("admin:index")


def test_a_code_works_once(client, alice):
    device = with_app(alice)
    code = code_of(device)
    log_in(client)
    client.post(reverse("admin:second_factor"), {"code": code})
    client.post(reverse("admin:logout"))
    log_in(client)
    answer = client.post(reverse("admin:second_factor"), {"code": code})
    assert second_factor.WRONG in answer.text


def test_wrong_codes_are_slowed_down_even_when_the_next_one_is_right(client, alice):
    device = with_app(alice)
    log_in(client)
    for _ in range(2):
        client.post(reverse("admin:second_factor"), {"code": "000000"})
    TOTPDevice.objects.filter(pk=device.pk).update(throttling_failure_count=5)
    answer = client.post(reverse("admin:second_factor"), {"code": code_of(device)})
    assert "Too many wrong codes. Wait" in answer.text
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_recovery_code_works_once_and_says_how_many_are_left(client, alice):
    with_app(alice)
    code = second_factor.new_recovery_codes(alice)[0]
    log_in(client)
    answer = client.post(reverse("admin:second_factor"), {"code": f" {code.upper()} "}, follow=True)
    assert "9 left" in answer.text
    client.post(reverse("admin:logout"))
    log_in(client)
    answer = client.post(reverse("admin:second_factor"), {"code": code})
    assert second_factor.WRONG_RECOVERY in answer.text


def test_a_known_app_cannot_be_replaced_with_the_password_alone(client, alice):
    with_app(alice)
    log_in(client)
    answer = client.get(reverse("admin:second_factor_set_up"))
    assert answer.url.startswith(reverse("admin:second_factor") + "?")
    assert client.post(reverse("admin:recovery_codes")).status_code == 302
    assert not StaticToken.objects.exists()


def test_only_staff_reach_the_second_step(client, alice):
    assert client.get(reverse("admin:second_factor")).url == reverse("admin:login")
    User.objects.create_user("visitor", password=PASSWORD)
    client.force_login(User.objects.get(username="visitor"), "django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("admin:second_factor_set_up")).url == reverse("admin:login")
    assert not TOTPDevice.objects.exists()


def test_log_out_needs_a_post(client, alice, settings):
    settings.STAFF_SECOND_FACTOR = False
    log_in(client)
    assert client.get(reverse("admin:logout")).status_code == 405
    assert client.post(reverse("admin:logout")).status_code == 200
    assert client.get(reverse("admin:index")).status_code == 302


def test_five_wrong_passwords_lock_the_name_out_with_the_crisis_lines(client, alice):
    for _ in range(4):
        assert log_in(client, password="wrong").status_code == 200
    answer = log_in(client, password="wrong")
    assert answer.status_code == 429
    assert "988" in answer.text
    assert log_in(client).status_code == 429


def test_a_forwarded_header_does_not_lift_the_lock_out(client, alice):
    for number in range(5):
        log_in(client, password="wrong", headers={"x-forwarded-for": f"203.0.113.{number}"})
    assert log_in(client, headers={"x-forwarded-for": "203.0.113.99"}).status_code == 429


def test_a_session_ends_after_two_idle_hours_and_a_click_prolongs_it(client, alice, settings):
    settings.STAFF_SECOND_FACTOR = False
    with time_machine.travel(datetime(2026, 3, 2, 9, tzinfo=UTC), tick=False) as clock:
        log_in(client)
        for _ in range(2):
            clock.shift(timedelta(minutes=90))
            assert client.get(reverse("admin:index")).status_code == 200
        clock.shift(timedelta(minutes=121))
        assert client.get(reverse("admin:index")).status_code == 302


def test_debug_runs_may_waive_the_second_factor(client, alice, settings):
    settings.STAFF_SECOND_FACTOR = False
    log_in(client)
    assert client.get(reverse("admin:index")).status_code == 200
