"""Create the first staff log-in, with a random password that is shown once."""

import secrets
from typing import Any

from axes.utils import reset as lift_lock_out
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from config.models import AccountChange
from config.second_factor import remove_second_factor, second_step_of

USERNAME = "staff"


class Command(BaseCommand):
    help = "Create the superuser “staff” with a random password shown once; --reset gives it a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        help_text = "New password, second factor removed, lock-out lifted: for a lost password or phone."
        parser.add_argument("--reset", action="store_true", help=help_text)

    def handle(self, *args: Any, reset: bool = False, **options: Any) -> None:
        existing = User.objects.filter(username=USERNAME).first()
        if existing and not reset:
            self.stdout.write(f"Staff log-in “{USERNAME}” exists. Lost the password or the phone? Run:")
            self.stdout.write("  python manage.py create_staff_login --reset")
            return
        password = secrets.token_urlsafe(15)
        self.give(existing or User(username=USERNAME), password)
        self.stdout.write(
            f"Staff log-in: {USERNAME}\nPassword:     {password}\n(shown this once; log in at /admin/)"
        )

    @transaction.atomic
    def give(self, user: User, password: str) -> None:
        user.is_active = user.is_staff = user.is_superuser = True
        user.set_password(password)
        change = ("second step", second_step_of(user) if user.pk else "none", "none")
        user.save()
        remove_second_factor(user)
        AccountChange.record(user, None, "superuser with a new password", changes=[change])
        lift_lock_out(username=user.username)
