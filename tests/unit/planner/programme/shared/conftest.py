# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network with three agents in two zones and two years of interventions."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.ids import AgentId
from regard.core.resources import Absence, SkillGrant, Zone
from regard.planner.assets.import_network import import_network
from regard.planner.rule_versions import import_rules
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import agent
from regard.tests.unit.planner.programme.years import add, closed, leaks, with_objectives
from shapely.geometry import box


@pytest.fixture
def valmont(new_url, golden_file):
    """Return a workspace with the golden network in zone Nord."""
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: datetime(2026, 6, 3, 8, 15))
    import_network(workspace, open_layers(golden_file))
    add(workspace, Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000)))
    yield workspace
    workspace.close()


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
