# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole town: the same every time, written complete or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import geopandas as gpd
import networkx as nx
import pytest
from regard.core.errors import Cancelled, Failure, InputError
from regard.demo.town import generate_town, metric_crs
from regard.routing.roads.graph import table_of

FILES = {
    "background.gpkg",
    "network.gpkg",
    "third_party.gpkg",
    "requests.csv",
    "addresses.csv",
    "calendar.csv",
    "history.csv",
    "customers.csv",
    "directory.csv",
    "day_before",
    "resources",
    "ATTRIBUTION.txt",
}


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_all_sources_are_written_and_counted(town):
    assert {path.name for path in town.folder.iterdir()} == FILES
    assert town.town == "Port-Regard"
    assert town.crs == "EPSG:2154"
    for table in ("aep_canalisation", "aep_point_livraison", "ass_regard"):
        assert town.counts[table] == len(gpd.read_file(town.folder / "network.gpkg", layer=table))
    assert town.customers == town.counts["aep_point_livraison"] > 100
    assert town.pipes > 500


def test_same_seed_gives_the_same_bytes(town, grid_town, tmp_path):
    again = generate_town(grid_town, tmp_path / "again", seed=3)
    assert _digests(again.folder) == _digests(town.folder)
    assert again.counts == town.counts


def test_another_seed_gives_another_town_on_the_same_streets(town, grid_town, tmp_path, read):
    other = generate_town(grid_town, tmp_path / "other", seed=8)
    mains = gpd.read_file(other.folder / "network.gpkg", layer="aep_canalisation")
    assert len(mains) == len(read("aep_canalisation"))
    assert mains["materiau"].tolist() != read("aep_canalisation")["materiau"].tolist()
    assert (other.folder / "requests.csv").read_bytes() != (town.folder / "requests.csv").read_bytes()


def test_everything_is_in_the_crs_that_was_asked_for(grid_town, tmp_path):
    town = generate_town(grid_town, tmp_path / "utm", seed=3, crs="EPSG:32631")
    assert gpd.read_file(town.folder / "network.gpkg", layer="pei").crs == "EPSG:32631"
    assert gpd.read_file(town.folder / "third_party.gpkg").crs == "EPSG:32631"
    assert gpd.read_file(town.folder / "resources" / "zones.gpkg").crs == "EPSG:32631"


@pytest.mark.parametrize(
    ("lon", "lat", "crs"),
    [(2.35, 48.85, "EPSG:2154"), (-8.6, 41.15, "EPSG:32629"), (151.2, -33.9, "EPSG:32756")],
)
def test_crs_follows_the_place(lon, lat, crs):
    graph = nx.MultiDiGraph(crs="EPSG:4326")
    graph.add_node(1, x=lon, y=lat)
    assert metric_crs(table_of(graph)) == crs


class _Watch:
    """Progress that stops the work once ``stop_at`` is reached."""

    def __init__(self, stop_at: float = 2.0) -> None:
        self.fractions: list[float] = []
        self._stop_at = stop_at

    def report(self, fraction: float, text: str = "") -> None:
        self.fractions.append(fraction)

    def check(self) -> None:
        if self.fractions and self.fractions[-1] >= self._stop_at:
            raise Cancelled


def test_progress_runs_forward_to_the_end(grid_town, tmp_path):
    watch = _Watch()
    generate_town(grid_town, tmp_path, seed=3, progress=watch)
    assert watch.fractions == sorted(watch.fractions)
    assert watch.fractions[-1] == pytest.approx(1.0)


def test_cancelled_work_leaves_an_earlier_town_as_it_was(grid_town, tmp_path):
    earlier = generate_town(grid_town, tmp_path, seed=3)
    before = _digests(earlier.folder)
    with pytest.raises(Cancelled):
        generate_town(grid_town, tmp_path, seed=9, progress=_Watch(stop_at=0.6))
    assert _digests(tmp_path) == before


def test_a_damaged_extract_is_refused_in_one_line(grid_town, tmp_path):
    broken = tmp_path / "broken.osm.pbf"
    broken.write_bytes(grid_town.read_bytes()[:400])
    with pytest.raises(InputError, match=r"broken\.osm\.pbf: cannot be read"):
        generate_town(broken, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_missing_extract_is_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        generate_town(tmp_path / "none.osm.pbf", tmp_path / "out")


def test_an_extract_with_a_handful_of_streets_is_refused(tmp_path):
    small = tmp_path / "small.osm"
    small.write_text(
        "<osm version='0.6'><node id='1' lat='43' lon='3'/><node id='2' lat='43.002' lon='3'/>"
        "<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='residential'/></way></osm>"
    )
    with pytest.raises(InputError, match="holds 1 street section, a town needs 20"):
        generate_town(small, tmp_path / "out")


def test_a_folder_that_cannot_be_made_is_a_failure_in_one_line(grid_town, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    with pytest.raises(Failure, match="cannot be written"):
        generate_town(grid_town, in_the_way / "out", seed=3)
    assert in_the_way.read_text() == "not a folder"
