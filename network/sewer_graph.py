# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the sewer network from role frames: pipes cut at their tees, the way each runs, what is on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from ..core.progress import Progress, SilentProgress
from .arrays import Bools, Floats, Ints, Objects, as_ints
from .attachments import TOUCH_M, Attached, attach_connections, attach_points
from .cleaning import Assets, clean_lines, clean_points
from .defects import Findings, defect
from .holdings import Grouped
from .joints import Joints, join_ends
from .kernel_sewer import Ways
from .overflows import overflow_branches
from .pieces import Pieces, Stops, cut, end_stops, tee_stops
from .places import LineIndex
from .register import Register
from .results import Defect
from .roles import Role, RoleFrames
from .sewer_flow import Flow, decide_flow, optional_texts
from .sewer_rules import SewerRules, load_sewer_rules
from .sewer_speed import Speeds, speeds_of
from .sewer_ways import ways_of
from .sorted_ids import SortedIds

STANDING_ROLES = (Role.MANHOLE, Role.GULLY, Role.PUMP, Role.OUTFALL)


@dataclass(frozen=True, slots=True)
class OnSewer:
    """Assets on sewers: on a node (-1 for none), else on a line like what hangs on it.

    ``kind`` and ``label`` are texts, ``""`` where the layer has none.
    """

    node: Ints
    attached: Attached
    kind: Objects
    label: Objects

    @property
    def ids(self) -> Objects:
        """Return the ids of the assets."""
        return self.attached.ids


@dataclass(frozen=True)
class SewerNetwork:
    """A sewer network that answers upstream and downstream questions.

    ``pieces`` are the pipes cut where another one joins, as they are drawn; water runs along each from its
    ``upper`` node to its ``lower`` one, as ``flow`` says of its pipe. ``is_overflow`` marks the pieces that
    leave a fork as its overflow. ``standing`` holds manholes, gullies, pumps and outfalls by role;
    ``defects`` says what is wrong with the data.
    """

    pipes: Assets
    lines: LineIndex
    joints: Joints
    pieces: Pieces
    flow: Flow
    upper: Ints
    lower: Ints
    is_overflow: Bools
    speeds: Speeds
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
    def downwards(self) -> Ways:
        """Return the pieces that leave each node."""
        return ways_of(len(self.joints), self.upper, self.lower)

    @cached_property
    def upwards(self) -> Ways:
        """Return the pieces that lead to each node."""
        return ways_of(len(self.joints), self.lower, self.upper)

    @cached_property
    def seconds(self) -> Floats:
        """Return how long water takes along every piece."""
        return self.pieces.length_m / self.speeds.speed_m_s[self.pieces.line]

    @cached_property
    def length_m(self) -> Floats:
        """Return the length of every piece."""
        return self.pieces.length_m

    @cached_property
    def hanging(self) -> dict[Role, Grouped]:
        """Return what hangs on each piece, by role."""
        assets = {role: standing.attached for role, standing in self.standing.items()}
        assets[Role.SEWER_CONNECTION] = self.connections
        return {role: Grouped.by(some.piece, groups=len(self.pieces)) for role, some in assets.items()}

    @cached_property
    def on_node(self) -> dict[Role, Grouped]:
        """Return what stands on each node, by role."""
        return {role: Grouped.by(some.node, groups=len(self.joints)) for role, some in self.standing.items()}

    @cached_property
    def names(self) -> dict[Role, SortedIds]:
        """Return the ids of what a trace lists, sorted."""
        standing = {role: SortedIds.of(some.ids) for role, some in self.standing.items()}
        ids = {Role.SEWER_PIPE: self.pipes.ids, Role.SEWER_CONNECTION: self.connections.ids}
        return standing | {role: SortedIds.of(some) for role, some in ids.items()}

    @cached_property
    def node_names(self) -> SortedIds:
        """Return the ids of the nodes, sorted."""
        return SortedIds.of(self.joints.ids)

    @cached_property
    def node_tree(self) -> cKDTree:
        """Return the spatial index of the nodes."""
        return cKDTree(self.joints.xy)


def build_sewer_network(
    frames: RoleFrames,
    *,
    tolerance_m: float = 0.05,
    rules: SewerRules | None = None,
    progress: Progress | None = None,
) -> SewerNetwork:
    """Build the network in O(n log n) from frames in one metric CRS.

    Pipe ends within ``tolerance_m`` of each other, or of the inside of a pipe, are joined. Whatever is wrong
    in the data becomes a defect and never stops the build.
    """
    watch = progress or SilentProgress()
    rules = rules or load_sewer_rules()
    found = Findings()
    watch.report(0.0)
    pipes, joints, lines, pieces = found.keep(_lay_pipes(frames, tolerance_m=tolerance_m))
    watch.check()
    watch.report(0.5)
    points = {role: found.keep(clean_points(frames, role)) for role in STANDING_ROLES}
    standing = {role: found.keep(_stand(some, joints, lines, pieces)) for role, some in points.items()}
    flow = found.keep(_flow(pipes, joints, lines, points[Role.MANHOLE], standing, rules))
    connections = found.keep(_connect(frames, lines, pieces))
    watch.report(1.0)
    backward = flow.is_backward[pieces.line]
    upper = np.where(backward, pieces.to_node, pieces.from_node)
    is_overflow = overflow_branches(
        upper=upper,
        level_m=_upper_levels(pipes, pieces, lines, backward),
        kind=pipes.texts("kind")[pieces.line],
        overflow_nodes=_nodes_of(standing[Role.OUTFALL], kind="overflow"),
        nodes=len(joints),
        decisive_m=rules.decisive_fall_m,
    )
    return SewerNetwork(
        pipes=pipes,
        lines=lines,
        joints=joints,
        pieces=pieces,
        flow=flow,
        upper=upper,
        lower=np.where(backward, pieces.from_node, pieces.to_node),
        is_overflow=is_overflow,
        speeds=speeds_of(pipes, flow, length_m=lines.length_m, rules=rules),
        standing=standing,
        connections=connections,
        defects=tuple(found),
    )


def _lay_pipes(
    frames: RoleFrames, *, tolerance_m: float
) -> tuple[tuple[Assets, Joints, LineIndex, Pieces], list[Defect]]:
    """Return the pipes, their nodes, their index, and the pieces between nodes and tees."""
    found = Findings()
    pipes = found.keep(clean_lines(frames, Role.SEWER_PIPE))
    joints = found.keep(join_ends(pipes, tolerance_m=tolerance_m))
    lines = LineIndex.of(pipes.geometry)
    tees = tee_stops(joints, lines, tolerance_m=tolerance_m)
    if not len(pipes):
        found.append(defect("error", Role.SEWER_PIPE, "", None, "network.no_pipe"))
    return (pipes, joints, lines, cut(Stops.join(end_stops(joints, lines.length_m), tees))), found


def _flow(
    pipes: Assets,
    joints: Joints,
    lines: LineIndex,
    manholes: Assets,
    standing: dict[Role, OnSewer],
    rules: SewerRules,
) -> tuple[Flow, list[Defect]]:
    return decide_flow(
        pipes,
        joints,
        length_m=lines.length_m,
        node_level_m=_node_levels(manholes, standing[Role.MANHOLE], nodes=len(joints)),
        pump_nodes=_nodes_of(standing[Role.PUMP]),
        rules=rules,
    )


def _connect(frames: RoleFrames, lines: LineIndex, pieces: Pieces) -> tuple[Attached, list[Defect]]:
    found = Findings()
    drawn = found.keep(clean_lines(frames, Role.SEWER_CONNECTION))
    return found.keep(attach_connections(drawn, lines=lines, pieces=pieces)), found


def _nodes_of(standing: OnSewer, *, kind: str | None = None) -> Ints:
    """Return the nodes that assets stand on, or those of one kind."""
    chosen = standing.node >= 0
    if kind is not None:
        chosen &= standing.kind == kind
    return standing.node[chosen]


def _node_levels(manholes: Assets, standing: OnSewer, *, nodes: int) -> Floats:
    """Return the lowest invert of the manholes on every node, NaN without one."""
    level_m = np.full(nodes, np.inf)
    invert_m = manholes.numbers("invert_level_m")
    known = (standing.node >= 0) & np.isfinite(invert_m)
    np.minimum.at(level_m, standing.node[known], invert_m[known])
    return np.where(np.isfinite(level_m), level_m, np.nan)


def _upper_levels(pipes: Assets, pieces: Pieces, lines: LineIndex, backward: Bools) -> Floats:
    """Return the invert at the upper end of every piece, between those of its pipe's ends."""
    first_m, last_m = pipes.numbers("invert_up_m")[pieces.line], pipes.numbers("invert_down_m")[pieces.line]
    position_m = np.where(backward, pieces.end_m, pieces.start_m)
    share = position_m / lines.length_m[pieces.line]
    level_m = np.where(share > 0, first_m * (1 - share) + last_m * share, first_m)
    return np.asarray(np.where(share >= 1, last_m, level_m), dtype=np.float64)


def _stand(assets: Assets, joints: Joints, lines: LineIndex, pieces: Pieces) -> tuple[OnSewer, list[Defect]]:
    """Return points on the node that they name, else on a node within ``TOUCH_M``, else on a line."""
    names = assets.texts("node_id")
    named = as_ints(pd.Index(joints.ids).get_indexer(pd.Index(names, dtype=object)))
    node = np.where(names == "", -1, named)
    if len(joints) and len(assets):
        xy = shapely.get_coordinates(assets.geometry)
        gap_m, near = cKDTree(joints.xy).query(xy, distance_upper_bound=TOUCH_M)
        node = np.where((node < 0) & np.isfinite(gap_m), near, node)
    alone = np.flatnonzero(node < 0)
    hanging, lost = attach_points(assets.take(alone), lines=lines, pieces=pieces)
    line, piece = as_ints(np.full(len(assets), -1)), as_ints(np.full(len(assets), -1))
    position_m = np.zeros(len(assets))
    line[alone], piece[alone], position_m[alone] = hanging.line, hanging.piece, hanging.position_m
    attached = Attached(assets.ids, assets.geometry, line, position_m, piece)
    kind, label = (optional_texts(assets, name) for name in ("kind", "label"))
    return OnSewer(as_ints(node), attached, kind, label), lost
