# SPDX-License-Identifier: GPL-3.0-or-later
"""Interventions of the past years, their numbers counted once whoever makes them."""

from datetime import datetime, timedelta
from itertools import count

from regard.core.ids import AgentId, AssetId, OrderId
from regard.planner.import_records import import_records
from regard.planner.rule_versions import shipped_texts
from regard.workorders.history import ClosedIntervention
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 8)
# interventions of each month from January on, of one hour and a crew of two
MONTHLY = (9, 8, 6, 4, 4, 5, 7, 7, 5, 4, 4, 8)

OBJECTIVES = """objectives:
  - {activity: hydrants, every_years: 1, due: 10, floor: 1, source: {en: law, fr: law}}
  - {activity: flushing, quantity: 3, source: {en: choice, fr: choice}}
  - {activity: meters, quantity: 180, source: {en: contract, fr: contract}}
"""
_numbers = count(1)


def add(workspace, *records):
    import_records(workspace, list(records), name="import", who="test")


def closed(code, at, *, zone="Z1", hours=1.0, crew=2, role="water_pipe", asset="P03", result="done"):
    return ClosedIntervention(
        order_id=OrderId(f"H-{next(_numbers):05}"),
        code=code,
        received_at=at,
        started_at=at,
        ended_at=at + timedelta(hours=hours),
        agents=tuple(AgentId(f"AG{n}") for n in range(1, crew + 1)),
        crew=crew,
        zone=zone,
        asset_role=role,
        asset_id=AssetId(asset),
        place=Point(687500, 6924000),
        result=result,
        cause="",
    )


def leaks(first, months):
    """Yield the leaks of some months from the first of one on, in each of two zones."""
    for n in range(months):
        year, month = divmod(first.month - 1 + n, 12)
        day = datetime(first.year + year, month + 1, 1, 8)
        for number in range(MONTHLY[month]):
            yield closed("AEP-FUI-CAN", day + timedelta(days=number), zone="Z1")
            yield closed("AEP-FUI-CAN", day + timedelta(days=number), zone="Z2")


def with_objectives(text=OBJECTIVES):
    """Return the shipped figures with some objectives."""
    return shipped_texts()["programme.yaml"].partition("objectives:\n")[0] + text
