# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions to the golden network through a workspace."""

import pytest
from regard.core.errors import InputError
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.audit_network import audit_network
from regard.planner.sites.network_questions import (
    conflicts_at,
    conflicts_of_order,
    isolate_place,
    trace_place,
)
from shapely.geometry import Point

LEAK = Point(687520, 6924000)


@pytest.fixture
def base(valmont):
    return AssetBase(valmont)


def test_a_leak_and_a_valve_that_does_not_hold(base):
    assert isolate_place(base, point=LEAK).close == ("V4", "V5")
    wider = isolate_place(base, point=LEAK, unusable=["V5"])
    assert (wider.close, wider.customer_count) == (("V4", "V6", "V8"), 50)


def test_the_sewers_around_a_manhole(base):
    upstream = trace_place(base, "upstream", asset="R03")
    downstream = trace_place(base, "downstream", asset="R03")
    assert (set(upstream.pipes), upstream.length_m) == ({"E1", "E2", "E5", "E6"}, pytest.approx(175))
    assert (set(downstream.pipes), downstream.length_m) == ({"E3", "E4"}, pytest.approx(98))


def test_the_networks_around_a_trench(base):
    around = conflicts_at(base, LEAK, length_m=12, width_m=2)
    assert around.excavation.area == pytest.approx(24)
    verdicts = {conflict.label: conflict.verdict for conflict in around.conflicts}
    assert verdicts == {
        "GAZ PE63": "in_corridor",
        "HTA": "to_mark_out",
        "TEL": "position_unknown",
        "Éclairage public": "consult",
    }


def test_far_from_any_pipe_the_pit_is_round(base):
    around = conflicts_at(base, Point(687500, 6923600), length_m=4, width_m=2)
    assert around.excavation.centroid.distance(Point(687500, 6923600)) < 0.01
    assert around.conflicts == ()


def test_an_order_that_is_not_there_is_refused(base, valmont):
    with pytest.raises(InputError, match="OI-99"):
        conflicts_of_order(valmont, base, "OI-99")


def test_the_golden_network_is_sound(base):
    assert audit_network(base) == ()


def test_a_workspace_without_a_network_says_what_to_do(workspace):
    with pytest.raises(InputError, match="import a network first"):
        isolate_place(AssetBase(workspace), point=LEAK)
