# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules that come with Regard, and one call about a burst."""

from datetime import datetime

import pytest
from regard.core.ids import RequestId
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point


@pytest.fixture(scope="session")
def rules():
    """Return the rule book that comes with Regard."""
    return load_rule_book()


@pytest.fixture(scope="session")
def catalogue(rules):
    """Return the catalogue that comes with Regard."""
    return rules.catalogue


@pytest.fixture
def burst_call():
    """Return DI-2026-0417: water on the road in rue des Saules."""
    return ServiceRequest(
        request_id=RequestId("DI-2026-0417"),
        received_at=datetime(2026, 6, 3, 8, 12),
        caller="Mme Morel",
        phone="06 00 00 00 01",
        customer_ref="",
        address="12 rue des Saules",
        place=Point(687523, 6924003),
        code="AEP-CASSE",
        description="water on the road",
        danger=False,
        contract_id="VA-2024",
        answers={"road_subsiding": "suspected"},
    )
