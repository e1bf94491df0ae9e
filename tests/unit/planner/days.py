# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain agents and orders of one day."""

from dataclasses import replace
from datetime import date, datetime, time

from regard.core.ids import AgentId, AssetId, OrderId, RequestId
from regard.core.resources import Agent
from regard.planner.import_records import import_records
from regard.workorders.orders import OrderState, Priority, WorkOrder
from shapely.geometry import Point

DAY = date(2026, 6, 3)
# when an order of the running day came in
CALLED = datetime(2026, 6, 3, 8, 15)
DEPOT = Point(686000, 6923500)


def agent(agent_id):
    return Agent(
        agent_id=AgentId(agent_id),
        name=agent_id,
        home=DEPOT,
        zone="Z1",
        day_start=time(8),
        day_end=time(16, 30),
        lunch_start=time(12),
        lunch_end=time(14),
        lunch_min=0,
        overtime_min=0,
        vehicle="van",
    )


def order(order_id, place, minutes, skills, window):
    start, end = (datetime.combine(DAY, time.fromisoformat(t)) for t in window) if window else (None, None)
    return WorkOrder(
        order_id=OrderId(order_id),
        request_id=RequestId(""),
        code="AEP-ENQ",
        label=order_id,
        state=OrderState.QUALIFIED,
        priority=Priority.P3,
        score=0,
        score_detail={},
        rules_version="test",
        received_at=datetime(2026, 6, 2, 8),
        due_at=datetime(2026, 6, 10, 17),
        place=Point(place),
        address="",
        zone="Z1",
        asset_role="",
        asset_id=AssetId(""),
        asset_distance_m=0,
        duration_min=minutes,
        crew=1,
        skills=skills,
        crew_skills=(),
        equipment=(),
        parts={},
        digs=False,
        window_start=start,
        window_end=end,
    )


def with_order(workspace, order_id, **fields):
    """Add an order like OI-06, which either agent can make, but for what is given."""
    fields = {"state": OrderState.QUALIFIED, "version": 0, "received_at": CALLED, **fields}
    new = replace(workspace.get(WorkOrder, "OI-06"), order_id=order_id, **fields)
    import_records(workspace, [new], name="call", who="test")
    return new
