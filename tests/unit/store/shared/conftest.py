# SPDX-License-Identifier: GPL-3.0-or-later
"""A fresh workspace in the database that the folder above chooses with its ``new_url`` fixture."""

from datetime import datetime

import pytest
from regard.store.workspaces import create_workspace
from regard.workorders.orders import OrderState, Priority, WorkOrder
from shapely.geometry import Point


class Clock:
    """A clock that shows what the test sets."""

    now = datetime(2026, 6, 3, 8, 0)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(new_url, clock):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def order():
    return WorkOrder(
        order_id="OI-01",
        request_id="DI-01",
        code="AEP-CASSE",
        label="Casse",
        state=OrderState.QUALIFIED,
        priority=Priority.P1,
        score=72.5,
        score_detail={"safety": 40.0},
        rules_version="2026-01-01",
        received_at=datetime(2026, 6, 3, 8, 12),
        due_at=datetime(2026, 6, 3, 9, 12),
        place=Point(687520, 6924000),
        address="3 rue du Puits",
        zone="Z1",
        asset_role="water_pipe",
        asset_id="P03",
        asset_distance_m=1.2,
        duration_min=150,
        crew=3,
        skills=("AIPR_ENC", "SS4"),
        crew_skills=("AIPR_OP",),
        equipment=("mini_digger",),
        parts={"clamp_150": 1},
        digs=True,
    )
