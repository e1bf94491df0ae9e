# SPDX-License-Identifier: GPL-3.0-or-later
"""Why each valve is on the list, in words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...core.ids import AssetId
from ...core.messages import Message
from ..assets.arrays import Ints
from ..water.supply import gates_of, sides_of
from ..water.water_network import WaterNetwork
from .cuts import Cut
from .results import ValveReason
from .targets import Target


def reasons_of(network: WaterNetwork, target: Target, cut: Cut, order: Ints) -> tuple[ValveReason, ...]:
    """Return a reason for every valve to close, in their order, then for those that must stay closed."""
    story = _Story(network, target, cut)
    return tuple(
        ValveReason(AssetId(network.mains.devices.ids[device]), message)
        for device, message in story.told(order)
    )


class _Story:
    """What is known of a cut from the inside and from the outside."""

    def __init__(self, network: WaterNetwork, target: Target, cut: Cut) -> None:
        self._network = network
        self._place = set(target.segments.tolist())
        self._came = dict(zip(cut.isolated.tolist(), cut.came.tolist(), strict=True))
        self._without = set(cut.affected.tolist())
        self._closed = cut.already_closed

    def told(self, order: Ints) -> Iterator[tuple[int, Message]]:
        for device in order.tolist():
            yield device, self._closing(device)
        for device in self._closed.tolist():
            yield device, Message("network.why_closed", self._where(device))

    def _closing(self, device: int) -> Message:
        where = self._where(device)
        given_up = self._given_up(device)
        if given_up:
            return Message("network.why_next", {**where, "unusable": ", ".join(given_up)})
        if not len(self._network.sources.feeding):
            return Message("network.why_no_source", where)
        source = self._source(device)
        if source:
            return Message("network.why_close", {**where, "source": source})
        return Message("network.why_other_way", where)

    def _where(self, device: int) -> dict[str, object]:
        ways, held = self._network.ways, self._network.holdings
        pipes = held.gate_pipe[gates_of(ways, device)]
        names = sorted(set(self._network.mains.pipes.ids[pipes]))
        return {"valve": self._network.mains.devices.ids[device], "pipes": ", ".join(names)}

    def _given_up(self, device: int) -> list[str]:
        """Return the valves between the place and this one that cannot be shut."""
        chains = [
            self._chain(side)
            for side in dict.fromkeys(sides_of(self._network.ways, device).tolist())
            if side in self._came
        ]
        return min(chains, key=len, default=[])

    def _chain(self, segment: int) -> list[str]:
        ways, devices, crossed = self._network.ways, self._network.mains.devices, []
        while segment not in self._place:
            way = self._came[segment]
            if devices.is_valve[ways.device[way]]:
                crossed.append(str(devices.ids[ways.device[way]]))
            gate = ways.gate[way]
            segment = int(ways.gate_from[gate] if ways.gate_to[gate] == segment else ways.gate_to[gate])
        return crossed[::-1]

    def _source(self, device: int) -> str:
        """Return the source of the water on the other side, "" if that comes to it another way now."""
        tree, sources = self._network.tree, self._network.sources
        for side in sides_of(self._network.ways, device).tolist():
            if side not in self._without and tree.root[side] >= 0 and self._keeps_its_way(side):
                fed = np.flatnonzero(sources.segment >= 0)
                return str(sources.ids[fed[tree.root[side]]])
        return ""

    def _keeps_its_way(self, segment: int) -> bool:
        """Tell whether the way of the supply tree to a segment runs outside the cut."""
        parent = self._network.tree.parent
        while segment >= 0:
            if segment in self._without:
                return False
            segment = int(parent[segment])
        return True
