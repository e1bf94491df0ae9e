# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration's day, from the town's sources to its tours."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from regard.core.errors import InputError
from regard.demo.build import DAY, NOW, build_demo
from regard.planner.asset_changes.review import Reviewer
from regard.planner.plans.summary import day_summary
from regard.store.workspaces import open_workspace
from regard.workorders.asset_changes.records import AssetChange, ChangeState
from regard.workorders.asset_changes.rules import load_change_rules
from regard.workorders.closing.records import Closure
from regard.workorders.orders import OrderState, WorkOrder


@pytest.fixture(scope="module")
def demo(grid_town, tmp_path_factory):
    return build_demo(grid_town, tmp_path_factory.mktemp("demo"), seed=3, iterations=1500)


@pytest.fixture(scope="module")
def workspace(demo):
    opened = open_workspace(str(demo.workspace))
    yield opened
    opened.close()


def _states(demo) -> Counter:
    states: Counter = Counter()
    for (state, _), count in demo.summary.counts.items():
        states[state] += count
    return states


def test_every_request_becomes_an_order_and_most_are_planned(demo):
    states = _states(demo)
    assert sum(states.values()) == 55
    assert states["planned"] >= 42


def test_whoever_is_in_danger_is_served(demo):
    urgent = {
        (state, priority): count
        for (state, priority), count in demo.summary.counts.items()
        if priority == "P1"
    }
    assert urgent.keys() == {("planned", "P1")}
    assert urgent["planned", "P1"] >= 4


def test_what_is_left_out_has_reasons_of_several_kinds(demo):
    reasons = {reason.code for left in demo.summary.left_out for reason in left.reasons}
    assert {"earliest_start", "skill_missing", "equipment_missing"} <= reasons


def test_the_bursts_cut_customers_and_one_of_them_a_sensitive_one(demo):
    cuts = {order.code: outage for order, outage in demo.summary.outages}
    assert cuts["AEP-CASSE"].customers
    assert cuts["AEP-FUI-CAN"].sensitive_customers


def test_asbestos_and_gas_ask_for_their_means(demo):
    burst = next(order for order, _ in demo.summary.outages if order.code == "AEP-CASSE")
    assert "SS4" in burst.skills
    assert "suction_excavator" in burst.equipment


def test_urgent_digs_may_start_at_once_and_planned_ones_wait(demo):
    kinds = {order.code: notice.kind for order, notice, _ in demo.summary.notices}
    assert kinds["AEP-CASSE"] == kinds["AEP-FUI-BRT"] == "ATU"
    assert kinds["AEP-BRT-NEUF"] == "DT-DICT"


def test_what_the_field_handed_in_on_the_evening_before_waits_for_a_review(demo, workspace):
    changes = workspace.all(AssetChange)
    assert {change.state for change in changes} == {ChangeState.PROPOSED}
    assert {change.kind for change in changes} >= {
        "repair",
        "attribute",
        "split",
        "move",
        "connection",
        "lengths",
        "remark",
    }
    assert 8 <= len(changes) <= 15
    before = [order for order in workspace.all(WorkOrder) if order.order_id.startswith("ANC-")]
    assert {order.state for order in before} == {OrderState.CLOSED}
    assert {order.ended_at.date() for order in before} == {DAY - timedelta(days=1)}
    assert all(workspace.all(Closure, order_id=order.order_id)[0].photos for order in before)
    photos = list((demo.workspace.parent / "town_files").rglob("*.jpg"))
    assert len(photos) == len(before)


def test_safe_ones_are_found_among_them_and_others_that_want_a_look(workspace):
    reviewer = Reviewer(workspace, rules=load_change_rules(), now=NOW, who="G")
    seen = [reviewer.look(change) for change in workspace.all(AssetChange)]
    assert [(one.change.change_id, one.errors) for one in seen if one.errors] == []
    assert 4 <= sum(one.is_safe for one in seen) < len(seen)


def test_the_day_of_the_demonstration_does_not_see_the_day_before(demo, workspace):
    assert day_summary(workspace).counts == demo.summary.counts
    today = [order.order_id for order in workspace.all(WorkOrder) if order.request_id]
    assert len(today) == 55
    numbers = sorted(int(order_id.rpartition("-")[2]) for order_id in today)
    assert numbers == list(range(1, 56))


def test_a_failed_build_leaves_the_earlier_one(demo, tmp_path):
    before = demo.workspace.read_bytes()
    broken = tmp_path / "broken.osm.pbf"
    broken.write_bytes(b"no extract")
    with pytest.raises(InputError):
        build_demo(broken, demo.workspace.parent)
    assert demo.workspace.read_bytes() == before
    assert {path.name for path in demo.workspace.parent.iterdir()} == {"town.gpkg", "town_files", "sources"}
