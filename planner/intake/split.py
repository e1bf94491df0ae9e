# SPDX-License-Identifier: GPL-3.0-or-later
"""Split an order into parts: what each is, what waits for what, and what becomes of cut and notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import islice, pairwise
from typing import Any

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...routing.model.links import LinkKind
from ...workorders.intake.splitting import PartAsked, check_parts, part_orders
from ...workorders.intake.steps import OrderStep, find_step
from ...workorders.life.moves import OrderMove
from ...workorders.orders import OrderState, WorkOrder
from ..order_chains import CHAIN, SHUT_OFF
from ..ports import Workspace
from ..records import OrderLink, Outage
from ..trails import trail_after
from .split_basis import SplitBasis, split_basis


@dataclass(frozen=True, slots=True)
class SplitAsked:
    """How an order is to be split.

    ``in_turn``: each part starts after the end of the one before it, ``lag_min`` minutes later at the least.
    ``one_cut``: all parts are made under one water cut, on one day, one right after the other; else each has
    a cut of its own. ``by_steps``: the parts are called by the step of the order that each ends with.
    ``material_in`` is the part that takes the material where no quantities share it.
    """

    parts: tuple[PartAsked, ...]
    in_turn: bool = True
    lag_min: int = 0
    one_cut: bool = False
    by_steps: bool = False
    material_in: int = 1


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of an order, the first of which keeps its number, and what to know of them (``notes``).

    ``new``, ``changed`` and ``removed`` are the other records that are written with them.
    """

    parts: tuple[WorkOrder, ...]
    links: tuple[OrderLink, ...]
    notes: tuple[Message, ...]
    new: tuple[object, ...] = ()
    changed: tuple[object, ...] = ()
    removed: tuple[object, ...] = ()


def split_order(
    workspace: Workspace,
    order_id: str,
    asked: SplitAsked,
    *,
    now: datetime,
    who: str,
    seen_version: int | None = None,
) -> Split:
    """Split an order in one journaled command; a planned one leaves the plan and waits with its parts.

    ``seen_version`` is the version that was looked at: when somebody has changed the order since, nothing is
    written. Errors are those of ``split_basis`` and ``draft_split``.
    """
    basis = split_basis(workspace, order_id, now=now)
    if seen_version is not None:
        basis = replace(basis, order=replace(basis.order, version=seen_version))
    made, moves = _off_the_plan(workspace, draft_split(basis, asked), now, who)
    with workspace.command("split order", who=who) as transaction:
        for record in (made.parts[0], *made.changed):
            transaction.save(record)
        for record in made.removed:
            transaction.remove(record)
        transaction.add((*made.parts[1:], *made.links, *made.new, *moves))
    return replace(made, parts=tuple(workspace.get(WorkOrder, one.order_id) for one in made.parts))


def draft_split(basis: SplitBasis, asked: SplitAsked) -> Split:
    """Return the parts of an order without writing anything.

    Raises
    ------
    InputError
        The parts do not make up the order (see ``check_parts``), one cut is asked for where there is none or
        where parts are made on several days, a step is unknown or out of order.
    """
    order = basis.order
    check_parts(order, asked.parts, basis.rules.intake.split)
    if asked.one_cut and (basis.outage is None or asked.lag_min > basis.shut_offs.between_bundled_min):
        code = "intake.split_no_cut" if basis.outage is None else "intake.split_cut_lag"
        raise InputError(code, order=order.order_id, most=basis.shut_offs.between_bundled_min)
    ids = [order.order_id, *_new_ids(basis, len(asked.parts) - 1)]
    steps, named = _dealt(basis, asked, ids) if asked.by_steps else ((), asked.parts)
    parts = part_orders(order, named, ids[1:], material_in=asked.material_in)
    ties = _between(parts, asked, basis.shut_offs.between_bundled_min)
    outer, removed = _outward(basis, ids, in_turn=asked.in_turn or asked.one_cut)
    return Split(
        parts=parts,
        links=(*ties, *outer),
        notes=tuple(_notes(basis, asked)),
        new=tuple(_copy(one, order.order_id, key) for key in ids[1:] for one in basis.shared),
        changed=steps,
        removed=removed,
    )


def _new_ids(basis: SplitBasis, count: int) -> list[OrderId]:
    root = OrderId(basis.order.part_of or basis.order.order_id)
    return list(islice(basis.rules.numbering.part_ids(root, basis.taken), count))


def _off_the_plan(
    workspace: Workspace, made: Split, now: datetime, who: str
) -> tuple[Split, tuple[OrderMove, ...]]:
    """Return a split whose first part is off the plan, which knows the whole order, and the move noted."""
    first, *others = made.parts
    if first.state is not OrderState.PLANNED:
        return made, ()
    trail = trail_after(workspace, [first], now=now, who=who)
    moved = trail.move(first, OrderState.QUALIFIED, reason=", ".join(one.order_id for one in others))
    return replace(made, parts=(moved, *others)), tuple(trail.made)


def _dealt(
    basis: SplitBasis, asked: SplitAsked, ids: Sequence[OrderId]
) -> tuple[tuple[OrderStep, ...], tuple[PartAsked, ...]]:
    """Return the steps with the parts that carry them, and the parts called by the step that they end with.

    Each part ends with the step that it is called by, the last one with the last step. Without steps parts
    are only called so.
    """
    if not basis.steps:
        return (), asked.parts
    ends = [find_step(basis.steps, part.name).number for part in asked.parts]
    if any(after <= before for before, after in pairwise(ends)):
        raise InputError("intake.split_steps", order=basis.order.order_id)
    ends[-1] = basis.steps[-1].number
    carried = [
        replace(step, order_id=ids[next(i for i, end in enumerate(ends) if step.number <= end)])
        for step in basis.steps
    ]
    moved = tuple(new for old, new in zip(basis.steps, carried, strict=True) if new != old)
    named = tuple(replace(part, name=find_step(basis.steps, part.name).label) for part in asked.parts)
    return moved, named


def _between(parts: Sequence[WorkOrder], asked: SplitAsked, most_min: int) -> Iterator[OrderLink]:
    """Yield what ties the parts: nothing where they may be made in any order."""
    if not (asked.in_turn or asked.one_cut):
        return
    for before, after in pairwise(parts):
        yield OrderLink(
            link_id=f"{before.order_id}>{after.order_id}",
            first_id=before.order_id,
            second_id=after.order_id,
            kind=LinkKind.AFTER.value,
            min_lag_min=asked.lag_min,
            max_lag_min=most_min if asked.one_cut else None,
            origin=SHUT_OFF if asked.one_cut else CHAIN,
        )


def _outward(
    basis: SplitBasis, ids: Sequence[OrderId], *, in_turn: bool
) -> tuple[tuple[OrderLink, ...], tuple[OrderLink, ...]]:
    """Return the links of the whole order as those of its parts, and the former ones that go.

    What comes after the order comes after its last part, or after every part where any may be the last; what
    comes before it comes before the first, or before every part. Each part is kept apart from what the order
    was; same day and same agent stay with the first.
    """
    new, gone = [], []
    for link in basis.links:
        kind, own = LinkKind(link.kind), basis.order.order_id
        if kind is LinkKind.APART or (kind is LinkKind.AFTER and not in_turn):
            new += [_tied(link, own, key) for key in ids[1:]]
        elif kind is LinkKind.AFTER and link.first_id == own:
            gone.append(link)
            new.append(_tied(link, own, ids[-1]))
    return tuple(new), tuple(gone)


def _tied(link: OrderLink, old: OrderId, new: OrderId) -> OrderLink:
    first, second = (new if key == old else key for key in (link.first_id, link.second_id))
    return replace(link, link_id=f"{first}>{second}", first_id=first, second_id=second, version=0)


def _copy(record: Any, old: OrderId, new: OrderId) -> object:
    """Return what was found for an order as found for a part of it: the ids that begin with its number."""
    ids = {
        one.name: f"{new}{value.removeprefix(old)}"
        for one in fields(record)
        if one.name.endswith("_id")
        and isinstance(value := getattr(record, one.name), str)
        and (value == old or value.startswith(f"{old}/"))
    }
    return replace(record, **ids, version=0)


def _notes(basis: SplitBasis, asked: SplitAsked) -> Iterator[Message]:
    """Yield what a dispatcher has to know: whose water is off how often, what notice and plan become."""
    order, count = basis.order, len(asked.parts)
    if isinstance(outage := basis.outage, Outage):
        code = "split.one_cut" if asked.one_cut else "split.cuts"
        sensitive = len(outage.sensitive_customers) or ""
        yield Message(code, {"customers": len(outage.customers), "parts": count, "sensitive": sensitive})
    if (notice := basis.notice) is not None:
        sent = notice.sent_at is not None
        code = "split.notice_sent" if sent else "split.notice_to_send"
        yield Message(code, {"kind": notice.kind, "number": notice.number or "-", "parts": count})
    if order.state is OrderState.PLANNED:
        yield Message("split.off_plan", {"order": order.order_id})
    if order.window_end is not None:
        yield Message("split.appointment", {"order": order.order_id})
    if basis.bookings:
        yield Message("split.bookings", {"order": order.order_id, "count": len(basis.bookings)})
    longer = sum(part.minutes for part in asked.parts) - order.duration_min
    if longer:
        yield Message("split.longer", {"minutes": longer})
