# SPDX-License-Identifier: GPL-3.0-or-later
"""The criticality map: what each pipe cuts off when it fails, and each valve when it does not hold.

One pass over all segments, each by the same cut as ``network.isolation.isolation``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...core.messages import Message
from ...core.progress import Progress, SilentProgress, Span
from ..assets.arrays import Ints, Ints32, Objects, as_ints32
from ..water.water_network import WaterNetwork
from .cuts import desk_for
from .kernel_tally import Weights, tally_segments, tally_valves

# between two looks at whether the user wants it to stop
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Criticality:
    """Customers that lose water, by row of ``Mains.pipes`` and by valve (the first rows of the devices).

    ``pipe_customers`` is for a failure at the worst place of the pipe. ``valve_extra_customers`` is how many
    more the cut on one side of a valve takes when the valve does not hold, on the side where it is worst; 0
    for valves that are shut or stuck anyway. ``_sensitive`` fields count the sensitive customers of that same
    failure. Worst are most customers, then most sensitive ones.
    """

    pipe_ids: Objects
    pipe_customers: Ints
    pipe_sensitive: Ints
    valve_ids: Objects
    valve_extra_customers: Ints
    valve_extra_sensitive: Ints
    notes: tuple[Message, ...] = ()


def criticality_map(network: WaterNetwork, *, progress: Progress | None = None) -> Criticality:
    """Return what every failure costs; the time is the sum of the cuts, in O(n log n) on meshed networks.

    Without a declared source only what the valves enclose is counted, and a note says so.
    """
    watch = progress or SilentProgress()
    mains, valves = network.mains, network.mains.devices.valves
    held = _held(network)
    by_segment = _tally(network, tally_segments, mains.segments.count, held, Span(watch, 0.0, 0.5))
    by_valve = _tally(network, tally_valves, valves, held, Span(watch, 0.5, 1.0))
    watch.report(1.0)
    # customers first, sensitive ones among equals, in one number: both figures are of the same failure
    scale = int(max(by_segment[1].max(initial=0), by_valve[1].max(initial=0))) + 1
    alone, together = (customers * scale + sensitive for customers, sensitive in (by_segment, by_valve))
    pipe_customers, pipe_sensitive = np.divmod(_worst_of_pipes(network, alone), scale)
    least = np.divmod(_least_of_valves(network, alone, together), scale)
    extra_customers, extra_sensitive = (
        np.where(network.states.is_operable[:valves], both - one, 0)
        for both, one in zip(by_valve, least, strict=True)
    )
    return Criticality(
        pipe_ids=mains.pipes.ids,
        pipe_customers=pipe_customers,
        pipe_sensitive=pipe_sensitive,
        valve_ids=mains.devices.ids[:valves],
        valve_extra_customers=extra_customers,
        valve_extra_sensitive=extra_sensitive,
        notes=() if len(network.sources.feeding) else (Message("network.no_source_note"),),
    )


def _held(network: WaterNetwork) -> tuple[Ints32, Ints32]:
    """Return how many customers each segment has, and how many sensitive ones."""
    held, segments = network.holdings.customers, network.mains.segments.count
    customers = np.diff(held.first)
    segment = np.repeat(np.arange(segments), customers)[network.is_sensitive[held.rows]]
    return as_ints32(customers), as_ints32(np.bincount(segment, minlength=segments))


def _tally(
    network: WaterNetwork,
    kernel: Callable[..., None],
    rows: int,
    held: tuple[Ints32, Ints32],
    progress: Progress,
) -> tuple[Ints, Ints]:
    weights = Weights(*held, np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.int64))
    desk = desk_for(network)
    for first in range(0, rows, _AT_ONCE):
        progress.check()
        progress.report(first / rows)
        last = min(first + _AT_ONCE, rows)
        kernel(network.ways, network.states, network.tree, desk, weights, first, last)
    return weights.lost, weights.lost_sensitive


def _worst_of_pipes(network: WaterNetwork, by_segment: Ints) -> Ints:
    pieces = network.mains.pieces
    drawn = pieces.length_m > 0
    worst = np.zeros(len(network.mains.pipes), dtype=np.int64)
    np.maximum.at(worst, pieces.line[drawn], by_segment[network.mains.segments.of_piece[drawn]])
    return worst


def _least_of_valves(network: WaterNetwork, alone: Ints, together: Ints) -> Ints:
    """Return what the cut takes on that side of each valve where it takes least."""
    valves, segments = len(together), network.mains.segments
    least = together.copy()
    for side in (segments.gate_from, segments.gate_to):
        # nothing fails where there is no pipe, as on the node between the gates of one valve
        counts = (segments.gate_device < valves) & (network.segment_m[side] > 0)
        np.minimum.at(least, segments.gate_device[counts], alone[side[counts]])
    return least
