"""Saved searches of the staff list."""

import pytest
from django.urls import reverse

from facilities.models import SavedSearch
from tests.factories import make_facility, make_staff

pytestmark = pytest.mark.django_db
LIST = reverse("admin:facilities_facility_changelist")
SAVE = reverse("admin:facilities_save_search")


@pytest.fixture
def staff(client, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(make_staff(is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    return client


def test_a_kept_search_leads_back_to_the_same_list(staff):
    make_facility(name="Example Harbor", city="Peoria")
    make_facility(name="Example Other")
    answer = staff.post(SAVE, {"name": "Peoria", "query": "q=peoria&state=IL&p=3"})
    assert answer.url == f"{LIST}?q=peoria&state=IL"
    page = staff.get(answer.url)
    assert [place.name for place in page.context["cl"].result_list] == ["Example Harbor"]
    assert '<a href="?q=peoria&amp;state=IL">Peoria</a>' in page.text


def test_the_same_name_replaces(staff):
    for query in ("q=a", "q=b"):
        staff.post(SAVE, {"name": "Mine", "query": query})
    assert SavedSearch.objects.get().query == "q=b"


def test_a_search_belongs_to_one_person(staff):
    theirs = SavedSearch.objects.create(owner=make_staff("bob"), name="Theirs", query="q=a")
    assert "Theirs" not in staff.get(LIST).text
    staff.post(reverse("admin:facilities_forget_search", args=[theirs.pk]))
    assert SavedSearch.objects.exists()


def test_it_can_be_forgotten(staff):
    staff.post(SAVE, {"name": "Mine", "query": "q=a"})
    staff.post(reverse("admin:facilities_forget_search", args=[SavedSearch.objects.get().pk]))
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    "data", [{"name": "", "query": "q=a"}, {"name": "x" * 61}, {"name": "x", "query": "q" * 501}]
)
def test_nonsense_gets_a_message(staff, data):
    assert 'class="error"' in staff.post(SAVE, data, follow=True).text
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("query", ["javascript:alert(1)", "//evil.example", "?q=a&p=9", '"><b>'])
def test_only_names_and_values_are_kept(staff, query):
    answer = staff.post(SAVE, {"name": "x", "query": query})
    assert answer.url.startswith(f"{LIST}?")
    assert "evil" not in answer.url
    assert "javascript" not in SavedSearch.objects.get().query
