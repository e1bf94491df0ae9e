# SPDX-License-Identifier: GPL-3.0-or-later
"""Join the ends of lines into nodes: by the data's node ids where the geometry agrees, else by distance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from shapely.geometry import Point

from ..assets.arrays import Bools, Floats, Ints, Objects, as_ints
from ..assets.cleaning import Assets
from ..assets.defects import defect
from ..assets.results import Defect

# Ends that carry the same node id are joined up to this distance; beyond it the id is held to be wrong.
NODE_REACH_M = 1.0


@dataclass(frozen=True, slots=True)
class Joints:
    """Nodes where line ends meet: ``ids``, ``xy`` of shape (n, 2), and the two nodes of every line.

    ``end_xy`` says where the ends are drawn: the starts of all lines, then their ends.
    A node without an id of its own is called by its coordinates in metres, ``"x,y"``.
    """

    ids: Objects
    xy: Floats
    start: Ints
    end: Ints
    end_xy: Floats

    def __len__(self) -> int:
        return len(self.ids)


def join_ends(lines: Assets, *, tolerance_m: float) -> tuple[Joints, list[Defect]]:
    """Return the nodes of the lines, in O(n log n).

    Ends within ``tolerance_m`` of each other are one node, whatever their ids say; ends with the same id are
    one node when they are within ``NODE_REACH_M``. Where ids and geometry disagree a defect says so.
    """
    xy = _end_coordinates(lines)
    labels = np.concatenate([lines.texts("from_node"), lines.texts("to_node")])
    if len(lines) and _is_multipart(lines).any():
        labels[np.tile(_is_multipart(lines), 2)] = ""
    code, names = pd.factorize(pd.Series(labels, dtype=object))
    named = labels != ""
    node = _cluster(xy, as_ints(code), named, tolerance_m)
    count = int(node.max()) + 1 if len(node) else 0
    first = as_ints(np.full(count, -1))
    first[node[::-1]] = np.arange(len(node))[::-1]
    node_xy = xy[first].reshape(-1, 2)
    ids, defects = _name(lines, node, as_ints(code), named, np.asarray(names, dtype=object), node_xy)
    half = len(lines)
    return Joints(ids, node_xy, node[:half], node[half:], xy), defects


def _end_coordinates(lines: Assets) -> Floats:
    xy, line = shapely.get_coordinates(lines.geometry, return_index=True)
    last = np.flatnonzero(np.diff(line, append=len(lines)))
    first = np.concatenate([[0], last[:-1] + 1]) if len(last) else last
    ends: Floats = xy[np.concatenate([first, last])].reshape(-1, 2)
    return ends


def _is_multipart(lines: Assets) -> Bools:
    """Tell the parts of broken lines, whose ends are not the two that the node ids speak of."""
    return np.asarray(pd.Series(lines.row).duplicated(keep=False))


def _cluster(xy: Floats, code: Ints, named: Bools, tolerance_m: float) -> Ints:
    """Return the node of every end: components of "within tolerance" and of "same id and near"."""
    if not len(xy):
        return as_ints([])
    spot_xy, spot = np.unique(xy[:, 0] + 1j * xy[:, 1], return_inverse=True)
    tree = cKDTree(np.column_stack([spot_xy.real, spot_xy.imag]))
    near = tree.query_pairs(tolerance_m, output_type="ndarray")
    ends = np.flatnonzero(named)
    leader = pd.Series(ends).groupby(code[ends]).transform("first").to_numpy(dtype=np.int64)
    close = np.hypot(*(xy[ends] - xy[leader]).T) <= NODE_REACH_M
    left = np.concatenate([near[:, 0], spot[ends[close]]])
    right = np.concatenate([near[:, 1], spot[leader[close]]])
    size = len(spot_xy)
    links = coo_matrix((np.ones(len(left), dtype=np.int8), (left, right)), shape=(size, size))
    return as_ints(connected_components(links, directed=False)[1][spot])


def _name(
    lines: Assets, node: Ints, code: Ints, named: Bools, names: Objects, xy: Floats
) -> tuple[Objects, list[Defect]]:
    ids = np.full(len(xy), "", dtype=object)
    said = pd.DataFrame({"node": node[named], "code": code[named]})
    # what most ends say comes first, so that one wrong end does not rename a node
    said = said.value_counts(sort=False).sort_values(ascending=False, kind="stable").index.to_frame()
    torn = said["code"].duplicated(keep="first")
    mixed = ~torn & said["node"].duplicated(keep="first")
    own = ~torn & ~mixed
    ids[said["node"].to_numpy()[own]] = names[said["code"].to_numpy()[own]]
    unnamed = ids == ""
    ids[unnamed] = [f"{x:.3f},{y:.3f}" for x, y in xy[unnamed]]
    defects = []
    for wrong, code_of_defect in ((torn, "network.node_id_far"), (mixed, "network.node_ids_differ")):
        for at, name in zip(said["node"].to_numpy()[wrong], said["code"].to_numpy()[wrong], strict=True):
            place = Point(xy[at])
            defects.append(defect("warning", lines.role, names[name], place, code_of_defect, node=ids[at]))
    return ids, defects
