# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an order is left out in one sentence, where it fits somewhere all the same or waits for another day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ...core.messages import Message
from .explain_order import Way, WhyNot


def why_summary(found: WhyNot, names: Mapping[str, str]) -> Message | None:
    """Return who could come when and why nobody does, or until when an order waits; None: it fits nowhere.

    ``names`` are those of the agents by id.
    """
    if found.elsewhere:
        first = found.elsewhere[0]
        agents = [stop.agent_id for stop in found.elsewhere if stop.plan_id == first.plan_id]
        return _said("why.planned_then", first.start, agents, names, plan=first.plan_id)
    ways = {way.relaxation.bends[0].way: way for way in reversed(found.ways)}
    for name in ("insert", "take_anyway"):
        if way := ways.get(name):
            minutes = way.relaxation.bends[0].minutes
            return _said(f"why.{name}", way.start, way.relaxation.agents, names, minutes=minutes)
    is_early = found.headline is not None and found.headline["code"] == "earliest_start"
    return _waits(ways["wait"], names) if is_early and "wait" in ways else None


def _waits(way: Way, names: Mapping[str, str]) -> Message:
    return _said("why.waits", way.start, way.relaxation.agents, names, day=way.day)


def _said(
    code: str, start: datetime, agents: Iterable[str], names: Mapping[str, str], **params: object
) -> Message:
    return Message(code, {"start": start, "agents": ", ".join(names.get(a, a) for a in agents), **params})
