# SPDX-License-Identifier: GPL-3.0-or-later
"""The valve register: what was found of each valve on site, which the layers do not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import AssetId
from ...network.water.valve_states import ValveState
from ...network.water.water_network import WaterNetwork
from ..ports import Workspace
from ..records import ValveNote


def valve_states(workspace: Workspace) -> dict[AssetId, ValveState]:
    """Return the state of every valve that something was noted of."""
    return {note.valve_id: ValveState(note.state) for note in workspace.all(ValveNote)}


def note_valve(
    workspace: Workspace,
    network: WaterNetwork,
    *,
    valve: str,
    state: str,
    now: datetime,
    who: str,
    note: str = "",
) -> ValveNote:
    """Note the state of a valve, in one journaled command.

    ``InputError`` when the network has no such valve (near ids are named) or the state is unknown.
    """
    states = [known.value for known in ValveState]
    if state not in states:
        network.register.require_valve(valve)
        raise InputError("network.valve_state", found=state, expected=", ".join(states))
    noted, is_new = valve_note(workspace, network, valve, ValveState(state), now=now, note=note)
    with workspace.command("note valve", who=who) as transaction:
        if is_new:
            transaction.add([noted])
        else:
            transaction.save(noted)
    return noted


def valve_note(
    workspace: Workspace,
    network: WaterNetwork,
    valve: str,
    state: ValveState,
    *,
    now: datetime,
    note: str = "",
) -> tuple[ValveNote, bool]:
    """Return what is to be stored of a valve, and whether nothing was noted of it before.

    ``InputError`` when the network has no such valve (near ids are named).
    """
    network.register.require_valve(valve)
    before = workspace.all(ValveNote, valve_id=valve)
    if before:
        return replace(before[0], state=state.value, noted_at=now, note=note), False
    return ValveNote(AssetId(valve), state.value, now, note), True
