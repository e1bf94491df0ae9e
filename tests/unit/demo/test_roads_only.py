# SPDX-License-Identifier: GPL-3.0-or-later
"""An extract without buildings, as regions come: customers stand along the streets."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import osmium
import pytest
import shapely
from regard.demo.town import generate_town


class _RoadsOnly(osmium.SimpleHandler):
    """Copies the roads of a file, and the nodes that they need."""

    def __init__(self, writer: osmium.SimpleWriter) -> None:
        super().__init__()
        self._writer = writer

    def node(self, node):
        self._writer.add_node(node.replace(tags={}))

    def way(self, way):
        if "highway" in way.tags:
            self._writer.add_way(way)


@pytest.fixture(scope="module")
def region(grid_town, tmp_path_factory):
    folder = tmp_path_factory.mktemp("region")
    roads = folder / "roads.osm.pbf"
    writer = osmium.SimpleWriter(str(roads))
    _RoadsOnly(writer).apply_file(str(grid_town))
    writer.close()
    return generate_town(roads, folder / "out", seed=3)


def test_customers_stand_on_both_sides_of_the_streets(region):
    points = gpd.read_file(region.folder / "network.gpkg", layer="aep_point_livraison")
    mains = gpd.read_file(region.folder / "network.gpkg", layer="aep_canalisation")
    assert len(points) > 150
    away = shapely.distance(points.geometry, shapely.union_all(mains.geometry))
    assert away.min() > 3
    assert away.max() < 20


def test_addresses_are_numbered_odd_on_one_side_and_even_on_the_other(region):
    points = gpd.read_file(region.folder / "network.gpkg", layer="aep_point_livraison")
    lines = gpd.read_file(region.folder / "network.gpkg", layer="aep_canalisation_branchement")
    street = points["localisation"].str.endswith("Rue des Vagues 5")
    number = points.loc[street, "localisation"].str.extract(r"^(\d+)")[0].astype(int)
    ends = shapely.get_coordinates(shapely.get_point(lines.geometry, -1))
    starts = shapely.get_coordinates(shapely.get_point(lines.geometry, 0))
    north = (ends - starts)[street.to_numpy(), 1] > 0
    assert number.is_unique
    assert len(np.unique(number[north] % 2)) == len(np.unique(number[~north] % 2)) == 1
    assert set(number[north] % 2) != set(number[~north] % 2)


def test_the_town_is_called_by_its_file(region):
    assert region.town == "roads"


def test_the_day_has_its_requests_all_the_same(region):
    assert region.counts["requests.csv"] == 55
