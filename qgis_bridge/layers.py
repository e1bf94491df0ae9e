# SPDX-License-Identifier: GPL-3.0-or-later
"""Open the tables of a workspace, GeoPackage or PostGIS, as styled QGIS layers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import InputError
from ..core.secrets import without_secrets
from .catalogue import LAYERS, LayerSpec, layer_titles
from .styles.orders import Agents, style_agents, style_stops, style_tours

LAYER_KEY = "regard/layer"
_AGENTS_KEY = "regard/agents"

_VALVES_SQLITE = (
    'SELECT v."fid", v."{0}", o."order_id", j."key" + 1 AS "number", v."id_aep_vanne" AS "valve" '
    'FROM "outage" o, json_each(o."close") j JOIN "aep_vanne" v ON v."id_aep_vanne" = j."value"'
)
_VALVES_POSTGRES = (
    'SELECT row_number() OVER () AS "fid", v."{0}", o."order_id", j."number", v."id_aep_vanne" AS "valve" '
    'FROM "{1}"."outage" o, '
    'json_array_elements_text(o."close"::json) WITH ORDINALITY AS j("value", "number") '
    'JOIN "{1}"."aep_vanne" v ON v."id_aep_vanne" = j."value"'
)


class _Table(NamedTuple):
    name: str
    geometry: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a workspace's tables are, as a QGIS data provider understands it."""

    provider: str
    connection: str
    schema: str = ""

    def uri(self, table: _Table, where: str) -> str:
        """Return the layer address of a table, limited to the rows of ``where``."""
        if self.provider == "ogr":
            address = f"{self.connection}|layername={table.name}"
            return f"{address}|subset={where.format('plan')}" if where else address
        uri = QgsDataSourceUri(self.connection)
        rows = where.format(f'"{self.schema}"."plan"')
        uri.setDataSource(self.schema, table.name, table.geometry, rows, "fid")
        return uri.uri(False)

    def valves_to_close_uri(self, valves: _Table) -> str:
        """Return the address of the valves that the outages list, each with its order and its number."""
        geometry = valves.geometry
        if self.provider == "ogr":
            return f"{self.connection}|layername={valves.name}|subset={_VALVES_SQLITE.format(geometry)}"
        uri = QgsDataSourceUri(self.connection)
        query = _VALVES_POSTGRES.format(geometry, self.schema)
        uri.setDataSource("", f"({query})", geometry, "", "fid")
        return uri.uri(False)

    def tables(self) -> dict[str, _Table]:
        """Return the tables with a geometry, by name; empty when the database cannot be read."""
        if self.provider == "ogr":
            return _tables_of_file(self.connection)
        metadata = QgsProviderRegistry.instance().providerMetadata(self.provider)
        try:
            connection = metadata.createConnection(self.connection, {})
            properties = connection.tables(self.schema)
        except QgsException:
            return {}
        return {
            p.tableName(): _Table(p.tableName(), p.geometryColumn()) for p in properties if p.geometryColumn()
        }


def _tables_of_file(path: str) -> dict[str, _Table]:
    """Ask the file itself: QGIS 3.22 leaves it open each time that its own connection lists tables."""
    try:
        with closing(sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
    except sqlite3.Error:
        return {}
    return {name: _Table(name, geometry) for name, geometry in rows}


def source_of(url: str) -> Source:
    """Return the source of a workspace's URL: a GeoPackage path or ``postgresql://…``."""
    if not url.startswith(("postgresql://", "postgres://")):
        return Source("ogr", str(Path(url).resolve()))
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    database, user = parts.path.lstrip("/"), unquote(parts.username or "")
    uri = QgsDataSourceUri()
    # never a password: it would be stored in the project
    if "service" in asked:
        uri.setConnection(asked["service"][0], database, user, "")
    else:
        uri.setConnection(parts.hostname or "", str(parts.port or ""), database, user, "")
    if "authcfg" in asked:
        uri.setAuthConfigId(asked["authcfg"][0])
    schema = asked.get("schema", ["regard"])[0]
    return Source("postgres", uri.connectionInfo(False), schema)


def open_layers(url: str) -> dict[str, QgsVectorLayer]:
    """Return the styled layers of a workspace by key, from the top of the map to the bottom.

    Tables that the workspace does not have are left out; a file that is no workspace gives none.
    ``InputError`` when an address holds a password, which would be stored in the project.
    """
    if "://" in url and without_secrets(url) != url:
        raise InputError("workspace.password", target=without_secrets(url))
    source = source_of(url)
    tables = source.tables()
    titles = layer_titles()
    opened: dict[str, QgsVectorLayer] = {}
    for spec in LAYERS:
        if spec.table not in tables:
            continue
        table = tables[spec.table]
        uri = (
            source.valves_to_close_uri(table)
            if spec.key == "valves_to_close"
            else source.uri(table, spec.where)
        )
        layer = _open(spec, titles[spec.key], uri, source.provider)
        if layer.isValid():
            opened[spec.key] = layer
    style_by_agent(opened)
    return opened


def _open(spec: LayerSpec, title: str, uri: str, provider: str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(uri, title, provider, options)
    layer.setCustomProperty(LAYER_KEY, spec.key)
    layer.setReadOnly(True)
    if spec.style is not None and layer.isValid():
        spec.style(layer)
    return layer


def style_by_agent(layers: Mapping[str, QgsVectorLayer]) -> None:
    """Colour tours, stops and homes by agent, after the tours of the plan in force.

    Layers that are drawn that way already are left alone: QGIS may be drawing them just now.
    """
    agents = _agents(layers)
    drawn = json.dumps(agents)
    for key, style in (("tours", style_tours), ("stops", style_stops), ("agents", style_agents)):
        if key in layers and layers[key].customProperty(_AGENTS_KEY) != drawn:
            style(layers[key], agents)
            layers[key].setCustomProperty(_AGENTS_KEY, drawn)


def _agents(layers: Mapping[str, QgsVectorLayer]) -> Agents:
    """Return (id, name, colour) of the agents who have a tour, in id order."""
    if "tours" not in layers:
        return ()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    colours = {f["agent_id"]: f["colour"] for f in layers["tours"].getFeatures(request)}
    names = (
        {f["agent_id"]: f["name"] for f in layers["agents"].getFeatures(request)}
        if "agents" in layers
        else {}
    )
    return tuple((agent, names.get(agent, agent), colours[agent]) for agent in sorted(colours))
