# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of somebody's PostGIS schemas, read as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import geopandas as gpd
import sqlalchemy as sa

from ..core.errors import InputError
from . import postgis_layers
from .backend import LOCK_WAIT_S
from .postgis import PostGis, open_postgis

_DEFAULT_SCHEMA = "public"


@dataclass(frozen=True, slots=True)
class PostGisLayers:
    """Implements ``planner.ports.LayerSource`` on the tables and views with a geometry of some schemas.

    Layers are named ``schema.table``.
    """

    servers: Mapping[str, PostGis]

    def layer_names(self) -> list[str]:
        """Return the names of the tables and views with a geometry."""
        names = []
        for schema, server in self.servers.items():
            with server.reading() as connection:
                names += [f"{schema}.{name}" for name in postgis_layers.names(connection, schema)]
        return names

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return one layer with its own columns, in its own CRS; ``InputError`` when that is unknown."""
        schema, _, table = name.partition(".")
        with self.servers[schema].reading() as connection:
            frame = postgis_layers.read(connection, schema, table, keep_key=True)
        if frame.crs is None:
            raise InputError("layer.no_crs", layer=name)
        return frame


@contextmanager
def opened_schemas(url: str) -> Iterator[PostGisLayers]:
    """Open the schemas of a URL (``schema=a`` or ``schema=a,b``; ``public`` when it names none).

    ``InputError`` when a schema is not there, none holds a layer, or the server cannot be read.
    """
    with ExitStack() as open_now:
        servers = {}
        for schema, address in _addresses(url).items():
            server = open_postgis(address, wait_s=LOCK_WAIT_S)
            open_now.callback(server.close)
            with server.reading() as connection:
                known = sa.inspect(connection).get_schema_names()
            if schema not in known:
                raise InputError("source.no_schema", schema=schema, known=", ".join(known))
            servers[schema] = server
        layers = PostGisLayers(servers)
        if not layers.layer_names():
            raise InputError("source.no_layers", source=", ".join(servers))
        yield layers


def _addresses(url: str) -> dict[str, str]:
    """Return the address of each schema that a URL names; one that cannot be read is left to be refused."""
    try:
        parsed = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        return {"": url}
    named = parsed.query.get("schema", _DEFAULT_SCHEMA)
    schemas = named.split(",") if isinstance(named, str) else list(named)
    return {
        schema: parsed.update_query_dict({"schema": schema}).render_as_string(hide_password=False)
        for schema in dict.fromkeys(schemas)
    }
