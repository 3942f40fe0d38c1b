"""Report a problem, and search from where the browser is."""

import pytest
from django.core.cache import cache
from django.db import OperationalError

from facilities.forms import ReportForm
from facilities.models import ProblemReport
from facilities.visitor_forms import REPORTS_A_DAY

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


@pytest.fixture
def address(place_with):
    return f"/facilities/{place_with('OIT').public_id}/report/"


def test_a_report_is_queued_for_staff_without_identity(client, address):
    response = client.post(address, {"kind": "number", "details": "It rings elsewhere"}, **OURS)
    assert (response.status_code, response.url) == (303, "?sent")
    assert "Thank you" in client.get(f"{address}?sent").text
    report = ProblemReport.objects.get()
    assert (report.kind, report.details, report.status) == ("number", "It rings elsewhere", "new")


@pytest.mark.parametrize(
    ("data", "says"),
    [({"details": "kept"}, "Choose what is wrong."), ({"kind": "x", "details": "kept"}, "Choose what is wrong."),
     ({"kind": "moved", "details": "kept" + "x" * 1000}, "Use at most 1,000 letters.")],
)  # fmt: skip
def test_a_mistake_is_said_beside_the_field_and_the_text_is_kept(client, address, data, says):
    page = client.post(address, data, **OURS)
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "kept" in page.content.decode()
    assert not ProblemReport.objects.exists()


def test_another_site_cannot_report(client, address):
    assert client.post(address, {"kind": "number"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert client.post(address, {"kind": "number"}).status_code == 403


def test_reports_are_limited_per_day(client, address):
    data = {"kind": "number", "details": "kept"}
    pages = [client.post(address, data, **OURS) for _ in range(REPORTS_A_DAY + 1)]
    assert [page.status_code for page in pages] == [303] * REPORTS_A_DAY + [429]
    assert "send it tomorrow" in pages[-1].content.decode()
    assert "kept</textarea>" in pages[-1].content.decode()
    assert ProblemReport.objects.count() == REPORTS_A_DAY


def test_a_busy_database_asks_to_try_again_and_keeps_the_text(client, address, monkeypatch):
    def busy(self):
        raise OperationalError("database is locked")

    monkeypatch.setattr(ReportForm, "save", busy)
    text = client.post(address, {"kind": "number", "details": "kept"}, **OURS).content.decode()
    assert "in a moment" in text
    assert "kept" in text


def test_only_listed_places_can_be_reported(client, place_with):
    assert (
        client.get(f"/facilities/{place_with('OIT', status='hidden').public_id}/report/").status_code == 404
    )


def test_a_listing_links_to_its_report(client, place_with):
    facility = place_with("OIT")
    assert (
        f"/facilities/{facility.public_id}/report/"
        in client.get(facility.get_absolute_url()).content.decode()
    )


def test_here_redirects_to_the_nearest_zip_and_keeps_the_filters(client, places):
    response = client.post(
        "/facilities/here/", {"lat": "41.9217", "lon": "-87.6512", "query": "care=iop&junk=1"}
    )
    assert (response.status_code, response["Location"]) == (302, "/facilities/?care=iop&near=60614")


@pytest.mark.parametrize(
    "data", [{}, {"lat": "x", "lon": "y"}, {"lat": "91", "lon": "0"}, {"lat": "0", "lon": "0"}]
)
def test_a_point_we_cannot_use_asks_for_a_zip(client, places, data):
    response = client.post("/facilities/here/", data, follow=True)
    assert "Type a ZIP code, or a city and state." in response.content.decode()


@pytest.mark.django_db
def test_here_is_never_in_an_address(client):
    assert client.get("/facilities/here/?lat=1&lon=2").status_code == 405
