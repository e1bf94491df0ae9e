# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network as StaR-Eau tables and role frames, and small frames made by hand."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from regard.network.assets.roles import COLUMNS, Role
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.sewers.build import build_sewer_network
from regard.network.water.water_network import build_water_network
from shapely.geometry import LineString, Point

CRS = "EPSG:2154"
DEFAULTS = {
    "is_open": True,
    "is_stuck": False,
    "in_service": True,
    "is_sensitive": False,
    "diameter_mm": 100.0,
    "laid_year": 2000.0,
    "invert_up_m": np.nan,
    "invert_down_m": np.nan,
    "cover_level_m": np.nan,
    "invert_level_m": np.nan,
}


@pytest.fixture
def tables(golden):
    """Return the golden tables, free to be spoilt."""
    return golden.golden_tables()


@pytest.fixture
def build(tables):
    """Return a function that builds the golden water network, after a change of its tables."""

    def build(**changes):
        for name, change in changes.items():
            tables[name] = change(tables[name])
        return build_water_network(roles_from_stareau(tables.__getitem__, tables.keys()))

    return build


@pytest.fixture
def golden_sewer(tables):
    """Return the golden sewer network."""
    return build_sewer_network(roles_from_stareau(tables.__getitem__, tables.keys()))


@pytest.fixture(scope="session")
def frame():
    """Return a function that makes a role frame from (geometry, values) rows; the rest is ordinary."""

    def frame(role, *rows):
        records = [
            {name: values.get(name, DEFAULTS.get(name, "")) for name in COLUMNS[role]} for _, values in rows
        ]
        columns = pd.DataFrame(records, columns=COLUMNS[role])
        return gpd.GeoDataFrame(columns, geometry=[geometry for geometry, _ in rows], crs=CRS)

    return frame


@pytest.fixture(scope="session")
def network_of(frame):
    """Return a function that builds a water network from mappings of ids to coordinates.

    Pipes are lists of coordinates; valves, check valves, sources, customers and hydrants single ones. Values
    other than coordinates are (coordinates, columns).
    """
    point_roles = {
        "valves": Role.VALVE,
        "check_valves": Role.CHECK_VALVE,
        "sources": Role.SOURCE,
        "customers": Role.DELIVERY_POINT,
        "hydrants": Role.HYDRANT,
        "regulators": Role.REGULATOR,
    }

    def rows(assets, shape):
        for asset_id, given in assets.items():
            coordinates, values = given if isinstance(given[-1], dict) else (given, {})
            yield shape(coordinates), {"asset_id": asset_id, **values}

    def network_of(pipes, *, connections=None, tolerance_m=0.05, **points):
        frames = {Role.WATER_PIPE: frame(Role.WATER_PIPE, *rows(pipes, LineString))}
        if connections:
            frames[Role.SERVICE_CONNECTION] = frame(Role.SERVICE_CONNECTION, *rows(connections, LineString))
        for name, assets in points.items():
            role = point_roles[name]
            frames[role] = frame(role, *rows(assets, Point))
        return build_water_network(frames, tolerance_m=tolerance_m)

    return network_of


@pytest.fixture(scope="session")
def build_town(network_of):
    """Return a function that builds the network of a random town as it is drawn."""

    def build_town(town, drawing):
        inside = {
            f"d{edge}.{number}": (kind, drawing.device(edge, number))
            for edge, (_, _, kinds) in enumerate(town.edges)
            for number, kind in enumerate(kinds)
        }
        on_nodes = {f"n{node}": (kind, Point(drawing.node(node))) for node, kind in town.node_valves.items()}
        devices = inside | on_nodes
        return network_of(
            {f"p{edge}": list(line.coords) for edge, line in enumerate(drawing.lines)},
            valves={
                name: ((place.x, place.y), {"is_open": "closed" not in kind, "is_stuck": "stuck" in kind})
                for name, (kind, place) in devices.items()
                if kind != "check"
            },
            check_valves={
                name: (place.x, place.y) for name, (kind, place) in devices.items() if kind == "check"
            },
            sources={f"s{node}": drawing.node(node) for node in town.sources},
            customers={f"c{edge}.{cell}": drawing.cell(edge, cell).coords[0] for edge, cell in town.cells()},
        )

    return build_town


@pytest.fixture
def sewer_of(frame):
    """Return a function that builds a sewer network from ids and coordinates, others as (place, values)."""

    def sewer_of(pipes, **others):
        rows = [(LineString(coordinates), {"asset_id": name}) for name, coordinates in pipes.items()]
        frames = {Role.SEWER_PIPE: frame(Role.SEWER_PIPE, *rows)}
        for name, assets in others.items():
            role = Role[name.upper()]
            frames[role] = frame(
                role, *((place, {"asset_id": key, **more}) for key, (place, more) in assets.items())
            )
        return build_sewer_network(frames)

    return sewer_of
