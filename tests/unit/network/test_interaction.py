# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts that take more away together: the golden loop, and random towns against an oracle of their water."""

import itertools

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from regard.network.isolation.interaction import CombinedCut, combined_cuts
from regard.network.isolation.isolate import isolate
from regard.tests.unit.network.towns import Drawing, Oracle, towns
from shapely.geometry import Point

CASES = max(400, settings.default.max_examples)
ON_P02 = Point(687300, 6924000)
ON_P07 = Point(687200, 6924075)
ON_P09 = Point(687700, 6924000)


def test_two_cuts_that_open_the_loop_at_both_ends_starve_all_behind(build):
    network = build()
    cuts = [isolate(network, point=place).close for place in (ON_P02, ON_P07)]
    assert cuts == [("V2", "V3"), ("V7", "V8")]
    (pair,) = combined_cuts(network, cuts)
    assert (pair.first, pair.second) == (0, 1)
    # P03, P04, P05, P08 and P09: 14 + 11 + 12 + 4 + 9
    assert len(pair.customers) == 50
    assert pair.customers[0] == "PL-P09-03"


def test_a_cut_within_another_takes_nothing_more(build):
    network = build()
    cuts = [isolate(network, asset="P03").close, isolate(network, point=ON_P09).close]
    assert combined_cuts(network, cuts) == ()


def test_a_valve_that_is_no_more_counts_as_open(build):
    assert combined_cuts(build(), [("V2", "V99"), ("V7", "V8")]) != ()
    assert combined_cuts(build(), [("V99",), ("V7", "V8")]) == ()


@settings(max_examples=CASES)
@given(town=towns(), data=st.data())
def test_all_pairs_and_no_others_are_found(build_town, town, data):
    drawing = Drawing(town)
    assume(drawing.is_clear() and town.sources)
    valves = sorted(name for name, kind in town.devices().items() if kind != "check")
    assume(valves)
    some = st.lists(st.sampled_from(valves), min_size=1, max_size=3, unique=True)
    cuts = data.draw(st.lists(some, min_size=2, max_size=4))
    oracle = Oracle(town)
    before = oracle.wet(town.sources)
    alone = [before - oracle.wet(town.sources, set(cut)) for cut in cuts]
    expected = []
    for one, other in itertools.combinations(range(len(cuts)), 2):
        both = before - oracle.wet(town.sources, {*cuts[one], *cuts[other]})
        if more := both - alone[one] - alone[other]:
            expected.append(CombinedCut(one, other, tuple(sorted(f"c{edge}.{cell}" for edge, cell in more))))
    assert combined_cuts(build_town(town, drawing), cuts) == tuple(expected)
