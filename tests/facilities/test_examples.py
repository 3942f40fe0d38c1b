"""Example listings: visibly fictional, never in production, never beside a real one."""

import re

import pytest
from django.core.management import CommandError, call_command

from facilities.choice_groups import GROUPS
from facilities.examples import read_examples
from facilities.index import memory
from facilities.levels import CARE_CHOICES
from facilities.models import Facility, Place, Program, RemovedExample
from facilities.taxonomy.book import code_book
from tests.factories import make_facility

EXAMPLES = read_examples()


@pytest.fixture
def loaded(db, settings, place_rows_of_examples):
    settings.DEBUG = True
    call_command("load_examples")


@pytest.fixture
def place_rows_of_examples(db):
    from facilities.management.commands.load_places import COLUMNS, read_table

    zips = {row["zip"] for row in EXAMPLES}
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in read_table() if row[1] in zips]
    Place.objects.bulk_create(Place(**row) for row in rows)
    return rows


def test_about_sixty_and_all_visibly_fictional():
    assert 55 <= len(EXAMPLES) <= 70
    assert all(row["name"].startswith("Example ") for row in EXAMPLES)
    numbers = [n for row in EXAMPLES for p in row["programs"] for n in (p["phone"], *p.get("intake", ()))]
    assert all(re.fullmatch(r"\d{3}-555-01\d\d( x\d+)?", number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_every_code_is_in_the_code_book():
    assert {code for row in EXAMPLES for p in row["programs"] for code in p["codes"]} <= set(code_book())


def test_cities_and_zips_are_real(place_rows_of_examples):
    places = {(row["zip"], row["state"]) for row in place_rows_of_examples}
    assert {(row["zip"], row["state"]) for row in EXAMPLES} == places


def test_every_level_and_every_common_box_is_covered(loaded, client):
    programs = list(Program.objects.all())
    assert {level.slug for p in programs for level in p.stated_levels()} >= set(CARE_CHOICES)
    stated = {code for program in programs for code in program.code_set}
    boxes = [choice for group in GROUPS if group.param != "care" for choice in group.common]
    assert not [choice.slug for choice in boxes if not stated & set(choice.facts)]


def test_twice_changes_nothing(loaded, capsys):
    before = list(Facility.objects.order_by("pk").values_list("pk", "public_id"))
    call_command("load_examples")
    assert list(Facility.objects.order_by("pk").values_list("pk", "public_id")) == before
    assert "unchanged" in capsys.readouterr().out


def test_refused_where_debug_is_off(place_rows_of_examples, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="never load where DEBUG is off"):
        call_command("load_examples")
    assert not Facility.objects.exists()


def test_not_loaded_beside_a_real_listing_or_after_an_import(place_rows_of_examples, settings, capsys):
    settings.DEBUG = True
    make_facility(name="A real place")
    call_command("load_examples")
    assert Facility.objects.count() == 1
    Facility.objects.all().delete()
    RemovedExample.objects.create(public_id="00000000-0000-0000-0000-000000000001")
    call_command("load_examples")
    assert not Facility.objects.exists()
    assert capsys.readouterr().out.count("no example loaded") == 2


def test_without_the_zip_table_it_says_what_to_do(db, settings):
    settings.DEBUG = True
    with pytest.raises(CommandError, match="load_places"):
        call_command("load_examples")


def test_a_banner_on_every_page_that_shows_one(loaded, client):
    memory.forget()
    results = client.get("/facilities/?near=60614").content.decode()
    assert "made up for a trial copy" in results
    page = client.get(Facility.objects.first().get_absolute_url()).content.decode()
    assert "This place is made up" in page
    assert "application/ld+json" not in page
    assert '<meta name="robots" content="noindex">' in page
