# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut segments off: the valves around them, what they enclose, and what runs dry behind them.

The segments of the place, joined with what feeds them through gates that cannot be shut, are the cut. What
else loses water is what the sources no longer reach: looked for below the cut in the supply tree, so that an
answer costs what it reports and not the size of the network. A device counts only if water stands on one of
its sides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..assets.arrays import Bools, Bytes, Ints, Ints32, as_ints, ranges
from ..water.supply import sides_of
from ..water.water_network import WaterNetwork
from .kernel_cut import DRY, ISOLATED, SEEN, SHUT, UNTOUCHED, WET, Desk, bound, enclose, leak, starve


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut as rows of devices and segments.

    ``already_closed`` are the shut valves that water would come in by if they were opened, be it through
    what runs dry beside the cut. ``isolated`` is what the valves enclose, ``starved`` what loses its water
    beside. ``came`` tells for every
    segment of ``isolated`` the way by which the cut was extended to it, -1 for the place itself.
    ``relies_on`` are the check valves that alone keep water out.
    ``has_source`` says that a source feeds the inside, so that no valve can isolate it.
    """

    close: Ints
    already_closed: Ints
    relies_on: Ints
    isolated: Ints
    starved: Ints
    came: Ints
    already_dry: bool
    has_source: bool

    @property
    def affected(self) -> Ints:
        """Return the segments without water."""
        return np.concatenate([self.isolated, self.starved])


def cut_off(network: WaterNetwork, segments: Ints, *, lost: Ints) -> Cut:
    """Return the cut that isolates segments when the ``lost`` devices cannot be used."""
    ways, states = network.ways, network.states
    desk = desk_for(network)
    desk.lost[lost] = 1
    desk.cut[: len(segments)] = segments
    size = enclose(ways, states, desk, len(segments))
    bounds = bound(ways, states, desk, size)
    isolated, around = as_ints(desk.cut[:size]), as_ints(desk.bounds[:bounds])
    has_feed = len(network.sources.feeding) > 0
    below = starve(ways, states, network.tree, desk, size, bounds) if has_feed else 0
    shut = desk.device[around] == SHUT
    holding = _holding(network, around, desk.segment)
    starved = _dry(desk, below)
    came = as_ints(desk.came[isolated])
    came[: len(segments)] = -1
    return Cut(
        close=around[shut & holding],
        already_closed=np.union1d(
            around[~shut & ~states.is_open[around] & holding],
            _shut_beside(network, desk, size, idle=around[~holding]) if has_feed else as_ints([]),
        ),
        relies_on=around[~shut & ~states.is_valve[around] & holding],
        isolated=isolated,
        starved=starved,
        came=came,
        already_dry=has_feed and not (network.tree.enter[segments] >= 0).any(),
        has_source=bool((desk.segment[network.sources.feeding] == ISOLATED).any()),
    )


def starved_by(network: WaterNetwork, shut: Ints) -> Ints:
    """Return the segments that lose their water when devices are shut, nothing else being done."""
    desk = desk_for(network)
    closing = np.unique(shut[network.states.is_open[shut]])
    desk.bounds[: len(closing)] = closing
    desk.device[closing] = SHUT
    below = starve(network.ways, network.states, network.tree, desk, 0, len(closing))
    return _dry(desk, below)


def desk_for(network: WaterNetwork) -> Desk:
    """Return room for cuts; the pages that a cut does not touch cost nothing."""
    segments, devices = network.mains.segments.count, len(network.mains.devices)
    return Desk(
        segment=np.zeros(segments, dtype=np.uint8),
        device=np.zeros(devices, dtype=np.uint8),
        lost=np.zeros(devices, dtype=np.uint8),
        cut=_list(segments),
        came=_list(segments),
        bounds=_list(devices),
        below=_list(segments),
        todo=_list(segments),
        span_from=_list(segments),
        span_to=_list(segments),
    )


def _list(size: int) -> Ints32:
    return np.empty(size, dtype=np.int32)


def _dry(desk: Desk, below: int) -> Ints:
    met = desk.below[:below]
    return as_ints(met[desk.segment[met] == DRY])


def _shut_beside(network: WaterNetwork, desk: Desk, size: int, *, idle: Ints) -> Ints:
    """Return the shut valves between water and what is dry but open to the cut.

    ``idle`` are the devices around the cut that need not be shut, as no water stands behind them.
    """
    ways = network.ways
    desk.device[idle] = SEEN
    segments = as_ints(desk.todo[: leak(ways, network.states, network.tree, desk, size)])
    beside = np.unique(ways.device[ranges(ways.first[segments], ways.first[segments + 1])])
    shut = as_ints(beside[~network.states.is_open[beside]])
    return shut[_holding(network, shut, desk.segment)]


def _holding(network: WaterNetwork, devices: Ints, status: Bytes) -> Bools:
    """Tell which devices keep water back: it stands on one of their sides after the cut.

    Without a declared source nobody knows: it may stand in every pipe beyond the cut.
    """
    sides = [sides_of(network.ways, device) for device in devices]
    if not sides:
        return np.zeros(0, dtype=bool)
    side = np.concatenate(sides)
    wet = np.isin(status[side], (UNTOUCHED, WET))
    if len(network.sources.feeding):
        wet &= network.tree.enter[side] >= 0
    else:
        wet &= network.segment_m[side] > 0
    owner = np.repeat(np.arange(len(devices)), [len(some) for some in sides])
    return np.bincount(owner, weights=wet, minlength=len(devices)) > 0
