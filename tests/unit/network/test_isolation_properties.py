# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolation of random multigraphs against an oracle that only knows how water runs from cell to cell."""

import itertools
import math
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from regard.network.isolation.criticality import criticality_map
from regard.network.isolation.isolate import isolate
from regard.network.water.valve_states import ValveState
from regard.tests.unit.network.towns import Drawing, Oracle, towns

CASES = max(400, settings.default.max_examples)


@settings(max_examples=CASES)
@given(town=towns())
def test_the_answer_is_the_one_that_water_gives(build_town, town):
    drawing = Drawing(town)
    assume(drawing.is_clear())
    isolation = isolate(
        build_town(town, drawing), point=drawing.cell(*town.leak), unusable=sorted(town.unusable)
    )
    close, already_closed, cells, dry = Oracle(town).answer()
    assert set(isolation.close) == close
    assert set(isolation.already_closed) == already_closed
    assert set(isolation.customers) == {f"c{edge}.{cell}" for edge, cell in cells}
    assert isolation.already_dry == dry
    if town.sources:
        assert set(isolation.relies_on) == Oracle(town).relies_on()
        never = cells - Oracle(town).wet(town.sources)
        assert set(isolation.already_dry_customers) == {f"c{edge}.{cell}" for edge, cell in never}
    lengths = [drawing.lines[edge].length / (len(town.edges[edge][2]) + 1) for edge, _ in cells]
    assert isolation.length_m == pytest.approx(sum(lengths))
    assert isolation.geometry.length == pytest.approx(sum(lengths))


@settings(max_examples=CASES)
@given(town=towns())
def test_no_water_comes_and_every_valve_is_needed(build_town, town):
    assume(town.sources)
    drawing = Drawing(town)
    assume(drawing.is_clear())
    isolation = isolate(
        build_town(town, drawing), point=drawing.cell(*town.leak), unusable=sorted(town.unusable)
    )
    oracle = Oracle(town)
    isolated = oracle.isolated()
    feeding = [source for source in town.sources if source not in isolated]
    assert not oracle.wet(feeding, set(isolation.close)) & isolated
    for valve in isolation.close:
        assert oracle.wet(feeding, set(isolation.close) - {valve}) & isolated


@settings(max_examples=CASES // 4)
@given(town=towns())
def test_the_way_from_the_sources_is_the_shortest_along_the_pipes(build_town, town):
    assume(town.sources)
    drawing = Drawing(town)
    assume(drawing.is_clear())
    network = build_town(town, drawing)
    pipes = nx.Graph()
    for edge, (start, stop, kinds) in enumerate(town.edges):
        along = [start, *(f"d{edge}.{number}" for number in range(len(kinds))), stop]
        step_m = drawing.lines[edge].length / (len(kinds) + 1)
        for one, next_ in itertools.pairwise(along):
            known = pipes.get_edge_data(one, next_, {"weight": math.inf})
            pipes.add_edge(one, next_, weight=min(step_m, known["weight"]))
    nearest_m = nx.multi_source_dijkstra_path_length(pipes, set(town.sources))
    devices, gates = network.mains.devices.ids, network.mains.segments.gate_device
    for name in town.devices():
        found_m = network.gate_supply_m[devices[gates] == name].min()
        expected_m = nearest_m.get(int(name[1:]) if name[0] == "n" else name, math.inf)
        assert found_m == pytest.approx(expected_m, abs=0.1)


@settings(max_examples=CASES // 4)
@given(town=towns(), data=st.data())
def test_one_more_unusable_valve_never_cuts_fewer_customers(build_town, town, data):
    drawing = Drawing(town)
    assume(drawing.is_clear())
    assume(town.operable())
    lost = data.draw(st.sampled_from(sorted(town.operable())))
    network, place = build_town(town, drawing), drawing.cell(*town.leak)
    before = isolate(network, point=place, unusable=sorted(town.unusable))
    after = isolate(network, point=place, unusable=[*sorted(town.unusable), lost])
    assert set(before.customers) <= set(after.customers)
    assert lost not in after.close


@settings(max_examples=CASES)
@given(town=towns())
def test_the_next_ring_is_the_cut_without_that_valve(build_town, town):
    drawing = Drawing(town)
    assume(drawing.is_clear())
    isolation = isolate(
        build_town(town, drawing), point=drawing.cell(*town.leak), unusable=sorted(town.unusable)
    )
    assert isolation.reopen == isolation.close[::-1]
    assert {reason.valve for reason in isolation.reasons} == {*isolation.close, *isolation.already_closed}
    assert [ring.valve for ring in isolation.next_rings] == list(isolation.close)
    _, _, cells, _ = Oracle(town).answer()
    for ring in isolation.next_rings:
        close, _, wider, _ = Oracle(replace(town, unusable=town.unusable | {ring.valve})).answer()
        assert set(ring.close) == close
        assert set(ring.extra_customers) == {f"c{edge}.{cell}" for edge, cell in wider - cells}


@settings(max_examples=CASES)
@given(town=towns(), data=st.data())
def test_a_combination_takes_away_what_no_cut_takes_away_alone(build_town, town, data):
    assume(town.sources)
    drawing = Drawing(town)
    assume(drawing.is_clear())
    oracle = Oracle(town)
    valves = sorted(town.operable())
    other = data.draw(st.sets(st.sampled_from(valves), max_size=3)) if valves else set()
    isolation = isolate(
        build_town(town, drawing),
        point=drawing.cell(*town.leak),
        unusable=sorted(town.unusable),
        beside=[sorted(other)],
    )
    close, _, alone, _ = oracle.answer()
    before = oracle.wet(town.sources)
    only_other = before - oracle.wet(town.sources, other)
    together = before - oracle.wet(town.sources, close | other)
    extra = {f"c{edge}.{cell}" for edge, cell in together - alone - only_other}
    assert set(isolation.combination.customers) == extra


@settings(max_examples=CASES)
@given(town=towns())
def test_states_laid_over_the_network_answer_as_if_it_were_built_with_them(build_town, town):
    drawing = Drawing(town)
    assume(drawing.is_clear())
    states = {
        "open": ValveState.OPEN,
        "closed": ValveState.CLOSED,
        "stuck": ValveState.STUCK_OPEN,
        "stuck_closed": ValveState.STUCK_CLOSED,
    }
    other = {"open": "stuck", "closed": "open", "stuck": "stuck_closed", "stuck_closed": "closed"}
    turned = replace(
        town,
        edges=tuple(
            (start, stop, tuple(other.get(kind, kind) for kind in kinds)) for start, stop, kinds in town.edges
        ),
        node_valves={node: other[kind] for node, kind in town.node_valves.items()},
    )
    found = {name: states[kind] for name, kind in town.devices().items() if kind != "check"}
    place = drawing.cell(*town.leak)

    def answer(network):
        isolation = isolate(network, point=place)
        # where water can come several ways, or from several sources, any of them may be named
        one_of = {"network.why_other_way": "network.why_close"}
        codes = [(reason.valve, reason.message.code) for reason in isolation.reasons]
        reasons = [(valve, one_of.get(code, code)) for valve, code in codes]
        return replace(isolation, reasons=()), reasons

    expected = answer(build_town(town, drawing))
    network = build_town(turned, drawing)
    assert answer(network.with_valves(found)) == expected
    for valve, state in found.items():
        network = network.with_valves({valve: state})
    assert answer(network) == expected


@settings(max_examples=CASES // 4)
@given(town=towns())
def test_the_criticality_map_is_every_cut_made_one_by_one(build_town, town):
    town = replace(town, unusable=frozenset())
    drawing = Drawing(town)
    assume(drawing.is_clear())
    found = criticality_map(build_town(town, drawing))

    def cost(cell, *unusable):
        return len(Oracle(replace(town, leak=cell, unusable=frozenset(unusable))).answer()[2])

    alone = {cell: cost(cell) for cell in town.cells()}
    for pipe, customers in zip(found.pipe_ids, found.pipe_customers, strict=True):
        assert customers == max(lost for (edge, _), lost in alone.items() if f"p{edge}" == pipe)
    extra = dict(zip(found.valve_ids, found.valve_extra_customers, strict=True))
    for valve in town.operable():
        sides = Oracle(town).sides(valve)
        assert extra[valve] == max((cost(cell, valve) - alone[cell] for cell in sides), default=0)
    assert not any(count for valve, count in extra.items() if valve not in town.operable())
