# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts in vans and depots: what there is, moving it, and what each tour of a plan has to take along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.near_names import near_names
from ...core.resources import Agent, StockLine
from ...core.supplies import Depot
from ...workorders.orders import WorkOrder
from ...workorders.resources.supplies import Need, held_by, moved, supplied
from ..conditions import Where
from ..plan_versions import plan_in_force
from ..ports import Workspace
from ..records import PlanStop
from ..rule_versions import rule_book_of
from .day_means import Supplies


@dataclass(frozen=True, slots=True)
class PickList:
    """What one tour takes: its needs in the order of the stops, and what to load at the depot when.

    ``at`` is when the agent calls at the depot, None where nothing is to be picked up or no call is planned.
    """

    agent_id: AgentId
    day: date
    depot_id: str
    at: datetime | None
    needs: tuple[Need, ...]

    @property
    def to_load(self) -> dict[str, int]:
        """Return the parts to pick up at the depot."""
        return _sums((need.part, need.from_depot) for need in self.needs)

    @property
    def to_order(self) -> dict[str, int]:
        """Return the parts that neither the van nor the depot holds."""
        return _sums((need.part, need.to_order) for need in self.needs)


def stock(workspace: Workspace, *, holder: str = "", part: str = "") -> list[StockLine]:
    """Return the stock lines of a holder and of a part, where they are asked for."""
    if holder:
        _known_holder(workspace, holder)
    asked = (("holder", holder), ("part", part))
    return workspace.all(StockLine, where=[Where(name, among=[value]) for name, value in asked if value])


def move_stock(
    workspace: Workspace, part: str, quantity: int, *, origin: str, target: str, who: str
) -> tuple[StockLine, StockLine]:
    """Move parts from a van or depot to another, in one command.

    Raises
    ------
    InputError
        A holder is unknown, the quantity is not positive, or the origin holds too few.
    """
    for holder in (origin, target):
        _known_holder(workspace, holder)
    known = workspace.all(StockLine, part=part)
    lines = moved(known, part, quantity, origin=origin, target=target)
    stored = {line.stock_id for line in known}
    with workspace.command("move stock", who=who) as transaction:
        for line in lines:
            if line.stock_id in stored:
                transaction.save(line)
            else:
                transaction.add([line])
    return lines


def pick_lists(workspace: Workspace, day: date) -> tuple[PickList, ...]:
    """Return the pick list of every tour of the plan in force on a day that takes parts.

    The depots serve the tours in the order of their calls, those without one last. No plan raises
    ``InputError``.
    """
    plan = plan_in_force(workspace, day)
    stops = [stop for stop in workspace.all(PlanStop, plan_id=plan.plan_id) if stop.day == day]
    orders = {order.order_id: order for order in workspace.all(WorkOrder)}
    lines, agents = workspace.all(StockLine), {agent.agent_id: agent for agent in workspace.all(Agent)}
    supplies = Supplies.of(workspace, rule_book_of(workspace, day).settings)
    in_store: dict[str, dict[str, int]] = {}
    tours: dict[AgentId, list[PlanStop]] = {}
    for stop in sorted(stops, key=lambda stop: stop.sequence):
        tours.setdefault(stop.agent_id, []).append(stop)
    lists = []
    for agent_id in sorted(tours, key=lambda agent: (_call(tours[agent]) or datetime.max, agent)):
        takes = [
            (str(stop.order_id), orders[stop.order_id].parts)
            for stop in tours[agent_id]
            if stop.task == "work" and stop.role == 0 and stop.order_id in orders
        ]
        depot = supplies.depot_of(agents[agent_id]) if agent_id in agents else None
        depot_id = depot.depot_id if depot else ""
        store = in_store.setdefault(depot_id, held_by(lines, depot_id) if depot_id else {})
        needs = supplied(takes, held_by(lines, agent_id), store)
        for need in needs:
            store[need.part] = store.get(need.part, 0) - need.from_depot
        if needs:
            lists.append(PickList(agent_id, day, depot_id, _call(tours[agent_id]), needs))
    return tuple(lists)


def _call(stops: Sequence[PlanStop]) -> datetime | None:
    return next((stop.start for stop in stops if stop.task == "pick_up"), None)


def _known_holder(workspace: Workspace, holder: str) -> None:
    known = {str(agent.agent_id) for agent in workspace.all(Agent)}
    known |= {depot.depot_id for depot in workspace.all(Depot)}
    known |= {line.holder for line in workspace.all(StockLine)}
    if holder not in known:
        raise InputError("stock.holder", found=holder, near=near_names(holder, known))


def _sums(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for part, count in counts:
        if count:
            sums[part] = sums.get(part, 0) + count
    return sums
