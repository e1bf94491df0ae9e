# SPDX-License-Identifier: GPL-3.0-or-later
"""Generate a plausible water network of any size as StaR-Eau tables, the same for the same seed.

Usage: python benchmarks/generated_network.py FILE.gpkg [PIPES] [SEED]

Streets form an irregular grid with missing edges, dead ends and twin pipes. Valves stand near most junctions,
some closed, some stuck; there are check valves, hydrants, several reservoirs, and customers at the far end of
service connections. Everything is fictional, in EPSG:2154.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

CRS = "EPSG:2154"
ORIGIN = (600_000.0, 6_500_000.0)
BLOCK_M = 90.0

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Geometries = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Shares:
    """How much there is of everything, per pipe where nothing else is said; a block is a street's length."""

    streets: float = 0.92  # of the grid's edges, those that have a pipe
    dead_ends: float = 0.05
    twins: float = 0.01
    valves: float = 1.4
    closed: float = 0.01  # of the valves
    stuck: float = 0.01  # of the valves
    check_valves: float = 0.0005
    hydrants: float = 0.12
    customers: float = 0.6
    medical: float = 0.005  # of the customers
    reservoirs: float = 0.00005


@dataclass(frozen=True, slots=True)
class Streets:
    """Pipes as lines of three points between numbered junctions."""

    xy: Floats
    start: Ints
    end: Ints
    geometry: Geometries
    length_m: Floats


def generate_network(
    pipes: int, *, seed: int = 1, shares: Shares | None = None
) -> dict[str, gpd.GeoDataFrame]:
    """Return the tables of a network of exactly ``pipes`` pipes, by name; in O(n)."""
    shares = shares or Shares()
    rng = np.random.default_rng(seed)
    streets = _streets(pipes, shares, rng)
    connections, deliveries = _customers(streets, round(pipes * shares.customers), shares.medical, rng)
    return {
        "aep_canalisation": _pipe_table(streets, rng),
        "aep_vanne": _valve_table(streets, shares, rng),
        "aep_appareillage": _check_valve_table(streets, math.ceil(pipes * shares.check_valves), rng),
        "pei": _hydrant_table(streets, round(pipes * shares.hydrants), rng),
        "aep_reservoir": _reservoir_table(streets, math.ceil(pipes * shares.reservoirs) + 1, rng),
        "aep_canalisation_branchement": connections,
        "aep_point_livraison": deliveries,
    }


def write_network(path: Path, tables: dict[str, gpd.GeoDataFrame]) -> None:
    """Write the tables as a GeoPackage 1.3 without spatial indexes, which nothing here reads."""
    path.unlink(missing_ok=True)
    for name, table in tables.items():
        options = {"VERSION": "1.3"} if not path.exists() else {}
        table.to_file(path, layer=name, driver="GPKG", engine="pyogrio", SPATIAL_INDEX="NO", **options)


def _streets(pipes: int, shares: Shares, rng: np.random.Generator) -> Streets:
    dead_ends, twins = round(pipes * shares.dead_ends), round(pipes * shares.twins)
    wanted = pipes - dead_ends - twins
    side = 2
    while 2 * side * (side - 1) * shares.streets < wanted:
        side += max(1, side // 100)
    number = np.arange(side * side).reshape(side, side)
    edges = np.concatenate(
        [
            np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
            np.column_stack([number[:-1].ravel(), number[1:].ravel()]),
        ]
    )
    edges = edges[np.sort(rng.permutation(len(edges))[:wanted])]
    column, row = np.meshgrid(np.arange(side), np.arange(side))
    xy = np.column_stack([column.ravel(), row.ravel()]) * BLOCK_M
    xy = xy + rng.uniform(-0.2, 0.2, xy.shape) * BLOCK_M + ORIGIN
    # a dead end leaves a junction slantwise, so that it crosses no street
    stem = rng.choice(np.unique(edges), dead_ends, replace=False)
    slant = rng.choice([-1.0, 1.0], (dead_ends, 2)) * rng.uniform(0.2, 0.3, (dead_ends, 1)) * BLOCK_M
    tips = len(xy) + np.arange(dead_ends)
    twin = edges[rng.permutation(len(edges))[:twins]]
    start = np.concatenate([edges[:, 0], stem, twin[:, 0]])
    end = np.concatenate([edges[:, 1], tips, twin[:, 1]])
    bend_m = np.concatenate([rng.uniform(-4, 4, wanted + dead_ends), np.full(twins, 9.0)])
    return _draw(np.concatenate([xy, xy[stem] + slant]), start, end, bend_m)


def _draw(xy: Floats, start: Ints, end: Ints, bend_m: Floats) -> Streets:
    """Draw each pipe with one bend in its middle, that far to the left."""
    along = xy[end] - xy[start]
    left = np.column_stack([-along[:, 1], along[:, 0]]) / np.hypot(*along.T)[:, None]
    middle = (xy[start] + xy[end]) / 2 + left * bend_m[:, None]
    geometry = shapely.linestrings(np.stack([xy[start], middle, xy[end]], axis=1))
    return Streets(xy, start, end, geometry, shapely.length(geometry))


def _names(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, count + 1)]


def _table(geometry: Geometries, **columns: Sequence[object] | npt.NDArray[np.generic]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=geometry, crs=CRS)


def _pipe_table(streets: Streets, rng: np.random.Generator) -> gpd.GeoDataFrame:
    count = len(streets.start)
    node = np.array(_names("N", len(streets.xy)), dtype=object)
    return _table(
        streets.geometry,
        id_canalisation=_names("CAN", count),
        materiau=rng.choice(["fd", "fg", "pvc", "pehd", "amci"], count),
        diametre_equivalent=rng.choice([60, 80, 100, 150, 200, 300], count),
        noeudinitial=node[streets.start],
        noeudterminal=node[streets.end],
        an_pose_sup=rng.integers(1930, 2025, count).astype(str),
        etat_service=np.full(count, "en_service"),
    )


def _valve_table(streets: Streets, shares: Shares, rng: np.random.Generator) -> gpd.GeoDataFrame:
    """Put a valve two metres from each end of a pipe, by chance."""
    pipes = len(streets.start)
    pipe = np.tile(np.arange(pipes), 2)
    position_m = np.concatenate([np.full(pipes, 2.0), streets.length_m - 2.0])
    chosen = np.sort(rng.permutation(2 * pipes)[: round(pipes * shares.valves)])
    count = len(chosen)
    return _table(
        shapely.line_interpolate_point(streets.geometry[pipe[chosen]], position_m[chosen]),
        id_aep_vanne=_names("V", count),
        etat_ouverture=np.where(rng.random(count) < shares.closed, "fermee", "ouverte"),
        blocage=np.where(rng.random(count) < shares.stuck, "oui", "non"),
        diametre=rng.choice([60.0, 100.0, 150.0], count),
        etat_service=np.full(count, "en_service"),
    )


def _check_valve_table(streets: Streets, count: int, rng: np.random.Generator) -> gpd.GeoDataFrame:
    pipe = rng.permutation(len(streets.start))[:count]
    return _table(
        shapely.line_interpolate_point(streets.geometry[pipe], streets.length_m[pipe] / 2),
        id_aep_appareillage=_names("CL", len(pipe)),
        type_appareillage=np.full(len(pipe), "anti_retour"),
        etat_service=np.full(len(pipe), "en_service"),
    )


def _hydrant_table(streets: Streets, count: int, rng: np.random.Generator) -> gpd.GeoDataFrame:
    pipe = np.sort(rng.integers(0, len(streets.start), count))
    position_m = rng.uniform(0.1, 0.9, count) * streets.length_m[pipe]
    return _table(
        shapely.line_interpolate_point(streets.geometry[pipe], position_m),
        id_gestion=_names("PI", count),
        ref_terr=[str(number) for number in range(1, count + 1)],
        disponible=np.ones(count, dtype=bool),
    )


def _reservoir_table(streets: Streets, count: int, rng: np.random.Generator) -> gpd.GeoDataFrame:
    node = rng.choice(np.unique(streets.start), count, replace=False)
    names = _names("RES", count)
    return _table(shapely.points(streets.xy[node]), id_aep_reservoir=names, nom_usuel=names)


def _customers(
    streets: Streets, count: int, medical: float, rng: np.random.Generator
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Put customers eight metres beside the pipes, each at the end of a service connection of its own."""
    pipe = np.sort(rng.integers(0, len(streets.start), count))
    line, position_m = streets.geometry[pipe], rng.uniform(0.1, 0.9, count) * streets.length_m[pipe]
    tap = shapely.get_coordinates(shapely.line_interpolate_point(line, position_m))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(line, position_m + 0.5)) - tap
    side = rng.choice([-8.0, 8.0], count) / np.hypot(*ahead.T)
    house = tap + np.column_stack([-ahead[:, 1], ahead[:, 0]]) * side[:, None]
    connections = _table(
        shapely.linestrings(np.stack([tap, house], axis=1)),
        id_canalisation=_names("BR", count),
        materiau=np.full(count, "pehd"),
        diametre_equivalent=np.full(count, 25),
        etat_service=np.full(count, "en_service"),
    )
    deliveries = _table(
        shapely.points(house),
        id_point_livraison=_names("PL", count),
        ref_client=_names("C", count),
        type_usager=np.where(rng.random(count) < medical, "medical", "domestique"),
        localisation=[f"{number} rue du Reservoir" for number in range(1, count + 1)],
    )
    return connections, deliveries


def main() -> int:
    """Write one network."""
    path, pipes, seed = (
        Path(sys.argv[1]),
        int((sys.argv[2:] or ["10000"])[0]),
        int((sys.argv[3:] or ["1"])[0]),
    )
    write_network(path, generate_network(pipes, seed=seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
