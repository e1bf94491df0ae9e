# SPDX-License-Identifier: GPL-3.0-or-later
"""What each segment holds: its pieces and nodes, and the customers, hydrants and sources on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..assets.arrays import Ints, as_ints
from ..assets.grouped import Grouped
from ..topology.attachments import Attached
from .mains import Mains


@dataclass(frozen=True, slots=True)
class Holdings:
    """What each segment holds, and the pipe (row of ``Mains.pipes``) that each gate cuts."""

    pieces: Grouped
    nodes: Grouped
    customers: Grouped
    hydrants: Grouped
    gate_pipe: Ints


def hold(mains: Mains, *, customers: Attached, hydrants: Attached) -> Holdings:
    """Return what each segment of the mains holds, in O(n log n)."""
    net, pieces, nodes = mains.segments, mains.pieces, len(mains.joints)
    # a piece of no length joins a device to a node, but is no pipe
    drawn = np.where(pieces.length_m > 0, net.of_piece, -1)
    gate_pipe = as_ints(np.full(len(net.gate_device), -1))
    for node in (pieces.from_node, pieces.to_node):
        at_gate = node >= nodes
        gate_pipe[node[at_gate] - nodes] = pieces.line[at_gate]
    return Holdings(
        pieces=Grouped.by(as_ints(drawn), groups=net.count),
        nodes=Grouped.by(net.of_node[:nodes], groups=net.count),
        customers=_hanging(mains, customers),
        hydrants=_hanging(mains, hydrants),
        gate_pipe=gate_pipe,
    )


def _hanging(mains: Mains, attached: Attached) -> Grouped:
    segment = np.append(mains.segments.of_piece, -1)[attached.piece]
    return Grouped.by(as_ints(segment), groups=mains.segments.count)
