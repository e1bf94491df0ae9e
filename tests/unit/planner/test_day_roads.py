# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours keep away from closed roads: on the day, and on all days planned when one of them has a closure."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.resources import Agent, SkillGrant
from regard.planner.import_records import import_records
from regard.planner.plans.explain_order import standing_plan
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanTour
from regard.planner.roads.day_roads import roads_of_days
from regard.planner.roads.road_closures import close_road
from regard.planner.roads.roads import bring_roads, require_roads
from regard.planner.running.emergency import standing_day
from regard.planner.running.plan_in_force import read_plan_in_force
from regard.planner.running.running_day import Proposal
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.check.checker import check_routes
from regard.routing.roads.closures import Closure
from regard.routing.travel import StraightLine
from regard.tests.unit.planner.test_plan_day import NOW
from regard.tests.unit.planner.test_roads import SQUARE, place, write_town
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 3)
NEXT = DAY + timedelta(days=1)
# a square with one diagonal: from the south-west to the south-east one drives along the side, or round it
WAYS = SQUARE | {105: (1, 3)}
WEST, EAST = (7.0, 43.7), (7.0012, 43.7)


@pytest.fixture
def town(workspace, tmp_path):
    bring_roads(workspace, write_town(tmp_path / "town.osm", ways=WAYS))
    return workspace


def close(workspace, first, last, way=100, reason="works"):
    closure = Closure(first, last, way, None, reason)
    close_road(workspace, require_roads(workspace).streets, [closure], who="test")


def metres(workspace, dates, vehicle="van"):
    travel = roads_of_days(workspace, dates, [vehicle]).of(vehicle)
    return int(travel.matrix([place(workspace, *WEST), place(workspace, *EAST)]).metres[0, 1])


def test_a_closed_street_is_gone_on_its_days_only(town):
    open_m = metres(town, [DAY])
    close(town, DAY, DAY)
    assert metres(town, [NEXT]) == open_m < metres(town, [DAY])
    assert [note.code for note in roads_of_days(town, [NEXT], ["van"]).notes] == []
    (note,) = roads_of_days(town, [DAY], ["van"]).notes
    assert (note.code, note.params) == ("plan.closed", {"count": 1, "streets": 1})


def test_over_several_days_a_street_closed_on_one_is_left_out_on_all_and_said_so(town):
    close(town, NEXT, NEXT, reason="market")
    close(town, DAY, None, way=104)
    found = roads_of_days(town, [DAY, NEXT], ["van"])
    assert metres(town, [DAY, NEXT]) == metres(town, [NEXT]) > metres(town, [DAY])
    whole, some = found.notes
    assert whole.params == {"count": 2, "streets": 2}
    assert (some.code, some.params) == ("plan.closed_some_days", {"count": 1, "reasons": "market"})


def test_closures_that_follow_each_other_are_all_left_out(town):
    close(town, DAY, DAY, way=100)
    close(town, NEXT, NEXT, way=102)
    found = roads_of_days(town, [DAY, NEXT], ["van"])
    assert found.notes[0].params == {"count": 2, "streets": 2}


def test_where_every_street_is_closed_no_place_is_reached(town):
    everywhere = Closure(DAY, DAY, None, place(town, *WEST).buffer(9_000))
    close_road(town, require_roads(town).streets, [everywhere], who="test")
    matrix = roads_of_days(town, [DAY], ["van"]).travel.matrix([place(town, *WEST), place(town, *EAST)])
    assert [why.code for why in matrix.why] == ["roads.all_closed"] * 2


@pytest.fixture
def narrow(workspace, tmp_path):
    """Return the town whose street from the south-west to the south-east bears no trucks."""
    bring_roads(workspace, write_town(tmp_path / "town.osm", ways=WAYS, tags={100: {"maxweight": "3.5"}}))
    return workspace


def test_each_vehicle_has_its_own_ways_and_trucks_alone_need_no_other(narrow):
    assert metres(narrow, [DAY], "truck") > metres(narrow, [DAY], "van")
    both = roads_of_days(narrow, [DAY], ["truck", "van", "truck"])
    assert (list(both.travel_by), both.notes) == (["truck"], ())
    assert both.of("van") is both.travel
    ends = [place(narrow, *WEST), place(narrow, *EAST)]
    lengths = [int(both.of(name).matrix(ends).metres[0, 1]) for name in ("van", "truck")]
    assert lengths == [metres(narrow, [DAY], "van"), metres(narrow, [DAY], "truck")]
    alone = roads_of_days(narrow, [DAY], ["truck"])
    assert alone.travel_by == {}
    assert int(alone.travel.matrix(ends).metres[0, 1]) == lengths[1]


def test_a_street_is_closed_to_every_vehicle(narrow):
    before = metres(narrow, [DAY], "truck")
    close(narrow, DAY, DAY, way=105)
    both = roads_of_days(narrow, [DAY], ["van", "truck"])
    ends = [place(narrow, *WEST), place(narrow, *EAST)]
    assert int(both.of("truck").matrix(ends).metres[0, 1]) > before


def test_without_roads_the_way_is_a_straight_line(workspace):
    found = roads_of_days(workspace, [DAY], ["truck", "van"])
    assert (found.of("truck"), found.travel, found.notes) == (StraightLine(), StraightLine(), ())


def at_both_ends(workspace):
    """Put every agent in the west, every order in the east, and let all agents make any."""
    home, goal = place(workspace, *WEST), place(workspace, *EAST)
    for record in (*workspace.all(Agent), *workspace.all(WorkOrder)):
        moved = {"home": home} if isinstance(record, Agent) else {"place": goal}
        with workspace.command("move", who="test") as transaction:
            transaction.save(replace(record, **moved))
    grant = SkillGrant("all", "AG1", "COMPTEUR", DAY, NEXT)
    import_records(workspace, [grant], name="import skills", who="test")


def drawn(workspace, plan):
    """Return the length of each tour that is driven, by agent; it is that of the line drawn."""
    tours = [tour for tour in workspace.all(PlanTour, plan_id=plan.plan_id) if tour.distance_m]
    # legs are rounded to whole metres
    assert all(tour.geometry.length == pytest.approx(tour.distance_m, abs=3) for tour in tours)
    return {tour.agent_id: tour.distance_m for tour in tours}


def test_a_truck_and_a_van_go_their_own_ways_in_the_plan_and_wherever_it_is_read_back(narrow, golden_day):
    at_both_ends(narrow)
    with narrow.command("truck", who="test") as transaction:
        transaction.save(replace(narrow.get(Agent, "AG1"), vehicle="truck"))
    plan = plan_days(narrow, PlanOptions(day=DAY, seconds=30, iterations=300), now=NOW, who="test").plan
    lengths = drawn(narrow, plan)
    assert lengths["AG1"] > 1.1 * lengths["AG2"]
    in_force = read_plan_in_force(narrow, DAY)
    assert check_routes(in_force.problem, in_force.routes).tours == in_force.times
    for hour in (8, 10, 14):
        now = datetime(2026, 6, 3, hour, 30)
        rest = standing_day(in_force, now).rest
        assert Proposal(in_force, rest, rest.routes, rest.order).changes == ()
    tours, solution = standing_plan(narrow, plan)
    assert check_routes(tours.problem, solution.routes, order=solution.order).cost.minutes() == plan.cost
    assert solution.unplanned == ()


def test_the_way_of_a_tour_is_drawn_around_the_closed_street(town, golden_day):
    at_both_ends(town)
    options = PlanOptions(day=DAY, seconds=30, iterations=200)
    before = plan_days(town, options, now=NOW, who="test")
    close(town, DAY, DAY)
    after = plan_days(town, options, now=datetime(2026, 6, 3, 7, 50), who="test")
    assert [note.code for note in after.notes] == ["plan.closed"]
    assert min(drawn(town, after.plan).values()) > 1.5 * max(drawn(town, before.plan).values()) > 0
