# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dispatcher checks of a proposed plan before the teams get it, order by order: accept or reject.

The plan was made by the rules of its moment; this reads it again against the workspace as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from ...core.errors import InputError
from ...core.ids import AgentId, OrderId
from ...core.messages import Message
from ...core.resources import Agent
from ...routing.model.links import LinkKind
from ...workorders.life.gates import findings
from ...workorders.orders import OrderState, WorkOrder
from ..life.gathered import gate_rules, gather_facts
from ..order_chains import DONE
from ..orders_at_hand import orders_with_tied
from ..plan_versions import plan_in_force
from ..ports import Workspace
from ..records import OrderLink, Plan, PlanStop, PlanTour
from ..resources.decisions import ProposalDecision
from ..resources.stock import PickList, pick_lists
from ..rule_versions import DatedRules
from ..tours.tour_problem import Team, is_absent
from ..trails import trail_after

ITEMS = ("skills", "window", "capacity", "precedence", "notice", "rest", "kit", "equipment")


@dataclass(frozen=True, slots=True)
class Checked:
    """One order of a plan: who makes it when, what is wrong by item, and what was decided of it."""

    order_id: OrderId
    agents: tuple[AgentId, ...]
    start: datetime
    wrong: dict[str, tuple[Message, ...]]
    decision: ProposalDecision | None = None

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.wrong


def precheck(workspace: Workspace, day: date, *, now: datetime) -> tuple[Checked, ...]:
    """Return every order of the plan in force on a day with what is wrong, by its start.

    ``InputError`` when no plan holds the day.
    """
    proposal = _Proposal(workspace, plan_in_force(workspace, day), day, now)
    decided = workspace.all(ProposalDecision, plan_id=proposal.plan.plan_id)
    known = {decision.order_id: decision for decision in decided}
    found = []
    for order_id, stops in proposal.works.items():
        wrong = {item: messages for item in ITEMS if (messages := tuple(proposal.wrong(item, order_id)))}
        agents = tuple(stop.agent_id for stop in stops)
        start = min(stop.start for stop in stops)
        found.append(Checked(order_id, agents, start, wrong, known.get(order_id)))
    return tuple(sorted(found, key=lambda one: (one.start, one.order_id)))


def decide(
    workspace: Workspace,
    order_id: str,
    *,
    day: date,
    accept: bool,
    now: datetime,
    who: str,
    reason: str = "",
) -> ProposalDecision:
    """Accept or reject an order of the plan in force on a day, in one command.

    What is rejected is taken out of the plan and waits to be planned again.

    Raises
    ------
    InputError
        The order is not in the plan, is decided already, has a finding that forbids to accept it, or a
        rejection has no reason.
    """
    found = next((one for one in precheck(workspace, day, now=now) if one.order_id == order_id), None)
    if found is None:
        raise InputError("precheck.not_planned", order=order_id, day=day)
    if found.decision is not None:
        raise InputError("precheck.decided", order=order_id, who=found.decision.who)
    if accept and found.wrong:
        first = next(iter(found.wrong.values()))[0]
        raise InputError("precheck.not_sound", order=order_id, found=first)
    if not accept and not reason.strip():
        raise InputError("order.reason_missing", order=order_id, target=Message("change_state.rejected"))
    plan = plan_in_force(workspace, day)
    key = f"{plan.plan_id}/{order_id}"
    made = ProposalDecision(key, plan.plan_id, found.order_id, accept, reason, who, now)
    order = workspace.get(WorkOrder, order_id)
    with workspace.command("accept order" if accept else "reject order", who=who) as transaction:
        transaction.add([made])
        if not accept:
            trail = trail_after(workspace, [order], now=now, who=who)
            transaction.save(trail.move(order, OrderState.QUALIFIED, reason=reason))
            transaction.add(trail.made)
    return made


class _Proposal:
    """A plan in force with all that its orders are held against."""

    def __init__(self, workspace: Workspace, plan: Plan, day: date, now: datetime) -> None:
        self.plan, self._workspace, self._day, self._now = plan, workspace, day, now
        stops = workspace.all(PlanStop, plan_id=plan.plan_id)
        self._orders = orders_with_tied(workspace, [stop.order_id for stop in stops])
        self._dated = DatedRules(workspace)
        self._rules = gate_rules(self._dated, now)
        self.works: dict[OrderId, list[PlanStop]] = {}
        for stop in sorted(stops, key=lambda stop: stop.role):
            is_there = stop.order_id in self._orders and stop.day == day and stop.task == "work"
            if is_there and self._orders[stop.order_id].state in (OrderState.PLANNED, OrderState.DISPATCHED):
                self.works.setdefault(stop.order_id, []).append(stop)
        self._team = Team.of(workspace, day)
        self._agents = {agent.agent_id: agent for agent in self._team.agents}

    def wrong(self, item: str, order_id: OrderId) -> Iterator[Message]:
        """Yield what is wrong with an order by one item of the list."""
        order, stops = self._orders[order_id], self.works[order_id]
        checks = {
            "skills": self._skills,
            "window": self._window,
            "capacity": self._capacity,
            "precedence": self._precedence,
            "notice": self._notice,
            "rest": self._rest,
            "kit": self._kit,
            "equipment": self._equipment,
        }
        return checks[item](order, stops)

    def _own(self, stops: Sequence[PlanStop]) -> list[Agent]:
        return [self._agents[stop.agent_id] for stop in stops if stop.agent_id in self._agents]

    def _skills(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:
        held = [self._team.skills(agent, self._day) for agent in self._own(stops)]
        together = frozenset[str]().union(*held)
        missing = [skill for skill in order.skills if skill not in together]
        missing += [skill for skill in order.crew_skills if any(skill not in own for own in held)]
        if missing:
            yield Message("precheck.skills", {"missing": ", ".join(dict.fromkeys(missing))})
        if len(held) < order.crew:
            yield Message("precheck.crew", {"found": len(held), "expected": order.crew})

    def _window(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:
        start = min(stop.start for stop in stops)
        opens, closes = order.window_start or datetime.min, order.window_end or datetime.max
        if not opens <= start <= closes:
            ends = [_told(end) if end else "" for end in (order.window_start, order.window_end)]
            yield Message("precheck.window", {"start": _told(start), "opens": ends[0], "closes": ends[1]})

    def _capacity(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:  # noqa: ARG002
        for stop in stops:
            agent, tour = self._agents.get(stop.agent_id), self._tours.get(stop.agent_id)
            if agent is None or is_absent(agent, self._day, self._team.absences):
                yield Message("precheck.absent", {"agent": stop.agent_id})
            elif tour is not None:
                latest = datetime.combine(self._day, agent.day_end) + timedelta(
                    minutes=self._team.overtime_min(agent, self._day)
                )
                over_min = round((tour.returns_at - latest).total_seconds() / 60)
                if over_min > 0:
                    yield Message("precheck.capacity", {"agent": stop.agent_id, "minutes": over_min})

    def _precedence(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:
        start = min(stop.start for stop in stops)
        for link in self._workspace.all(OrderLink, second_id=order.order_id):
            if LinkKind(link.kind) is not LinkKind.AFTER:
                continue
            ends = self._end_of(link.first_id)
            if ends is None:
                yield Message("precheck.waits", {"other": link.first_id})
            elif start < ends + timedelta(minutes=link.min_lag_min):
                yield Message("precheck.too_soon", {"other": link.first_id, "end": _told(ends)})

    def _end_of(self, order_id: OrderId) -> datetime | None:
        order = self._orders.get(order_id)
        if order is not None and order.state in DONE:
            return order.ended_at
        return max((stop.end for stop in self.works.get(order_id, ())), default=None)

    def _notice(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:  # noqa: ARG002
        facts = gather_facts(self._workspace, order, self._dated, day=self._rules.now.date())
        for lack in findings(OrderState.DISPATCHED, facts, self._rules):
            yield Message("precheck.blocked", {"found": lack})

    def _rest(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:  # noqa: ARG002
        for stop, agent in zip(stops, self._own(stops), strict=False):
            begins = self._team.supplies.day_start(agent, self._day)
            tour = self._tours.get(agent.agent_id)
            leaves = min(stop.start, tour.leaves_at if tour else stop.start)
            if leaves < begins and begins > datetime.combine(self._day, agent.day_start):
                yield Message("precheck.rest", {"agent": agent.agent_id, "until": _told(begins)})

    def _kit(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:  # noqa: ARG002
        for picked in self._lists if self._team.supplies.keeps_stock else ():
            for need in picked.needs:
                if need.order_id != order.order_id:
                    continue
                if need.to_order:
                    yield Message("precheck.to_order", {"part": need.part, "count": need.to_order})
                elif need.from_depot and picked.at is None:
                    yield Message("precheck.no_call", {"part": need.part, "depot": picked.depot_id})

    def _equipment(self, order: WorkOrder, stops: Sequence[PlanStop]) -> Iterator[Message]:
        start, end = min(stop.start for stop in stops), max(stop.end for stop in stops)
        for kind in order.equipment:
            pieces = {piece.equipment_id for piece in self._team.equipment if piece.kind == kind}
            gap = self._team.supplies.changeover(kind)
            held = {
                booking.equipment_id: booking
                for booking in self._team.supplies.bookings
                if booking.order_id != order.order_id
                and booking.starts_at < end + gap
                and start < booking.ends_at + gap
            }
            if not pieces:
                yield Message("precheck.no_equipment", {"kind": kind})
            elif pieces <= held.keys():
                other = held[min(pieces)].booking_id
                yield Message("precheck.equipment", {"kind": kind, "other": other})

    @cached_property
    def _tours(self) -> dict[AgentId, PlanTour]:
        tours = self._workspace.all(PlanTour, plan_id=self.plan.plan_id)
        return {tour.agent_id: tour for tour in tours if tour.day == self._day}

    @cached_property
    def _lists(self) -> tuple[PickList, ...]:
        return pick_lists(self._workspace, self._day)


def _told(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
