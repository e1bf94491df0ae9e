# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan looked at before it counts: what it changes, taken whole or by order, with part of the agents."""

import random
from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import Failure, InputError
from regard.planner.plan_versions import current_plan
from regard.planner.plans.accept_draft import accept_draft, take_part
from regard.planner.plans.draft_plan import draft_plan, placed
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import Plan, PlanStop
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.check.checker import check
from regard.tests.unit.planner.plans import state
from regard.workorders.orders import WorkOrder

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)
OPTIONS = PlanOptions(day=DAY, seconds=60, iterations=400)
EVEN = replace(OPTIONS, objective="balanced imbalance=40", iterations=1500)


class Looker:
    """Whoever looks on: counts what it is shown and has enough after some."""

    def __init__(self, enough):
        self.enough = enough
        self.seen = []

    def note(self, so_far):
        self.seen.append(so_far)

    def is_enough(self):
        return len(self.seen) >= self.enough


def stops(workspace):
    plan = current_plan(workspace)
    found = workspace.all(PlanStop, plan_id=plan.plan_id)
    return {(stop.order_id, stop.task): (stop.agent_id, stop.start) for stop in found}


@pytest.fixture
def planned(zoned_day):
    """Return the zoned day with a plan of little travel in force."""
    plan_days(zoned_day, replace(OPTIONS, objective="minimum_travel"), now=NOW, who="test")
    return zoned_day


def test_nothing_is_stored_until_it_is_accepted_and_one_undo_takes_it_back(golden_day):
    before = state(golden_day)
    draft = draft_plan(golden_day, OPTIONS, now=NOW)
    assert state(golden_day) == before
    was, now = draft.figures
    assert (was.planned, was.unplanned, now.unplanned) == (0, 6, 0)
    assert {change.order_id for change in draft.changes} == set(draft.orders)
    plan = accept_draft(golden_day, draft, who="test")
    assert (plan.cost, plan.total) == (now.cost, now.total)
    golden_day.undo(who="test", command_id=golden_day.journal(key=plan.plan_id)[-1].command_id)
    assert golden_day.all(Plan) == []
    assert {order.state.value for order in golden_day.all(WorkOrder)} == {"qualified"}


def test_the_figures_before_are_those_of_the_plan_in_force(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    assert draft.figures[0].distance_m == sum(stop.distance_m for stop in planned.all(PlanStop)) + sum(
        _home_m(draft)
    )
    assert set(draft.zone_loads()) == {"Z1", "Z2", "Z3", ""}


def _home_m(draft):
    return (
        tour.distance_m - sum(stop.distance_m for stop in tour.stops) for tour in draft.before.checked.tours
    )


def test_some_orders_are_taken_where_the_checker_allows_it_and_refused_with_why(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    before, after = placed(draft.before), placed(draft.after)
    changed = [change.order_id for change in draft.changes]
    moved = {
        c.order_id for c in draft.changes if not (c.before and c.after and c.before.agents == c.after.agents)
    }
    assert len(moved) > 2
    chance, taken, refused = random.Random(3), 0, 0
    for _ in range(40):
        chosen = set(chance.sample(changed, chance.randrange(1, len(changed))))
        found = take_part(draft, chosen)
        if found.broken:
            refused += 1
            assert not set(found.with_them) & chosen
            continue
        taken += 1
        assert not check(found.part.tours.problem, found.part.solution).violations
        for name, one in placed(found.part).items():
            assert one.agents == (after if name in chosen else before)[name].agents
    assert taken and refused


def test_orders_with_all_that_they_need_can_be_taken(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    for change in draft.changes:
        found = take_part(draft, [change.order_id])
        if found.broken:
            assert not take_part(draft, [change.order_id, *found.with_them]).broken


def test_a_part_is_stored_in_one_command(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    good = next(c.order_id for c in draft.changes if not take_part(draft, [c.order_id]).broken)
    accept_draft(planned, draft, orders=[good], who="test")
    assert stops(planned)[good, "work"][0] == placed(draft.after)[good].agents[0]


def test_orders_that_break_a_rule_alone_are_refused_and_nothing_is_stored(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    bad = next(c.order_id for c in draft.changes if take_part(draft, [c.order_id]).broken)
    before = state(planned)
    with pytest.raises(Failure, match="cannot be taken alone"):
        accept_draft(planned, draft, orders=[bad], who="test")
    assert state(planned) == before


def test_orders_that_do_not_change_are_none_to_take(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    with pytest.raises(InputError, match="None of the orders"):
        take_part(draft, ["OI-99"])


def test_a_draft_of_a_plan_that_is_no_longer_in_force_is_refused(planned):
    draft = draft_plan(planned, EVEN, now=NOW)
    plan_days(planned, OPTIONS, now=NOW, who="other")
    with pytest.raises(Failure, match="came into force"):
        accept_draft(planned, draft, who="test")


def test_agents_who_are_not_chosen_keep_their_stops_at_their_times(planned):
    before = stops(planned)
    others = {"A10", "A11", "A20", "A21", "A30"}
    draft = draft_plan(planned, EVEN, agents=["A00", "A01"], now=NOW)
    accept_draft(planned, draft, who="test")
    after = stops(planned)
    assert {k: v for k, v in before.items() if v[0] in others} == {
        k: v for k, v in after.items() if v[0] in others
    }


def test_whoever_looks_on_sees_the_plan_so_far_and_ends_the_search_with_it(zoned_day):
    looker = Looker(enough=3)
    draft = draft_plan(zoned_day, PlanOptions(day=DAY, seconds=60, threads=1), now=NOW, watch=looker)
    assert draft.after.solution.seconds < 30
    assert looker.seen[-1].total <= looker.seen[0].total
    assert looker.seen[2].planned + looker.seen[2].unplanned == len(draft.whole.problem.visits)
    assert draft.figures[1].total <= looker.seen[2].total + 1e-6
