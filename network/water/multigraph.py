# SPDX-License-Identifier: GPL-3.0-or-later
"""The mains as a networkx multigraph keyed by business ids, out of the arrays."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import shapely

from ..assets.arrays import Objects
from .mains import Mains


def multigraph(mains: Mains) -> nx.MultiDiGraph:
    """Return the mains with an edge a piece, keyed by its pipe, in the digitising direction.

    Nodes are the nodes of the data and the gates, called by their device; ``kind`` (``junction``, ``valve``
    or ``check_valve``) tells them apart, ``x`` and ``y`` place them. Edges carry ``start_m`` and ``end_m``
    along the pipe and their ``segment``. A name that is taken gets ``#2``, ``#3`` and so on.
    """
    names = _node_names(mains)
    pieces = mains.pieces
    tails, heads = names[pieces.from_node], names[pieces.to_node]
    pipes = mains.pipes.ids[pieces.line]
    edges = pd.DataFrame({"tail": tails, "head": heads, "pipe": pipes})
    keys = _distinct(edges, pipes)
    edges["start_m"], edges["end_m"] = pieces.start_m, pieces.end_m
    edges["segment"] = mains.segments.of_piece
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(zip(names, _node_attributes(mains), strict=True))
    attributes = edges[["start_m", "end_m", "segment"]].to_dict("records")
    graph.add_edges_from(zip(tails, heads, keys, attributes, strict=True))
    return graph


def _node_names(mains: Mains) -> Objects:
    names = np.concatenate([mains.joints.ids, mains.devices.ids[mains.segments.gate_device]])
    return _distinct(pd.DataFrame({"name": names}), names)


def _node_attributes(mains: Mains) -> list[dict[str, object]]:
    device = mains.segments.gate_device
    gate_xy = shapely.get_coordinates(mains.devices.geometry[device]).reshape(-1, 2)
    nodes = pd.DataFrame(np.concatenate([mains.joints.xy, gate_xy]), columns=["x", "y"])
    nodes["kind"] = "junction"
    nodes.loc[len(mains.joints) :, "kind"] = np.where(mains.devices.is_valve[device], "valve", "check_valve")
    return [{str(name): value for name, value in row.items()} for row in nodes.to_dict("records")]


def _distinct(rows: pd.DataFrame, names: Objects) -> Objects:
    """Return names, with a number behind those whose whole row was there before."""
    before = rows.groupby(list(rows.columns), sort=False).cumcount().to_numpy()
    distinct = names.copy()
    for again in np.flatnonzero(before):
        distinct[again] = f"{names[again]}#{before[again] + 1}"
    return distinct
