# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the devices that can stop water on the pipes: where each cuts a pipe is a gate.

A valve inside a pipe, or between two pipes, is one gate. A valve drawn on a junction closes every branch, so
it has a gate on each; a check valve there keeps to the pipe it was found on. Devices at one place stand in
series.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..assets.arrays import Bools, Floats, Ints, Objects, as_ints, ranges
from ..assets.audit_rules import AuditRules
from ..assets.cleaning import Assets
from ..assets.places import LineIndex, Places
from ..assets.results import Defect
from ..topology.joints import Joints
from ..topology.pieces import Stops
from .off_pipe import beside_pipes

# A device drawn beside its pipe is brought onto it up to this distance.
DEVICE_REACH_M = 0.5


@dataclass(frozen=True, slots=True)
class Devices:
    """Valves, then check valves, which are always open; those that no pipe passes have no gate."""

    ids: Objects
    geometry: Objects
    is_valve: Bools
    is_open: Bools
    is_stuck: Bools

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def valves(self) -> int:
        """Return how many devices are valves: they come first, the check valves after them."""
        return int(self.is_valve.sum())


@dataclass(frozen=True, slots=True)
class Gates:
    """The cuts that devices make: ``device`` and ``stops`` run in parallel, one row a gate."""

    device: Ints
    stops: Stops

    def __len__(self) -> int:
        return len(self.device)


def place_devices(
    valves: Assets,
    check_valves: Assets,
    *,
    pipes: Assets,
    joints: Joints,
    junctions: Stops,
    lines: LineIndex,
    tolerance_m: float,
    audit: AuditRules,
) -> tuple[tuple[Devices, Gates], list[Defect]]:
    """Return the devices, their gates, and those that lie off every pipe or on a junction.

    ``junctions`` are the ends and tees of the pipes; gate nodes are numbered after the nodes of ``joints``.
    """
    geometry = np.concatenate([valves.geometry, check_valves.geometry])
    is_valve = np.repeat([True, False], [len(valves), len(check_valves)])
    places = lines.nearest(geometry, within_m=max(DEVICE_REACH_M, tolerance_m))
    devices = Devices(
        np.concatenate([valves.ids, check_valves.ids]),
        geometry,
        is_valve,
        np.concatenate([valves.flags("is_open"), np.ones(len(check_valves), dtype=bool)]),
        np.concatenate([valves.flags("is_stuck"), np.zeros(len(check_valves), dtype=bool)]),
    )
    stop = _stop_at(places.line, places.position_m, junctions, tolerance_m)
    node = np.append(junctions.node, -1)[stop]
    at_junction = np.append(_branches(joints, junctions), 0)[node] > 2
    everywhere = at_junction & is_valve
    gates = _join(
        _inside(np.flatnonzero(places.found & (stop < 0)), places),
        _at_stops(np.flatnonzero((stop >= 0) & ~everywhere), stop, junctions),
        _on_every_branch(np.flatnonzero(everywhere), node, junctions),
        first_node=len(joints),
    )
    defects: list[Defect] = []
    for assets, mine, code in (
        (valves, is_valve, "network.device_on_junction"),
        (check_valves, ~is_valve, "network.check_valve_on_junction"),
    ):
        clear = stop[mine] < 0
        nearest = places.take(mine)
        defects += beside_pipes(
            assets, nearest, pipes=pipes, lines=lines, inside=clear, tolerance_m=tolerance_m, rules=audit
        )
        defects += assets.defects(at_junction[mine], severity="warning", code=code)
    return (devices, gates), defects


def _stop_at(line: Ints, position_m: Floats, stops: Stops, tolerance_m: float) -> Ints:
    """Return the stop of the same line nearest to each position within the tolerance, -1 for none."""
    order = np.lexsort((stops.position_m, stops.line))
    width = float(stops.position_m.max(initial=0.0)) + 1.0
    keys = stops.line[order] * width + stops.position_m[order]
    after = np.searchsorted(keys, line * width + position_m)
    found, gap_m = as_ints(np.full(len(line), -1)), np.full(len(line), np.inf)
    if not len(order):
        return found
    for side in (after - 1, after):
        stop = order[np.clip(side, 0, len(order) - 1)]
        away_m = np.abs(stops.position_m[stop] - position_m)
        better = (stops.line[stop] == line) & (away_m <= tolerance_m) & (away_m < gap_m)
        found[better], gap_m[better] = stop[better], away_m[better]
    return found


def _branches(joints: Joints, junctions: Stops) -> Ints:
    """Return how many pipe branches meet at each node: one for an end, two for a tee's through pipe."""
    weight = np.where(junctions.rank == 0, 2, 1)
    return as_ints(np.bincount(junctions.node, weights=weight, minlength=len(joints)))


def _inside(which: Ints, places: Places) -> Gates:
    return _gates(which, places.line[which], places.position_m[which], np.zeros(len(which)))


def _at_stops(which: Ints, stop: Ints, junctions: Stops) -> Gates:
    """Return gates just inside the pipe end, or just beyond the tee, that each device was found on.

    Rank 1 lies between those of the two ends, and behind that of a tee.
    """
    at = stop[which]
    return _gates(which, junctions.line[at], junctions.position_m[at], np.ones(len(which)))


def _on_every_branch(which: Ints, node: Ints, junctions: Stops) -> Gates:
    """Return a gate on every branch of the node of each device."""
    order = np.argsort(junctions.node, kind="stable")
    sorted_nodes = junctions.node[order]
    first = np.searchsorted(sorted_nodes, node[which], side="left")
    end = np.searchsorted(sorted_nodes, node[which], side="right")
    device = np.repeat(which, end - first)
    stop = order[ranges(first, end)]
    before, after = junctions.rank[stop] >= 0, junctions.rank[stop] <= 0
    side = np.repeat([-1, 1], [before.sum(), after.sum()])
    device, stop = (
        np.concatenate([device[before], device[after]]),
        np.concatenate([stop[before], stop[after]]),
    )
    return _gates(device, junctions.line[stop], junctions.position_m[stop], side)


def _gates(device: Ints, line: Ints, position_m: Floats, side: npt.ArrayLike) -> Gates:
    """Return gates before (-1), on (0) or beyond (1) positions, their nodes not numbered yet."""
    return Gates(as_ints(device), Stops(line, position_m, as_ints(side), as_ints(np.full(len(line), -1))))


def _join(*gates: Gates, first_node: int) -> Gates:
    stops = Stops.join(*(some.stops for some in gates))
    node = as_ints(first_node + np.arange(len(stops.line)))
    device = as_ints(np.concatenate([some.device for some in gates]))
    return Gates(device, Stops(stops.line, stops.position_m, stops.rank, node))
