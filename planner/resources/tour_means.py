# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means as the tour problem knows them: stock, depots, booked equipment, scarce parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from ...core.ids import AgentId
from ...core.resources import Agent, Equipment
from ...routing.model.problem import Shift, Store, Visit
from ...workorders.orders import WorkOrder
from .day_means import PART, DayEquipment, Supplies, day_equipment, free_starts


class TourMeans:
    """What the agents have on the days of a plan, and what the orders need of it.

    ``places`` gives the place of each depot that can be driven to; ``skills`` those of an agent on a day;
    ``seconds`` a moment as seconds of the horizon.
    """

    def __init__(
        self,
        supplies: Supplies,
        *,
        agents: Sequence[Agent],
        equipment: Sequence[Equipment],
        orders: Sequence[WorkOrder],
        days: Sequence[date],
        places: Mapping[str, int],
        skills: Callable[[Agent, date], frozenset[str]],
        seconds: Callable[[datetime], int],
    ) -> None:
        self._supplies, self._agents, self._equipment = supplies, agents, equipment
        self._orders, self._days, self._places = orders, days, places
        self._skills, self._seconds = skills, seconds

    def shift(self, shift: Shift, agent: Agent) -> Shift:
        """Return a working day with the parts and the equipment of its agent."""
        day, scarce = self._days[shift.day], self._scarce
        own = self._on(day)
        depot = self._supplies.store_of(agent)
        store = None
        if depot is not None and depot.depot_id in self._places:
            store = Store(
                self._places[depot.depot_id],
                self._supplies.loading_s,
                own.in_store.get(agent.agent_id, frozenset()),
            )
        return replace(
            shift,
            equipment=own.on_board.get(agent.agent_id, frozenset()),
            stock=self._vans.get(agent.agent_id, {}),
            store=store,
            skills=shift.skills | scarce.get(agent.agent_id, frozenset()),
        )

    def visit(self, visit: Visit, order: WorkOrder) -> Visit:
        """Return a visit with its parts, at times at which its equipment is free."""
        if self._supplies.keeps_stock:
            visit = replace(visit, parts=dict(order.parts))
        names = self._needed_rights.get(order.order_id, frozenset())
        if names:
            first, *others = visit.roles
            visit = replace(visit, roles=(replace(first, skills=first.skills | names), *others))
        taken = [span for kind in order.equipment for span in self._taken(kind, order)]
        windows = visit.windows
        if own := self._own_windows(order):
            windows = own
        if taken or windows != visit.windows:
            whole = (0, len(self._days) * 86_400)
            visit = replace(visit, windows=free_starts(windows, visit.duration_s, taken, within=whole))
        return visit

    def _on(self, day: date) -> DayEquipment:
        if day not in self._known_days:
            held = {agent.agent_id: self._skills(agent, day) for agent in self._agents}
            self._known_days[day] = day_equipment(
                day, self._agents, self._equipment, self._supplies, orders=self._orders, skills=held
            )
        return self._known_days[day]

    @cached_property
    def _known_days(self) -> dict[date, DayEquipment]:
        return {}

    def _taken(self, kind: str, order: WorkOrder) -> list[tuple[int, int]]:
        """Return when a kind of equipment is with others on the days."""
        gap_s = int(self._supplies.changeover(kind).total_seconds())
        return [
            (self._seconds(booking.starts_at) - gap_s, self._seconds(booking.ends_at) + gap_s)
            for day in self._days
            for booking in self._on(day).taken.get(kind, ())
            if booking.order_id != order.order_id
        ]

    def _own_windows(self, order: WorkOrder) -> tuple[tuple[int, int], ...]:
        """Return when an order may start by the bookings made for it."""
        last_s = order.duration_min * 60
        spans = [
            (self._seconds(booking.starts_at), self._seconds(booking.ends_at) - last_s)
            for booking in self._supplies.bookings
            if booking.order_id == order.order_id and booking.starts_at.date() in self._days
        ]
        return tuple((from_s, max(from_s, to_s)) for from_s, to_s in spans)

    @cached_property
    def _vans(self) -> dict[AgentId, dict[str, int]]:
        names = {str(agent.agent_id) for agent in self._agents}
        return {agent.agent_id: self._supplies.van(agent, names) for agent in self._agents}

    @cached_property
    def _rights(self) -> dict[tuple[str, str], frozenset[AgentId]]:
        """Return who can have the parts of an order, where not everybody can: by order and part.

        The depots serve the orders by priority and due date; those for which nothing is left have to be made
        from a van that holds enough.
        """
        if not self._supplies.keeps_stock:
            return {}
        left = {
            depot.depot_id: {
                line.part: line.quantity for line in self._supplies.stock if line.holder == depot.depot_id
            }
            for depot in self._supplies.depots
            if depot.depot_id in self._places
        }
        depots = {agent.agent_id: self._supplies.store_of(agent) for agent in self._agents}
        rights: dict[tuple[str, str], frozenset[AgentId]] = {}
        for order in sorted(self._orders, key=served_first):
            for part, needed in order.parts.items():
                serving = {name for name, held in left.items() if held.get(part, 0) >= needed}
                for name in serving:
                    left[name][part] -= needed
                able = frozenset(
                    agent
                    for agent, depot in depots.items()
                    if self._vans[agent].get(part, 0) >= needed or (depot and depot.depot_id in serving)
                )
                if len(able) < len(depots):
                    rights[order.order_id, part] = able
        return rights

    @cached_property
    def _needed_rights(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for order_id, part in self._rights:
            found.setdefault(order_id, set()).add(_right(part, order_id))
        return {order_id: frozenset(names) for order_id, names in found.items()}

    @cached_property
    def _scarce(self) -> dict[AgentId, frozenset[str]]:
        found: dict[AgentId, set[str]] = {}
        for (order_id, part), able in self._rights.items():
            for agent in able:
                found.setdefault(agent, set()).add(_right(part, order_id))
        return {agent: frozenset(names) for agent, names in found.items()}


def served_first(order: WorkOrder) -> tuple[str, datetime, str]:
    """Return the rank in which orders are given what is scarce: priority, due date, number."""
    return order.priority.value, order.due_at, str(order.order_id)


def _right(part: str, order_id: str) -> str:
    return f"{PART}{part}/{order_id}"
