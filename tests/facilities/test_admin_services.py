"""Changing what a program offers: levels, pairs, ownership and history follow the ticks."""

import pytest
from django.urls import reverse

from facilities.models import Facility, Program, ServiceCode
from tests.factories import make_program, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def program():
    made = make_program(codes="OIT RS MD")
    ServiceCode.objects.update(directories="mh su", category_name="Service Setting")
    return made


def save(client, program, *codes, why="called"):
    url = reverse("admin:facilities_services", args=[program.pk])
    return client.post(url, {"codes": codes, "why": why})


def test_ticks_become_codes_levels_and_search_hits(staff, program):
    save(staff, program, "RS", "MD")
    program = Program.objects.get()
    assert program.code_set == {"RS", "MD"} == set(program.codes.values_list("code", flat=True))
    assert [level.slug for level in program.stated_levels()] == ["residential"]
    assert not Facility.objects.listed().with_codes("OIT").exists()
    assert set(program.owned_fields) == {"codes_text"}


def test_history_shows_what_came_and_went(staff, program):
    save(staff, program, "OIT", why="spoke to intake")
    text = staff.get(reverse("admin:facilities_facility_history", args=[program.facility_id])).text
    assert "<del>MD RS</del>" in text
    assert "spoke to intake" in text


def test_saving_the_same_ticks_changes_nothing(staff, program):
    before = program.history.count()
    save(staff, program, "OIT", "RS", "MD")
    assert program.history.count() == before
    assert Program.objects.get().owned_fields == {}


@pytest.mark.parametrize(("codes", "why", "field"), [(["NOPE"], "x", "codes"), (["RS"], "", "why")])
def test_wrong_input_keeps_the_ticks_and_changes_nothing(staff, program, codes, why, field):
    answer = save(staff, program, *codes, why=why)
    assert answer.context["form"].errors[field]
    assert answer.context["ticked"] == set(codes)
    assert Program.objects.get().code_set == {"OIT", "RS", "MD"}


def test_codes_of_another_directory_are_not_offered(staff, program):
    ServiceCode.objects.create(code="PHDT", category_code="X", category_name="X", label="x", directories="mh")
    text = staff.get(reverse("admin:facilities_services", args=[program.pk])).text
    assert 'value="PHDT"' not in text
    assert 'value="OIT"' in text
