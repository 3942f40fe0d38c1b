# ruff: noqa: T201 (a script for a developer)
"""Rebuild counties/<STATE>.json: county outlines, their names and towns. Needs what build_outlines.py needs.

    /tmp/build/bin/python -m facilities.data.build_counties   (see build_places.py for the environment)

Each file is TopoJSON: every border once, in the grid of the source. Objects: `land` (the state), `counties` (id: FIPS
code), `towns` (largest first). Source: US Census Bureau cartographic boundaries (public domain) as packaged in npm
us-atlas (ISC); towns from places.csv.gz (GeoNames), so build that first.
"""

import csv
import gzip
import json
import tempfile
from itertools import pairwise
from pathlib import Path

from facilities.data.build_outlines import CENSUS_NAMES, SMALLEST_ISLAND, read_atlas, west_of_the_date_line
from facilities.geo import Point, miles_between
from facilities.place_names import STATE_BY_KEY, place_key

FOLDER = Path(__file__).with_name("counties")
PLACES = Path(__file__).with_name("places.csv.gz")
SMALLEST_TOWN = 2_000  # people
TOWNS_APART = 8.0  # miles; of towns nearer than that, the largest is named
BIG_CITY, ITS_REACH = (
    500_000,
    14.0,
)  # its quarters are listed as towns of their own; they are not what orients people


def decoded(atlas):
    """The arcs as lists of (lon, lat), Alaska's far islands to the west of the rest."""
    (scale_x, scale_y), (west, south) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((west + x * scale_x, south + y * scale_y))
        yield [west_of_the_date_line(*p) for p in points] if points[0][0] > 170 else points


def pieces(geometry):
    """The polygons of a geometry, each a list of rings of arc numbers."""
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def area(piece, arcs):
    """Of a polygon's outer ring, in square degrees (shoelace formula; a sliver of two points has none)."""
    points = [p for n in piece[0] for p in (arcs[n] if n >= 0 else arcs[~n][::-1])]
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*points, points[0]]))) / 2


def without_far_islets(geometry, arcs, smallest):
    """The geometry with the polygons worth drawing, the largest first and in any case; named, with its code."""
    sizes = sorted(((area(piece, arcs), piece) for piece in pieces(geometry)), key=lambda pair: -pair[0])
    kept = [piece for size, piece in sizes if size >= min(smallest, sizes[0][0])]
    named = {"id": geometry["id"], "properties": {"name": geometry["properties"]["name"]}}
    return {"type": "MultiPolygon", **named, "arcs": kept}


def towns_by_state():
    """{state: [(point, reach in miles, name)]}, largest first, none within reach of a larger one unless big itself."""
    kept: dict[str, list] = {}
    with gzip.open(PLACES, "rt") as file:
        rows = [row for row in csv.DictReader(file) if not row["zip"]]
    rows = [row for row in rows if int(row["population"] or 0) >= SMALLEST_TOWN]
    for row in sorted(rows, key=lambda row: -int(row["population"])):
        here, is_big = Point(float(row["lat"]), float(row["lon"])), int(row["population"]) >= BIG_CITY
        known = kept.setdefault(row["state"], [])
        if is_big or all(miles_between(here, there) >= reach for there, reach, _ in known):
            known.append((here, ITS_REACH if is_big else TOWNS_APART, row["name"]))
    return kept


def on_the_grid(point, transform):
    lon = point.lon - 360 if point.lon > 170 and transform["translate"][0] < -170 else point.lon
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    return [round((lon - west) / scale_x), round((point.lat - south) / scale_y)]


def renumbered(geometries, atlas, shift):
    """Geometries with arcs numbered from 0, and those arcs as the source has them."""
    numbers: dict[int, int] = {}

    def number(arcs):
        if isinstance(arcs, list):
            return [number(part) for part in arcs]
        new = numbers.setdefault(arcs if arcs >= 0 else ~arcs, len(numbers))
        return new if arcs >= 0 else ~new

    for geometry in geometries:
        geometry["arcs"] = number(geometry["arcs"])
    return [shifted(atlas["arcs"][old], shift) for old in numbers]


def shifted(arc, turn):
    """An arc in the far east of the grid, one turn of the earth to the west; others as they are."""
    (x, y), *rest = arc
    return [[x - turn, y], *rest] if x > turn * 0.97 else arc  # 170 degrees east and on


def topology(state, fips, atlas, arcs, towns):
    """One state's file."""
    transform, source = atlas["transform"], atlas["objects"]
    (outline,) = (g for g in source["states"]["geometries"] if g["id"] == fips)
    smallest = max(area(piece, arcs) for piece in pieces(outline)) * SMALLEST_ISLAND
    land = without_far_islets(outline, arcs, smallest)
    counties = [
        without_far_islets(g, arcs, smallest) for g in source["counties"]["geometries"] if g["id"][:2] == fips
    ]
    counties.sort(key=lambda county: county["id"])
    used = renumbered([land, *counties], atlas, round(360 / transform["scale"][0]))
    objects = {"land": land, "counties": {"type": "GeometryCollection", "geometries": counties}}
    objects["towns"] = {
        "type": "MultiPoint",
        "properties": {"names": [name for _, _, name in towns]},
        "coordinates": [on_the_grid(point, transform) for point, _, _ in towns],
    }
    return {"type": "Topology", "transform": transform, "objects": objects, "arcs": used}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        atlas = read_atlas(Path(name), "counties-10m")
    arcs, towns = list(decoded(atlas)), towns_by_state()
    FOLDER.mkdir(exist_ok=True)
    for outline in atlas["objects"]["states"]["geometries"]:
        name = outline["properties"]["name"]
        state = CENSUS_NAMES.get(name) or STATE_BY_KEY[place_key(name)]
        drawn = topology(state, outline["id"], atlas, arcs, towns.get(state, []))
        text = json.dumps(drawn, separators=(",", ":"), ensure_ascii=False)
        (FOLDER / f"{state}.json").write_text(text + "\n")
    files = list(FOLDER.glob("*.json"))
    print(f"{FOLDER}: {len(files)} states, {sum(f.stat().st_size for f in files):,} bytes")


if __name__ == "__main__":
    main()
