# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the counters of each zone and the alerts ahead; runs in workers, touches no widget."""

from __future__ import annotations

from datetime import date, datetime

from ...core.messages import Message
from ...planner.life.alerts import gap_message
from ...planner.life.overview import ZoneCounters, skills_ahead, zone_counters
from ...planner.ports import Workspace
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.figures import day_text, duration_text
from ...qgis_bridge.labels import job_text, learn_names, means_text
from ...qgis_bridge.messages import say, tr
from ...store.workspaces import open_workspace
from ...workorders.life.coverage import CoverageGap
from ...workorders.orders import WorkOrder
from .overview import GapRow, OverviewShown, ZoneRow


def read_overview(url: str, clock: datetime, day: date | None) -> OverviewShown:
    """Return the overview of a day, without one of the day of the desk; what lacks is told from it on."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        own = day or desk_moment(workspace, clock).date()
        zones = tuple(_zone(one) for one in zone_counters(workspace, own))
        gaps = tuple(_gap(workspace, one) for one in skills_ahead(workspace, own))
        return OverviewShown(day_text(own), zones, gaps)
    finally:
        workspace.close()


def _zone(one: ZoneCounters) -> ZoneRow:
    counts = (one.orders, one.p1, one.p2, one.agents)
    work = duration_text(one.work_min * 60)
    name = one.name or one.zone or tr("Outside all zones")
    return ZoneRow((name, *map(str, counts), work, str(one.notices_pending), one.field_manager))


def _gap(workspace: Workspace, gap: CoverageGap) -> GapRow:
    said = gap_message(gap)
    text = say(Message(said.code, {**said.params, "skill": means_text(gap.skill)}))
    orders = tuple((one, job_text(workspace.get(WorkOrder, one))) for one in gap.jobs)
    return GapRow(text, orders)
