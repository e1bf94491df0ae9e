# SPDX-License-Identifier: GPL-3.0-or-later
"""What people have with them on a day: rest, restrictions, parts, equipment that is not booked by others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from ...core.ids import AgentId
from ...core.people import CallOut, Restriction
from ...core.resources import Agent, Equipment, StockLine
from ...core.supplies import Booking, Depot
from ...workorders.orders import WorkOrder
from ...workorders.resources.rest import rested_at, restricted, skills_without
from ...workorders.resources.settings import ResourceSettings
from ...workorders.resources.supplies import held_by
from ..ports import Workspace

Span = tuple[datetime, datetime]

# what a part that not everybody can have is called among the skills of the tour problem
PART = "part:"


@dataclass(frozen=True, slots=True)
class Supplies:
    """Stocks, depots, bookings, call-outs and restrictions of a workspace, with the figures of a day."""

    settings: ResourceSettings
    stock: tuple[StockLine, ...] = ()
    depots: tuple[Depot, ...] = ()
    bookings: tuple[Booking, ...] = ()
    call_outs: tuple[CallOut, ...] = ()
    restrictions: tuple[Restriction, ...] = ()

    @classmethod
    def of(cls, workspace: Workspace, settings: ResourceSettings) -> Supplies:
        """Read them."""
        return cls(
            settings=settings,
            stock=tuple(workspace.all(StockLine)),
            depots=tuple(workspace.all(Depot)),
            bookings=tuple(workspace.all(Booking)),
            call_outs=tuple(workspace.all(CallOut)),
            restrictions=tuple(workspace.all(Restriction)),
        )

    @property
    def keeps_stock(self) -> bool:
        """Tell whether the service keeps its stock here: without any line, parts are nobody's limit."""
        return bool(self.stock)

    def without_stale_bookings(self, stops: Collection[tuple[AgentId, datetime, datetime]]) -> Supplies:
        """Return them without the bookings that meet stops (agent, start, end) of a plan made before them."""
        kept = tuple(
            booking
            for booking in self.bookings
            if not any(start < booking.ends_at and booking.starts_at < end for _, start, end in stops)
        )
        return replace(self, bookings=kept)

    def forbidden_skills(self, agent: Agent, day: date) -> frozenset[str]:
        """Return the skills that restrictions keep an agent from using on a day."""
        return skills_without(restricted(agent.agent_id, day, self.restrictions), self.settings)

    def day_start(self, agent: Agent, day: date) -> datetime:
        """Return when an agent may begin to work on a day: after the rest that follows call-outs."""
        begins = datetime.combine(day, agent.day_start)
        rested = rested_at(
            agent.agent_id,
            self.call_outs,
            before=datetime.combine(day, agent.day_end),
            rest_h=self.settings.daily_rest_h,
        )
        return begins if rested is None else max(begins, rested)

    def van(self, agent: Agent, agents: Collection[str]) -> dict[str, int]:
        """Return the parts on board; what is held where no place is known counts as on every van."""
        places = {depot.depot_id for depot in self.depots} | {*agents}
        own = held_by(self.stock, agent.agent_id)
        for line in self.stock:
            if line.holder not in places:
                own[line.part] = own.get(line.part, 0) + line.quantity
        return own

    def held(self) -> dict[str, int]:
        """Return how many of each part the service has."""
        total: dict[str, int] = {}
        for line in self.stock:
            total[line.part] = total.get(line.part, 0) + line.quantity
        return total

    def depot_of(self, agent: Agent) -> Depot | None:
        """Return the depot of an agent: where the day begins, else the zone's, else the nearest."""
        by_id = {depot.depot_id: depot for depot in self.depots}
        if agent.depot in by_id:
            return by_id[agent.depot]
        near = [depot for depot in self.depots if depot.zone and depot.zone == agent.zone] or self.depots
        return min(near, key=lambda depot: (depot.place.distance(agent.home), depot.depot_id), default=None)

    def changeover(self, kind: str) -> timedelta:
        """Return what lies between two uses of a kind of equipment."""
        return timedelta(minutes=self.settings.changeover_min.get(kind, 0))

    @property
    def loading_s(self) -> int:
        """Return how long a stop at the depot takes."""
        return self.settings.loading_min * 60

    def store_of(self, agent: Agent) -> Depot | None:
        """Return the depot that an agent can call at: one that is open all through the ordinary day."""
        depot = self.depot_of(agent)
        if depot is None or depot.opens > agent.day_start or depot.closes < agent.day_end:
            return None
        return depot


@dataclass(frozen=True, slots=True)
class DayEquipment:
    """The equipment of a day that nobody else holds.

    ``on_board`` and ``in_store`` give the kinds of each agent; a piece at a depot is for one agent. ``taken``
    are the times at which a kind can be had by nobody.
    """

    on_board: Mapping[AgentId, frozenset[str]]
    in_store: Mapping[AgentId, frozenset[str]] = field(default_factory=dict)
    taken: Mapping[str, tuple[Booking, ...]] = field(default_factory=dict)


def day_equipment(
    day: date,
    agents: Sequence[Agent],
    equipment: Iterable[Equipment],
    supplies: Supplies,
    *,
    orders: Sequence[WorkOrder] = (),
    skills: Mapping[AgentId, frozenset[str]] | None = None,
) -> DayEquipment:
    """Return who has which equipment on a day.

    Where a kind has a piece that is free all day, those that are booked stay out; else the piece with the
    least time taken is used, outside its bookings. A piece at a depot is kept for the agent who can make most
    of the ``orders`` that need it, by the ``skills`` of each agent.
    """
    taken = _bookings_of(day, supplies.bookings)
    by_kind: dict[str, list[Equipment]] = {}
    for piece in equipment:
        by_kind.setdefault(piece.kind, []).append(piece)
    on_board: dict[AgentId, set[str]] = {agent.agent_id: set() for agent in agents}
    in_store: dict[AgentId, set[str]] = {}
    busy: dict[str, tuple[Booking, ...]] = {}
    for kind, pieces in sorted(by_kind.items()):
        usable = [piece for piece in pieces if piece.equipment_id not in taken]
        if not usable:
            best = min(pieces, key=lambda piece: (_length(taken[piece.equipment_id]), piece.equipment_id))
            usable, busy[kind] = [best], tuple(taken[best.equipment_id])
        for piece in usable:
            if piece.agent_id in on_board:
                on_board[piece.agent_id].add(kind)
            elif not piece.agent_id:
                keeper = _keeper(piece, agents, in_store, supplies, orders, skills or {})
                if keeper is not None:
                    in_store.setdefault(keeper, set()).add(kind)
    return DayEquipment(
        {agent: frozenset(kinds) for agent, kinds in on_board.items()},
        {agent: frozenset(kinds) for agent, kinds in in_store.items()},
        busy,
    )


def _keeper(
    piece: Equipment,
    agents: Sequence[Agent],
    in_store: Mapping[AgentId, set[str]],
    supplies: Supplies,
    orders: Sequence[WorkOrder],
    skills: Mapping[AgentId, frozenset[str]],
) -> AgentId | None:
    """Return the agent who can make most of the orders that need a piece at a depot."""
    wanting = [{*order.skills, *order.crew_skills} for order in orders if piece.kind in order.equipment]
    if not wanting:
        return None
    near = []
    for agent in agents:
        depot = supplies.store_of(agent)
        is_there = depot is not None and piece.depot in ("", depot.depot_id)
        if is_there and piece.kind not in in_store.get(agent.agent_id, ()):
            able = sum(wanted <= skills.get(agent.agent_id, frozenset()) for wanted in wanting)
            near.append((-able, agent.agent_id))
    return min(near)[1] if near else None


def free_starts(
    windows: Sequence[tuple[int, int]],
    lasts_s: int,
    taken: Iterable[tuple[int, int]],
    *,
    within: tuple[int, int],
) -> tuple[tuple[int, int], ...]:
    """Return when work may start so that it meets no time that is taken; all in seconds.

    Without ``windows`` it may start at any time ``within``. Nothing free gives one window before the first
    day, which no start keeps.
    """
    spans = list(windows) or [within]
    for from_s, to_s in taken:
        cut = []
        for opens_s, closes_s in spans:
            before, after = (opens_s, min(closes_s, from_s - lasts_s)), (max(opens_s, to_s), closes_s)
            cut += [span for span in (before, after) if span[0] <= span[1]]
        spans = list(dict.fromkeys(cut))
    return tuple(sorted(spans)) or ((-1, -1),)


def _bookings_of(day: date, bookings: Iterable[Booking]) -> dict[str, list[Booking]]:
    opens = datetime.combine(day, time())
    found: dict[str, list[Booking]] = {}
    for booking in bookings:
        if booking.starts_at < opens + timedelta(days=1) and opens < booking.ends_at:
            found.setdefault(booking.equipment_id, []).append(booking)
    return found


def _length(bookings: Iterable[Booking]) -> timedelta:
    return sum((booking.ends_at - booking.starts_at for booking in bookings), timedelta())
