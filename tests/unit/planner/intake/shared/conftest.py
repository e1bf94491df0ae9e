# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network with the addresses of rue des Saules, and calls about the burst on P03."""

from datetime import datetime, timedelta

import pytest
from regard.core.resources import Zone
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.planner.intake.addresses import import_addresses
from regard.planner.intake.places import find_place
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.intake.take_call import Call, take_call
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

RECEIVED = datetime(2026, 6, 3, 8, 12)
CLICK = Point(687523, 6924003)
# the mandatory questions of a leak
LEAK = {
    "danger": "no",
    "leak_place": "road",
    "water_entering_building": "no",
    "road_subsiding": "no",
}


class Clock:
    """A clock that shows what the test sets."""

    now = datetime(2026, 6, 3, 8, 15)

    def __call__(self):
        return self.now


class Desk:
    """The call desk of a workspace with the golden network."""

    def __init__(self, workspace, rules, clock):
        self.workspace, self.rules, self.clock = workspace, rules, clock

    @property
    def base(self):
        return AssetBase(self.workspace)

    def take(
        self,
        *,
        at=CLICK,
        minutes=0,
        address="12 rue des Saules",
        request_id="",
        asset="",
        who="D. Martin",
        now=None,
        **values,
    ):
        """Take a call about water on the road, ``minutes`` after the first one."""
        said = {
            "caller": "Mme Martin",
            "phone": "06 00 00 00 01",
            "description": "water on the road, 12 rue des Saules",
            "received_at": RECEIVED + timedelta(minutes=minutes),
            "code": "AEP-CASSE",
            "answers": LEAK,
        }
        found = find_place(self.workspace, self.base, at=at, address=address, asset=asset)
        call = Call(**(said | values))
        return take_call(
            self.workspace,
            self.base,
            call,
            found,
            rules=self.rules,
            now=now or call.received_at,
            who=who,
            request_id=request_id,
        )

    def qualify(self, *, chains=False):
        """Turn what was taken into orders."""
        done = qualify_requests(
            self.workspace,
            self.base,
            rules=self.rules,
            now=self.clock.now,
            who="D. Martin",
            language="fr",
            chains=chains,
        )
        return done.orders


@pytest.fixture(scope="session")
def rules():
    return load_rule_book()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(new_url, clock):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def valmont(workspace, golden_file):
    """Return a workspace with the golden network in zone Nord and the addresses of two streets."""
    import_network(workspace, open_layers(golden_file))
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000))
    import_records(workspace, [zone], name="import zones", who="test")
    saules = [
        ("Rue des Saules", "60000", "Valmont", str(n), 687499.0 + 2 * n, 6924003.0) for n in range(1, 31)
    ]
    mairie = [("Place de la Mairie", "60000", "Valmont", "1 bis", 687110.0, 6924010.0)]
    import_addresses(workspace, saules + mairie)
    return workspace


@pytest.fixture
def desk(valmont, rules, clock):
    return Desk(valmont, rules, clock)
