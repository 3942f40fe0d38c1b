"""The map's data: every place in one marker, nothing private, our own outlines."""

import gzip
import json
from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilities.clusters import APART, LISTED, _pixels, clusters
from facilities.frames import around, clipped
from facilities.geo import Point
from facilities.management.commands.load_places import COLUMNS, read_table
from facilities.outlines import outline, states_within
from facilities.place_names import STATES

POINTS = "/facilities/map/points/"
places = st.lists(
    st.fixed_dictionaries({"lat": st.floats(-80, 80), "lon": st.floats(-180, 180)}), max_size=40
)


@given(places, st.integers(3, 14))
def test_every_place_is_in_exactly_one_marker(places, zoom):
    places = [{**place, "id": str(n)} for n, place in enumerate(places)]
    found = clusters(places, zoom, asked={"0", "3", "99"})
    assert sum(mark.size for mark in found) == len(places)
    assert all(len(mark.places) == min(mark.size, LISTED) for mark in found)
    assert {one for mark in found for one in mark.asked} == {"0", "3"} & {place["id"] for place in places}
    points = [_pixels({"lat": mark.lat, "lon": mark.lon}, zoom) for mark in found]
    assert all(dist(a, b) >= APART - 1e-6 for a, b in combinations(points, 2))


def test_neighbors_are_joined_from_afar_and_apart_close_by():
    pair = [{"id": "1", "lat": 41.90, "lon": -87.65}, {"id": "2", "lat": 41.95, "lon": -87.65}]
    assert len(clusters(pair, 4)) == 1
    assert len(clusters(pair, 12)) == 2


def test_the_map_has_the_places_of_the_list(client, place_with):
    place_with("OIT", name="Here")
    place_with("ORT", name="Other level")
    place_with("OIT", name="Private", street1="- - -", address_withheld=True)
    data = client.get(f"{POINTS}?near=60614&care=iop&zoom=10").json()
    assert [place["name"] for mark in data["clusters"] for place in mark["places"]] == ["Here"]
    assert data["complete"]


def test_the_map_says_which_marker_a_listed_place_is_in(client, place_with):
    here, other = place_with("OIT", name="Here"), place_with("OIT", name="Other")
    data = client.get(f"{POINTS}?near=60614&zoom=10&list={here.public_id},nonsense").json()
    assert [mark["asked"] for mark in data["clusters"]] == [[str(here.public_id)]]
    assert str(other.public_id) in {place["id"] for mark in data["clusters"] for place in mark["places"]}


@pytest.mark.parametrize("zoom", ["", "abc", "-1", "99", "²", "9" * 50])
def test_any_zoom_is_answered(client, place_with, zoom):
    place_with("OIT")
    assert client.get(POINTS, {"near": "60614", "zoom": zoom}).status_code == 200


def test_a_search_that_cannot_be_made_has_no_markers(client, places):
    assert client.get(f"{POINTS}?near=606").status_code == 422
    assert client.get(POINTS).status_code == 422


def test_the_map_page_keeps_the_list_and_the_search_offers_it(client, place_with):
    place_with("OIT", name="Here")
    assert (
        "/facilities/map/?near=60614&amp;care=iop"
        in client.get("/facilities/?near=60614&care=iop").content.decode()
    )
    page = client.get("/facilities/map/?near=60614&care=iop").content.decode()
    assert "Here</a>" in page
    assert "The map needs JavaScript." in page
    assert client.get("/facilities/map/?near=606").status_code == 200
    assert client.get("/facilities/map/?near=Illinois").status_code == 200


def test_outlines_of_every_state_and_territory_we_have(client):
    data = json.loads(b"".join(client.get("/facilities/map/outlines.json")))
    drawn = {feature["id"] for feature in data["features"]}
    assert set(STATES) - drawn == {"FM", "MH", "PW"}
    for state in drawn:
        assert outline(state).path.startswith("M")
        assert client.get(f"/facilities/map/counties/{state}.json").status_code == 200
    assert outline("PW") is None


@pytest.mark.parametrize("state", ["PW", "XX", "il", "..", "states"])
def test_a_state_without_counties_is_not_found(client, state):
    assert client.get(f"/facilities/map/counties/{state}.json").status_code == 404


def packed(content):
    return len(gzip.compress(content, 6))


@pytest.mark.parametrize(
    "view",
    [
        pytest.param((100, 100, 100), id="a search within 50 miles"),
        pytest.param((79, 1110, 544), id="what a large screen shows of one within 25"),
    ],
)
def test_outlines_are_light_wherever_one_looks(client, view):
    """The map may weigh 120 KB. Leaflet takes 46 of them, our scripts 5, the markers up to 10 in a large city."""
    overview = b"".join(client.get("/facilities/map/outlines.json"))
    land = {
        f["id"]: [ring for piece in f["geometry"]["coordinates"] for ring in piece]
        for f in json.loads(overview)["features"]
    }
    weight = {state: packed(b"".join(client.get(f"/facilities/map/counties/{state}.json"))) for state in land}
    rows = (dict(zip(COLUMNS, row, strict=True)) for row in read_table())
    seen_from_afar = packed(overview)
    for city in (row for row in rows if row["kind"] == "city" and row["population"] >= 100_000):
        reach = around(Point(city["latitude"], city["longitude"]), *view)
        near = [state for state in states_within(reach) if any(clipped(ring, reach) for ring in land[state])]
        room = 59_000 if city["population"] >= 250_000 else 64_000
        assert seen_from_afar + sum(weight[state] for state in near) < room, (city["name"], near)


@pytest.mark.parametrize(
    ("state", "point"),
    [
        ("IL", Point(41.88, -87.63)),
        ("AK", Point(51.88, -176.66)),
        ("AK", Point(52.9, 172.9)),
        ("HI", Point(21.3, -157.86)),
        ("GU", Point(13.47, 144.75)),
        ("PR", Point(18.2, -67.14)),
    ],
)
def test_a_place_lies_inside_the_picture_of_its_state(state, point):
    drawn = outline(state).frame
    x, y = drawn.project(point)
    assert 0 <= x <= drawn.width
    assert 0 <= y <= drawn.height
