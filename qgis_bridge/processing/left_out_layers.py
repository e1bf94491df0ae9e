# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers that ``regard:whynotplanned`` writes, and their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from ..labels import bend_text, reason_text, reasons_text
from ..messages import tr
from ..styles.answers import draw_by_priority
from .base import OutputLayer, Rows
from .order_columns import ORDER_FIELDS, order_values

if TYPE_CHECKING:
    from ...planner.plans.explain_order import WhyNot
    from ...planner.plans.left_out_orders import LeftOutOrder

ORDERS = OutputLayer(
    name="ORDERS",
    label=lambda: tr("Orders not planned"),
    explanation=lambda: tr("Where the orders left out are, each with its most frequent reason and all."),
    kind=QgsWkbTypes.Type.Point,
    fields=(*ORDER_FIELDS, ("reason", "text"), ("reasons", "text")),
    style=draw_by_priority,
)
REASONS = OutputLayer(
    name="REASONS",
    label=lambda: tr("Reasons, agent by agent"),
    explanation=lambda: tr("A table: why each agent cannot take the order on each day; no agent means all."),
    fields=(
        ("order_id", "text"),
        ("agent_id", "text"),
        ("agent", "text"),
        ("day", "text"),
        ("code", "text"),
        ("reason", "text"),
    ),
)
WAYS = OutputLayer(
    name="WAYS",
    label=lambda: tr("What would make it fit"),
    explanation=lambda: tr("A table, for one order: the rules that could be bent, the cheapest way first."),
    fields=(
        ("order_id", "text"),
        ("way", "text"),
        ("agents", "text"),
        ("start", "datetime"),
        ("cost_min", "real"),
    ),
    optional=True,
)
LAYERS = (ORDERS, REASONS, WAYS)


def order_rows(left_out: Sequence[LeftOutOrder]) -> Rows:
    """Yield the orders left out, with the reasons gathered over agents and days."""
    from ...planner.tours.reasons import gather_reasons

    for one in left_out:
        gathered = gather_reasons(one.reasons)
        said = (reasons_text(gathered[:1]), reasons_text(gathered))
        yield one.order.place, (*order_values(one.order), *said)


def reason_rows(left_out: Sequence[LeftOutOrder], names: Mapping[str, str]) -> Rows:
    """Yield the reasons as they are: one row an agent and day."""
    for one in left_out:
        for reason in one.reasons:
            agent, code = reason["agent"], reason["code"]
            said = reason_text(code, reason["detail"])
            yield None, (one.order.order_id, agent, names.get(agent, agent), reason["day"], code, said)


def way_rows(found: WhyNot | None, names: Mapping[str, str]) -> Rows:
    """Yield the ways in which an order would fit."""
    for way in found.ways if found else ():
        bent = "; ".join(bend_text(bend.message, names) for bend in way.relaxation.bends)
        agents = ", ".join(names.get(agent, agent) for agent in way.relaxation.agents)
        order_id = found.sheet.order.order_id
        yield None, (order_id, bent, agents, way.start, way.relaxation.cost_min)
