"""Load ZIP codes and cities from facilities/data/places.csv.gz. Run twice, the second run changes nothing."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from facilities.models import Place
from facilities.place_names import place_key

TABLE = Path(__file__).parents[2] / "data" / "places.csv.gz"
COLUMNS = ("kind", "zip", "name", "name_key", "state", "latitude", "longitude", "population", "source")
BATCH = 2_000


def read_table() -> Iterator[tuple]:
    """One tuple per row, in the order of COLUMNS."""
    with gzip.open(TABLE, "rt", encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            kind = Place.Kind.ZIP if row["zip"] else Place.Kind.CITY
            point = float(row["lat"]), float(row["lon"])
            key, people = place_key(row["name"]), int(row["population"] or 0)
            yield (kind.value, row["zip"], row["name"], key, row["state"], *point, people, row["source"])


class Command(BaseCommand):
    help = "Load ZIP codes and cities with their points (GeoNames, CC BY 4.0; US Census Bureau)."

    def handle(self, **options) -> None:
        rows = list(read_table())
        if set(Place.objects.values_list(*COLUMNS)) == set(rows):
            self.stdout.write(f"{len(rows):,} places, unchanged.")
            return
        self.replace(rows)
        self.stdout.write(self.style.SUCCESS(f"{len(rows):,} places loaded."))

    @transaction.atomic
    def replace(self, rows: list[tuple]) -> None:
        """Nothing refers to a place, so the table is simply rewritten; readers see the old one until it is done."""
        Place.objects.all().delete()
        for start in tqdm(range(0, len(rows), BATCH), desc="places", unit_scale=BATCH, disable=None):
            Place.objects.bulk_create(
                [Place(**dict(zip(COLUMNS, row, strict=True))) for row in rows[start : start + BATCH]]
            )
