# SPDX-License-Identifier: GPL-3.0-or-later
"""Close an order with what was handed in for it; handing the same in twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.closing.handed_in import HandedIn
from ...workorders.closing.records import Closure
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ...workorders.teleservice.records import is_photo
from ..assets.asset_base import AssetBase
from ..life.gathered import first
from ..ports import Workspace
from .settle import Settled, settle


def close_order(
    workspace: Workspace,
    order_id: str,
    handed: HandedIn,
    *,
    book: RuleBook,
    now: datetime,
    who: str,
    base: AssetBase | None = None,
) -> Settled:
    """Take in what was handed in for an order and close it, if the checks and the gates let it.

    An order with errors goes back to be corrected; one that only a gate holds stays done. The same again
    tries the gates again and keeps corrections that were made since. Whoever closes many orders opens the
    asset base once (``base``).

    Raises
    ------
    InputError
        The order is unknown, not at work yet, or closed with other data.
    """
    order = workspace.get(WorkOrder, order_id)
    stored = first(workspace.all(Closure, order_id=order_id))
    if stored is not None and stored.raw == handed.raw:
        closure = replace(stored, photos=_more_photos(stored, handed))
    elif order.state is OrderState.CLOSED:
        raise InputError("closure.closed", order=order_id)
    else:
        closure = Closure(
            order_id=order.order_id,
            code=order.code,
            author=handed.author or who,
            received_at=now,
            fields=dict(handed.fields),
            parts=dict(handed.parts),
            valves=dict(handed.valves),
            valve_notes=dict(handed.valve_notes),
            photos=handed.photos,
            raw=handed.raw,
            rules_version=book.version,
            taken=dict(stored.taken) if stored else {},
            version=stored.version if stored else 0,
        )
    if order.state is OrderState.CLOSED:
        return Settled(order, closure, (), ())
    return settle(workspace, order, closure, book=book, now=now, who=who, name="close", base=base)


def _more_photos(stored: Closure, handed: HandedIn) -> tuple[str, ...]:
    """Return the photos of closure data that are handed in again: another picture of a name comes beside."""
    new = [name for name in handed.photos if is_photo(str(stored.order_id), name)]
    bare = {name.rpartition("/")[2].partition("_")[2] for name in new}
    return tuple(dict.fromkeys((*(name for name in stored.photos if name not in bare), *new)))


def closure_of(workspace: Workspace, order_id: str) -> Closure:
    """Return what was handed in for an order; ``InputError`` when it is unknown, or nothing was."""
    workspace.get(WorkOrder, order_id)
    found = first(workspace.all(Closure, order_id=order_id))
    if found is None:
        raise InputError("closure.none", order=order_id)
    return found
