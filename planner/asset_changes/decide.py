# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions on proposed changes: accept (one, many, all the safe ones), reject; take back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.messages import Message
from ...core.progress import Progress
from ...network.changes.feature_edits import FeatureEdit, from_json, same, to_json
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ...workorders.asset_changes.rules import ChangeRules
from ...workorders.informing.remarks import FieldRemark, answered
from ..ports import Workspace
from .asset_tables import AssetTables
from .edits import chained, stamp_columns
from .own_layers import ensure_layers
from .review import Reviewed, Reviewer, list_changes, review


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a decision wrote: the changes as they are now, how many features, and those left in the queue."""

    accepted: tuple[AssetChange, ...]
    features: int
    left: tuple[Reviewed, ...] = ()


def accept(
    workspace: Workspace,
    change_id: str,
    *,
    rules: ChangeRules,
    now: datetime,
    who: str,
    answer: str = "",
) -> Accepted:
    """Accept one change: write the layers and its state in one journaled transaction; see ``accept_all``."""
    return accept_all(workspace, [change_id], rules=rules, now=now, who=who, answer=answer)


def accept_all(
    workspace: Workspace,
    change_ids: Sequence[str],
    *,
    rules: ChangeRules,
    now: datetime,
    who: str,
    answer: str = "",
) -> Accepted:
    """Accept some changes, all or none, in one journaled transaction.

    Accepting an agent's remark answers it with ``answer``.

    Raises
    ------
    InputError
        One is unknown or decided already, a check found an error (the first one is told), or two write the
        same value of a feature.
    StaleWrite
        Somebody changed a feature between the look and the writing; nothing is written.
    """
    changes = [waiting_change(workspace, change_id) for change_id in dict.fromkeys(change_ids)]
    reviewer = Reviewer(workspace, rules=rules, now=now, who=who)
    reviewer.prepare(changes)
    looked = [reviewer.look(change, with_effects=False) for change in changes]
    for one in looked:
        if one.errors:
            raise InputError(
                "asset_change.refused", change=one.change.change_id, reason=one.errors[0].message
            )
    _refuse_shared_cells(workspace, looked)
    return _accepted(workspace, looked, now=now, who=who, answer=answer)


def _refuse_shared_cells(workspace: Workspace, looked: Sequence[Reviewed]) -> None:
    """Refuse changes of which two write the same value: the second was looked at without the first."""
    tables, owner = AssetTables(workspace), dict[tuple[str, str, str], str]()
    for one in looked:
        stamps = stamp_columns(tables, one.change.role)
        name = one.change.change_id
        for edit in one.written.edits if one.written else ():
            for cell in _cells(edit, stamps):
                if owner.setdefault(cell, name) != name:
                    raise InputError("asset_change.same_value", change=name, other=owner[cell])


def accept_safe(
    workspace: Workspace,
    *,
    rules: ChangeRules,
    now: datetime,
    who: str,
    changes: Sequence[AssetChange] | None = None,
    progress: Progress | None = None,
) -> Accepted:
    """Accept all the safe ones of some changes (by default all that wait), in one transaction.

    Safe is what a rule lets be accepted without a look and no check has a word against. Of several of one
    feature's attribute only the first is; the others are looked at again once it is written.
    """
    asked = list_changes(workspace) if changes is None else changes
    looked = review(workspace, asked, rules=rules, now=now, who=who, progress=progress)
    tables, stamps = AssetTables(workspace), dict[str, frozenset[str]]()
    taken: set[tuple[str, str, str]] = set()
    chosen, left = [], []
    for one in looked:
        if one.change.role not in stamps:
            stamps[one.change.role] = stamp_columns(tables, one.change.role)
        edits = one.written.edits if one.written else ()
        cells = {cell for edit in edits for cell in _cells(edit, stamps[one.change.role])}
        if one.is_safe and not cells & taken:
            taken |= cells
            chosen.append(one)
        else:
            left.append(one)
    done = _accepted(workspace, chosen, now=now, who=who) if chosen else Accepted((), 0)
    return replace(done, left=tuple(left))


def reject(workspace: Workspace, change_id: str, *, reason: str, now: datetime, who: str) -> AssetChange:
    """Reject a change with a reason, in one journaled command; that of a remark is the agent's answer.

    ``InputError`` when it is unknown or decided already, or without a reason.
    """
    change = waiting_change(workspace, change_id)
    if not reason.strip():
        raise InputError("asset_change.no_reason", change=change_id)
    rejected = replace(
        change, state=ChangeState.REJECTED, reason=reason.strip(), decided_at=now, decided_by=who
    )
    with workspace.command("reject asset change", who=who) as transaction:
        transaction.save(rejected)
        if change.kind == "remark":
            transaction.save(_answered(workspace, change, reason, accepted=False, now=now, who=who))
    return workspace.get(AssetChange, change_id)


def undo(workspace: Workspace, change_id: str, *, who: str) -> AssetChange:
    """Take an accepted change back: the layers hold again exactly what they did, and it waits once more.

    Other columns of the feature may have been edited since; ``StaleWrite`` tells both values when one of
    those that the change wrote was, and nothing is written then. ``InputError`` when it is not accepted.
    """
    change = workspace.get(AssetChange, change_id)
    if change.state is not ChangeState.ACCEPTED:
        raise InputError(
            "asset_change.not_accepted", change=change_id, state=Message(f"change_state.{change.state.value}")
        )
    waiting = replace(
        change,
        state=ChangeState.PROPOSED,
        decided_at=None,
        decided_by="",
        edits="",
        undone=change.undone + 1,
    )
    stamps = stamp_columns(AssetTables(workspace), change.role)
    edits = _still_stamped(workspace, from_json(change.edits), stamps)
    with workspace.command("undo asset change", who=who) as transaction:
        transaction.save(waiting)
        transaction.edit_layers([edit.undone for edit in reversed(edits)])
        if change.kind == "remark":
            remark = workspace.get(FieldRemark, change.after["remark_id"])
            transaction.save(replace(remark, accepted=False, answer="", answered_at=None, answered_by=""))
    return workspace.get(AssetChange, change_id)


def _accepted(
    workspace: Workspace, looked: Sequence[Reviewed], *, now: datetime, who: str, answer: str = ""
) -> Accepted:
    ensure_layers(workspace, [one.change.role for one in looked])
    owned = [one.written.edits if one.written else () for one in looked]
    edits = chained(edit for own in owned for edit in own)
    changed, start = [], 0
    for one, own in zip(looked, owned, strict=True):
        mine, start = edits[start : start + len(own)], start + len(own)
        changed.append(
            replace(
                one.change,
                state=ChangeState.ACCEPTED,
                decided_at=now,
                decided_by=who,
                edits=to_json(mine),
            )
        )
    remarks = [
        _answered(workspace, one.change, answer, accepted=True, now=now, who=who)
        for one in looked
        if one.change.kind == "remark"
    ]
    with workspace.command("accept asset changes", who=who) as transaction:
        transaction.save_all(changed)
        transaction.edit_layers(edits)
        for remark in remarks:
            transaction.save(remark)
    stored = tuple(replace(change, version=change.version + 1) for change in changed)
    return Accepted(stored, len({(edit.table, edit.key) for edit in edits}))


def _answered(
    workspace: Workspace, change: AssetChange, answer: str, *, accepted: bool, now: datetime, who: str
) -> FieldRemark:
    remark = workspace.get(FieldRemark, change.after["remark_id"])
    return answered(remark, answer, accepted=accepted, at=now, by=who)


def waiting_change(workspace: Workspace, change_id: str) -> AssetChange:
    """Return a change that waits; ``InputError`` when it is unknown or decided already."""
    change = workspace.get(AssetChange, change_id)
    if change.state is not ChangeState.PROPOSED:
        raise InputError(
            "asset_change.decided",
            change=change_id,
            state=Message(f"change_state.{change.state.value}"),
            who=change.decided_by,
        )
    return change


def _cells(edit: FeatureEdit, stamps: frozenset[str]) -> set[tuple[str, str, str]]:
    """Return the cells of a layer that an edit writes; a new or removed feature is one as a whole."""
    if edit.before is None or edit.after is None:
        return {(edit.table, edit.key, "")}
    return {(edit.table, edit.key, name) for name in edit.after if name not in stamps}


def _still_stamped(
    workspace: Workspace, edits: Sequence[FeatureEdit], stamps: frozenset[str]
) -> list[FeatureEdit]:
    """Return edits to take back without the stamps that a later change has put over theirs."""
    found = []
    for edit in edits:
        if edit.before is not None and edit.after is not None and stamps & set(edit.after):
            rows = workspace.layer_rows(edit.table, edit.key_column, [edit.key]).get(edit.key, [{}])
            later = {
                name for name in stamps & set(edit.after) if not same(rows[0].get(name), edit.after[name])
            }
            before, after = (
                {name: value for name, value in side.items() if name not in later}
                for side in (edit.before, edit.after)
            )
            found.append(replace(edit, before=before, after=after))
        else:
            found.append(edit)
    return found
