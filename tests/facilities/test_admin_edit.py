"""Editing a listing: staff values become ours, every change has who, when, before, after and why."""

import pytest
from django.urls import reverse

from facilities.admin import services
from facilities.models import DataVersion, Facility, Organization
from tests.factories import make_facility, make_program, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def edit_url(facility):
    return reverse("admin:facilities_facility_change", args=[facility.pk])


def form_data(client, facility):
    """What a browser would send back unchanged."""
    forms = client.get(edit_url(facility)).context
    formset = forms["inline_admin_formsets"][0].formset
    data = {}
    for form in (forms["adminform"].form, formset.management_form, *formset.forms):
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                data[bound.html_name] = value
    return data


def save(client, facility, **changes):
    answer = client.post(edit_url(facility), form_data(client, facility) | changes)
    assert answer.status_code == 302, answer.context["errors"]
    facility.refresh_from_db()


def test_saving_without_a_change_claims_nothing(staff):
    program = make_program()
    save(staff, program.facility)
    program.refresh_from_db()
    assert program.facility.owned_fields == {}
    assert program.owned_fields == {}


def test_a_changed_field_becomes_ours(staff):
    facility = make_facility()
    save(staff, facility, website="https://example.org/")
    assert set(facility.owned_fields) == {"website"}
    assert facility.owned_fields["website"]["by"] == "alice"


def test_a_changed_phone_of_a_program_becomes_ours(staff):
    program = make_program()
    save(staff, program.facility, **{"programs-0-phone": "312-555-0199"})
    program.refresh_from_db()
    assert program.phone == "312-555-0199"
    assert set(program.owned_fields) == {"phone"}


def test_status_and_check_dates_are_not_for_imports_to_propose(staff):
    facility = make_facility()
    save(staff, facility, status="hidden", last_verified_on="2026-01-05", last_verified_how="phone")
    assert facility.status == "hidden"
    assert facility.owned_fields == {}


def test_a_field_can_be_given_back_to_the_imports(staff):
    facility = make_facility(owned_fields={"website": {"by": "bob", "on": "2026-01-05"}})
    assert "since 2026-01-05, by bob" in staff.get(edit_url(facility)).text
    save(staff, facility, release_fields=["website"])
    assert facility.owned_fields == {}


def test_history_says_who_what_before_after_and_why(staff):
    program = make_program(make_facility(name="Example Before"))
    save(staff, program.facility, name="Example After", change_reason="called them")
    save(staff, program.facility, **{"programs-0-phone": "312-555-0199", "change_reason": "new line"})
    text = staff.get(reverse("admin:facilities_facility_history", args=[program.facility.pk])).text
    for words in (
        "Example Before",
        "Example After",
        "alice",
        "called them",
        "312-555-0123",
        "312-555-0199",
        "new line",
    ):
        assert words in text


def undo(client, facility, row, kind="facility"):
    return client.post(reverse("admin:facilities_undo", args=[facility.pk, kind, row.pk]), follow=True)


def test_a_change_can_be_undone(staff):
    program = make_program(make_facility(name="Example Before"))
    save(staff, program.facility, name="Example Wrong", **{"programs-0-phone": "312-555-0199"})
    assert "Undone" in undo(staff, program.facility, program.facility.history.first()).text
    undo(staff, program.facility, program.history.first(), "program")
    program.refresh_from_db()
    assert (program.facility.name, program.phone) == ("Example Before", "312-555-0123")
    assert program.facility.owned_fields == {}
    assert program.facility.history.first().history_change_reason.startswith("Undid the change of")


def test_undo_of_services_brings_levels_and_pairs_back(staff):
    program = make_program(codes="OIT MD")
    services.save_services(program, ["MD"], make_staff("bob"), "wrong call")
    undo(staff, program.facility, program.history.first(), "program")
    program.refresh_from_db()
    assert program.code_set == {"OIT", "MD"} == set(program.codes.values_list("code", flat=True))
    assert program.stated_levels()


def test_undo_refuses_what_was_changed_again_and_the_beginning(staff):
    facility = make_facility(name="Example One")
    beginning = facility.history.first()
    save(staff, facility, name="Example Two")
    second = facility.history.first()
    save(staff, facility, name="Example Three")
    assert "changed again" in undo(staff, facility, second).text
    assert "nothing before it" in undo(staff, facility, beginning).text
    facility.refresh_from_db()
    assert facility.name == "Example Three"


def test_a_moved_place_stands_in_its_new_zip(staff, places):
    facility = make_facility()
    save(staff, facility, zip="99501", city="Anchorage", state="ak")
    assert facility.latitude > 60
    assert facility.point_quality == Facility.PointQuality.ZIP
    assert facility.state == "AK"


def test_a_pasted_point_is_ours(staff):
    facility = make_facility()
    save(staff, facility, point=" 41.885710, -87.622500 ")
    assert (facility.latitude, facility.longitude) == (41.88571, -87.6225)
    assert facility.point_quality == Facility.PointQuality.STAFF
    assert {"latitude", "longitude"} <= set(facility.owned_fields)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("point", "north", "Write latitude"),
        ("point", "91, 0", "between -90 and 90"),
        ("zip", "6061", "five digits"),
        ("name", "", "required"),
    ],
)
def test_wrong_input_gets_a_message_beside_the_field_and_is_kept(staff, field, value, says):
    facility = make_facility()
    answer = staff.post(edit_url(facility), form_data(staff, facility) | {field: value})
    assert answer.status_code == 200
    assert says in " ".join(answer.context["adminform"].form.errors[field])
    assert Facility.objects.get(pk=facility.pk).name == facility.name


def test_visitors_see_an_edit_at_once(staff, client):
    program = make_program()
    assert "312-555-0123" in client.get(program.facility.get_absolute_url()).text
    save(staff, program.facility, **{"programs-0-phone": "312-555-0199"})
    text = client.get(program.facility.get_absolute_url()).text
    assert "312-555-0199" in text
    assert "312-555-0123" not in text


def test_public_pages_are_told_of_every_save(staff):
    program = make_program()
    before = DataVersion.current()
    save(staff, program.facility, **{"programs-0-phone": "312-555-0199"})
    assert DataVersion.current() == before + 1


def test_services_are_shown_in_words(staff):
    from facilities.models import ServiceCode

    ServiceCode.objects.create(
        code="OIT", category_code="SET", category_name="Service Setting", label="Intensive"
    )
    program = make_program(codes="OIT")
    assert "Intensive (OIT)" in staff.get(edit_url(program.facility)).text


def test_nothing_can_be_deleted(staff):
    facility = make_facility()
    assert staff.post(reverse("admin:facilities_facility_delete", args=[facility.pk])).status_code == 403
    assert "delete_selected" not in staff.get(reverse("admin:facilities_facility_changelist")).text


def test_the_number_of_queries_does_not_grow(staff, django_assert_max_num_queries, django_assert_num_queries):
    few = make_program().facility
    many = make_program().facility
    for _ in range(8):
        make_program(many)
    with django_assert_max_num_queries(14) as counted:
        staff.get(edit_url(few))
    with django_assert_num_queries(len(counted)):
        staff.get(edit_url(many))


def test_an_organization_is_edited_with_a_reason(staff):
    organization = Organization.objects.create(name="Example Group", name_key="example group il")
    url = reverse("admin:facilities_organization_change", args=[organization.pk])
    staff.post(url, {"name": "Example Groups", "website": "", "change_reason": "their letter"})
    newest = organization.history.first()
    assert (newest.name, newest.history_user.username) == ("Example Groups", "alice")
    assert newest.history_change_reason == "their letter"
