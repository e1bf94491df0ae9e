# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration's day, from the town's sources to its tours."""

from __future__ import annotations

from collections import Counter

import pytest
from regard.core.errors import InputError
from regard.demo.build import build_demo


@pytest.fixture(scope="module")
def demo(grid_town, tmp_path_factory):
    return build_demo(grid_town, tmp_path_factory.mktemp("demo"), seed=3, iterations=1500)


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


def test_a_failed_build_leaves_the_earlier_one(demo, tmp_path):
    before = demo.workspace.read_bytes()
    broken = tmp_path / "broken.osm.pbf"
    broken.write_bytes(b"no extract")
    with pytest.raises(InputError):
        build_demo(broken, demo.workspace.parent)
    assert demo.workspace.read_bytes() == before
    assert {path.name for path in demo.workspace.parent.iterdir()} == {"town.gpkg", "sources"}
