# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the sewer network from role frames: pipes cut at their tees, and what stands and hangs on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from ..core.progress import Progress, SilentProgress
from .arrays import Ints, Objects, as_ints
from .attachments import TOUCH_M, Attached, attach_connections, attach_points
from .cleaning import Assets, clean_lines, clean_points
from .defects import Findings, defect
from .joints import Joints, join_ends
from .pieces import Pieces, Stops, cut, end_stops, tee_stops
from .places import LineIndex
from .reach import Digraph
from .register import Register
from .results import Defect
from .roles import Role, RoleFrames

STANDING_ROLES = (Role.MANHOLE, Role.GULLY, Role.PUMP, Role.OUTFALL)


@dataclass(frozen=True, slots=True)
class OnSewer:
    """Assets on sewers: on a node (-1 for none), else on a line like what hangs on it."""

    node: Ints
    attached: Attached

    @property
    def ids(self) -> Objects:
        """Return the ids of the assets."""
        return self.attached.ids


@dataclass(frozen=True)
class SewerNetwork:
    """A sewer network that answers upstream and downstream questions.

    ``pieces`` are the pipes cut where another one joins; ``standing`` holds manholes, gullies, pumps and
    outfalls by role; ``defects`` says what is wrong with the data.
    """

    pipes: Assets
    lines: LineIndex
    joints: Joints
    pieces: Pieces
    standing: dict[Role, OnSewer]
    connections: Attached
    defects: tuple[Defect, ...]

    @cached_property
    def register(self) -> Register:
        """Return the ids of everything that can be asked about, pipes first."""
        standing = {role: self.standing[role].ids for role in STANDING_ROLES}
        return Register.of(
            {Role.SEWER_PIPE: self.pipes.ids, **standing, Role.SEWER_CONNECTION: self.connections.ids}
        )

    @cached_property
    def downwards(self) -> Digraph:
        """Return the nodes with an edge a piece, the way water runs."""
        return Digraph.of(len(self.joints), self.pieces.from_node, self.pieces.to_node)

    @cached_property
    def upwards(self) -> Digraph:
        """Return the nodes with an edge a piece, against the flow."""
        return Digraph.of(len(self.joints), self.pieces.to_node, self.pieces.from_node)

    @cached_property
    def node_tree(self) -> cKDTree:
        """Return the spatial index of the nodes."""
        return cKDTree(self.joints.xy)


def build_sewer_network(
    frames: RoleFrames, *, tolerance_m: float = 0.05, progress: Progress | None = None
) -> SewerNetwork:
    """Build the network in O(n log n) from frames in one metric CRS.

    Pipe ends within ``tolerance_m`` of each other, or of the inside of a pipe, are joined. Whatever is wrong
    in the data becomes a defect and never stops the build.
    """
    watch = progress or SilentProgress()
    found = Findings()
    watch.report(0.0)
    pipes = found.keep(clean_lines(frames, Role.SEWER_PIPE))
    joints = found.keep(join_ends(pipes, tolerance_m=tolerance_m))
    lines = LineIndex.of(pipes.geometry)
    tees = tee_stops(joints, lines, tolerance_m=tolerance_m)
    pieces = cut(Stops.join(end_stops(joints, lines.length_m), tees))
    watch.check()
    watch.report(0.5)
    standing = {}
    for role in STANDING_ROLES:
        points = found.keep(clean_points(frames, role))
        standing[role] = found.keep(_stand(points, joints, lines, pieces))
    found += _against_the_fall(pipes, joints, pumps=standing[Role.PUMP])
    drawn = found.keep(clean_lines(frames, Role.SEWER_CONNECTION))
    connections = found.keep(attach_connections(drawn, lines=lines, pieces=pieces))
    if not len(pipes):
        found.append(defect("error", Role.SEWER_PIPE, "", None, "network.no_pipe"))
    watch.report(1.0)
    return SewerNetwork(pipes, lines, joints, pieces, standing, connections, tuple(found))


def _against_the_fall(pipes: Assets, joints: Joints, *, pumps: OnSewer) -> list[Defect]:
    """Return the pipes that rise although no pump lifts the water into them."""
    rises = pipes.numbers("invert_down_m") > pipes.numbers("invert_up_m")
    rises &= ~np.isin(joints.start, pumps.node[pumps.node >= 0])
    return pipes.defects(rises, severity="info", code="network.against_the_fall")


def _stand(assets: Assets, joints: Joints, lines: LineIndex, pieces: Pieces) -> tuple[OnSewer, list[Defect]]:
    """Return points on the node that they name, else on a node within ``TOUCH_M``, else on a line."""
    names = assets.texts("node_id")
    named = as_ints(pd.Index(joints.ids).get_indexer(pd.Index(names, dtype=object)))
    node = np.where(names == "", -1, named)
    if len(joints) and len(assets):
        xy = shapely.get_coordinates(assets.geometry)
        gap_m, near = cKDTree(joints.xy).query(xy, distance_upper_bound=TOUCH_M)
        node = np.where((node < 0) & np.isfinite(gap_m), near, node)
    attached, defects = attach_points(assets, lines=lines, pieces=pieces)
    lost = [found for found in defects if found.asset_id not in set(assets.ids[node >= 0])]
    return OnSewer(as_ints(node), attached), lost
