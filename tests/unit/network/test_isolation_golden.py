# SPDX-License-Identifier: GPL-3.0-or-later
"""Isolation of the golden network: what a leak on P03 takes and costs, case by case."""

import math

import pytest
from regard.network.isolation.isolate import isolate
from shapely.geometry import Point

LEAK = Point(687520, 6924000)
ON_P02 = Point(687300, 6924000)


def with_valve(valve, **values):
    def change(table):
        for name, value in values.items():
            table.loc[table["id_aep_vanne"] == valve, name] = value
        return table

    return change


def of_pipes(customers, *pipes):
    """Return the customers on some pipes, the dialysis patient before the others."""
    found = [name for name in customers if name.split("-")[1] in pipes]
    return tuple(sorted(found, key=lambda name: (name != "PL-P09-03", name)))


@pytest.fixture
def all_customers(golden):
    return tuple(sorted(golden.golden_tables()["aep_point_livraison"]["id_point_livraison"]))


def test_a_leak_closes_the_two_valves_around_it(build, all_customers):
    isolation = isolate(build(), point=LEAK)
    assert isolation.asset == "P03"
    assert isolation.close == ("V4", "V5")
    assert isolation.already_closed == ()
    assert isolation.length_m == pytest.approx(400)
    assert isolation.nodes == ("C", "G")
    assert isolation.customers == of_pipes(all_customers, "P03", "P09")
    assert isolation.customer_count == 23
    assert isolation.hydrants == ("PI-014",)
    assert not isolation.already_dry
    assert isolation.notes == ()


def test_the_dead_end_is_cut_though_no_valve_closes_it(build):
    assert isolate(build(), point=LEAK).pipes == ("P03", "P04", "P09")


def test_the_dialysis_patient_is_the_sensitive_customer(build, golden):
    assert isolate(build(), point=LEAK).sensitive_customers == (golden.DIALYSIS,)


def test_a_stuck_valve_extends_the_cut_to_the_next_ones(build, all_customers):
    network = build(aep_vanne=with_valve("V5", blocage="oui"))
    isolation = isolate(network, point=LEAK)
    assert isolation.close == ("V4", "V6", "V8")
    assert isolation.length_m == pytest.approx(895)
    assert isolation.nodes == ("C", "D", "E", "G")
    assert isolation.customers == of_pipes(all_customers, "P03", "P04", "P05", "P08", "P09")
    assert isolation.customer_count == 50
    assert isolation.hydrants == ("PI-014",)


def test_a_valve_named_unusable_is_a_stuck_one(build):
    stuck = isolate(build(aep_vanne=with_valve("V5", blocage="oui")), point=LEAK)
    assert isolate(build(), point=LEAK, unusable=["V5"]) == stuck


def test_a_closed_valve_of_the_boundary_is_listed_apart(build):
    isolation = isolate(build(aep_vanne=with_valve("V5", etat_ouverture="fermee")), point=LEAK)
    assert isolation.close == ("V4",)
    assert isolation.already_closed == ("V5",)
    assert isolation.length_m == pytest.approx(400)


def test_a_closed_stuck_valve_still_holds(build):
    closed_and_stuck = with_valve("V5", etat_ouverture="fermee", blocage="oui")
    isolation = isolate(build(aep_vanne=closed_and_stuck), point=LEAK)
    assert (isolation.close, isolation.already_closed) == (("V4",), ("V5",))


def test_a_valve_with_no_water_behind_it_is_not_listed(build, all_customers):
    isolation = isolate(build(aep_vanne=with_valve("V8", etat_ouverture="fermee")), point=ON_P02)
    # V3 holds nothing back: with V8 shut, the loop behind it is fed through P02 alone
    assert isolation.close == ("V2",)
    # opened again, V8 would let water round the loop and through V3 to the leak
    assert isolation.already_closed == ("V8",)
    assert isolation.customers == of_pipes(all_customers, "P02", "P03", "P04", "P05", "P08", "P09")


def test_what_lies_beyond_the_boundary_loses_water_too(build):
    isolation = isolate(build(aep_vanne=with_valve("V8", etat_ouverture="fermee")), point=ON_P02)
    assert isolation.nodes == ("B", "C", "D", "E", "G")
    # all but P01 and P07, the stub of P02 before V2, and P06 beyond V8, which F still feeds
    assert isolation.length_m == pytest.approx(1650 - 200 - 150 - 5 - 195)


def test_a_cut_with_the_reservoir_inside_says_so(build):
    isolation = isolate(build(), asset="RES-1")
    assert isolation.close == ()
    assert [note.code for note in isolation.notes] == ["network.source_in_cut"]
    assert isolation.customer_count == 89
    assert isolation.length_m == pytest.approx(1650)


def test_the_volume_follows_from_lengths_and_diameters(build):
    area = {150: math.pi * 0.15**2 / 4, 100: math.pi * 0.1**2 / 4, 80: math.pi * 0.08**2 / 4}
    expected = 195 * area[150] + 5 * area[100] + 200 * area[80]
    assert isolate(build(), point=LEAK).volume_m3 == pytest.approx(expected)


def test_the_geometry_is_what_is_isolated(build):
    geometry = isolate(build(), point=LEAK).geometry
    assert geometry.length == pytest.approx(400)
    assert geometry.bounds == pytest.approx((687405, 6924000, 687800, 6924005))


def test_a_network_without_source_says_what_it_cannot_know(build):
    isolation = isolate(build(aep_reservoir=lambda table: table.iloc[:0]), point=LEAK)
    assert isolation.close == ("V4", "V5")
    assert [note.code for note in isolation.notes] == ["network.no_source_note"]
    assert not isolation.already_dry
    assert isolation.customer_count == 23


def test_a_place_without_water_needs_no_valve(build):
    cut_away = with_valve("V2", etat_ouverture="fermee")

    def cut_both_ways(table):
        return with_valve("V8", etat_ouverture="fermee")(cut_away(table))

    isolation = isolate(build(aep_vanne=cut_both_ways), point=LEAK)
    assert isolation.already_dry
    assert isolation.close == ()
    assert [note.code for note in isolation.notes] == ["network.already_dry"]


def test_unknown_diameters_are_left_out_of_the_volume_and_named(build):
    def forget(table):
        table.loc[table["id_canalisation"] == "P09", "diametre_equivalent"] = 0
        return table

    isolation = isolate(build(aep_canalisation=forget), point=LEAK)
    assert [(note.code, note.params["length_m"]) for note in isolation.notes] == [
        ("network.diameter_unknown", 200)
    ]
    assert isolation.volume_m3 == pytest.approx(195 * math.pi * 0.15**2 / 4 + 5 * math.pi * 0.1**2 / 4)
