# SPDX-License-Identifier: GPL-3.0-or-later
"""The sewer network that traces ask: pipes cut at their tees, the way each runs, what is on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scipy.spatial import cKDTree

from ..assets.arrays import Bools, Floats, Ints
from ..assets.cleaning import Assets
from ..assets.grouped import Grouped
from ..assets.places import LineIndex
from ..assets.register import Register
from ..assets.results import Defect
from ..assets.roles import Role
from ..assets.sorted_ids import SortedIds
from ..topology.attachments import Attached
from ..topology.joints import Joints
from ..topology.pieces import Pieces
from .flow import Flow
from .kernel_sewer import Ways
from .speed import Speeds
from .standing import STANDING_ROLES, OnSewer
from .ways import ways_of


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
