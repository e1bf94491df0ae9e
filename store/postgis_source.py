# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of somebody's PostGIS schema, read as they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import geopandas as gpd

from ..core.errors import InputError
from . import postgis_layers
from .postgis import PostGis, open_postgis


@dataclass(frozen=True, slots=True)
class PostGisLayers:
    """Implements ``planner.ports.LayerSource`` on the tables and views with a geometry of one schema."""

    server: PostGis

    def layer_names(self) -> list[str]:
        """Return the names of the tables and views with a geometry."""
        with self.server.reading() as connection:
            return postgis_layers.names(connection, self.server.schema)

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return one layer with its own columns, in its own CRS; ``InputError`` when that is unknown."""
        with self.server.reading() as connection:
            frame = postgis_layers.read(connection, self.server.schema, name, keep_key=True)
        if frame.crs is None:
            raise InputError("layer.no_crs", layer=f"{self.server.schema}.{name}")
        return frame


@contextmanager
def opened_schema(url: str) -> Iterator[PostGisLayers]:
    """Open the schema that a URL names; ``InputError`` when the server or the schema cannot be read."""
    server = open_postgis(url, wait_s=5.0)
    try:
        yield PostGisLayers(server)
    finally:
        server.close()
