# SPDX-License-Identifier: GPL-3.0-or-later
"""Close an order with closure data and the photos that they name, whoever typed them in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ...workorders.closing.handed_in import HandedIn
from ...workorders.closing.records import Closure
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..closing.close_order import close_order
from ..closing.settle import Settled
from ..life.gathered import first
from ..notices.attachments import Attachments
from ..notices.photos import photo_name
from ..ports import Workspace


def close_with_photos(
    workspace: Workspace,
    order_id: str,
    handed: HandedIn,
    photos: Mapping[str, bytes],
    *,
    attachments: Attachments,
    book: RuleBook,
    now: datetime,
    who: str,
) -> Settled:
    """Close an order as ``close_order`` does, and keep the photos that were handed in with its data.

    ``photos`` are the files by the names that the data give them. They are kept among the attachments of the
    order before anything is written, and go again when it is refused. ``InputError`` also where there is no
    folder for them.
    """
    order, stored = workspace.get(WorkOrder, order_id), first(workspace.all(Closure, order_id=order_id))
    names = {name: photo_name(order_id, name, data) for name, data in photos.items()}
    handed.photos = tuple(names.get(name, name) for name in handed.photos)
    # to what is closed nothing is added: only a file that has gone is put back
    wanted = stored.photos if stored and order.state is OrderState.CLOSED else tuple(names.values())
    files = {names[name]: data for name, data in photos.items() if names[name] in wanted}
    with attachments.kept(files):
        return close_order(workspace, order_id, handed, book=book, now=now, who=who)
