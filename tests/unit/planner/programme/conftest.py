# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network with three agents in two zones and two years of interventions."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from regard.core.ids import AgentId, AssetId, OrderId
from regard.core.resources import Absence, SkillGrant, Zone
from regard.planner.import_records import import_records
from regard.planner.rule_versions import import_rules, shipped_texts
from regard.tests.unit.planner.days import agent
from regard.workorders.history import ClosedIntervention
from shapely.geometry import Point, box

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


@pytest.fixture
def staffed(valmont):
    """Return the golden network with three agents: AG1 and AG2 of Z1, AG3 of Z2."""
    people = [replace(agent(f"AG{n}"), zone="Z2" if n == 3 else "Z1") for n in (1, 2, 3)]
    grants = [
        SkillGrant(f"{who}-{skill}", AgentId(who), skill, date(2024, 1, 1), until)
        for who, skill, until in [
            ("AG1", "PI", date(2027, 3, 31)),
            ("AG1", "RESEAU", date(2030, 1, 1)),
            ("AG2", "COMPTEUR", date(2030, 1, 1)),
            ("AG3", "RESEAU", date(2030, 1, 1)),
        ]
    ]
    east = Zone("Z2", "Est", "F. Leroy", box(689000, 6923000, 690000, 6925000))
    away = Absence("A1", AgentId("AG3"), date(2027, 1, 1), date(2027, 1, 31))
    add(valmont, *people, *grants, east, away)
    now = datetime(2026, 1, 1)
    import_rules(
        valmont, {"programme.yaml": with_objectives()}, valid_from=date(2026, 1, 1), now=now, who="test"
    )
    return valmont


@pytest.fixture
def two_years(staffed):
    """Return the same with the leaks of June 2024 to May 2026, and some hydrant tests."""
    tests = [closed("AEP-PI-CTL", datetime(2025, 5, 5, 9), role="hydrant", asset="PI-014", crew=1)]
    add(staffed, *leaks(date(2024, 6, 1), 24), *tests)
    return staffed
