# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the water network from role frames: mains, the sources that feed them, and who hangs on them.

Questions are answered from the arrays; ``WaterNetwork.graph`` is the same network as a networkx multigraph,
made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import networkx as nx

from ...core.ids import AssetId
from ...core.messages import Message
from ...core.progress import Progress, SilentProgress
from ..assets.arrays import Bools, Floats, Objects
from ..assets.audit_rules import AuditRules, load_audit_rules
from ..assets.cleaning import clean_lines, clean_points
from ..assets.defects import Findings
from ..assets.register import Register
from ..assets.results import Defect
from ..assets.roles import Role, RoleFrames
from ..topology.attachments import Attached, attach_connections, attach_customers, attach_points
from .holdings import Holdings, hold
from .kernel_supply import States, Tree, Ways
from .mains import Mains, build_mains
from .multigraph import multigraph
from .sources import Sources, place_sources, unfed_parts
from .supply import changed_states, mended_tree, states_of, supply_distance_m, supply_tree, ways_of
from .valve_states import ValveState, devices_with


@dataclass(frozen=True)
class WaterNetwork:
    """A water network that answers isolation questions; ``defects`` says what is wrong with its data.

    ``is_sensitive`` and ``user_type`` run along ``customers``; ``gate_supply_m`` along the gates: the
    shortest way from a source, whatever valves are shut, inf where there is none.
    """

    mains: Mains
    sources: Sources
    connections: Attached
    customers: Attached
    is_sensitive: Bools
    user_type: Objects
    hydrants: Attached
    regulators: Attached
    gate_supply_m: Floats
    defects: tuple[Defect, ...]
    remarks: tuple[Message, ...] = ()

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
    def ways(self) -> Ways:
        """Return the gates as seen from each segment."""
        return ways_of(self.mains.segments, devices=len(self.mains.devices))

    @cached_property
    def states(self) -> States:
        """Return the devices as they are."""
        return states_of(self.mains.devices, self.ways)

    @cached_property
    def tree(self) -> Tree:
        """Return how water reaches each segment with the valves as they are."""
        return supply_tree(self.ways, self.states, feeding=self.sources.feeding)

    @property
    def supplied(self) -> Bools:
        """Tell which segments a source reaches with the valves as they are."""
        return self.tree.enter >= 0

    @cached_property
    def segment_m(self) -> Floats:
        """Return the length of pipe in every segment."""
        return self.mains.segment_m

    @cached_property
    def holdings(self) -> Holdings:
        """Return what each segment holds."""
        return hold(self.mains, customers=self.customers, hydrants=self.hydrants)

    def with_valves(self, states: Mapping[AssetId, ValveState]) -> WaterNetwork:
        """Return the network with valves in other states, in O(segments + gates) and without building again.

        An ``InputError`` names a valve that does not exist.
        """
        devices, rows = devices_with(self.mains.devices, self.register, states)
        changed = replace(self, mains=replace(self.mains, devices=devices))
        for same in ("register", "ways", "segment_m", "holdings"):
            changed.__dict__[same] = getattr(self, same)
        changed.__dict__["states"] = changed_states(self.states, devices, self.ways, rows)
        changed.__dict__["tree"] = mended_tree(self.tree, self.ways, changed.states, rows)
        return changed

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """Return the mains as a multigraph keyed by pipe ids (see ``network.water.multigraph``)."""
        return multigraph(self.mains)


def build_water_network(
    frames: RoleFrames,
    *,
    tolerance_m: float = 0.05,
    remarks: tuple[Message, ...] = (),
    audit: AuditRules | None = None,
    progress: Progress | None = None,
) -> WaterNetwork:
    """Build the network in O(n log n) from frames in one metric CRS.

    Pipe ends within ``tolerance_m`` of each other, or of the inside of a pipe, are joined. Whatever is wrong
    in the data becomes a defect and never stops the build. ``remarks`` is what the reader of the data wants
    said with every answer, ``audit`` the distances of defects (by default those that come with Regard).
    """
    watch = progress or SilentProgress()
    audit = audit or load_audit_rules()
    found = Findings()
    watch.report(0.0)
    mains = found.keep(build_mains(frames, tolerance_m=tolerance_m, audit=audit))
    sources = found.keep(
        place_sources(found.keep(clean_points(frames, Role.SOURCE)), mains, tolerance_m=tolerance_m)
    )
    found += unfed_parts(mains, sources)
    watch.check()
    watch.report(0.5)
    lines, pieces = mains.lines, mains.pieces
    connected = found.keep(clean_lines(frames, Role.SERVICE_CONNECTION))
    connections = found.keep(attach_connections(connected, lines=lines, pieces=pieces, audit=audit))
    delivery = found.keep(clean_points(frames, Role.DELIVERY_POINT))
    customers = found.keep(attach_customers(delivery, connections=connections, lines=lines, pieces=pieces))
    watch.check()
    watch.report(0.9)
    hydrants, regulators = (
        found.keep(attach_points(found.keep(clean_points(frames, role)), lines=lines, pieces=pieces))
        for role in (Role.HYDRANT, Role.REGULATOR)
    )
    watch.report(1.0)
    return WaterNetwork(
        mains=mains,
        sources=sources,
        connections=connections,
        customers=customers,
        is_sensitive=delivery.flags("is_sensitive"),
        user_type=delivery.texts("user_type"),
        hydrants=hydrants,
        regulators=regulators,
        gate_supply_m=supply_distance_m(mains, sources),
        defects=tuple(found),
        remarks=remarks,
    )
