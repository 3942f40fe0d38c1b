"""Counties: every state's file whole, points in the right county, names as people say them."""

import gzip

import pytest

from facilities.counties import FOLDER, atlas, county_at
from facilities.frames import Frame, around, clipped
from facilities.geo import Point, miles_between
from facilities.management.commands.load_places import COLUMNS, read_table
from facilities.outlines import close_up, outline, picture, ruler, towns_within
from facilities.place_names import STATES

CHICAGO = Point(41.88, -87.63)


def test_every_state_and_territory_the_source_has():
    assert {file.stem for file in FOLDER.glob("*.json")} == set(STATES) - {"FM", "MH", "PW"}
    counted = {state: len(atlas(state).counties) for state in ("TX", "DC", "PR", "DE", "VI", "GU")}
    assert counted == {"TX": 254, "DC": 1, "PR": 78, "DE": 3, "VI": 3, "GU": 1}
    assert sum(len(atlas(file.stem).counties) for file in FOLDER.glob("*.json")) == 3231


def test_the_files_stay_small():
    assert sum(file.stat().st_size for file in FOLDER.glob("*.json")) < 1_500_000
    assert max(len(gzip.compress(file.read_bytes(), 6)) for file in FOLDER.glob("*.json")) < 25_000


@pytest.mark.parametrize(
    ("state", "point", "label"),
    [
        ("IL", CHICAGO, "Cook County"),
        ("LA", Point(29.95, -90.07), "Orleans Parish"),
        ("MD", Point(39.29, -76.61), "Baltimore"),
        ("MD", Point(39.40, -76.60), "Baltimore County"),
        ("VA", Point(37.54, -77.44), "Richmond"),
        ("AK", Point(61.2, -149.9), "Anchorage"),
        ("AK", Point(52.9, 172.95), "Aleutians West"),
        ("PR", Point(18.2, -67.14), "Mayagüez"),
        ("GU", Point(13.47, 144.75), "Guam"),
        ("MP", Point(15.19, 145.74), "Saipan"),
        ("HI", Point(21.31, -157.86), "Honolulu County"),
    ],
)
def test_a_point_lies_in_its_county(state, point, label):
    assert county_at(state, point).label == label


def test_a_point_at_sea_or_in_a_state_without_outlines_has_no_county():
    assert county_at("IL", Point(0, 0)) is None
    assert county_at("PW", Point(7.3, 134.5)) is None


def test_every_town_is_where_the_places_table_has_it():
    rows = (dict(zip(COLUMNS, row, strict=True)) for row in read_table())
    known = {(row["name"], row["state"]): row for row in rows if row["kind"] == "city"}
    for state in ("AK", "CA", "RI"):
        for name, point in atlas(state).towns:
            row = known[name, state]
            assert miles_between(point, Point(row["latitude"], row["longitude"])) < 0.2, name


def test_the_larger_towns_come_first_and_the_home_state_before_its_neighbors():
    kansas_city = around(Point(39.1, -94.6), 60, 320, 240)
    assert [name for name, _ in towns_within(kansas_city, "KS")][:2] == ["Overland Park", "Kansas City"]
    assert next(name for name, _ in towns_within(kansas_city, "MO")) == "Kansas City"


def test_a_shape_is_cut_at_the_edge_of_the_picture():
    frame = Frame(10, 10, west=0, north=10, scale_x=1, scale_y=1)
    square = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (-5.0, 15.0), (-5.0, 5.0)]
    cut = clipped(square, frame)
    assert {(round(x), round(y)) for x, y in cut} == {(0, 5), (5, 5), (5, 10), (0, 10)}
    assert clipped([(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], frame) == []


def test_the_ruler_is_as_long_as_it_says():
    frame = around(CHICAGO, 40, 320, 240)
    miles, length = ruler(frame)
    end = frame.point_at(160 + length, 120)
    assert miles_between(CHICAGO, end) == pytest.approx(miles, rel=0.02)


@pytest.mark.parametrize("state", ["IL", "AK", "HI", "PR", "GU", "VA", "NV"])
def test_a_close_up_has_the_place_in_the_middle_of_its_county(state):
    name, point = next((name, point) for name, point in atlas(state).towns if county_at(state, point))
    drawn = close_up(point, county_at(state, point))
    assert drawn.dot == (160.0, 120.0)
    assert [piece.home for piece in drawn.pieces].count(True) == 1
    assert name in [one.text for one in drawn.names]


def test_names_do_not_touch():
    drawn = close_up(Point(40.75, -73.99), county_at("NY", Point(40.75, -73.99)))
    spots = [(one.x, one.y) for one in drawn.names]
    assert len(spots) > 3
    for n, (x, y) in enumerate(spots):
        assert all(abs(y - other_y) > 10 or abs(x - other_x) > 20 for other_x, other_y in spots[n + 1 :])


def test_a_state_without_a_known_point_is_drawn_alone():
    alone = picture("IL", None)
    assert (alone["near"], alone["dot"], alone["where"]) == (None, None, "Illinois")
    assert picture("PW", Point(7.3, 134.5)) is None
    assert outline("IL").path.startswith("M")


@pytest.mark.django_db
def test_the_listing_says_its_county_and_a_private_address_does_not(client, place_with):
    here = place_with("OIT", latitude=41.88, longitude=-87.63)
    text = client.get(here.get_absolute_url()).text
    assert "Cook County, Illinois" in text
    assert 'class="near"' in text
    private = place_with("OIT", name="Private", street1="- - -", address_withheld=True)
    text = client.get(private.get_absolute_url()).text
    assert 'class="near"' not in text
    assert "Cook County" not in text
