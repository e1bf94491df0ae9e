# SPDX-License-Identifier: GPL-3.0-or-later
"""What the board asks of the use cases; runs in worker threads and touches no widget.

Each returns the commands of the journal that it made, in their order, by which it is undone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from ...qgis_bridge.native import load_wheels_apart
from .history import Step

if TYPE_CHECKING:
    from ...planner.running.bend_rules import Seat
    from ...planner.running.hand_move import HandMoves
    from ...planner.running.running_day import Proposal
    from ...routing.explain.relaxation import Bend

Write = Callable[[Any], Step]
T = TypeVar("T")


def asked(url: str, ask: Callable[[Any], T]) -> T:
    """Open the workspace, return what is asked of it, and close it."""
    load_wheels_apart()
    from ...store.workspaces import open_workspace

    workspace = open_workspace(url)
    try:
        return ask(workspace)
    finally:
        workspace.close()


def accept(workspace: Any, proposal: Proposal, *, name: str, now: datetime, who: str) -> Step:
    """Store a changed plan."""
    from ...planner.running.running_day import accept_proposal

    plan = accept_proposal(workspace, proposal, name=name, now=now, who=who)
    return _command(workspace, plan.plan_id)


def pin(workspace: Any, order_id: str, *, day: date, now: datetime, who: str) -> Step:
    """Keep an order for those who have it."""
    from ...planner.tours.order_pins import pin_order

    pin_order(workspace, order_id, day=day, now=now, who=who)
    return _command(workspace, order_id)


def unpin(workspace: Any, order_id: str, *, who: str) -> Step:
    """Let anybody make an order again."""
    from ...planner.tours.order_pins import unpin_order

    unpin_order(workspace, order_id, who=who)
    return _command(workspace, order_id)


def bend(
    workspace: Any,
    order_id: str,
    bends: Sequence[Bend],
    *,
    day: date,
    seat: Seat | None,
    now: datetime,
    who: str,
) -> Step:
    """Bend rules for an order that fits nowhere, and plan it where that was said."""
    from ...planner.running.bend_rules import bend_and_plan

    return bend_and_plan(workspace, order_id, bends, day=day, seat=seat, now=now, who=who)


def hand_over(
    workspace: Any, order_id: str, company: str, moves: HandMoves | None, *, now: datetime, who: str
) -> Step:
    """Send an order to a subcontractor and take it out of the plan; ``moves`` is None where it is in none."""
    from ...core.errors import RegardError
    from ...planner.resources.subcontracts import send_job

    job = send_job(workspace, order_id, company, on=now.date(), who=who)
    sent = _command(workspace, job.number)
    if moves is None:
        return sent
    try:
        left = moves.leave_out(order_id, code="given_away", detail=f"{company}, {job.number}")
        return (*sent, *accept(workspace, left.proposal, name="take out", now=now, who=who))
    except RegardError:
        # not sent either, where it cannot leave the plan
        undo(workspace, sent, who=who)
        raise


def undo(workspace: Any, step: Step, *, who: str) -> Step:
    """Undo a step, its last command first; undoing what is returned does it again."""
    made = []
    for command_id in reversed(step):
        entry = workspace.undo(who=who, command_id=command_id)
        lines = workspace.journal(key=entry.change.key)
        made.append(next(line.command_id for line in reversed(lines) if line.undoes == command_id))
    return tuple(made)


def _command(workspace: Any, key: str) -> Step:
    """Return the command that last wrote a record."""
    return tuple(entry.command_id for entry in workspace.journal(key=key)[-1:])
