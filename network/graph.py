# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the water network from role frames: mains, the sources that feed them, and who hangs on them.

Questions are answered from the arrays; ``WaterNetwork.graph`` is the same network as a networkx multigraph,
made when it is first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from ..core.progress import Progress, SilentProgress
from .arrays import Bools
from .attachments import Attached, attach_connections, attach_customers, attach_points
from .cleaning import clean_lines, clean_points
from .defects import Findings
from .mains import Mains, build_mains
from .multigraph import multigraph
from .register import Register
from .results import Defect
from .roles import Role, RoleFrames
from .sources import Sources, place_sources, unfed_parts


@dataclass(frozen=True)
class WaterNetwork:
    """A water network that answers isolation questions; ``defects`` says what is wrong with its data.

    ``is_sensitive`` runs along ``customers``.
    """

    mains: Mains
    sources: Sources
    connections: Attached
    customers: Attached
    is_sensitive: Bools
    hydrants: Attached
    regulators: Attached
    defects: tuple[Defect, ...]

    @cached_property
    def register(self) -> Register:
        """Return the ids of everything that can be asked about, pipes first."""
        devices = self.mains.devices
        return Register.of(
            {
                Role.WATER_PIPE: self.mains.pipes.ids,
                Role.VALVE: devices.ids[: devices.valves],
                Role.CHECK_VALVE: devices.ids[devices.valves :],
                Role.HYDRANT: self.hydrants.ids,
                Role.DELIVERY_POINT: self.customers.ids,
                Role.SERVICE_CONNECTION: self.connections.ids,
                Role.REGULATOR: self.regulators.ids,
                Role.SOURCE: self.sources.ids,
            }
        )

    @cached_property
    def supplied(self) -> Bools:
        """Tell which segments a source reaches with the valves as they are."""
        devices, segments = self.mains.devices, self.mains.segments
        is_open = devices.is_open[segments.gate_device]
        two_way = devices.is_valve[segments.gate_device]
        return segments.reached(self.sources.feeding, forward=is_open, backward=is_open & two_way)

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """Return the mains as a multigraph keyed by pipe ids (see ``network.multigraph``)."""
        return multigraph(self.mains)


def build_water_network(
    frames: RoleFrames, *, tolerance_m: float = 0.05, progress: Progress | None = None
) -> WaterNetwork:
    """Build the network in O(n log n) from frames in one metric CRS.

    Pipe ends within ``tolerance_m`` of each other, or of the inside of a pipe, are joined. Whatever is wrong
    in the data becomes a defect and never stops the build.
    """
    watch = progress or SilentProgress()
    found = Findings()
    watch.report(0.0)
    mains = found.keep(build_mains(frames, tolerance_m=tolerance_m))
    sources = found.keep(
        place_sources(found.keep(clean_points(frames, Role.SOURCE)), mains, tolerance_m=tolerance_m)
    )
    found += unfed_parts(mains, sources)
    watch.check()
    watch.report(0.5)
    lines, pieces = mains.lines, mains.pieces
    connected = found.keep(clean_lines(frames, Role.SERVICE_CONNECTION))
    connections = found.keep(attach_connections(connected, lines=lines, pieces=pieces))
    delivery = found.keep(clean_points(frames, Role.DELIVERY_POINT))
    customers = found.keep(attach_customers(delivery, connections=connections, lines=lines, pieces=pieces))
    watch.check()
    watch.report(0.9)
    hydrants, regulators = (
        found.keep(attach_points(found.keep(clean_points(frames, role)), lines=lines, pieces=pieces))
        for role in (Role.HYDRANT, Role.REGULATOR)
    )
    watch.report(1.0)
    is_sensitive = delivery.flags("is_sensitive")
    return WaterNetwork(
        mains, sources, connections, customers, is_sensitive, hydrants, regulators, tuple(found)
    )
