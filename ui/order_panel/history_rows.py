# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of an order as rows: its state, where it may go, every command that wrote it. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from ...qgis_bridge.figures import moment_text
from ...qgis_bridge.labels import rules_read, spoken_language
from ...qgis_bridge.messages import tr
from ...qgis_bridge.wording import word
from ..acting.rows import Act, Cell, Pressed, Row

if TYPE_CHECKING:
    from ...store.journal import JournalEntry
    from ...workorders.life.moves import OrderMove
    from ...workorders.orders import OrderState, WorkOrder

# asked for with their cause, or made by planning
_OTHERWISE = frozenset({"planned", "not_done", "rescheduled", "qualified"})


def history_rows(
    order: WorkOrder, moves: Sequence[OrderMove], lines: Sequence[JournalEntry]
) -> tuple[Row, ...]:
    """Return the state with what may follow, then the commands, the latest first."""
    return (state_row(order), *_command_rows(order, moves, lines))


def state_row(order: WorkOrder) -> Row:
    """Return the state of an order and what it may become."""
    return Row(
        key="state",
        order_id=str(order.order_id),
        cells=(Cell(tr("Now")), Cell(word(f"state.{order.state.value}")), Cell("")),
        acts=tuple(_state_acts(order)),
    )


def _state_acts(order: WorkOrder) -> Iterator[Act]:
    from ...planner.life.advance import next_states
    from ...workorders.lifecycle import NEEDS_REASON

    order_id, after = str(order.order_id), next_states(order)
    for target in after:
        if target.value not in _OTHERWISE:
            asks = tr("Why") if target in NEEDS_REASON else ""
            text = _target_text(target)
            yield Act(f"state.{target.value}", text, partial(_advance, order_id, target), asks=asks)
    found = {target.value for target in after}
    language = spoken_language()
    causes = tuple((key, cause.label.spoken(language)) for key, cause in rules_read().life.not_done.items())
    if "not_done" in found or order.state.value == "not_done":
        yield Act("not_done", tr("Not done"), partial(_not_done, order_id), tr("Why"), choices=causes)
    if "rescheduled" in found and "not_done" in found:
        yield Act("postpone", tr("Put off"), partial(_postpone, order_id), tr("Why"), choices=causes)


def _target_text(target: OrderState) -> str:
    return {
        "dispatched": tr("Dispatch"),
        "in_progress": tr("Work has begun"),
        "done": tr("Work is done"),
        "to_correct": tr("Send back to correct"),
        "closed": tr("Close"),
        "suspended": tr("Suspend"),
        "cancelled": tr("Cancel"),
    }.get(target.value, word(f"state.{target.value}"))


def _command_rows(
    order: WorkOrder, moves: Sequence[OrderMove], lines: Sequence[JournalEntry]
) -> Iterator[Row]:
    undone = {line.undoes for line in lines if line.undoes is not None}
    reasons = {move.move_id: move.reason for move in moves if move.reason}
    why = {line.command_id: reasons[line.change.key] for line in lines if line.change.key in reasons}
    for line in reversed({line.command_id: line for line in lines}.values()):
        taken_back = line.command_id in undone
        undo = Act("undo", tr("Undo this"), partial(_undo, line.command_id))
        text = command_text(line.command)
        yield Row(
            key=f"command/{line.command_id}",
            order_id=str(order.order_id),
            cells=(
                Cell(moment_text(line.at)),
                Cell(tr("{what} (undone)").format(what=text) if taken_back else text),
                Cell(" · ".join(part for part in (line.author, why.get(line.command_id, "")) if part)),
            ),
            acts=() if taken_back or line.undoes is not None else (undo,),
        )


def command_text(name: str) -> str:
    """Return what a command of the journal did, in words."""
    if name.startswith("undo "):
        return tr("taken back: {what}").format(what=command_text(name.removeprefix("undo ")))
    if name.startswith("move to "):
        return word(f"state.{name.removeprefix('move to ').replace(' ', '_')}")
    code = name.replace(" ", "_").replace("-", "_")
    text = word(f"journal_command.{code}")
    return name if text == code else text


def _advance(order_id: str, target: OrderState, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.advance import advance_order

    advance_order(workspace, order_id, target, now=pressed.now, who=pressed.who, reason=pressed.text)


def _not_done(order_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.requeue import not_done

    not_done(workspace, order_id, pressed.text, now=pressed.now, who=pressed.who)


def _postpone(order_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.requeue import postpone

    postpone(workspace, order_id, pressed.text, now=pressed.now, who=pressed.who)


def _undo(command_id: int, workspace: Any, pressed: Pressed) -> None:
    workspace.undo(who=pressed.who, command_id=command_id)
