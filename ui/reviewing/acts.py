# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done about a change of an asset; each runs in a worker, as one journaled command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ...core.errors import InputError
from ...network.changes.feature_edits import as_geometry
from ...planner.asset_changes.correct import correct
from ...planner.asset_changes.decide import accept, accept_safe, reject, undo
from ...planner.rule_versions import rule_book_of
from ...qgis_bridge.messages import tr
from ..acting.rows import Act, Pressed

if TYPE_CHECKING:
    from ...workorders.asset_changes.records import AssetChange


def waiting_acts(change: AssetChange) -> tuple[Act, ...]:
    """Return what can be done about a change that waits."""
    name = change.change_id
    is_remark = change.kind == "remark"
    acts = [
        Act(
            "accept",
            tr("Accept"),
            partial(_accept, name),
            asks=tr("What the agent is told") if is_remark else "",
            may_be_empty=is_remark,
        ),
        Act("correct", tr("Correct"), partial(_correct, name), asks=tr("attribute=value")),
        Act("reject", tr("Reject"), partial(_reject, name), asks=tr("Why")),
        Act("safe", tr("Accept all the safe ones"), _accept_safe),
    ]
    if change.shape_after or change.kind == "repair":
        acts.insert(2, Act("redraw", tr("Correct on the map"), partial(_redraw, name), on_map=True))
    return tuple(acts)


def decided_acts(change: AssetChange) -> tuple[Act, ...]:
    """Return what can be done about a change that was decided: an accepted one is taken back."""
    if change.state.value != "accepted":
        return ()
    return (Act("take_back", tr("Take back"), partial(_take_back, change.change_id)),)


def _accept(change_id: str, workspace: Any, pressed: Pressed) -> None:
    rules = rule_book_of(workspace, pressed.now.date()).asset_changes
    accept(workspace, change_id, rules=rules, now=pressed.now, who=pressed.who, answer=pressed.text)


def _correct(change_id: str, workspace: Any, pressed: Pressed) -> None:
    name, equals, value = (part.strip() for part in pressed.text.partition("="))
    if not (name and equals):
        raise InputError("cli.answer_form", found=pressed.text)
    correct(workspace, change_id, values={name: value}, who=pressed.who)


def _redraw(change_id: str, workspace: Any, pressed: Pressed) -> None:
    correct(workspace, change_id, shape=as_geometry(pressed.text), who=pressed.who)


def _reject(change_id: str, workspace: Any, pressed: Pressed) -> None:
    reject(workspace, change_id, reason=pressed.text, now=pressed.now, who=pressed.who)


def _accept_safe(workspace: Any, pressed: Pressed) -> None:
    rules = rule_book_of(workspace, pressed.now.date()).asset_changes
    accept_safe(workspace, rules=rules, now=pressed.now, who=pressed.who)


def _take_back(change_id: str, workspace: Any, pressed: Pressed) -> None:
    undo(workspace, change_id, who=pressed.who)
