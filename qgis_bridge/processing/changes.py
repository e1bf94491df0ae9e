# SPDX-License-Identifier: GPL-3.0-or-later
"""The changes that an emergency or a day planned again makes to the plan, as points on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsWkbTypes

from ..messages import tr
from ..styles.answers import draw_changes
from ..wording import visit_text
from .base import OutputLayer, Rows
from .who import ids_of, named

if TYPE_CHECKING:
    from ...planner.agent_names import Names
    from ...planner.ports import Workspace
    from ...planner.running.running_day import Change, Visited
    from ...workorders.orders import WorkOrder

CHANGES = OutputLayer(
    name="CHANGES",
    label=lambda: tr("Changes of the plan"),
    explanation=lambda: tr("Each order that is made at another time, by others, or no longer: then and now."),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("offer", "integer"),
        ("order_id", "text"),
        ("task", "text"),
        ("start_before", "datetime"),
        ("agents_before", "text"),
        ("names_before", "text"),
        ("start_after", "datetime"),
        ("agents_after", "text"),
        ("names_after", "text"),
        ("moved", "boolean"),
        ("late_before_min", "integer"),
        ("late_after_min", "integer"),
        ("told_off_min", "integer"),
        ("reasons", "text"),
    ),
    style=draw_changes,
)

Changes = Iterable[tuple[int | None, "Change"]]


def change_rows(workspace: Workspace, changes: Changes, reasons: Mapping[str, str]) -> Callable[[], Rows]:
    """Return what makes the rows of changes, each with the number of its offer (None: there are none).

    ``reasons`` say by order why it falls out of the plan.
    """

    def rows() -> Rows:
        from ...planner.agent_names import agent_names

        found, called = list(changes), agent_names(workspace)
        orders = _orders(workspace, {change.order_id for _, change in found})
        for offer, change in found:
            order = orders.get(change.order_id)
            why = reasons.get(change.order_id, "") if change.after is None else ""
            yield (order.place if order else None), (offer, *_values(change, called), why)

    return rows


def _values(change: Change, called: Names) -> tuple[Any, ...]:
    return (
        change.order_id,
        visit_text(change.task, change.valves),
        _start(change.before),
        ids_of(change.agents_before),
        named(change.agents_before, called),
        _start(change.after),
        ids_of(change.agents_after),
        named(change.agents_after, called),
        change.is_moved,
        change.late_before_min,
        change.late_after_min,
        change.told_off_min,
    )


def _start(visited: Visited | None) -> Any:
    return visited.start if visited else None


def _orders(workspace: Workspace, wanted: Iterable[str]) -> dict[str, WorkOrder]:
    from ...planner.conditions import Where
    from ...workorders.orders import WorkOrder

    named = [Where("order_id", among=sorted(wanted))]
    return {order.order_id: order for order in workspace.all(WorkOrder, where=named)}
