# ruff: noqa: S603, S607, T201 (a script for a developer; it runs npm and pip by fixed names)
"""Rebuild states.geojson: simplified outlines of the states and territories. Needs build-requirements.txt and npm.

    /tmp/build/bin/python -m facilities.data.build_outlines   (see build_places.py for the environment)

Source: US Census Bureau cartographic boundaries (public domain) as packaged in npm us-atlas (ISC).
"""

import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

import topojson
from shapely.geometry import MultiPolygon, mapping, shape
from shapely.ops import transform

from facilities.place_names import STATE_BY_KEY, place_key

NPM = "us-atlas@3.0.1"
OUT = Path(__file__).with_name("states.geojson")
TOLERANCE = (
    0.04  # degrees, about 3 miles: a few dots on the overview; closer by, the map draws counties instead
)
ALASKA_TOLERANCE = 0.1
SMALLEST_ISLAND = 0.0001  # share of the largest piece; keeps the islands that people live on
CENSUS_NAMES = {"Commonwealth of the Northern Mariana Islands": "MP", "United States Virgin Islands": "VI"}


def read_atlas(folder: Path, name: str):
    """One TopoJSON file of the package."""
    subprocess.run(["npm", "pack", NPM], cwd=folder, check=True)
    with tarfile.open(next(folder.glob("us-atlas-*.tgz"))) as tar:
        raw = tar.extractfile(f"package/{name}.json")
        assert raw
        return json.load(raw)


def read_states(folder: Path):
    """GeoJSON features of all states, neighbors sharing the same simplified border."""
    atlas = read_atlas(folder, "states-10m")
    topology = topojson.Topology(atlas, object_name="states", prequantize=False)
    return json.loads(topology.toposimplify(TOLERANCE).to_geojson(decimals=2))["features"]


def west_of_the_date_line(lon, lat):
    """Alaska's far islands lie past 180 degrees; drawn to the west of the rest, where they are."""
    return (lon - 360 if lon > 0 else lon), lat


def outline(feature):
    """One feature without the smallest islands, as {"type", "id", "properties", "geometry"}."""
    name = feature["properties"]["name"]
    code = CENSUS_NAMES.get(name) or STATE_BY_KEY[place_key(name)]
    form = shape(feature["geometry"]).buffer(0)
    pieces = list(form.geoms) if isinstance(form, MultiPolygon) else [form]
    largest = max(piece.area for piece in pieces)
    kept = MultiPolygon([piece for piece in pieces if piece.area >= largest * SMALLEST_ISLAND])
    if code == "AK":
        kept = transform(west_of_the_date_line, kept).simplify(
            ALASKA_TOLERANCE
        )  # a third of all points otherwise
    return {"type": "Feature", "id": code, "properties": {"name": name}, "geometry": mapping(kept)}


def rounded(value):
    """Coordinates to two decimals (about half a mile)."""
    if isinstance(value, float):
        return round(value, 2)
    return [rounded(part) for part in value]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        features = sorted((outline(f) for f in read_states(Path(name))), key=lambda f: f["id"])
    for feature in features:
        feature["geometry"]["coordinates"] = rounded(feature["geometry"]["coordinates"])
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    OUT.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")
    print(f"{OUT}: {len(features)} outlines, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
