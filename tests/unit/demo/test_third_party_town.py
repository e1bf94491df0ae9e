# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks of other operators beside the town's streets."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from regard.demo.third_party import COLUMNS

SENSITIVE = {"GAZ": True, "ELECBT": True, "ELECHT": True, "ELECECL": True, "CHAU": True, "COM": False}
KINDS = {"BT": "ELECBT", "HTA": "ELECHT", "Éclairage public": "ELECECL"}


@pytest.fixture(scope="module")
def networks(town):
    return gpd.read_file(town.folder / "third_party.gpkg", layer="third_party")


def test_columns_are_those_of_the_role(networks):
    assert tuple(networks.columns) == (*COLUMNS, "geometry")
    assert networks["asset_id"].is_unique
    assert set(networks["accuracy_class"]) <= {"A", "B", "C"}


def test_gas_power_and_heat_are_sensitive_and_telecom_is_not(networks):
    assert set(networks["network_type"]) <= set(SENSITIVE)
    assert (networks["is_sensitive"] == networks["network_type"].map(SENSITIVE)).all()
    assert {"GAZ", "ELECBT", "ELECECL", "COM"} <= set(networks["network_type"])
    power = networks[networks["label"].isin(KINDS)]
    assert (power["network_type"] == power["label"].map(KINDS)).all()


def test_no_network_lies_on_the_water_main(networks, read):
    """Away from crossroads, where all come together, each keeps its strip."""
    mains = read("aep_canalisation")
    long = mains[mains.length > 60]
    middles = shapely.line_interpolate_point(long.geometry.to_numpy(), 0.5, normalized=True)
    away = shapely.distance(middles, shapely.union_all(networks.geometry))
    assert away.min() > 0.9


def test_gas_lies_in_the_trench_of_some_water_mains(networks, read):
    mains = shapely.union_all(read("aep_canalisation").geometry)
    gas = networks[networks["network_type"] == "GAZ"]
    middles = shapely.line_interpolate_point(gas.geometry.to_numpy(), 0.5, normalized=True)
    joint = (shapely.distance(middles, mains) < 1.2).mean()
    assert 0.1 < joint < 0.9
