# SPDX-License-Identifier: GPL-3.0-or-later
"""Agents and orders whose values cannot be meant: named and set aside, so that the rest is planned."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from shapely.geometry import Point

from ...core.ids import OrderId
from ...core.messages import Message
from ...core.resources import Agent
from ...routing.explain.reason import Reason
from ...routing.explain.soundness import findings
from ...workorders.orders import WorkOrder
from ...workorders.resources.supplies import short_orders
from ..order_chains import PLANNABLE
from ..records import Plan, PlanUnplanned
from ..resources.tour_means import served_first
from .dated_reasons import dated_reason
from .reasons import TOGETHER, stored_reason
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
        wrong = [*wrong_agent(agent)]
        notes += [Message("sound.agent", {"agent": agent.agent_id, "problem": found}) for found in wrong]
        if not wrong:
            agents.append(agent)
    kept, set_aside = [], {}
    for order in orders:
        found = [*wrong_order(order)] if order.state in PLANNABLE else []
        notes += [order_note(order.order_id, reason) for reason in found]
        if found:
            set_aside[str(order.order_id)] = [stored_reason(reason, ()) for reason in found]
        else:
            kept.append(order)
    return SoundInput(replace(team, agents=tuple(agents)), tuple(kept), set_aside, tuple(notes))


def parts_apart(sound: SoundInput) -> SoundInput:
    """Return what can be planned without the orders that lack parts which nobody in the service holds.

    The most urgent are served first; the parts of the others are to be ordered.
    """
    supplies = sound.team.supplies
    if not supplies.keeps_stock:
        return sound
    waiting = sorted((order for order in sound.orders if order.state in PLANNABLE), key=served_first)
    short = short_orders([(str(order.order_id), order.parts) for order in waiting], supplies.held())
    reasons = {name: Reason("part_to_order", detail=TOGETHER.join(parts)) for name, parts in short.items()}
    return replace(
        sound,
        orders=tuple(order for order in sound.orders if order.order_id not in short),
        set_aside=sound.set_aside | {name: [stored_reason(one, ())] for name, one in reasons.items()},
        notes=(*sound.notes, *(order_note(name, reason) for name, reason in reasons.items())),
    )


def set_aside_records(plan: Plan, set_aside: Mapping[str, list[dict[str, str]]]) -> list[PlanUnplanned]:
    """Return the orders that are set aside as a plan keeps what it leaves out."""
    return [
        PlanUnplanned(f"{plan.plan_id}/{order}", plan.plan_id, OrderId(order), reasons)
        for order, reasons in set_aside.items()
    ]


def hopeless_orders(tours: TourProblem) -> tuple[Message, ...]:
    """Return what is wrong with single orders of a problem, to be said before the search.

    What keeps the valves of a cut from being operated is said of its orders alone.
    """
    return tuple(
        order_note(finding.visit_id, dated_reason(tours, finding.visit_id, finding.reason))
        for finding in findings(tours.problem)
        if tours.task_of(finding.visit_id).kind == "work"
    )


def order_note(order: str, reason: Reason) -> Message:
    """Return what is wrong with one order as a sentence."""
    return Message("sound.order", {"order": order, "problem": reason.message})


def wrong_agent(agent: Agent) -> Iterator[Message]:
    """Yield what cannot be meant of an agent."""
    if agent.day_end <= agent.day_start:
        yield Message("sound.shift", {"start": _clock(agent.day_start), "end": _clock(agent.day_end)})
    if agent.lunch_min > _minutes_between(agent.lunch_start, agent.lunch_end):
        start, end = _clock(agent.lunch_start), _clock(agent.lunch_end)
        yield Message("sound.lunch", {"start": start, "end": end, "minutes": agent.lunch_min})
    for name, minutes in (("lunch_min", agent.lunch_min), ("overtime_min", agent.overtime_min)):
        if minutes < 0:
            yield Message("sound.negative", {"field": name, "found": minutes})
    if not is_place(agent.home):
        yield Message("sound.place")


def wrong_order(order: WorkOrder) -> Iterator[Reason]:
    """Yield what cannot be meant of an order."""
    if order.duration_min < 0:
        yield Reason("wrong_duration", detail=str(order.duration_min))
    if order.crew < 1:
        yield Reason("wrong_crew", detail=str(order.crew))
    start, end = order.window_start, order.window_end
    if start is not None and end is not None and end < start:
        yield Reason("wrong_window", detail=f"{start:%Y-%m-%d %H:%M} - {end:%Y-%m-%d %H:%M}")
    if not is_place(order.place):
        yield Reason("wrong_place")


def is_place(place: Point) -> bool:
    """Tell whether a point is anywhere."""
    return not place.is_empty and math.isfinite(place.x) and math.isfinite(place.y)


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


def _minutes_between(start: time, end: time) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute
