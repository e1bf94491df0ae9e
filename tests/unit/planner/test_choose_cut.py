# SPDX-License-Identifier: GPL-3.0-or-later
"""The cut of an order as a dispatcher chooses it, with the valves that it does without."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId, PlanId
from regard.planner.assets.asset_base import AssetBase
from regard.planner.import_records import import_records
from regard.planner.records import Outage, Plan, PlanStop, ValveNote
from regard.planner.sites.choose_cut import choose_cut
from regard.tests.unit.planner.days import order
from regard.workorders.orders import OrderState
from shapely.geometry import Point

LEAK = Point(687520, 6924000)
NOW = datetime(2026, 6, 3, 8, 15)
DAY = date(2026, 6, 3)


@pytest.fixture
def site(valmont):
    """Return the golden network with an order on it, and its assets."""
    import_records(valmont, [order("OI-01", (687520, 6924000), 150, (), None)], name="call", who="test")
    return valmont, AssetBase(valmont)


def chosen(site, **how):
    workspace, base = site
    return choose_cut(workspace, base, "OI-01", point=LEAK, now=NOW, who="test", **how)


def stored(workspace):
    found = workspace.all(Outage, order_id="OI-01")
    return [(cut.close, cut.unusable, len(cut.customers)) for cut in found]


def last_command(workspace, key):
    return workspace.journal(key=key)[-1].command_id


def test_the_cut_is_stored_with_the_valves_that_it_does_without_and_undone_at_once(site):
    workspace, _ = site
    chosen(site)
    first = stored(workspace)
    assert first == [(("V4", "V5"), (), first[0][2])]
    done = chosen(site, unusable=["V5"], noted=["V5"])
    assert stored(workspace) == [(("V4", "V6", "V8"), ("V5",), 50)]
    assert len(done.extra) == 50 - first[0][2]
    assert [(note.valve_id, note.state) for note in workspace.all(ValveNote)] == [("V5", "unusable")]
    workspace.undo(who="test", command_id=last_command(workspace, "OI-01"))
    assert stored(workspace) == first
    assert workspace.all(ValveNote) == []


def test_a_valve_noted_before_is_noted_anew(site):
    workspace, _ = site
    import_records(workspace, [ValveNote("V5", "closed", NOW, "")], name="note", who="test")
    chosen(site, unusable=["V5"], noted=["V5"])
    assert [(note.valve_id, note.state) for note in workspace.all(ValveNote)] == [("V5", "unusable")]


def test_an_order_that_is_over_keeps_its_cut(site):
    workspace, _ = site
    over = replace(order("OI-02", (687520, 6924000), 30, (), None), state=OrderState.CLOSED)
    import_records(workspace, [over], name="call", who="test")
    with pytest.raises(InputError, match="OI-02"):
        choose_cut(*site, "OI-02", point=LEAK, now=NOW, who="test")


def test_a_cut_that_no_valve_holds_is_refused(site):
    workspace, base = site
    valves = list(base.water.mains.devices.ids[: base.water.mains.devices.valves])
    with pytest.raises(InputError, match="isolate"):
        chosen(site, unusable=valves)
    assert stored(workspace) == []


def test_a_plan_that_has_the_former_valves_operated_is_named(site):
    workspace, _ = site
    plan = Plan(PlanId("2026-06-03/1"), DAY, 1, NOW, 1, 1.0, "balanced", {}, 0.0)
    moment = datetime(2026, 6, 3, 9)
    stop = PlanStop(
        "S1", plan.plan_id, AgentId("AG1"), DAY, 1, "OI-01", 0, moment, moment, moment, 0, 0, LEAK,
        task="close", valves=("V4", "V5"),
    )  # fmt: skip
    import_records(workspace, [plan, stop], name="plan", who="test")
    assert chosen(site).notes == ()
    assert [note.code for note in chosen(site, unusable=["V5"]).notes] == ["cut.plan_differs"]
