# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the sewer network from role frames."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...core.progress import Progress, SilentProgress
from ..assets.arrays import Bools, Floats, Ints, Objects
from ..assets.audit_rules import AuditRules, load_audit_rules
from ..assets.cleaning import Assets, clean_lines, clean_points
from ..assets.defects import Findings, defect
from ..assets.places import LineIndex
from ..assets.results import Defect
from ..assets.roles import Role, RoleFrames
from ..topology.attachments import Attached, attach_connections
from ..topology.joints import Joints, join_ends
from ..topology.pieces import Pieces, Stops, cut, end_stops, tee_stops
from .dead_ends import dead_ends
from .flow import Flow, decide_flow
from .levels import node_levels, upper_levels
from .overflows import overflow_branches
from .rules import SewerRules, load_sewer_rules
from .sewer_network import SewerNetwork
from .speed import speeds_of
from .standing import STANDING_ROLES, OnSewer, stand


@dataclass(frozen=True, slots=True)
class _Laid:
    """The pipes, the nodes of their ends, their index, and their pieces between nodes and tees."""

    pipes: Assets
    joints: Joints
    lines: LineIndex
    pieces: Pieces


def build_sewer_network(
    frames: RoleFrames,
    *,
    tolerance_m: float = 0.05,
    rules: SewerRules | None = None,
    audit: AuditRules | None = None,
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
    laid = found.keep(_lay_pipes(frames, tolerance_m=tolerance_m))
    watch.check()
    watch.report(0.5)
    standing, node_level_m = found.keep(_stand_all(frames, laid))
    flow = found.keep(_flow(laid, node_level_m, standing[Role.PUMP].nodes(), rules))
    connections = found.keep(_connect(frames, laid, audit or load_audit_rules()))
    watch.report(1.0)
    return _network(laid, flow, standing, connections, rules, found)


def _network(
    laid: _Laid,
    flow: Flow,
    standing: dict[Role, OnSewer],
    connections: Attached,
    rules: SewerRules,
    defects: list[Defect],
) -> SewerNetwork:
    pieces = laid.pieces
    backward = flow.is_backward[pieces.line]
    upper = np.where(backward, pieces.to_node, pieces.from_node)
    lower = np.where(backward, pieces.from_node, pieces.to_node)
    stay = dead_ends(laid.pipes, laid.joints, pieces, upper=upper, lower=lower, standing=standing)
    return SewerNetwork(
        pipes=laid.pipes,
        lines=laid.lines,
        joints=laid.joints,
        pieces=pieces,
        flow=flow,
        upper=upper,
        lower=lower,
        is_overflow=_overflows(laid, flow, upper, standing[Role.OUTFALL], rules),
        speeds=speeds_of(laid.pipes, flow, length_m=laid.lines.length_m, rules=rules),
        standing=standing,
        connections=connections,
        defects=(*defects, *stay),
    )


def _lay_pipes(frames: RoleFrames, *, tolerance_m: float) -> tuple[_Laid, list[Defect]]:
    found = Findings()
    pipes = found.keep(clean_lines(frames, Role.SEWER_PIPE))
    joints = found.keep(join_ends(pipes, tolerance_m=tolerance_m))
    lines = LineIndex.of(pipes.geometry)
    tees = tee_stops(joints, lines, tolerance_m=tolerance_m)
    if not len(pipes):
        found.append(defect("error", Role.SEWER_PIPE, "", None, "network.no_pipe"))
    return _Laid(pipes, joints, lines, cut(Stops.join(end_stops(joints, lines.length_m), tees))), found


def _stand_all(frames: RoleFrames, laid: _Laid) -> tuple[tuple[dict[Role, OnSewer], Floats], list[Defect]]:
    """Return what stands on the sewers by role, and the invert of every node."""
    found = Findings()
    points = {role: found.keep(clean_points(frames, role)) for role in STANDING_ROLES}
    standing = {
        role: found.keep(stand(assets, _as_drawn(frames, assets), laid.joints, laid.lines, laid.pieces))
        for role, assets in points.items()
    }
    level_m = node_levels(points[Role.MANHOLE], standing[Role.MANHOLE], nodes=len(laid.joints))
    return (standing, level_m), found


def _as_drawn(frames: RoleFrames, assets: Assets) -> Objects:
    """Return the geometry of assets in their layer, where a pumping station may be an area."""
    if not len(assets):
        return assets.geometry
    return np.asarray(frames[assets.role].geometry, dtype=object)[assets.row]


def _flow(
    laid: _Laid, node_level_m: Floats, pump_nodes: Ints, rules: SewerRules
) -> tuple[Flow, list[Defect]]:
    return decide_flow(
        laid.pipes,
        laid.joints,
        length_m=laid.lines.length_m,
        node_level_m=node_level_m,
        pump_nodes=pump_nodes,
        rules=rules,
    )


def _overflows(laid: _Laid, flow: Flow, upper: Ints, outfalls: OnSewer, rules: SewerRules) -> Bools:
    return overflow_branches(
        upper=upper,
        level_m=upper_levels(
            flow.inverts, laid.pieces, length_m=laid.lines.length_m, is_backward=flow.is_backward
        ),
        kind=laid.pipes.texts("kind")[laid.pieces.line],
        overflow_nodes=outfalls.nodes(kind="overflow"),
        nodes=len(laid.joints),
        decisive_m=rules.decisive_fall_m,
    )


def _connect(frames: RoleFrames, laid: _Laid, audit: AuditRules) -> tuple[Attached, list[Defect]]:
    found = Findings()
    drawn = found.keep(clean_lines(frames, Role.SEWER_CONNECTION))
    return found.keep(attach_connections(drawn, lines=laid.lines, pieces=laid.pieces, audit=audit)), found
