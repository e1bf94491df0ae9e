# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told about a water cut as rows: hydrants to the fire service, the water back. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ...qgis_bridge.figures import moment_text
from ...qgis_bridge.messages import counted, tr
from ..acting.rows import AMBER, GREEN, Act, Cell, Pressed, Row

if TYPE_CHECKING:
    from ...planner.records import Outage
    from ...workorders.life.records import HydrantNote, RestorationNote


def cut_rows(
    outage: Outage | None, hydrants: Mapping[str, HydrantNote], restored: RestorationNote | None
) -> tuple[Row, ...]:
    """Return the hydrants of a cut and how many customers know that the water is back."""
    if outage is None:
        return ()
    rows = [_hydrant_row(str(outage.order_id), name, hydrants.get(name)) for name in outage.hydrants]
    if outage.customers:
        rows.append(_restored_row(outage, restored))
    return tuple(rows)


def _hydrant_row(order_id: str, hydrant: str, note: HydrantNote | None) -> Row:
    if note is None:
        state, mark, when = tr("fire service not told"), AMBER, ""
    else:
        state = tr("in service, told") if note.available else tr("out of service, told")
        mark, when = GREEN if note.available else AMBER, moment_text(note.noted_at)
    acts = (
        Act("out", tr("Told: out of service"), partial(_hydrant, hydrant, available=False)),
        Act("back", tr("Told: back in service"), partial(_hydrant, hydrant, available=True)),
    )
    known = "out" if note is not None and not note.available else "back" if note is not None else ""
    cells = (Cell(tr("Hydrant {hydrant}").format(hydrant=hydrant)), Cell(state, mark), Cell(when))
    return Row(f"hydrant/{hydrant}", cells, order_id, tuple(act for act in acts if act.name != known))


def _restored_row(outage: Outage, note: RestorationNote | None) -> Row:
    told = len(note.customers) if note else 0
    state = counted(tr("{told} of {count} told"), told=told, count=len(outage.customers))
    mark = GREEN if told == len(outage.customers) else ""
    when = moment_text(note.told_at) if note else ""
    order_id = str(outage.order_id)
    act = Act("restored", tr("All told that the water is back"), partial(_restored, order_id))
    cells = (Cell(tr("Water is back")), Cell(state, mark), Cell(when))
    return Row("restored", cells, order_id, () if mark else (act,))


def _hydrant(hydrant: str, workspace: Any, pressed: Pressed, *, available: bool) -> None:
    from ...planner.life.paperwork import note_hydrant

    note_hydrant(workspace, hydrant, available=available, now=pressed.now, who=pressed.who)


def _restored(order_id: str, workspace: Any, pressed: Pressed, customers: Sequence[str] = ()) -> None:
    from ...planner.life.paperwork import note_restored

    note_restored(workspace, order_id, customers, now=pressed.now, who=pressed.who)
