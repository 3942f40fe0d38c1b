"""manage.py create_staff_login: one log-in, its password shown once."""

import re
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from config import second_factor

pytestmark = pytest.mark.django_db


def run(**options):
    out = StringIO()
    call_command("create_staff_login", stdout=out, **options)
    return out.getvalue()


def password_in(text):
    return re.search(r"Password:\s+(\S+)", text).group(1)


def test_it_creates_a_superuser_whose_password_works():
    password = password_in(run())
    user = User.objects.get(username="staff")
    assert user.is_staff
    assert user.is_superuser
    assert user.check_password(password)


def test_a_second_run_changes_nothing_and_names_the_way_out():
    run()
    before = User.objects.get().password
    assert "--reset" in run()
    assert User.objects.get().password == before


def test_reset_gives_a_new_password_and_removes_the_second_factor():
    first = password_in(run())
    user = User.objects.get()
    second_factor.confirm(second_factor.pending_device(user))
    second_factor.new_recovery_codes(user)
    second = password_in(run(reset=True))
    user.refresh_from_db()
    assert user.check_password(second)
    assert first != second
    assert not second_factor.app_devices(user).exists()
    assert second_factor.recovery_codes_left(user) == 0
    (last, _) = user.account_changes.all()
    assert (last.who, last.what, last.before, last.after) == (
        "command line", "superuser with a new password", "app", "none",
    )  # fmt: skip


def test_passwords_differ_between_sites():
    passwords = {password_in(run(reset=True)) for _ in range(3)}
    assert len(passwords) == 3
