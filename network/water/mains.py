# SPDX-License-Identifier: GPL-3.0-or-later
"""The mains: water pipes joined at their ends and cut at the devices that can stop water."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..assets.arrays import Floats
from ..assets.audit_rules import AuditRules
from ..assets.cleaning import Assets, clean_lines, clean_points
from ..assets.defects import Findings
from ..assets.places import LineIndex
from ..assets.results import Defect
from ..assets.roles import Role, RoleFrames
from ..topology.doubles import doubled_lines
from ..topology.joints import Joints, join_ends
from ..topology.near_misses import near_misses
from ..topology.pieces import Pieces, Stops, cut, end_stops, tee_stops
from .gates import Devices, place_devices
from .segments import Segments, build_segments


@dataclass(frozen=True, slots=True)
class Mains:
    """Pipes (one row a single-part line in service), their nodes, pieces, devices and segments.

    ``diameter_mm`` runs along ``pipes``, NaN where it is unknown.
    """

    pipes: Assets
    diameter_mm: Floats
    lines: LineIndex
    joints: Joints
    pieces: Pieces
    devices: Devices
    segments: Segments

    @property
    def segment_m(self) -> Floats:
        """Return the length of pipe in every segment."""
        total_m = np.zeros(self.segments.count)
        np.add.at(total_m, self.segments.of_piece, self.pieces.length_m)
        return total_m


def build_mains(frames: RoleFrames, *, tolerance_m: float, audit: AuditRules) -> tuple[Mains, list[Defect]]:
    """Return the mains and what is wrong with the pipes, valves and check valves, in O(n log n)."""
    found = Findings()
    pipes = found.keep(clean_lines(frames, Role.WATER_PIPE))
    joints = found.keep(join_ends(pipes, tolerance_m=tolerance_m))
    lines = LineIndex.of(pipes.geometry)
    tees = tee_stops(joints, lines, tolerance_m=tolerance_m)
    junctions = Stops.join(end_stops(joints, lines.length_m), tees)
    found += near_misses(pipes, joints, lines, tees, tolerance_m=tolerance_m, rules=audit)
    found += doubled_lines(pipes, joints, tolerance_m=tolerance_m)
    devices, gates = found.keep(
        place_devices(
            found.keep(clean_points(frames, Role.VALVE)),
            found.keep(clean_points(frames, Role.CHECK_VALVE)),
            pipes=pipes,
            joints=joints,
            junctions=junctions,
            lines=lines,
            tolerance_m=tolerance_m,
            audit=audit,
        )
    )
    pieces = cut(Stops.join(junctions, gates.stops))
    segments = build_segments(pieces, nodes=len(joints), gate_device=gates.device)
    return Mains(pipes, pipes.numbers("diameter_mm"), lines, joints, pieces, devices, segments), found
