# SPDX-License-Identifier: GPL-3.0-or-later
"""Foul and storm sewers: trees that fall along the streets to outfalls and pumping stations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .ageing import bores_for, laying_years, makings
from .catchments import Catchments, falling_tree, sewered
from .chance import by_group, stream
from .lines import offset_lines, split_lines
from .sewer_levels import Levels, set_levels
from .streets import MAJOR, Streets
from .trees import Tree, gather
from .water import SIDE, side_of

_MANHOLES_APART_M = {"foul": 50.0, "storm": 55.0}
# foul sewers follow the axis, storm sewers run south-west of it
_OFFSET_M = {"foul": 0.0, "storm": -1.3}
_STORM_STREETS = 0.6


@dataclass(frozen=True, slots=True)
class Sewers:
    """One sewer network: manholes and the pipes between them, drawn in the direction of flow.

    ``kind`` is foul or storm. ``start`` and ``end`` number the nodes; ``outlet`` marks those where the
    network ends, ``levels`` holds the inverts and where sewage is lifted. ``section`` is the street section
    of each pipe.
    """

    kind: str
    xy: np.ndarray
    ground_m: np.ndarray
    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    section: np.ndarray
    outlet: np.ndarray
    levels: Levels
    upstream_m: np.ndarray

    def __len__(self) -> int:
        return len(self.line)

    @property
    def is_pump(self) -> np.ndarray:
        """Tell at which nodes sewage is pumped: lifts, and every outlet of a foul network."""
        return self.levels.is_lift | (self.outlet if self.kind == "foul" else False)


@dataclass(frozen=True, slots=True)
class SewerMakeup:
    """What each sewer is: bore (mm), material code, laying year."""

    bore_mm: np.ndarray
    material: np.ndarray
    year: np.ndarray


@dataclass(frozen=True, slots=True)
class _Chambers:
    """Manholes along every street, before it is known which way the sewage flows."""

    xy: np.ndarray
    ground_m: np.ndarray
    start: np.ndarray
    end: np.ndarray
    line: np.ndarray
    section: np.ndarray


def lay_sewers(streets: Streets, catchments: Catchments, *, kind: str, seed: int) -> Sewers:
    """Return the foul or the storm sewers of the streets; O(n log n)."""
    chambers = _chambers(streets, catchments.ground_m, kind)
    outlets = catchments.foul_outlets if kind == "foul" else catchments.storm_outlets
    tree = falling_tree(
        chambers.start, chambers.end, shapely.length(chambers.line), chambers.ground_m, outlets
    )
    drained = _drained(streets, chambers, tree, kind=kind, seed=seed)
    pipes = np.flatnonzero(drained & (tree.edge >= 0))
    edge = tree.edge[pipes]
    # drawn in the direction of flow
    backwards = chambers.start[edge] != pipes
    line = chambers.line[edge]
    line[backwards] = shapely.reverse(line[backwards])
    return _compact(
        kind,
        chambers,
        outlets,
        start=pipes,
        end=tree.parent[pipes],
        line=line,
        section=chambers.section[edge],
    )


def _chambers(streets: Streets, ground_m: np.ndarray, kind: str) -> _Chambers:
    served = sewered(streets)
    lines, offset = streets.line[served], _OFFSET_M[kind]
    node_xy = streets.xy + offset * SIDE
    start, end = streets.start[served], streets.end[served]
    lines = offset_lines(lines, side_of(lines, offset), node_xy[start], node_xy[end])
    parts = np.maximum(np.ceil(shapely.length(lines) / _MANHOLES_APART_M[kind]).astype(int), 1)
    pieces, parent, number = split_lines(lines, parts)
    first_extra = len(node_xy) + np.concatenate(([0], np.cumsum(parts - 1)[:-1]))
    extra = first_extra[parent] + number
    is_last = number == parts[parent] - 1
    inner_xy = shapely.get_coordinates(shapely.get_point(pieces[~is_last], -1))
    share = ((number + 1) / parts[parent])[~is_last]
    from_m, to_m = ground_m[start[parent[~is_last]]], ground_m[end[parent[~is_last]]]
    return _Chambers(
        xy=np.vstack((node_xy, inner_xy)),
        ground_m=np.concatenate((ground_m, from_m + share * (to_m - from_m))),
        start=np.where(number == 0, start[parent], extra - 1),
        end=np.where(is_last, end[parent], extra),
        line=pieces,
        section=served[parent],
    )


def _drained(streets: Streets, chambers: _Chambers, tree: Tree, *, kind: str, seed: int) -> np.ndarray:
    """Tell which nodes have a pipe: all for foul, for storm those of some streets and downstream of them."""
    if kind == "foul":
        return np.isfinite(tree.cost)
    rng = stream(seed, "storm")
    chosen = (by_group(rng, streets.group) < _STORM_STREETS) | np.isin(streets.kind, list(MAJOR))
    wanted = np.zeros(len(tree.cost))
    has_edge = tree.edge >= 0
    wanted[has_edge] = chosen[chambers.section[tree.edge[has_edge]]]
    return gather(tree, wanted) > 0


def _compact(
    kind: str,
    chambers: _Chambers,
    outlets: np.ndarray,
    *,
    start: np.ndarray,
    end: np.ndarray,
    line: np.ndarray,
    section: np.ndarray,
) -> Sewers:
    """Return the network with only the nodes that its pipes use, in the order of the streets."""
    order = np.argsort(section, kind="stable")
    start, end, line, section = start[order], end[order], line[order], section[order]
    used, flat = np.unique(np.concatenate((start, end)), return_inverse=True)
    start, end = flat[: len(start)], flat[len(start) :]
    ground = chambers.ground_m[used]
    length_m = shapely.length(line)
    levels = set_levels(start, end, length_m, ground)
    return Sewers(
        kind=kind,
        xy=chambers.xy[used],
        ground_m=ground,
        start=start,
        end=end,
        line=line,
        section=section,
        outlet=np.isin(used, outlets),
        levels=levels,
        upstream_m=levels.flow_sum(length_m),
    )


def size_sewers(sewers: Sewers, streets: Streets, connections: np.ndarray, *, seed: int) -> SewerMakeup:
    """Return what the sewers are made of, for the number of ``connections`` on each pipe."""
    rng = stream(seed, f"{sewers.kind} sewers")
    load = sewers.levels.flow_sum(connections) if sewers.kind == "foul" else sewers.upstream_m
    bore = bores_for(sewers.kind, load)
    # a rising main is narrow
    bore = np.where(sewers.levels.is_pressure, np.minimum(bore, 150), bore)
    year = laying_years(rng, streets.xy[streets.start[sewers.section]], streets.group[sewers.section])
    material = makings("sewers").choose(rng, year, bore, streets.group[sewers.section])
    return SewerMakeup(bore_mm=bore, material=material, year=year)
