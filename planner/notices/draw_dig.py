# SPDX-License-Identifier: GPL-3.0-or-later
"""The dig of an order as somebody draws it on the map; conflicts, notice and shoring follow at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from ...core.errors import InputError
from ...core.messages import Message
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import OrderState, WorkOrder
from ..assets.answered_networks import THIRD_PARTY_LAYER, third_party_networks
from ..life.gathered import first, undeclared_m2
from ..life.order_days import AHEAD
from ..ports import Workspace
from ..records import Footprint
from ..rule_versions import conflict_rules_of, rule_book_of
from .look_again import Ground, look_again

_OPEN = AHEAD | {OrderState.IN_PROGRESS, OrderState.SUSPENDED, OrderState.NOT_DONE}
# a dig drawn farther than this from the place of its order is that of another one
_FARTHEST_M = 500.0
_DEEPEST_M = 20.0
_SAME_M2 = 0.01


@dataclass(frozen=True, slots=True)
class DrawnDig:
    """The dig as kept: what changed with it, and what the law's limits say of its surface.

    ``undeclared_m2`` is what of it lies outside the footprint that was declared.
    """

    dig: Footprint
    changes: tuple[Message, ...]
    limits: tuple[Message, ...]
    undeclared_m2: float


def draw_dig(
    workspace: Workspace,
    order_id: str,
    outline: BaseGeometry | None = None,
    *,
    depth_m: float | None = None,
    now: datetime,
    who: str,
) -> DrawnDig:
    """Keep a dig with its order: its outline in the CRS of the workspace, its depth, or both.

    Without ``outline`` the one that is there stays; without ``depth_m`` that of the type of work, or the one
    given before, counts. The same dig twice changes nothing. One journaled command.

    Raises
    ------
    InputError
        The order is unknown, over or digs nothing; the outline is no sound polygon, lies far from the order
        or is larger than a notice may cover; the depth is none.
    """
    order, before = _open_dig(workspace, order_id)
    if depth_m is not None and not 0 < depth_m < _DEEPEST_M:
        raise InputError("dig.depth", found=depth_m)
    polygon = before.geometry if outline is None else _sound(order, outline)
    after = replace(
        before,
        geometry=polygon,
        area_m2=polygon.area,
        depth_m=before.depth_m if depth_m is None else depth_m,
        drawn_by=before.drawn_by if outline is None else who,
        drawn_at=before.drawn_at if outline is None else now,
    )
    is_same = _is_same(before.geometry, polygon) and before.depth_m == after.depth_m
    ground = _ground(workspace, now=now, who=who)
    said: tuple[Message, ...] = ()
    if not is_same:
        again = look_again(workspace, order, before, after, ground=ground, cause="footprint")
        with workspace.command("draw dig", who=who) as transaction:
            again.write(transaction)
        said = again.said
    return DrawnDig(
        dig=workspace.get(Footprint, order_id),
        changes=said,
        limits=tuple(surface_limits(polygon.area, ground)),
        undeclared_m2=undeclared_m2(workspace, order_id, ground.book.teleservice),
    )


def _open_dig(workspace: Workspace, order_id: str) -> tuple[WorkOrder, Footprint]:
    """Return an order that is still to be dug with its dig; ``InputError`` for another one."""
    order = workspace.get(WorkOrder, order_id)
    dig = first(workspace.all(Footprint, order_id=order_id))
    if order.state not in _OPEN:
        expected = states_in_words(_OPEN)
        raise InputError("study.state", order=order_id, found=order_state(order.state), expected=expected)
    if dig is None:
        raise InputError("order.digs_nothing", order=order_id)
    return order, dig


def _is_same(before: BaseGeometry, after: BaseGeometry) -> bool:
    """Tell whether two outlines are one: to and from another CRS a corner moves by less than a millimetre."""
    return bool(before.symmetric_difference(after).area < _SAME_M2)


def surface_limits(area_m2: float, ground: Ground) -> list[Message]:
    """Return what the surface of a dig means by the law file: unit operation, joint declaration."""
    law = ground.book.law
    shown: dict[str, object] = {"area_m2": round(area_m2, 1)}
    unit, joint = law.unit_operation_m2.value, law.joint_footprint_m2.value
    is_unit = area_m2 <= unit
    limits = [Message("dig.unit" if is_unit else "dig.not_unit", {**shown, "limit": round(unit)})]
    if area_m2 > joint:
        limits.append(Message("dig.not_joint", {**shown, "limit": round(joint)}))
    return limits


def _ground(workspace: Workspace, *, now: datetime, who: str) -> Ground:
    rules = conflict_rules_of(workspace, now.date())
    has_layer = THIRD_PARTY_LAYER in workspace.layer_names()
    return Ground(
        third_party=third_party_networks(workspace, rules=rules, has_layer=has_layer),
        conflict_rules=rules,
        book=rule_book_of(workspace, now.date()),
        now=now,
        who=who,
    )


def _sound(order: WorkOrder, outline: BaseGeometry) -> Polygon:
    """Return an outline as one polygon; ``InputError`` for another shape, a crossing one, or one far off."""
    parts = list(getattr(outline, "geoms", [outline]))
    if len(parts) != 1 or not isinstance(parts[0], Polygon):
        raise InputError("dig.one_polygon", order=order.order_id, found=f"{outline.geom_type} ({len(parts)})")
    polygon = Polygon([point[:2] for point in parts[0].exterior.coords])
    if not polygon.is_valid or polygon.area < 0.01:
        raise InputError("dig.not_sound", order=order.order_id)
    apart_m = polygon.distance(order.place)
    if apart_m > _FARTHEST_M:
        raise InputError("dig.elsewhere", order=order.order_id, distance_m=round(apart_m))
    return polygon
