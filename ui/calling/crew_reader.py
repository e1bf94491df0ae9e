# SPDX-License-Identifier: GPL-3.0-or-later
"""What sending a crew at once takes: cut, calls, ways to insert; and storing one. Runs in workers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from ...core.errors import RegardError
from ...core.ids import AgentId
from ...core.messages import Message
from ...core.progress import Progress
from ...core.rules import Label
from ...planner.agent_names import agent_names
from ...planner.assets.asset_base import AssetBase
from ...planner.informing.cut_customers import CutCustomers, customers_of_order
from ...planner.informing.facts import operators_near
from ...planner.informing.plan_messages import CommunicationPlan, plan_communication
from ...planner.intake.order_sheet import OrderSheet, order_sheet
from ...planner.life.requeue import NewDay
from ...planner.rule_versions import rule_book_of
from ...planner.running.alternatives import Alternative
from ...planner.running.desk_moment import desk_moment
from ...planner.running.emergency import Emergency, Offer, accept_offer, find_offers
from ...planner.running.gave_way import CAUSE, days_instead
from ...planner.running.ways_on import can_take, take_way, ways_on
from ...qgis_bridge.labels import learn_names
from ...store.workspace import SqlWorkspace
from ...store.workspaces import open_workspace
from ...workorders.informing.contacts import Addressee, Reachable
from ...workorders.orders import WorkOrder
from ...workorders.teleservice.records import NoticeOperator

ATU = "ATU"


@dataclass(frozen=True, slots=True)
class FoundCrew:
    """What was found for an order: ``calls`` are the operators to call before the dig, None without an ATU.

    ``emergency`` is None where no plan can be changed, for the ``refusal`` then given. ``tours`` has the
    line through the places of each offer's tours, by number and agent; ``instead`` the day proposed for each
    order that gives way, by order, for the ``reason`` of the rules. ``ways`` stand in where nobody can go.
    """

    sheet: OrderSheet
    customers: CutCustomers | None
    calls: tuple[Reachable, ...] | None
    emergency: Emergency | None
    refusal: Message | None
    moment: datetime
    names: Mapping[str, str]
    orders: Mapping[str, WorkOrder]
    tours: Mapping[int, tuple[BaseGeometry, ...]]
    instead: Mapping[str, NewDay]
    reason: Label | None
    ways: tuple[Alternative, ...] = ()
    # of each way, whether it can be taken from here
    takeable: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class SentCrew:
    """An offer that was stored, the messages that wait to be sent, and the commands to undo, last first."""

    order_id: str
    plan_id: str
    messages: CommunicationPlan | None
    command_ids: tuple[int, ...]
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class TakenWay:
    """A way that was taken where nobody had time, and the command to undo."""

    order_id: str
    way: Alternative
    command_ids: tuple[int, ...]


def read_crew(url: str, order_id: str, now: datetime, *, progress: Progress) -> FoundCrew:
    """Return everything to decide by; nothing is stored."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        moment = desk_moment(workspace, now)
        sheet = order_sheet(workspace, order_id)
        customers = None
        if sheet.outage is not None:
            customers = customers_of_order(workspace, AssetBase(workspace), order_id)
        urgent = sheet.notice is not None and sheet.notice.kind == ATU
        directory = workspace.all(Addressee) if urgent else []
        named = workspace.all(NoticeOperator, order_id=order_id) if urgent else []
        calls = operators_near(sheet, is_sensitive=True, named=named, directory=directory) if urgent else None
        emergency, refusal = None, None
        ways: tuple[Alternative, ...] = ()
        try:
            emergency = find_offers(workspace, order_id, day=moment.date(), now=moment, progress=progress)
            ways = ways_on(workspace, emergency, day=moment.date(), now=moment)
        except RegardError as error:
            refusal = error.message
        offers = emergency.offers if emergency else ()
        cause = rule_book_of(workspace, moment.date()).life.not_done.get(CAUSE)
        return FoundCrew(
            sheet=sheet,
            customers=customers,
            calls=calls,
            emergency=emergency,
            refusal=refusal,
            moment=moment,
            names=agent_names(workspace),
            orders=offers[0].proposal.in_force.orders if offers else {},
            tours={offer.number: tuple(_tours(offer)) for offer in offers},
            instead=days_instead(workspace, emergency, now=moment) if emergency else {},
            reason=cause.label if cause else None,
            ways=ways,
            takeable=tuple(map(can_take, ways)),
        )
    finally:
        workspace.close()


def send_crew(url: str, found: FoundCrew, number: int, *, who: str) -> SentCrew:
    """Store an offer as the plan in force and queue the messages of the order; ``Failure`` when stale."""
    assert found.emergency is not None
    workspace = open_workspace(url)
    try:
        order_id, now = found.sheet.order.order_id, found.moment
        plan = accept_offer(workspace, found.emergency, number, now=now, who=who)
        stored = _last_command(workspace, plan.plan_id)
        messages, problem = None, None
        book = rule_book_of(workspace, now.date())
        try:
            messages = plan_communication(
                workspace,
                AssetBase(workspace),
                order_id,
                contracts=book.contracts,
                rules=book.communication,
                now=now,
                who=who,
            )
        except RegardError as error:
            # the crew is on its way all the same
            problem = error.message
        keys = [message.message_id for message in messages.messages] if messages else []
        told = {_last_command(workspace, key) for key in keys[:1]}
        done = sorted({stored, *(one for one in told if one > stored)}, reverse=True)
        return SentCrew(order_id, plan.plan_id, messages, tuple(done), problem)
    finally:
        workspace.close()


def take_way_out(url: str, found: FoundCrew, number: int, *, who: str) -> TakenWay:
    """Take one of the ways (from 0) that are left where nobody has time; it can be undone."""
    way, order_id = found.ways[number], found.sheet.order.order_id
    workspace = open_workspace(url)
    try:
        done = take_way(workspace, order_id, way, now=found.moment, who=who)
    finally:
        workspace.close()
    return TakenWay(order_id, way, (done,))


def _last_command(workspace: SqlWorkspace, key: str) -> int:
    """Return the command that wrote a record last."""
    return max((entry.command_id for entry in workspace.journal(key=key)), default=0)


def _tours(offer: Offer) -> Iterator[BaseGeometry]:
    """Yield the line through the places of the tour of each agent who makes the order."""
    proposal = offer.proposal
    wanted: set[AgentId] = set(offer.agents)
    for shift, tour in zip(proposal.whole.problem.shifts, proposal.checked.tours, strict=True):
        if shift.agent not in wanted:
            continue
        names = [proposal.in_force.tours.task_of(stop.visit_id).order_id for stop in tour.stops]
        places = [proposal.in_force.orders[name].place for name in dict.fromkeys(names)]
        if len(places) > 1:
            yield LineString(places)
