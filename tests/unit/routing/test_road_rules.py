# SPDX-License-Identifier: GPL-3.0-or-later
"""What tags mean to a van and to a truck."""

from __future__ import annotations

import pytest
from regard.routing.roads.road_rules import CLOSED, measure, road_rules

RULES = road_rules()
STREET = {"highway": "residential"}


def limits(vehicle, *, built_up=True, **tags):
    """Return the km/h that count along and against a way, before the share that is averaged."""
    passage = RULES.passage({**STREET, **tags}, vehicle, built_up=built_up)
    return tuple(
        None if kmh is None else round(kmh / RULES.average_share, 2)
        for kmh in (passage.forward_kmh, passage.backward_kmh)
    )


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("3.5", 3.5),
        ("7.5 t", 7.5),
        ("3,5", 3.5),
        ("3500 kg", 3.5),
        ("2.1 m", 2.1),
        ("9'6\"", 2.896),
        ("default", None),
    ],
)
def test_measures(text, figure):
    assert measure(text) == (None if figure is None else pytest.approx(figure, abs=0.001))


@pytest.mark.parametrize(
    "tags",
    [{"maxweight": "7.5"}, {"maxheight": "3.2"}, {"maxwidth": "2.3 m"}, {"hgv": "no"}],
)
def test_ways_that_are_too_small_for_a_truck(tags):
    assert RULES.passage(STREET | tags, "truck") == CLOSED
    assert limits("van", **tags) == (50, 50)


def test_a_way_that_is_too_low_for_a_van_is_no_street():
    assert not RULES.is_drivable({**STREET, "maxheight": "1.9"})


@pytest.mark.parametrize("value", ["destination", "delivery"])
def test_trucks_may_stop_but_not_drive_through(value):
    assert RULES.passage({**STREET, "hgv": value}, "truck").is_local
    assert not RULES.passage({**STREET, "hgv": value}, "van").is_local
    assert RULES.passage({**STREET, "motor_vehicle": value}, "van").is_local


@pytest.mark.parametrize(
    ("tags", "kmh"),
    [
        ({"source:maxspeed": "FR:urban"}, 50),
        ({"zone:traffic": "FR:rural"}, 80),
        ({"maxspeed:type": "FR:zone30"}, 30),
        ({"zone:maxspeed": "FR:20"}, 20),
        ({"maxspeed": "20 mph"}, 32.19),
        ({"maxspeed": "walk"}, 6),
        ({"maxspeed": "none"}, 130),
        ({"maxspeed": "30", "zone:traffic": "FR:urban"}, 30),
    ],
)
def test_speeds_that_are_signed_by_figure_or_by_rule(tags, kmh):
    assert limits("van", **tags) == (kmh, kmh)


@pytest.mark.parametrize(
    ("highway", "urban", "rural"), [("primary", 50, 80), ("residential", 50, 50), ("motorway", 130, 130)]
)
def test_speeds_that_are_not_signed_follow_class_and_built_up_area(highway, urban, rural):
    assert limits("van", highway=highway)[0] == urban
    assert limits("van", highway=highway, built_up=False)[0] == rural


def test_trucks_have_limits_of_their_own():
    assert limits("truck", highway="motorway")[0] == 90
    assert limits("truck", highway="trunk")[0] == 80
    assert limits("truck", maxspeed="70", **{"maxspeed:hgv": "50"}) == (50, 50)
    assert limits("van", maxspeed="70", **{"maxspeed:hgv": "50"}) == (70, 70)


def test_a_height_bar_stops_what_is_higher():
    bar = {"barrier": "height_restrictor", "maxheight": "3"}
    assert RULES.blocks(bar, "truck")
    assert not RULES.blocks(bar, "van")


def test_every_key_that_changes_the_passage_is_known():
    tags = {
        "maxweight": "2",
        "hgv": "no",
        "oneway": "yes",
        "junction": "circular",
        "maxspeed:hgv:forward": "30",
    }
    assert set(tags) <= RULES.keys
