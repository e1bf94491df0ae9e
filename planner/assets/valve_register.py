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
    network.register.require_valve(valve)
    states = [known.value for known in ValveState]
    if state not in states:
        raise InputError("network.valve_state", found=state, expected=", ".join(states))
    before = workspace.all(ValveNote, valve_id=valve)
    with workspace.command("note valve", who=who) as transaction:
        if before:
            noted = replace(before[0], state=state, noted_at=now, note=note)
            transaction.save(noted)
        else:
            noted = ValveNote(AssetId(valve), state, now, note)
            transaction.add([noted])
    return noted
