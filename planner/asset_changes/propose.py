# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of assets proposed from closure data, with what the layers say of the assets now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from ...core.ids import AssetId, OrderId
from ...network.assets.roles import Role
from ...network.changes.feature_edits import GEOMETRY, Value, as_geometry, as_text
from ...network.changes.shapes import parts_at, through
from ...network.changes.writing import TableWriter
from ...workorders.asset_changes.drafts import LENGTH, REMARK, Draft, drafts, remark_draft
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ...workorders.asset_changes.rules import ChangeRules
from ...workorders.closing.records import Closure
from ...workorders.closing.values import moment_of, text_of
from ...workorders.informing.remarks import FieldRemark
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from .asset_tables import AssetTables
from .own_layers import OWN_LAYERS

# a part of a pipe shorter than this is a drawing's slip
LEAST_PART_M = 0.5


@dataclass(frozen=True, slots=True)
class Proposed:
    """The changes that a closure proposes: new ones, and waiting ones that it says otherwise now."""

    new: tuple[AssetChange, ...]
    changed: tuple[AssetChange, ...]


def propose(
    workspace: Workspace,
    order: WorkOrder,
    closure: Closure,
    forms: tuple[str, ...],
    *,
    rules: ChangeRules,
    now: datetime,
) -> Proposed:
    """Return what a closure proposes; what was proposed before and waits is brought up to date.

    What was accepted or rejected stays; a closure corrected since proposes it once more.
    """
    tables = AssetTables(workspace)
    made = [
        _as_change(tables, order, closure, draft, rules, now)
        for draft in drafts(order, closure, forms, rules)
    ]
    remarks = workspace.all(FieldRemark, order_id=order.order_id)
    for remark in remarks:
        draft = remark_draft(remark, rules)
        if draft is not None:
            made.append(_of_remark(order, remark, draft, now))
    known = {change.change_id: change for change in workspace.all(AssetChange, order_id=order.order_id)}
    return _compared([change for change in made if change is not None], known)


def _compared(made: Iterable[AssetChange], known: Mapping[str, AssetChange]) -> Proposed:
    new: list[AssetChange] = []
    changed: list[AssetChange] = []
    for change in made:
        number, key = 1, change.change_id
        while key in known and known[key].state is not ChangeState.PROPOSED and not _same(known[key], change):
            number += 1
            key = f"{change.change_id}#{number}"
        before = known.get(key)
        if before is None:
            new.append(replace(change, change_id=key))
        elif before.state is ChangeState.PROPOSED and not before.corrected and not _same(before, change):
            changed.append(
                replace(
                    before,
                    before=change.before,
                    after=change.after,
                    shape_before=change.shape_before,
                    shape_after=change.shape_after,
                    place=change.place,
                    worked_at=change.worked_at,
                )
            )
    return Proposed(tuple(new), tuple(changed))


def _same(one: AssetChange, other: AssetChange) -> bool:
    return (one.after, one.shape_after) == (other.after, other.shape_after)


def _as_change(
    tables: AssetTables,
    order: WorkOrder,
    closure: Closure,
    draft: Draft,
    rules: ChangeRules,
    now: datetime,
) -> AssetChange | None:
    """Return a draft as a change of what the layers hold; None where it would change nothing worth a look."""
    role, held = _found(tables, draft, rules)
    drawn = _drawn(tables, draft, held, rules)
    if drawn is None:
        return None
    before_shape, after_shape, after = drawn
    place = Point(draft.place) if draft.place else _middle(after_shape or before_shape) or order.place
    return AssetChange(
        change_id=f"{order.order_id}/{draft.rule}/{draft.asset_id or '-'}",
        order_id=OrderId(order.order_id),
        rule=draft.rule,
        kind=draft.kind,
        role=role,
        asset_id=AssetId(draft.asset_id),
        state=ChangeState.PROPOSED,
        confidence=draft.confidence,
        zone=order.zone,
        proposed_at=now,
        worked_at=moment_of(text_of(closure.fields, "ended_at")) or closure.received_at,
        author=closure.author,
        before=_before(held, draft, after),
        after=after,
        shape_before=as_text(before_shape) if after_shape is not None else "",
        shape_after=as_text(after_shape),
        place=place,
    )


def _found(
    tables: AssetTables, draft: Draft, rules: ChangeRules
) -> tuple[str, tuple[TableWriter, Mapping[str, Value]] | None]:
    """Return the role under which the layers hold a draft's asset, and its row; a new asset has none."""
    if draft.role in OWN_LAYERS or draft.role == REMARK or draft.kind == "connection":
        return draft.role, None
    for role in dict.fromkeys((draft.role, *rules.rules[draft.rule].roles)):
        rows = tables.held(Role(role), draft.asset_id) if role else []
        if rows:
            return role, rows[0]
    return draft.role, None


def _drawn(
    tables: AssetTables,
    draft: Draft,
    held: tuple[TableWriter, Mapping[str, Value]] | None,
    rules: ChangeRules,
) -> tuple[BaseGeometry | None, BaseGeometry | None, dict[str, str]] | None:
    """Return the geometry now and then, and the attributes; None when the survey says nothing new."""
    after = dict(draft.after)
    now = as_geometry(held[1].get(GEOMETRY)) if held else None
    place = Point(draft.place) if draft.place else None
    if draft.kind == "repair":
        return None, place, after
    if draft.kind == "connection":
        return None, LineString(draft.line) if draft.line else None, after
    if draft.kind == "lengths":
        return None, _pipe(tables, after), after
    if place is None or now is None:
        return now, None, after
    if draft.kind == "move":
        return (now, None, after) if now.distance(place) < 1e-3 else (now, place, after)
    if not isinstance(now, LineString):
        return None
    if draft.kind == "through":
        off_m = now.distance(place)
        is_news = rules.same_place_m < off_m <= rules.within_m
        return (now, through(now, place), after) if is_news else None
    parts = parts_at(now, place, least_m=LEAST_PART_M)
    return None if parts is None else (now, parts, after)


def _pipe(tables: AssetTables, after: dict[str, str]) -> BaseGeometry | None:
    """Return the pipe that was cleaned or inspected, and note its length."""
    rows = tables.held(Role.SEWER_PIPE, after["pipe_id"])
    shape = as_geometry(rows[0][1].get(GEOMETRY)) if rows else None
    if shape is not None:
        after["length_m"] = f"{shape.length:.1f}"
    return shape


def _before(
    held: tuple[TableWriter, Mapping[str, Value]] | None, draft: Draft, after: Mapping[str, str]
) -> dict[str, str]:
    if held is None or draft.kind == "split":
        return {}
    return current_values(*held, after)


def current_values(writer: TableWriter, row: Mapping[str, Value], names: Iterable[str]) -> dict[str, str]:
    """Return attributes as a row holds them; one that would be written as it stands reads as wanted."""
    return {name: state_of(writer, row) if name == "state" else writer.text(name, row) for name in names}


def state_of(writer: TableWriter, row: Mapping[str, Value]) -> str:
    """Return the state of a valve that a row tells, in the words of the valve register."""
    if writer.column_of("is_open") is None:
        return ""
    is_open = writer.text("is_open", row) != "false"
    stuck = writer.text("is_stuck", row) == "true"
    return f"stuck_{'open' if is_open else 'closed'}" if stuck else ("open" if is_open else "closed")


def _middle(shape: BaseGeometry | None) -> Point | None:
    if shape is None:
        return None
    return (
        shape.interpolate(0.5, normalized=True)
        if isinstance(shape, LineString)
        else shape.representative_point()
    )


def _of_remark(order: WorkOrder, remark: FieldRemark, draft: Draft, now: datetime) -> AssetChange:
    return AssetChange(
        change_id=f"{order.order_id}/{draft.rule}/{remark.remark_id}",
        order_id=OrderId(order.order_id),
        rule=draft.rule,
        kind=draft.kind,
        role=draft.role,
        asset_id=AssetId(draft.asset_id),
        state=ChangeState.PROPOSED,
        confidence=draft.confidence,
        zone=remark.zone,
        proposed_at=now,
        worked_at=remark.received_at,
        author=remark.agent_id,
        before={},
        after=dict(draft.after),
        shape_before="",
        shape_after="",
        place=order.place,
    )


def roles_of(changes: Iterable[AssetChange]) -> Iterator[tuple[str, list[str]]]:
    """Yield the ids of the assets of changes by role."""
    found: dict[str, list[str]] = {}
    for change in changes:
        found.setdefault(change.role, []).append(change.asset_id)
        if change.role == LENGTH:
            found.setdefault(Role.SEWER_PIPE.value, []).append(change.after.get("pipe_id", ""))
    yield from found.items()
