# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed around a dig after it was studied: told as differences, kept with the order for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ...core.messages import Message
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from ..records import DigChange, OrderConflict, OrderNotice


def changes_of(workspace: Workspace, order_id: str) -> tuple[DigChange, ...]:
    """Return what changed around the dig of an order, oldest first."""
    found = workspace.all(DigChange, order_id=order_id)
    return tuple(sorted(found, key=lambda one: (one.at, _number(one))))


def network_changes(before: Iterable[OrderConflict], after: Iterable[OrderConflict]) -> Iterator[Message]:
    """Yield the networks that came, went, or changed in result, class or operator."""
    former = {one.network_id: one for one in before}
    latter = {one.network_id: one for one in after}
    for network_id, one in latter.items():
        known = former.get(network_id)
        if known is None:
            yield Message("dig_change.network_added", {**_named(one), "after": _verdict(one)})
        elif (known.verdict, known.accuracy_class) != (one.verdict, one.accuracy_class):
            params = {**_named(one), "before": _verdict(known), "after": _verdict(one)}
            yield Message(
                "dig_change.network_moved",
                {**params, "class_before": known.accuracy_class, "class_after": one.accuracy_class},
            )
    for network_id, one in former.items():
        if network_id not in latter:
            yield Message("dig_change.network_gone", {**_named(one), "before": _verdict(one)})


def change_records(
    workspace: Workspace,
    order: WorkOrder,
    notice: OrderNotice | None,
    said: Sequence[Message],
    *,
    cause: str,
    now: datetime,
    who: str,
) -> list[DigChange]:
    """Return messages as records that follow those of the order so far."""
    number = max(map(_number, workspace.all(DigChange, order_id=order.order_id)), default=0)
    return [
        DigChange(
            change_id=f"{order.order_id}/{number + place}",
            order_id=order.order_id,
            at=now,
            who=who,
            cause=cause,
            code=one.code,
            params={name: _text(value) for name, value in one.params.items()},
            after_notice=notice is not None and notice.sent_at is not None,
            notice_number=notice.number if notice else "",
        )
        for place, one in enumerate(said, start=1)
    ]


def _number(change: DigChange) -> int:
    return int(change.change_id.rpartition("/")[2])


def _named(one: OrderConflict) -> dict[str, object]:
    return {"network": one.label or one.network_type, "operator": one.operator, "edge": f"{one.edge_m:.1f}"}


def _verdict(one: OrderConflict) -> str:
    return f"verdict.{one.verdict}"


def _text(value: object) -> str:
    return str(value)
