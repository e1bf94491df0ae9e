# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans that an operator answered with become networks; the digs near them are looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import geopandas as gpd
import shapely

from ...core.errors import InputError
from ...core.messages import Message
from ...network.digging.conflicts import UNKNOWN_CLASS, ConflictRules
from ...workorders.orders import OrderState, WorkOrder
from ..assets.answered_networks import THIRD_PARTY_LAYER, with_answers
from ..conditions import Where
from ..life.order_days import AHEAD
from ..ports import Workspace
from ..records import AnsweredNetwork, Footprint
from ..rule_versions import conflict_rules_of, rule_book_of
from .look_again import DigAgain, Ground, look_again
from .plan_lines import layer_names, plan_networks

# those whose dig is still to be made or is being made
_OPEN = AHEAD | {OrderState.IN_PROGRESS, OrderState.SUSPENDED, OrderState.NOT_DONE}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operator's plan is: ``kind`` a PCRS code for every line, ``kinds`` one by the plan's layer.

    Class, diameter and depth are those of the lines where the plan says them. ``replaces`` takes what the
    operator answered before in the extent of the plan away.
    """

    operator: str
    day: date
    kind: str = ""
    kinds: Mapping[str, str] | None = None
    accuracy_class: str = UNKNOWN_CLASS
    emergency_phone: str = ""
    is_rigid: bool = False
    file: str = ""
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class OrderTouched:
    """An order whose dig is not what it was studied as, and what differs."""

    order_id: str
    notice_sent: bool
    changes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """How many lines came in, were there already, went, and were left out; the orders that it touches."""

    operator: str
    added: int
    known: int
    removed: int
    left_out: int
    orders: tuple[OrderTouched, ...]


def import_third_party(
    workspace: Workspace, plans: Mapping[str, gpd.GeoDataFrame], answer: Answer, *, now: datetime, who: str
) -> ImportedPlan:
    """Add the lines of a plan's layers as networks of an operator, and look at the digs near them again.

    A line that is there is brought up to date. Everything but lines is left out, and layers that ``kinds``
    does not name where there is no ``kind``. A class that a line has and the rules do not is C. The same
    plan twice changes nothing but its date. One journaled command.

    Raises
    ------
    InputError
        No layer has a line of a kind, a kind is no PCRS code of the rules, a class none of theirs, a layer
        says no CRS or metres where it holds degrees.
    """
    rules = conflict_rules_of(workspace, now.date())
    _refuse_unknown(answer, rules)
    lines = plan_networks(plans, answer, rules=rules, crs=workspace.crs)
    if not lines.networks:
        raise InputError("notices.no_lines", found=", ".join(layer_names(plans)) or "-")
    before = workspace.all(AnsweredNetwork)
    gone = _replaced(before, lines.networks, answer) if answer.replaces else []
    kept = {one.asset_id: one for one in before if one not in gone}
    again = [
        replace(one, version=kept[one.asset_id].version) for one in lines.networks if one.asset_id in kept
    ]
    new = [one for one in lines.networks if one.asset_id not in kept]
    after = list({**kept, **{one.asset_id: one for one in lines.networks}}.values())
    touched = list(_touched(workspace, [*lines.networks, *gone], after, rules, now=now, who=who))
    with workspace.command("import third party", who=who) as transaction:
        transaction.add(new)
        for one in again:
            if one != kept[one.asset_id]:
                transaction.save(one)
        for one in gone:
            transaction.remove(one)
        for dig in touched:
            dig.write(transaction)
    return ImportedPlan(
        operator=answer.operator,
        added=len(new),
        known=len(again),
        removed=len(gone),
        left_out=lines.left_out,
        orders=tuple(_told(dig) for dig in touched),
    )


def _refuse_unknown(answer: Answer, rules: ConflictRules) -> None:
    for kind in filter(None, {answer.kind, *(answer.kinds or {}).values()}):
        if kind.upper() not in rules.kinds:
            raise InputError("notices.unknown_network", found=kind, known=", ".join(rules.kinds))
    classes = (*rules.uncertainty, UNKNOWN_CLASS)
    if answer.accuracy_class.strip().upper() not in classes:
        raise InputError("notices.unknown_class", found=answer.accuracy_class, known=", ".join(classes))


def _replaced(
    before: Iterable[AnsweredNetwork], new: Sequence[AnsweredNetwork], answer: Answer
) -> list[AnsweredNetwork]:
    """Return what the operator answered before in the extent of the plan and does not answer again."""
    extent = shapely.box(*shapely.total_bounds([one.geometry for one in new]))
    ids = {one.asset_id for one in new}
    own = (one for one in before if one.operator == answer.operator and one.asset_id not in ids)
    return [one for one in own if one.geometry.intersects(extent)]


def _touched(
    workspace: Workspace,
    changed: Sequence[AnsweredNetwork],
    after: Sequence[AnsweredNetwork],
    rules: ConflictRules,
    *,
    now: datetime,
    who: str,
) -> Iterator[DigAgain]:
    """Yield the digs near lines that came or went for which something differs."""
    layer = workspace.read_layer(THIRD_PARTY_LAYER) if THIRD_PARTY_LAYER in workspace.layer_names() else None
    ground = Ground(
        third_party=with_answers(layer, after, rules=rules, crs=workspace.crs),
        conflict_rules=rules,
        book=rule_book_of(workspace, now.date()),
        now=now,
        who=who,
    )
    reach_m = rules.consultation_m + max(max(u.rigid_m, u.flexible_m) for u in rules.uncertainty.values())
    near = shapely.STRtree([one.geometry for one in changed])
    open_orders = workspace.all(WorkOrder, where=[Where("state", among=_OPEN)])
    orders = {str(order.order_id): order for order in open_orders}
    for dig in workspace.all(Footprint, where=[Where("order_id", among=sorted(orders))]):
        if len(near.query(dig.geometry, predicate="dwithin", distance=reach_m)):
            again = look_again(workspace, orders[dig.order_id], dig, dig, ground=ground, cause="third_party")
            if again.changes:
                yield again


def _told(dig: DigAgain) -> OrderTouched:
    notice = dig.before.notice
    is_sent = notice is not None and notice.sent_at is not None
    return OrderTouched(str(dig.before.order.order_id), is_sent, dig.said)
