# SPDX-License-Identifier: GPL-3.0-or-later
"""A closed intervention keeps its actual times."""

from datetime import datetime

from regard.workorders.history import ClosedIntervention
from shapely.geometry import Point


def test_the_time_on_site_runs_from_start_to_end():
    closed = ClosedIntervention(
        order_id="VA-2025-AEP-00012",
        code="AEP-CASSE",
        received_at=datetime(2025, 12, 31, 20, 0),
        started_at=datetime(2025, 12, 31, 21, 30),
        ended_at=datetime(2026, 1, 1, 2, 0),
        agents=("AG1", "AG2", "AG3"),
        crew=3,
        zone="Nord",
        asset_role="water_pipe",
        asset_id="P03",
        place=Point(687520, 6924000),
        result="done",
        cause="frost",
    )
    assert closed.duration_min == 270
