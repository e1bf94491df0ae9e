# SPDX-License-Identifier: GPL-3.0-or-later
"""The criticality map says what isolating every pipe, and losing every valve, would say one by one."""

import numpy as np
import pytest
from regard.core.errors import Cancelled
from regard.network.isolation.criticality import criticality_map
from regard.network.isolation.isolate import isolate


@pytest.fixture
def golden_map(build):
    return criticality_map(build())


def of(found, name):
    ids = getattr(found, f"{name.split('_')[0]}_ids")
    return dict(zip(ids, getattr(found, name).tolist(), strict=True))


def test_a_pipe_costs_what_isolating_its_worst_place_costs(build, golden_map):
    network = build()
    mains = network.mains
    for pipe, cost in of(golden_map, "pipe_customers").items():
        line = mains.pipes.geometry[list(mains.pipes.ids).index(pipe)]
        places = [line.interpolate(share, normalized=True) for share in np.linspace(0.005, 0.995, 200)]
        assert cost == max(isolate(network, asset=pipe, point=place).customer_count for place in places)


def test_a_valve_costs_what_its_next_ring_adds(build, golden_map):
    extra = of(golden_map, "valve_extra_customers")
    leak = isolate(build(), asset="P03", point=build().mains.pipes.geometry[2].interpolate(120))
    rings = {ring.valve: len(ring.extra_customers) for ring in leak.next_rings}
    assert rings["V5"] == 27
    assert extra["V5"] >= 27


def test_sensitive_customers_are_counted_apart(golden_map):
    sensitive = of(golden_map, "pipe_sensitive")
    assert sensitive["P09"] == 1
    assert sensitive["P05"] == 0


def test_both_figures_of_a_row_are_of_one_failure(build, golden_map):
    network = build()
    for ids, customers, sensitive, role in (
        (golden_map.pipe_ids, golden_map.pipe_customers, golden_map.pipe_sensitive, "pipe"),
        (
            golden_map.valve_ids,
            golden_map.valve_extra_customers,
            golden_map.valve_extra_sensitive,
            "valve",
        ),
    ):
        pairs = dict(zip(ids, zip(customers.tolist(), sensitive.tolist(), strict=True), strict=True))
        assert pairs["P04" if role == "pipe" else "V5"] == (27, 0)
    assert network.mains.devices.valves == len(golden_map.valve_ids)


def test_without_a_source_a_note_says_what_is_missing(build):
    found = criticality_map(build(aep_reservoir=lambda table: table.iloc[:0]))
    assert [note.code for note in found.notes] == ["network.no_source_note"]
    assert of(found, "pipe_customers")["P09"] == 23


def test_it_can_be_stopped(build):
    class Stop:
        def report(self, fraction, text=""):
            pass

        def check(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        criticality_map(build(), progress=Stop())
