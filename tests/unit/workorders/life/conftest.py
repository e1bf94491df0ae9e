# SPDX-License-Identifier: GPL-3.0-or-later
"""OI-01: a burst on P03 that is done, with all that its gates look at in order."""

from datetime import date, datetime

import pytest
from regard.tests.unit.workorders.life.bursts import BEGAN, burst_order
from regard.workorders.law import load_law
from regard.workorders.life.gate_facts import (
    Cut,
    Found,
    GateFacts,
    Notice,
    Operator,
    Reinstatement,
)
from regard.workorders.life.gates import GateRules
from regard.workorders.life.records import OperatorAnswer, Permit
from regard.workorders.life.rules import load_life_rules

AFTER = datetime(2026, 6, 3, 15, 0)


@pytest.fixture(scope="session")
def rules():
    return GateRules(load_life_rules(), load_law(), AFTER)


@pytest.fixture
def burst():
    return burst_order()


@pytest.fixture
def facts(burst):
    """Return the facts of OI-01 with nothing missing for any gate."""
    open_again = Found(in_service=True, noted_at=datetime(2026, 6, 3, 14, 10))
    called = OperatorAnswer("OI-01/Gaz", "OI-01", "Gaz", answered_at=BEGAN, contact="M. Roux")
    return GateFacts(
        order=burst,
        works_on_pressure=True,
        cut=Cut(("V4", "V5"), ("PI-014",), tuple(f"C{number}" for number in range(23))),
        notice=Notice(
            "ATU", earliest_start=datetime(2026, 6, 3, 8, 15), sent_at=BEGAN, number="2026060300123A"
        ),
        operators=(Operator("Gaz", sensitive=True, phone="0800", answer=called), Operator("Telecom", False)),
        permits=(Permit("OI-01/mayor_told", "OI-01", "mayor_told", "mairie", asked_at=BEGAN),),
        starts_at=datetime(2026, 6, 3, 9, 0),
        valves={"V4": open_again, "V5": open_again},
        hydrants={"PI-014": open_again},
        customers_untold=0,
        leaves_surface=True,
        reinstatements=(Reinstatement("OI-02", date(2026, 6, 12)),),
    )
