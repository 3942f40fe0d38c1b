"""Real coordinates from a table: set where they can be trusted, never where staff or the law of distance object."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from facilities.models import Facility, ImportBatch, QuarantinedPoint
from tests.facilities.imported import count, everything
from tests.factories import make_facility

pytestmark = pytest.mark.django_db
HEADER = "name1,street1,city,state,zip,latitude,longitude"


@pytest.fixture
def table(tmp_path, places):
    """Run the command on a table of these lines."""

    def run(*lines, header=HEADER, arguments=()):
        path = tmp_path / "points_2021.csv"
        path.write_text("\n".join([header, *lines]))
        out = StringIO()
        call_command("import_coordinates", str(path), *arguments, verbosity=0, stdout=out)
        return out.getvalue()

    return run


def test_a_listing_gets_the_point_of_its_address(table):
    make_facility(street1="1 North Main St.", zip="60614")
    report = table("Alpha,1 North Main Street,Chicago,IL,60614,41.9301,-87.6402")
    place = Facility.objects.get()
    assert (place.latitude, place.longitude, place.point_quality) == (41.9301, -87.6402, "address")
    assert count(report, "points set") == 1
    assert place.history.first().history_change_reason.startswith("Import ")


def test_twice_changes_nothing(table):
    make_facility()
    line = "Alpha,1 Main Street,Chicago,IL,60614,41.9301,-87.6402"
    table(line)
    before = everything()
    assert "Nothing to change" in table(line)
    assert everything() == before


def test_a_point_more_than_80_km_off_is_quarantined_once(table):
    make_facility()
    line = "Alpha,1 Main Street,Chicago,IL,60614,40.0,-87.65"
    table(line)
    assert Facility.objects.get().point_quality == "zip"
    assert QuarantinedPoint.objects.get().km_from_zip == pytest.approx(213, abs=3)
    table(line)
    assert QuarantinedPoint.objects.count() == 1


def test_staff_points_and_withheld_addresses_are_left_alone(table):
    make_facility(name="staff", point_quality="staff")
    owned = make_facility(name="owned", owned_fields={"latitude": {"by": "alice", "on": "2026-01-01"}})
    make_facility(name="withheld", address_withheld=True)
    report = table("Alpha,1 Main Street,Chicago,IL,60614,41.9301,-87.6402")
    assert not Facility.objects.filter(latitude=41.9301).exists()
    assert (count(report, "set by staff, kept"), owned.latitude) == (2, 41.92)


def test_points_that_disagree_are_not_used(table):
    make_facility()
    report = table(
        "Alpha,1 Main Street,Chicago,IL,60614,41.9301,-87.6402",
        "Beta,1 Main St,Chicago,IL,60614,41.9901,-87.6402",
    )
    assert count(report, "points disagree") == 1
    assert Facility.objects.get().point_quality == "zip"


def test_other_headers_and_lost_zeros(table):
    make_facility(street1="5 Elm Street", zip="02134", state="MA")
    table("x,5 Elm St,MA,2134,42.355,-71.13", header="ID,ADDRESS,STATE,POSTAL,Latitude,Longitude")
    assert Facility.objects.get().latitude == 42.355


def test_a_dry_run_writes_nothing(table):
    make_facility()
    before = everything()
    report = table("Alpha,1 Main Street,Chicago,IL,60614,41.9301,-87.6402", arguments=["--dry-run"])
    assert "Dry run" in report and everything() == before


def test_a_table_without_points_is_refused(table):
    with pytest.raises(CommandError, match="missing column latitude"):
        table("a,b", header="street1,zip")
    with pytest.raises(CommandError, match="not one row with a street"):
        table("Alpha,,Chicago,IL,60614,41.9,-87.6")


def test_the_batch_keeps_former_values(table):
    place = make_facility()
    table("Alpha,1 Main Street,Chicago,IL,60614,41.9301,-87.6402")
    former = ImportBatch.objects.get().before["changed"]["facility"][str(place.pk)]
    assert (former["latitude"], former["point_quality"]) == (41.92, "zip")
