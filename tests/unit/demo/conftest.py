# SPDX-License-Identifier: GPL-3.0-or-later
"""One generated town for all tests of the package."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import geopandas as gpd
import pytest
from regard.demo.town import TownSources, generate_town


def _grid_town() -> ModuleType:
    path = Path(__file__).with_name("grid_town.py")
    spec = importlib.util.spec_from_file_location("demo_grid_town", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def grid_town(tmp_path_factory) -> Path:
    """Return the OSM file of a small town by the sea."""
    return _grid_town().write_grid_town(tmp_path_factory.mktemp("osm") / "grid.osm.pbf")


@pytest.fixture(scope="session")
def town(grid_town, tmp_path_factory) -> TownSources:
    """Return the sources generated from the small town."""
    return generate_town(grid_town, tmp_path_factory.mktemp("town"), seed=3)


@pytest.fixture(scope="session")
def read(town):
    """Return a reader of the town's network tables."""
    cache: dict[str, gpd.GeoDataFrame] = {}

    def table(name: str) -> gpd.GeoDataFrame:
        if name not in cache:
            cache[name] = gpd.read_file(town.folder / "network.gpkg", layer=name)
        return cache[name]

    return table
