# SPDX-License-Identifier: GPL-3.0-or-later
"""A small service: two agents, a depot with parts, a suction excavator, subcontractors, the golden orders."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from regard.core.ids import AgentId
from regard.core.resources import Equipment, SkillGrant, StockLine, Subcontractor, Zone
from regard.core.supplies import Depot, UnitPrice
from regard.planner.import_records import import_records
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import DEPOT, agent, order
from regard.tests.unit.planner.market_day import two_streets
from regard.workorders.orders import Priority
from shapely.geometry import box

NOW = datetime(2026, 6, 3, 7, 30)
HELD = {"AG1": ("AIPR_OP", "TERR", "SS4", "PI"), "AG2": ("COMPTEUR", "AIPR_OP", "PI", "CATEC_I")}
UNTIL = {("AG2", "CATEC_I"): date(2026, 7, 15)}


@pytest.fixture
def workspace(new_url):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    yield workspace
    workspace.close()


@pytest.fixture
def leak():
    """Return OI-01: 150 minutes with SS4 and earthworks, a clamp, due the same day (P2)."""
    made = order("OI-01", (687520, 6924000), 150, ("AIPR_OP", "TERR", "SS4"), ("08:00", "12:00"))
    return replace(
        made,
        code="AEP-FUI-CAN",
        zone="Z1",
        priority=Priority.P2,
        parts={"repair_clamp": 1},
        due_at=datetime(2026, 6, 3, 18),
        received_at=datetime(2026, 6, 3, 7),
    )


@pytest.fixture
def service(workspace, leak):
    """Return a workspace with the service and OI-01."""
    grants = [
        SkillGrant(
            f"{who}-{skill}", AgentId(who), skill, date(2025, 1, 1), UNTIL.get((who, skill), date(2027, 1, 1))
        )
        for who, skills in HELD.items()
        for skill in skills
    ]
    early = {"day_start": time(7, 45), "lunch_min": 45}
    records = [
        Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000)),
        Depot("D1", "Dépôt", DEPOT, time(7), time(18)),
        replace(agent("AG1"), depot="D1", **early),
        replace(agent("AG2"), **early),
        *grants,
        StockLine("D1-repair_clamp", "D1", "repair_clamp", 2),
        StockLine("AG1-repair_clamp", "AG1", "repair_clamp", 0),
        StockLine("AG2-meter", "AG2", "meter", 5),
        Equipment("ASP-1", "suction_excavator", AgentId("AG1")),
        Subcontractor("ST-02", "Amiante Services", ("AIPR_OP", "TERR", "SS4"), "0199000001", 78.0),
        Subcontractor("ST-03", "Azur ITV", ("ITV",), "0199000002", 112.0),
        UnitPrice("ST-03-ITV", "ST-03", "ASS-ITV", "m", 4.2),
        leak,
    ]
    import_records(workspace, records, name="import", who="test")
    return workspace


@pytest.fixture
def town(workspace, service):
    """Return a service with two streets, and the order OI-90 in the first of them, due next week."""
    two_streets(workspace)
    return workspace
