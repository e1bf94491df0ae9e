# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever a table of an algorithm means by an id is named in the same row."""

import re
from datetime import time

import pytest
from qgis.core import QgsMapLayer
from regard.core.ids import AgentId
from regard.core.resources import Equipment, StockLine
from regard.core.supplies import Depot
from regard.planner.import_records import import_records
from regard.tests.qgis.tables import rows
from shapely.geometry import Point

DAY, AT, LATER = "2026-06-03", "2026-06-03T08:00:00", "2026-06-03T18:30:00"
BURST, HYDRANT = "VA-2026-AEP-00001", "VA-2026-AEP-00004"
FIELD = {"ORDER": BURST, "FIELD": "comment", "AGENT": "AG1", "REASON": "which clamp?"}


@pytest.fixture
def stocked(town, asked):
    """Return the town with parts and a pump in vans and in a depot."""
    records = [
        Depot("D1", "Dépôt du Nord", Point(687000, 6924000), time(7), time(18)),
        StockLine("X1", "AG1", "repair_clamp_125", 2),
        StockLine("X2", "D1", "gasket", 9),
        Equipment("PUMP-1", "pump", AgentId("AG1")),
    ]
    asked(lambda workspace: import_records(workspace, records, name="import", who="test"))
    return str(town)


ASKED = [
    ("stock", {}),
    ("equipment", {"DAY": DAY}),
    ("checkplan", {"DAY": DAY, "NOW": AT}),
    ("skillmatrix", {"DAY": DAY}),
    ("alternatives", {"ORDER": HYDRANT, "DAY": DAY, "NOW": AT}),
    ("replan", {"DAY": DAY, "NOW": AT, "ABSENT": "AG2"}),
    ("plantours", {"DAY": DAY, "NOW": "2026-06-03T06:00:00", "ITERATIONS": 100}),
    ("editagent", {"AGENT": "AG1", "PHONE": "0639980002"}),
]


@pytest.mark.parametrize(("algorithm", "given"), ASKED, ids=[name for name, _ in ASKED])
def test_a_row_that_means_an_agent_names_her(answer, stocked, golden, algorithm, given):
    found = answer(algorithm, WORKSPACE=stocked, **given)
    assert meant_and_named(found, {**golden.AGENTS, "D1": "Dépôt du Nord"}) > 0


def test_lists_of_absences_and_corrections_name_agents(answer, town, golden, burst_closed):
    answer("addabsence", WORKSPACE=str(town), AGENT="AG2", FIRST="2026-06-08", LAST="2026-06-12")
    assert meant_and_named(answer("absences", WORKSPACE=str(town)), golden.AGENTS) == 1
    answer("askcorrection", WORKSPACE=str(town), DUE="2026-06-04T12:00:00", NOW=LATER, **FIELD)
    assert meant_and_named(answer("corrections", WORKSPACE=str(town), NOW=LATER), golden.AGENTS) == 1


def meant_and_named(found, names):
    """Return how many rows mean an agent by an id; each of them has to hold the name too."""
    count = 0
    for layer in (value for value in found.values() if isinstance(value, QgsMapLayer)):
        for row in rows(layer):
            texts = [value for value in row.values() if isinstance(value, str)]
            meant = {word for text in texts for word in re.split(r", ", text)} & names.keys()
            missing = {one for one in meant if not any(names[one] in text for text in texts)}
            assert not missing, f"{layer.name()}: {row}"
            count += bool(meant)
    return count
