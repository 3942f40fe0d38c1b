"""Changes to a selection: previewed, explained, in history, all or nothing."""

import pytest
from django.urls import reverse
from django.utils import timezone

from facilities.models import DataVersion, Facility
from tests.factories import make_facility, make_staff

pytestmark = pytest.mark.django_db
LIST = reverse("admin:facilities_facility_changelist")


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def choose(client, action, facilities, **more):
    return client.post(
        LIST, {"action": action, "_selected_action": [place.pk for place in facilities], **more}
    )


def test_the_preview_changes_nothing(staff):
    place = make_facility()
    answer = choose(staff, "retire", [place])
    assert "1 listing" in answer.text
    assert Facility.objects.get().status == "listed"


def test_mark_verified_today_records_who_when_and_how(staff):
    places, other = [make_facility(), make_facility()], make_facility()
    choose(staff, "mark_verified_today", places, apply="1", how="phone")
    for place in places:
        place.refresh_from_db()
        assert place.last_verified_on == timezone.localdate()
        assert place.last_verified_how == "phone"
        newest = place.history.first()
        assert newest.history_user.username == "alice"
        assert newest.history_change_reason == "Verified today"
    assert Facility.objects.get(pk=other.pk).last_verified_on is None


def test_verified_needs_a_how(staff):
    place = make_facility()
    answer = choose(staff, "mark_verified_today", [place], apply="1", how="guess")
    assert answer.context["form"].errors["how"]
    assert Facility.objects.get().last_verified_on is None


@pytest.mark.parametrize(
    ("action", "status"), [("retire", "retired"), ("hide", "hidden"), ("show", "listed")]
)
def test_status_changes_need_a_reason(staff, action, status):
    place = make_facility(status="hidden" if action == "show" else "listed")
    assert choose(staff, action, [place], apply="1").context["form"].errors["why"]
    choose(staff, action, [place], apply="1", why="closed in May")
    place.refresh_from_db()
    assert place.status == status
    assert place.history.first().history_change_reason == "closed in May"


def test_every_match_of_a_search_can_be_chosen(staff):
    places = [make_facility(city="Peoria") for _ in range(60)]
    make_facility(city="Chicago")
    address = LIST + "?q=peoria"
    data = {"action": "hide", "_selected_action": [places[0].pk], "select_across": "1"}
    assert "60 listings" in staff.post(address, data).text
    staff.post(address, data | {"apply": "1", "why": "test of a filter"})
    assert Facility.objects.filter(status="hidden").count() == 60


def test_the_number_of_queries_does_not_grow(staff, django_assert_num_queries, django_assert_max_num_queries):
    few, many = [make_facility()], [make_facility() for _ in range(40)]
    with django_assert_max_num_queries(20) as counted:
        choose(staff, "mark_verified_today", few, apply="1", how="web")
    with django_assert_num_queries(len(counted)):
        choose(staff, "mark_verified_today", many, apply="1", how="web")


def test_public_pages_are_told(staff):
    before = DataVersion.current()
    choose(staff, "hide", [make_facility()], apply="1", why="asked to")
    assert DataVersion.current() == before + 1
