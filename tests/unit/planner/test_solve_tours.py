# SPDX-License-Identifier: GPL-3.0-or-later
"""Random tight days: cuts are made whole or not at all, and fillers push nothing out."""

from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.core.resources import SkillGrant
from regard.planner.records import OrderLink
from regard.planner.resources.day_means import Supplies
from regard.planner.rule_versions import shipped_tour_rules
from regard.planner.tours.order_ties import OrderTies
from regard.planner.tours.solve_tours import Search, solve_tours, with_what_fits
from regard.planner.tours.tour_problem import Horizon, Team, tour_problem
from regard.planner.tours.valve_rounds import ValveRound
from regard.routing.check.checker import check
from regard.routing.check.repair import as_solution
from regard.routing.explain.proof import unfit
from regard.routing.travel import StraightLine
from regard.tests.unit.planner.days import DAY, DEPOT, agent, order
from regard.workorders.orders import Priority
from regard.workorders.resources.settings import resource_settings
from shapely.geometry import Point

CASES = max(60, settings.default.max_examples // 10)
SEARCH = Search(seconds=30, seed=1, iterations=200)
LONGEST_S = 3600
FAR = datetime(2026, 9, 1, 17)

place = st.tuples(st.integers(-4, 4), st.integers(-4, 4)).map(
    lambda at: (DEPOT.x + 1000 * at[0], DEPOT.y + 1000 * at[1])
)


def team_of(agents, grants):
    return Team(agents, grants, (), (), Supplies(settings=resource_settings()), frozenset())


@st.composite
def teams(draw):
    ends = draw(st.lists(st.sampled_from([11, 13, 16]), min_size=1, max_size=3))
    agents = tuple(replace(agent(f"AG{number}"), day_end=time(end)) for number, end in enumerate(ends))
    grants = tuple(
        SkillGrant(
            f"{who.agent_id}-{skill}", AgentId(who.agent_id), skill, date(2025, 1, 1), date(2027, 1, 1)
        )
        for who in agents
        for skill in draw(st.sets(st.sampled_from(["WORK", "VALVE"]), min_size=1))
    )
    return team_of(agents, grants)


@st.composite
def jobs(draw, name, minutes=(30, 60, 120)):
    return order(name, draw(place), draw(st.sampled_from(minutes)), ("WORK",), None)


@st.composite
def cut_days(draw):
    """Draw orders, of which some have valves operated at stops of their own, and some share a cut."""
    orders = [draw(jobs(name)) for name in "ABCD"[: draw(st.integers(1, 4))]]
    rounds = {
        each.order_id: ValveRound(
            order_id=each.order_id,
            valves=("V1", "V2"),
            places=(each.place, Point(draw(place))),
            length_m=draw(st.integers(1, 3)),
            valve_min=10,
            skills=frozenset({"VALVE"}),
        )
        for each in orders
        if draw(st.booleans())
    }
    links = ()
    if {"A", "B"} <= rounds.keys() and draw(st.booleans()):
        kind, most = draw(st.sampled_from([("after", 60), ("together", None)]))
        links = (OrderLink("A>B", "A", "B", kind, 0, most, "shut_off"),)
    return orders, OrderTies(links=links, rounds=rounds)


def tours_of(team, orders, ties=None):
    return tour_problem(
        team,
        orders,
        horizon=Horizon(DAY, 1),
        travel=StraightLine(),
        objective="minimum_travel",
        ties=ties,
        rules=shipped_tour_rules(),
    )


@settings(max_examples=CASES)
@given(team=teams(), day=cut_days())
def test_no_plan_closes_valves_without_the_work_or_leaves_them_closed(team, day):
    tours, found = solve_tours(tours_of(team, *day), SEARCH)
    checked = check(tours.problem, found)
    assert checked.violations == ()
    made = {stop.visit_id: stop for tour in checked.tours for stop in tour.stops}
    assert len(tours.units) == len(day[1].rounds) - len(day[1].links)
    for unit in tours.units:
        assert len({unit.close, unit.works[0], unit.reopen} & made.keys()) in (0, 3)
        under = [made[work] for work in unit.works if work in made]
        if unit.works[0] in made:
            closed, opened = made[unit.close], made[unit.reopen]
            assert closed.end_s <= min(stop.start_s for stop in under) <= closed.end_s + LONGEST_S
            assert max(stop.end_s for stop in under) <= opened.start_s
            if len(unit.works) == 1:
                assert opened.start_s <= under[0].end_s + LONGEST_S
        else:
            assert under == []


def test_the_days_drawn_do_plan_cuts_and_do_leave_some_out():
    """The property above would hold of days without any."""
    made, left = 0, 0

    @settings(max_examples=CASES)
    @given(team=teams(), day=cut_days())
    def count(team, day):
        nonlocal made, left
        tours, found = solve_tours(tours_of(team, *day), SEARCH)
        whole = [unit for unit in tours.units if unit.close not in found.unplanned]
        made, left = made + len(whole), left + len(tours.units) - len(whole)

    count()
    assert made > 5
    assert left > 5


@st.composite
def filled_days(draw):
    """Draw urgent and ordinary orders, and preventive ones that are due long after."""
    others = [
        replace(draw(jobs(name)), priority=draw(st.sampled_from([Priority.P2, Priority.P4])))
        for name in "ABCD"[: draw(st.integers(1, 4))]
    ]
    fillers = [
        replace(draw(jobs(name)), code="AEP-PI-CTL", priority=Priority.P4, due_at=FAR)
        for name in "XYZ"[: draw(st.integers(1, 3))]
    ]
    return others, fillers


@settings(max_examples=CASES)
@given(team=teams(), day=filled_days())
def test_fillers_never_push_an_order_out_and_cost_less_than_they_are_worth(team, day):
    others, fillers = day
    _, before = solve_tours(tours_of(team, others), SEARCH)
    tours, after = solve_tours(tours_of(team, [*others, *fillers]), SEARCH)
    assert tours.fillers == {filler.order_id for filler in fillers}
    assert check(tours.problem, after).violations == ()
    assert set(after.unplanned) - tours.fillers == set(before.unplanned)
    worth = {visit.visit_id: visit.value_min for visit in tours.problem.visits}
    filled = tours.fillers - set(after.unplanned)
    left_min = sum(worth[name] for name in after.unplanned if name in tours.fillers)
    assert after.total - left_min <= before.total + sum(worth[name] for name in filled) + 1e-6


def test_preventive_orders_fill_a_gap_only_where_they_are_worth_the_way():
    team = team_of((agent("AG1"),), (SkillGrant("G", AgentId("AG1"), "WORK", DAY, DAY),))
    near = replace(order("NEAR", (DEPOT.x + 500, DEPOT.y), 30, ("WORK",), None), code="AEP-PI-CTL")
    near = replace(near, priority=Priority.P4, due_at=FAR)
    far = replace(near, order_id="FAR", place=Point(DEPOT.x + 30_000, DEPOT.y))
    soon = replace(far, order_id="SOON", due_at=datetime(2026, 6, 8))
    tours, found = solve_tours(tours_of(team, [near, far, soon]), SEARCH)
    assert tours.fillers == {"NEAR", "FAR"}
    # 30 min and as much again for half an hour of work; it is 156 min to the far one and back
    assert [visit.value_min for visit in tours.problem.visits] == [45, 45, 300]
    assert set(found.unplanned) <= {"FAR"}
    tours, found = solve_tours(tours_of(team, [near, far]), SEARCH)
    assert found.unplanned == ("FAR",)


@settings(max_examples=CASES)
@given(team=teams(), day=cut_days())
def test_what_a_search_left_out_though_it_fits_is_put_in(team, day):
    problem = tours_of(team, *day).problem
    nothing = as_solution(problem, [()] * len(problem.shifts))
    filled = with_what_fits(problem, nothing)
    assert check(problem, filled).violations == ()
    assert unfit(problem, filled) == ()
    fitting = {name for name, _ in unfit(problem, nothing)}
    assert bool(fitting) == (len(filled.unplanned) < len(problem.visits))
    assert with_what_fits(problem, nothing, kept=fitting) == nothing


@settings(max_examples=CASES)
@given(team=teams(), day=cut_days())
def test_a_plan_leaves_no_order_out_that_fits(team, day):
    tours, found = solve_tours(tours_of(team, *day), SEARCH)
    cuts = {visit for unit in tours.units for visit in unit.visits}
    assert {name for name, _ in unfit(tours.problem, found)} <= cuts
