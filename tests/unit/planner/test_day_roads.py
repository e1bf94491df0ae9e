# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours keep away from closed roads: on the day, and on all days planned when one of them has a closure."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from regard.core.resources import Agent, SkillGrant
from regard.planner.day_roads import roads_of_days
from regard.planner.import_records import import_records
from regard.planner.plan_day import plan_days
from regard.planner.plan_options import PlanOptions
from regard.planner.records import PlanTour
from regard.planner.road_closures import close_road
from regard.planner.roads import bring_roads, require_roads
from regard.routing.closures import Closure
from regard.routing.travel import StraightLine
from regard.tests.unit.planner.test_plan_day import NOW
from regard.tests.unit.planner.test_roads import SQUARE, place, write_town
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 3)
NEXT = DAY + timedelta(days=1)
VAN, TRUCK = SimpleNamespace(vehicle="van"), SimpleNamespace(vehicle="truck")
# a square with one diagonal: from the south-west to the south-east one drives along the side, or round it
WAYS = SQUARE | {105: (1, 3)}
WEST, EAST = (7.0, 43.7), (7.0012, 43.7)


@pytest.fixture
def town(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm", ways=WAYS))
    return workspace


def close(workspace, first, last, way=100, reason="works"):
    close_road(workspace, require_roads(workspace).streets, Closure(first, last, way, None, reason))


def metres(workspace, dates, agents=(VAN,)):
    travel = roads_of_days(workspace, dates, agents).travel
    return int(travel.matrix([place(workspace, *WEST), place(workspace, *EAST)]).metres[0, 1])


def test_a_closed_street_is_gone_on_its_days_only(town):
    open_m = metres(town, [DAY])
    close(town, DAY, DAY)
    assert metres(town, [NEXT]) == open_m < metres(town, [DAY])
    assert [note.code for note in roads_of_days(town, [NEXT], [VAN]).notes] == []
    (note,) = roads_of_days(town, [DAY], [VAN]).notes
    assert (note.code, note.params) == ("plan.closed", {"count": 1, "streets": 1})


def test_over_several_days_a_street_closed_on_one_is_left_out_on_all_and_said_so(town):
    close(town, NEXT, NEXT, reason="market")
    close(town, DAY, None, way=104)
    found = roads_of_days(town, [DAY, NEXT], [VAN])
    assert metres(town, [DAY, NEXT]) == metres(town, [NEXT]) > metres(town, [DAY])
    whole, some = found.notes
    assert whole.params == {"count": 2, "streets": 2}
    assert (some.code, some.params) == ("plan.closed_some_days", {"count": 1, "reasons": "market"})


def test_closures_that_follow_each_other_are_all_left_out(town):
    close(town, DAY, DAY, way=100)
    close(town, NEXT, NEXT, way=102)
    found = roads_of_days(town, [DAY, NEXT], [VAN])
    assert found.notes[0].params == {"count": 2, "streets": 2}


def test_where_every_street_is_closed_no_place_is_reached(town):
    close_road(town, require_roads(town).streets, Closure(DAY, DAY, None, place(town, *WEST).buffer(9_000)))
    matrix = roads_of_days(town, [DAY], [VAN]).travel.matrix([place(town, *WEST), place(town, *EAST)])
    assert [why.code for why in matrix.why] == ["roads.all_closed"] * 2


def test_the_ways_are_those_of_trucks_when_everybody_drives_one(town):
    assert [note.code for note in roads_of_days(town, [DAY], [TRUCK, TRUCK]).notes] == []
    (note,) = roads_of_days(town, [DAY], [VAN, TRUCK]).notes
    assert (note.code, note.params) == ("plan.trucks_as_vans", {"count": 1})


def test_without_roads_the_way_is_a_straight_line(workspace):
    found = roads_of_days(workspace, [DAY], [TRUCK, VAN])
    assert (found.travel, found.notes) == (StraightLine(), ())


def test_the_way_of_a_tour_is_drawn_around_the_closed_street(town, golden_day):
    home, goal = place(town, *WEST), place(town, *EAST)
    for record in (*town.all(Agent), *town.all(WorkOrder)):
        moved = {"home": home} if isinstance(record, Agent) else {"place": goal}
        with town.command("move", who="test") as transaction:
            transaction.save(replace(record, **moved))
    import_records(town, [SkillGrant("all", "AG1", "COMPTEUR", DAY, NEXT)], name="import skills", who="test")
    options = PlanOptions(day=DAY, seconds=30, iterations=200)

    def lengths(made):
        tours = town.all(PlanTour, plan_id=made.plan.plan_id)
        driven = [(tour.geometry.length, tour.distance_m) for tour in tours if tour.distance_m]
        # legs are rounded to whole metres
        assert all(drawn_m == pytest.approx(driven_m, abs=3) for drawn_m, driven_m in driven)
        return [driven_m for _, driven_m in driven]

    before = plan_days(town, options, now=NOW, who="test")
    close(town, DAY, DAY)
    after = plan_days(town, options, now=datetime(2026, 6, 3, 7, 50), who="test")
    assert [note.code for note in after.notes] == ["plan.closed"]
    assert min(lengths(after)) > 1.5 * max(lengths(before)) > 0
