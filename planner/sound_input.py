# SPDX-License-Identifier: GPL-3.0-or-later
"""Agents and orders whose values cannot be meant: named and set aside, so that the rest is planned."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

import networkx as nx
from shapely.geometry import Point

from ..core.ids import OrderId
from ..core.messages import Message
from ..core.resources import Agent
from ..routing.explain.reason import Reason
from ..routing.explain.soundness import findings
from ..routing.model.links import Link, LinkKind, together
from ..workorders.orders import WorkOrder
from .dated_reasons import dated_reason
from .order_chains import PLANNABLE, chains, tour_links
from .reasons import stored_reason
from .records import OrderLink, Plan, PlanUnplanned
from .tour_problem import Team, TourProblem


@dataclass(frozen=True, slots=True)
class SoundInput:
    """What can be planned, and what cannot be meant.

    ``set_aside`` gives the reasons of each order that is left out, as a plan keeps them; ``notes`` name every
    agent and order with what is wrong.
    """

    team: Team
    orders: tuple[WorkOrder, ...]
    set_aside: dict[str, list[dict[str, str]]]
    notes: tuple[Message, ...]


def sound_input(team: Team, orders: Sequence[WorkOrder]) -> SoundInput:
    """Return the team and the orders without those that have values that cannot be meant."""
    notes: list[Message] = []
    agents = []
    for agent in team.agents:
        wrong = [*_wrong_agent(agent)]
        notes += [Message("sound.agent", {"agent": agent.agent_id, "problem": found}) for found in wrong]
        if not wrong:
            agents.append(agent)
    kept, set_aside = [], {}
    for order in orders:
        found = [*_wrong_order(order)] if order.state in PLANNABLE else []
        notes += [_note(order.order_id, reason) for reason in found]
        if found:
            set_aside[str(order.order_id)] = [stored_reason(reason, ()) for reason in found]
        else:
            kept.append(order)
    return SoundInput(replace(team, agents=tuple(agents)), tuple(kept), set_aside, tuple(notes))


def without_circles(
    links: Sequence[Link], orders: Iterable[str]
) -> tuple[tuple[Link, ...], dict[str, list[dict[str, str]]]]:
    """Return the links that can be kept, and the reasons of the orders that would come after themselves.

    Those orders are to be left out with their links. A link to an order that is not there is dropped.
    """
    known = list(dict.fromkeys(orders))
    here = [link for link in links if {link.first, link.second} <= set(known) and link.first != link.second]
    group = {known[i]: number for number, own in enumerate(together(here, known)) for i in own}
    graph = nx.DiGraph((group[k.first], group[k.second]) for k in here if k.kind is LinkKind.AFTER)
    circles = [own for own in nx.strongly_connected_components(graph) if len(own) > 1]
    circles += [{node} for node in nx.nodes_with_selfloops(graph)]
    reasons: dict[str, list[dict[str, str]]] = {}
    for circle in circles:
        names = [name for name in known if group[name] in circle]
        for name in names:
            others = ", ".join(other for other in names if other != name)
            reasons[name] = [stored_reason(Reason("link_circle", detail=others), ())]
    kept = tuple(link for link in here if not {link.first, link.second} & set(reasons))
    return kept, reasons


def circles_apart(sound: SoundInput, links: Sequence[OrderLink]) -> SoundInput:
    """Return what can be planned without the orders that would come after themselves by their links."""
    asked = chains(links, sound.orders)
    todo = [
        str(order.order_id)
        for order in sound.orders
        if order.state in PLANNABLE and order.order_id not in asked.held
    ]
    _, reasons = without_circles(tour_links(asked.links), todo)
    notes = [_note(name, _ring(told)) for name, told in reasons.items()]
    return replace(
        sound,
        orders=tuple(order for order in sound.orders if order.order_id not in reasons),
        set_aside=sound.set_aside | reasons,
        notes=(*sound.notes, *notes),
    )


def _ring(told: Sequence[dict[str, str]]) -> Reason:
    return Reason(told[0]["code"], detail=told[0]["detail"])


def set_aside_records(plan: Plan, set_aside: Mapping[str, list[dict[str, str]]]) -> list[PlanUnplanned]:
    """Return the orders that are set aside as a plan keeps what it leaves out."""
    return [
        PlanUnplanned(f"{plan.plan_id}/{order}", plan.plan_id, OrderId(order), reasons)
        for order, reasons in set_aside.items()
    ]


def hopeless_orders(tours: TourProblem) -> tuple[Message, ...]:
    """Return what is wrong with single orders of a problem, to be said before the search."""
    return tuple(
        _note(finding.visit_id, dated_reason(tours, finding.visit_id, finding.reason))
        for finding in findings(tours.problem)
    )


def _wrong_agent(agent: Agent) -> Iterator[Message]:
    if agent.day_end <= agent.day_start:
        yield Message("sound.shift", {"start": agent.day_start, "end": agent.day_end})
    if agent.lunch_min > _minutes_between(agent.lunch_start, agent.lunch_end):
        params = {"start": agent.lunch_start, "end": agent.lunch_end, "minutes": agent.lunch_min}
        yield Message("sound.lunch", params)
    for name, minutes in (("lunch_min", agent.lunch_min), ("overtime_min", agent.overtime_min)):
        if minutes < 0:
            yield Message("sound.negative", {"field": name, "found": minutes})
    if not _is_place(agent.home):
        yield Message("sound.place")


def _wrong_order(order: WorkOrder) -> Iterator[Reason]:
    if order.duration_min < 0:
        yield Reason("wrong_duration", detail=str(order.duration_min))
    if order.crew < 1:
        yield Reason("wrong_crew", detail=str(order.crew))
    start, end = order.window_start, order.window_end
    if start is not None and end is not None and end < start:
        yield Reason("wrong_window", detail=f"{start:%Y-%m-%d %H:%M} - {end:%Y-%m-%d %H:%M}")
    if not _is_place(order.place):
        yield Reason("wrong_place")


def _note(order: str, reason: Reason) -> Message:
    return Message("sound.order", {"order": order, "problem": reason.message})


def _is_place(place: Point) -> bool:
    return not place.is_empty and math.isfinite(place.x) and math.isfinite(place.y)


def _minutes_between(start: time, end: time) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute
