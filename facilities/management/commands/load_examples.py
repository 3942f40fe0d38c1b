"""Load the invented listings. Only in debug, and only while there is no real one."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from facilities.examples import MissingPlaces, create_examples
from facilities.models import DataVersion, Facility, RemovedExample


class Command(BaseCommand):
    help = "Load about 60 example listings, none of them real. Refused where DEBUG is off."

    @transaction.atomic
    def handle(self, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("Example listings are for trial runs: they never load where DEBUG is off.")
        if reason := self.not_needed():
            self.stdout.write(reason)
            return
        try:
            count = create_examples()
        except MissingPlaces as problem:
            raise CommandError(str(problem)) from problem
        DataVersion.bump()
        self.stdout.write(self.style.SUCCESS(f"{count} example places loaded (none is real)."))

    def not_needed(self) -> str:
        """Why nothing should be loaded, or ""."""
        if Facility.objects.filter(is_example=False).exists() or RemovedExample.objects.exists():
            return "Real listings are present: no example loaded."
        count = Facility.objects.filter(is_example=True).count()
        return f"{count} example places, unchanged." if count else ""
