# SPDX-License-Identifier: GPL-3.0-or-later
"""States of valves as found on site, laid over what the layer says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

import numpy as np

from ...core.ids import AssetId
from ..assets.arrays import Ints, as_ints
from ..assets.register import Register
from ..assets.roles import Role
from .gates import Devices


class ValveState(Enum):
    """What is known of a valve: where it stands, and whether it can be moved."""

    OPEN = "open"
    CLOSED = "closed"
    STUCK_OPEN = "stuck_open"
    STUCK_CLOSED = "stuck_closed"
    # cannot be reached or turned (paved over, under a car); stands as the layer says
    UNUSABLE = "unusable"
    # drawn but not there: water passes
    MISSING = "missing"


_STANDS_OPEN = {
    ValveState.OPEN: True,
    ValveState.STUCK_OPEN: True,
    ValveState.MISSING: True,
    ValveState.CLOSED: False,
    ValveState.STUCK_CLOSED: False,
}
_MOVES = frozenset({ValveState.OPEN, ValveState.CLOSED})


def devices_with(
    devices: Devices, register: Register, states: Mapping[AssetId, ValveState]
) -> tuple[Devices, Ints]:
    """Return the devices with valves in other states, and the rows of these valves.

    An ``InputError`` names a valve that does not exist.
    """
    is_open, is_stuck = devices.is_open.copy(), devices.is_stuck.copy()
    changed = []
    for valve, state in states.items():
        register.require_valve(valve)
        rows = register.rows(Role.VALVE, valve)
        is_open[rows] = _STANDS_OPEN.get(state, is_open[rows])
        is_stuck[rows] = state not in _MOVES
        changed.append(rows)
    rows = np.concatenate(changed) if changed else as_ints([])
    return replace(devices, is_open=is_open, is_stuck=is_stuck), as_ints(rows)
