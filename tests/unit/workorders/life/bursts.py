# SPDX-License-Identifier: GPL-3.0-or-later
"""OI-01 as an order."""

from datetime import datetime

from regard.workorders.orders import OrderState, Priority, WorkOrder
from shapely.geometry import Point

BEGAN = datetime(2026, 6, 3, 9, 30)
ENDED = datetime(2026, 6, 3, 14, 0)


def burst_order():
    """Return OI-01, done."""
    return WorkOrder(
        order_id="OI-01",
        request_id="DI-2026-0417",
        code="AEP-CASSE",
        label="Casse",
        state=OrderState.DONE,
        priority=Priority.P1,
        score=67.5,
        score_detail={"safety": 40.0},
        rules_version="2026.1",
        received_at=datetime(2026, 6, 3, 8, 12),
        due_at=datetime(2026, 6, 3, 9, 12),
        place=Point(687520, 6924000),
        address="12 rue des Saules",
        zone="Z1",
        asset_role="water_pipe",
        asset_id="P03",
        asset_distance_m=3.0,
        duration_min=150,
        crew=3,
        skills=("AIPR_ENC", "SS4"),
        crew_skills=("AIPR_OP",),
        equipment=("mini_digger",),
        parts={"clamp_150": 1},
        digs=True,
        earliest_start=datetime(2026, 6, 3, 8, 15),
        started_at=BEGAN,
        ended_at=ENDED,
    )
