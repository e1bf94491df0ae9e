# SPDX-License-Identifier: GPL-3.0-or-later
"""What would make a visit fit: one test for each way, and every offer proven on random problems."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check_routes
from regard.routing.engine.solve import solve
from regard.routing.explain.reason import Reason
from regard.routing.explain.relaxation_rules import relaxation_rules
from regard.routing.explain.relaxations import kept_rules, relaxations
from regard.routing.explain.seats import Seats
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Cost, Pin, Problem, Role, Shift, Solution, Stop, Visit
from regard.routing.travel import TravelMatrix

EIGHT, DAY = 8 * 3600, 86_400
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, EIGHT + 2 * 3600)
PAUL = replace(ANNE, agent=AgentId("Paul"), skills=frozenset({"meter"}))
CALL = Visit("call", 1, 3600)
PRICES = relaxation_rules().ways


def offers(visit, *others, shifts=(ANNE,), planned=(), **options):
    """Return the relaxations of a visit by their ways; ``planned`` are the visits of each shift."""
    problem = Problem(shifts, (visit, *others), TRAVEL, Weights.minimum_travel())
    routes = tuple(tuple(Stop(number) for number in route) for route in planned) or ((),) * len(shifts)
    order = tuple(step.visit for route in routes for step in route)
    left_out = tuple(v.visit_id for n, v in enumerate(problem.visits) if n not in order)
    solution = Solution(routes, left_out, Cost(), 0.0, 0, 0, 0.0, order)
    found = relaxations(problem, solution, visit.visit_id, **options)
    assert [one.cost_min for one in found] == sorted(one.cost_min for one in found)
    for one in found:
        assert is_proven(one, visit.visit_id)
    return {tuple(bend.way for bend in one.bends): one for one in reversed(found)}


def is_proven(relaxation, visit_id):
    """Tell whether the visit, inserted into the changed problem, breaks no rule."""
    inserted = relaxation.inserted(visit_id)
    if inserted is None:
        return False
    routes, order = inserted
    number = relaxation.problem.index_of(visit_id)
    is_made = any(isinstance(step, Stop) and step.visit == number for route in routes for step in route)
    return is_made and check_routes(relaxation.problem, routes, order=order).violations == ()


def test_a_visit_that_fits_is_put_into_the_plan_as_it_stands():
    found = offers(CALL)
    assert set(found) == {("insert",)}
    # the drives there and back
    assert (found["insert",].bends[0].minutes, found["insert",].agents) == (20, ("Anne",))


def test_a_visit_that_costs_more_than_it_is_worth_is_taken_all_the_same():
    found = offers(replace(CALL, value_min=15))
    assert set(found) == {("take_anyway",)}
    made = found["take_anyway",]
    assert (made.bends[0].minutes, made.cost_min, made.agents) == (20, 20, ("Anne",))
    assert (made.day, made.start_s, made.problem.visits[0].value_min) == (0, EIGHT + 600, 15)


def test_a_visit_waits_for_a_day_on_which_it_is_worth_its_cost():
    # after an hour of overtime that counts one and a half, or the next day for the drives alone
    tired = replace(ANNE, overtime_s=2 * 3600)
    full = Visit("full", 0, 7200, value_min=5000)
    dear = replace(CALL, value_min=60)
    found = offers(dear, full, shifts=(tired,), planned=((1,),))
    assert set(found) == {("take_anyway",), ("wait",)}
    assert found["take_anyway",].bends[0].minutes == 20 + 80 * 1.5
    assert (found["wait",].day, found["wait",].start_s) == (1, DAY + EIGHT + 600)
    # for fifteen minutes nobody drives twenty on any day
    cheap = replace(dear, value_min=15)
    assert set(offers(cheap, full, shifts=(tired,), planned=((1,),))) == {("take_anyway",)}


def test_overtime_is_as_long_as_it_must_be():
    found = offers(replace(CALL, duration_s=7200))[("overtime",)]
    (bend,) = found.bends
    # ten minutes there and back, and two hours of work, in a day of two hours
    assert (bend.agent, bend.minutes) == ("Anne", 20)
    assert found.cost_min == PRICES["overtime"].minutes(minutes=20)


def test_nobody_works_longer_than_the_law_allows():
    long = replace(ANNE, end_s=EIGHT + 590 * 60)
    assert ("overtime",) in offers(replace(CALL, duration_s=580 * 60), shifts=(long,))
    assert ("overtime",) not in offers(replace(CALL, duration_s=581 * 60), shifts=(long,))


def test_a_window_is_opened_later_and_earlier_by_the_least():
    early = replace(CALL, windows=((EIGHT - 3600, EIGHT + 300),))
    late = replace(CALL, windows=((EIGHT + 4000, EIGHT + 5000),))
    assert offers(early)[("window_later",)].bends[0].minutes == 5
    assert offers(late)[("window_earlier",)].bends[0].minutes == 17


def test_never_before_the_legal_date():
    legal = replace(CALL, windows=((EIGHT + 4000, EIGHT + 5000),), earliest_s=EIGHT + 4000)
    assert ("window_earlier",) not in offers(legal)


def test_another_day_at_the_same_hours():
    tomorrow = replace(ANNE, day=1, start_s=EIGHT + DAY, end_s=EIGHT + DAY + 7200)
    full = Visit("full", 0, 7200)
    ways = offers(
        replace(CALL, windows=((EIGHT, EIGHT + 3600),)), full, shifts=(ANNE, tomorrow), planned=((1,), ())
    )
    assert (ways[("other_day",)].day, ways[("other_day",)].bends[0].days) == (1, 1)


def test_a_pinned_day_is_given_up_for_another():
    tomorrow = replace(ANNE, day=1, start_s=EIGHT + DAY, end_s=EIGHT + DAY + 7200)
    full = Visit("full", 0, 7200)
    ways = offers(replace(CALL, pin=Pin(day=0)), full, shifts=(ANNE, tomorrow), planned=((1,), ()))
    assert ways[("pin",)].day == 1


def test_equipment_is_lent():
    found = offers(replace(CALL, equipment=frozenset({"camera"})))[("equipment",)]
    assert [(bend.agent, bend.detail) for bend in found.bends] == [("Anne", "camera")]


def test_equipment_is_lent_to_one_of_a_crew():
    crew = replace(CALL, roles=(Role(), Role()), equipment=frozenset({"camera"}))
    found = offers(crew, shifts=(ANNE, PAUL))[("equipment",)]
    assert found.bends[0].agent in found.agents
    assert (found.bends[0].detail, set(found.agents)) == ("camera", {"Anne", "Paul"})


def test_a_partner_brings_the_skill():
    visit = replace(CALL, skills=frozenset({"meter"}), equipment=frozenset({"camera"}))
    with_camera = replace(ANNE, equipment=frozenset({"camera"}))
    assert set(offers(visit, shifts=(with_camera, PAUL))[("partner",)].agents) == {"Anne", "Paul"}


def test_a_trade_is_done_without_but_never_an_authorisation():
    visit = replace(CALL, skills=frozenset({"meter"}))
    assert ("skill",) in offers(visit)
    assert ("skill",) not in offers(visit, authorisations={"meter"})


def test_what_is_never_bent_is_said():
    reasons = [Reason("skill_missing", "Anne", 0, "meter"), Reason("earliest_start", "Paul", 0, "2 08:00")]
    codes = [message.code for message in kept_rules(reasons, {"meter"})]
    assert codes == ["relaxation.kept_authorisation", "relaxation.kept_date"]
    assert kept_rules([Reason("skill_missing", "Anne", 0, "meter")], ()) == ()


@pytest.mark.parametrize(
    ("way", "values"),
    [("pin", {"pin": Pin(frozenset({AgentId("Eve")}))}), ("forbidden", {"forbidden": frozenset({"Anne"})})],
)
def test_who_is_not_wanted_may_come_after_all(way, values):
    found = offers(replace(CALL, **values))[(way,)]
    assert (found.agents, found.bends[0].agent) == (("Anne",), "Anne")


def test_a_less_important_visit_makes_room_and_never_a_more_important_one():
    small, great = Visit("small", 0, 3600, value_min=10), Visit("great", 0, 3600, value_min=5000)
    room = replace(CALL, duration_s=2400)
    assert offers(room, small, great, planned=((1, 2),))[("take_out",)].bends[0].detail == "small"
    assert ("take_out",) not in offers(room, great, replace(great, visit_id="g2"), planned=((1, 2),))


def test_what_is_overdue_pushes_out_nothing_of_greater_worth():
    overdue = replace(CALL, duration_s=2400, value_min=300, late_if_left_out_min=400_000)
    great = Visit("great", 0, 3600, value_min=5000)
    assert ("take_out",) not in offers(overdue, great, replace(great, visit_id="g2"), planned=((1, 2),))


def test_a_crew_is_split_unless_its_skills_are_of_safety():
    crew = replace(CALL, roles=(Role(), Role()), team_skills=frozenset({"trench"}))
    shifts = (replace(ANNE, skills=frozenset({"trench"})),)
    assert offers(crew, shifts=shifts)[("smaller_crew",)].agents == ("Anne",)
    assert ("smaller_crew",) not in offers(crew, shifts=shifts, authorisations={"trench"})


def test_an_order_without_a_window_waits_for_the_next_day():
    found = offers(CALL, Visit("full", 0, 7200), planned=((1,),))[("wait",)]
    assert (found.day, found.bends[0].days, found.start_s) == (1, 1, DAY + EIGHT + 600)


def test_an_order_waits_for_its_date_and_for_a_working_day():
    friday = replace(CALL, earliest_s=4 * DAY)
    assert offers(friday)[("wait",)].day == 4
    assert offers(friday, is_working_day=lambda day: day % 7 not in (4, 5))[("wait",)].day == 6


def test_a_due_date_is_put_off_until_the_visit_is_worth_its_lateness():
    late = replace(CALL, due_s=0, value_min=100)
    found = offers(late)[("due",)]
    minutes = found.bends[0].minutes
    # ten minutes of drive there, the start is at 08:10, and the drives cost twenty
    assert minutes == 8 * 60 + 10 - 100 + 20 + 1


def test_putting_a_due_date_off_is_no_way_where_leaving_out_is_later_still():
    # 490 minutes late and 20 of driving, for 505 minutes: off by 6 it would be worth it
    assert ("due",) in offers(replace(CALL, due_s=0, value_min=505))
    assert ("due",) not in offers(replace(CALL, due_s=0, value_min=5, late_if_left_out_min=500))


def test_two_rules_are_bent_only_when_one_is_not_enough():
    both = offers(replace(CALL, duration_s=7200, equipment=frozenset({"camera"})))
    assert ("equipment", "overtime") in both


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_every_offer_is_proven_and_no_amount_can_be_less(linked, data, seed):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=seed, iterations=40)
    for visit_id in solution.unplanned:
        for one in relaxations(problem, solution, visit_id, authorisations={"leak"}):
            assert is_proven(one, visit_id)
            if len(one.bends) == 1 and one.bends[0].minutes:
                for less in a_minute_less(problem, one, visit_id):
                    assert (
                        Seats(less, solution.routes, solution.order).find(problem.index_of(visit_id)) is None
                    )


def a_minute_less(problem, relaxation, visit_id):
    """Yield the problem whose rule is bent a minute less, for everybody alike."""
    (bend, *_), number = relaxation.bends, problem.index_of(visit_id)
    less_s = 60 * (bend.minutes - 1)
    visit = problem.visits[number]
    if bend.way == "overtime":
        yield replace(
            problem,
            shifts=tuple(replace(shift, overtime_s=shift.overtime_s + less_s) for shift in problem.shifts),
        )
    sides = {"window_later": (0, less_s), "window_earlier": (less_s, 0)}.get(bend.way)
    for which, (from_s, to_s) in enumerate(visit.windows if sides else ()):
        windows = list(visit.windows)
        windows[which] = (from_s - sides[0], to_s + sides[1])
        changed = replace(visit, windows=tuple(windows))
        yield replace(problem, visits=(*problem.visits[:number], changed, *problem.visits[number + 1 :]))
