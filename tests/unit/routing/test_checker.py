# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker: times, terms of the cost, and one test for each rule that a plan can break."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from regard.core.ids import AgentId
from regard.routing.check.checker import check, check_routes
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Cost, Pause, Pin, Problem, Role, Shift, Solution, Stop, Visit
from regard.routing.travel import TravelMatrix

MINUTE_S = 60
EIGHT = 8 * 3600
NOON = 12 * 3600
# four places on a road, ten minutes and five kilometres apart: 0 - 1 - 2 - 3
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600, skills=frozenset({"leak"}))
PAUL = replace(ANNE, agent=AgentId("Paul"), skills=frozenset({"meter"}), start_place=3, end_place=3)
WEIGHTS = Weights(1, 1, 1, 1, 1, 1, 1)


def visit(number, **changes):
    return replace(Visit(f"V{number}", number, 30 * MINUTE_S), **changes)


def problem(*visits, shifts=(ANNE, PAUL), travel=TRAVEL):
    return Problem(shifts, visits, travel, WEIGHTS)


def checked(problem, *routes):
    return check_routes(problem, routes)


def codes(problem, *routes):
    return [violation.code for violation in checked(problem, *routes).violations]


def at(hours, minutes=0):
    return hours * 3600 + minutes * MINUTE_S


def test_times_of_a_tour():
    result = checked(problem(visit(1), visit(2)), [Stop(0), Stop(1)], [])
    tour = result.tours[0]
    assert [(stop.visit_id, stop.arrive_s, stop.start_s, stop.end_s) for stop in tour.stops] == [
        ("V1", at(8, 10), at(8, 10), at(8, 40)),
        ("V2", at(8, 50), at(8, 50), at(9, 20)),
    ]
    assert (tour.leaves_s, tour.returns_s) == (at(8), at(9, 40))
    assert (tour.travel_s, tour.distance_m, tour.work_s) == (40 * MINUTE_S, 20_000, 60 * MINUTE_S)
    assert [stop.distance_m for stop in tour.stops] == [5000, 5000]
    assert result.violations == ()


def test_an_idle_shift_goes_nowhere():
    tour = checked(problem(), [], []).tours[1]
    assert (tour.leaves_s, tour.returns_s, tour.travel_s, tour.stops) == (EIGHT, EIGHT, 0, ())


def test_the_first_stop_is_left_for_as_late_as_possible():
    late = visit(1, windows=((at(10), at(11)),))
    tour = checked(problem(late), [Stop(0)], []).tours[0]
    assert (tour.leaves_s, tour.stops[0].arrive_s, tour.waiting_s) == (at(9, 50), at(10), 0)


def test_waiting_counts_from_the_second_stop_on():
    result = checked(problem(visit(1), visit(2, windows=((at(10), at(11)),))), [Stop(0), Stop(1)], [])
    assert result.tours[0].stops[1].waiting_s == 70 * MINUTE_S
    assert result.cost.waiting == 70


def test_the_next_window_is_waited_for():
    two = visit(1, windows=((at(7), at(8)), (at(9), at(10))))
    assert checked(problem(two), [Stop(0)], []).tours[0].stops[0].start_s == at(9)


def test_the_legal_start_is_waited_for():
    assert checked(problem(visit(1, earliest_s=at(9))), [Stop(0)], []).tours[0].stops[0].start_s == at(9)


def test_a_start_after_the_last_window_breaks_a_rule():
    (violation,) = checked(problem(visit(1, windows=((at(7), at(8)),))), [Stop(0)], []).violations
    assert (violation.code, violation.visit_id, violation.detail) == ("window", "V1", "08:10")
    assert violation.excess_s == 10 * MINUTE_S


def test_a_team_starts_when_the_last_of_it_is_there():
    two = visit(2, roles=(Role(), Role()))
    result = checked(problem(visit(1), two), [Stop(0), Stop(1)], [Stop(1, 1)])
    assert {tour.stops[-1].start_s for tour in result.tours} == {at(8, 50)}
    # Paul leaves later rather than wait for Anne
    assert (result.tours[1].leaves_s, result.tours[1].waiting_s) == (at(8, 40), 0)


def test_visits_that_wait_for_each_other_are_named():
    pair = [visit(number, roles=(Role(), Role())) for number in (1, 2)]
    crossed = codes(problem(*pair), [Stop(0), Stop(1)], [Stop(1, 1), Stop(0, 1)])
    assert crossed == ["circular_wait", "circular_wait"]


LUNCH = Break(NOON, 14 * 3600, 45 * MINUTE_S)
EATER = replace(ANNE, breaks=(LUNCH,))


def test_a_break_on_the_way_is_taken_on_arrival():
    long = visit(1, duration_s=4 * 3600)
    result = checked(problem(long, visit(2), shifts=(EATER,)), [Stop(0), Pause(0), Stop(1)])
    (pause,) = result.tours[0].pauses
    assert (pause.start_s, pause.end_s) == (at(12, 20), at(13, 5))
    assert [result.tours[0].stops[1].arrive_s, result.tours[0].stops[1].start_s] == [at(12, 20), at(13, 5)]
    assert result.violations == ()


def test_a_break_interrupts_the_drive_when_it_cannot_wait():
    long = visit(1, duration_s=5 * 3600)
    result = checked(problem(long, visit(3), shifts=(EATER,)), [Stop(0), Pause(0), Stop(1)])
    (pause,) = result.tours[0].pauses
    assert (pause.start_s, pause.end_s) == (at(13, 15), at(14))
    assert result.tours[0].stops[1].arrive_s == at(13, 10) + 20 * MINUTE_S + 45 * MINUTE_S
    assert result.violations == ()


def test_a_break_before_its_window_is_waited_for():
    result = checked(problem(visit(1), visit(2), shifts=(EATER,)), [Stop(0), Pause(0), Stop(1)])
    assert result.tours[0].pauses[0].start_s == NOON
    assert result.tours[0].stops[1].waiting_s == NOON - at(8, 50)


def test_a_break_is_had_at_home_before_a_late_first_visit():
    late = visit(1, windows=((at(15), at(16)),))
    tour = checked(problem(late, shifts=(EATER,)), [Pause(0), Stop(0)]).tours[0]
    assert tour.pauses[0].end_s <= tour.leaves_s == at(14, 50)


def test_a_break_that_starts_too_late():
    long = visit(1, duration_s=6 * 3600)
    assert "break_late" in codes(problem(long, visit(2), shifts=(EATER,)), [Stop(0), Pause(0), Stop(1)])


def test_a_break_left_out():
    long = visit(1, duration_s=5 * 3600)
    assert codes(problem(long, visit(2), shifts=(EATER,)), [Stop(0), Stop(1)]) == ["break_missing"]


def test_no_break_is_due_when_back_before_it_has_to_start():
    assert codes(problem(visit(1), shifts=(EATER,)), [Stop(0)]) == []


def test_breaks_out_of_order():
    two = replace(ANNE, breaks=(Break(at(9), at(10), 600), LUNCH))
    assert "break_order" in codes(problem(visit(1), shifts=(two,)), [Stop(0), Pause(1)])


def test_overtime_is_counted_and_limited():
    late = visit(1, duration_s=at(8))
    generous = replace(ANNE, overtime_s=30 * MINUTE_S)
    result = checked(problem(late, shifts=(generous,)), [Stop(0)])
    assert (result.cost.overtime, result.violations) == (20, ())
    strict = replace(ANNE, overtime_s=15 * MINUTE_S)
    (violation,) = checked(problem(late, shifts=(strict,)), [Stop(0)]).violations
    assert (violation.code, violation.excess_s) == ("overtime", 5 * MINUTE_S)


def test_lateness_is_that_of_the_start_times_the_factor():
    result = checked(problem(visit(1, due_s=at(8), lateness_factor=3)), [Stop(0)], [])
    assert result.cost.lateness == 30


def test_imbalance_is_work_above_an_even_share():
    result = checked(problem(visit(1), visit(2), visit(3)), [Stop(0), Stop(1), Stop(2)], [])
    assert result.cost.imbalance == 45


def test_preference_counts_the_agents_who_are_not_preferred():
    liked = visit(1, preferred=frozenset({AgentId("Paul")}))
    assert checked(problem(liked), [Stop(0)], []).cost.preference == 1
    assert checked(problem(liked), [], [Stop(0)]).cost.preference == 0


def test_unplanned_is_the_value_of_what_is_left_out():
    assert checked(problem(visit(1, value_min=70), visit(2)), [], [Stop(1)]).cost.unplanned == 70


@pytest.mark.parametrize(
    ("change", "code", "detail"),
    [
        ({"skills": frozenset({"meter"})}, "skill_missing", "meter"),
        ({"team_skills": frozenset({"meter"})}, "skill_missing", "meter"),
        ({"roles": (Role(frozenset({"meter"})),)}, "skill_missing", "meter"),
        ({"equipment": frozenset({"camera"})}, "equipment_missing", "camera"),
        ({"forbidden": frozenset({AgentId("Anne")})}, "forbidden", "Anne"),
        ({"pin": Pin(agents=frozenset({AgentId("Paul")}))}, "pinned", "Anne"),
        ({"pin": Pin(day=1)}, "pinned", "Anne"),
        ({"roles": (Role(), Role())}, "crew", "1/2"),
    ],
)
def test_an_agent_who_must_not_make_the_visit(change, code, detail):
    (violation,) = checked(problem(visit(1, **change)), [Stop(0)], []).violations
    assert (violation.code, violation.visit_id, violation.detail) == (code, "V1", detail)


def test_skills_and_equipment_are_shared_in_a_team():
    both = visit(1, roles=(Role(), Role()), skills=frozenset({"leak", "meter"}))
    assert codes(problem(both), [Stop(0)], [Stop(0, 1)]) == []
    every = replace(both, skills=frozenset(), team_skills=frozenset({"leak"}))
    assert codes(problem(every), [Stop(0)], [Stop(0, 1)]) == ["skill_missing"]


def test_one_agent_cannot_be_two():
    twice = replace(ANNE, day=1)
    pair = visit(1, roles=(Role(), Role()))
    assert "same_agent" in codes(problem(pair, shifts=(ANNE, twice)), [Stop(0)], [Stop(0, 1)])


def test_an_unreachable_place():
    cut_off = TravelMatrix(TRAVEL.seconds, TRAVEL.metres, unreachable=(1,))
    assert codes(problem(visit(1), travel=cut_off), [Stop(0)], []) == ["unreachable"]


def test_the_list_of_the_unplanned_must_be_right():
    def solution(*unplanned):
        return Solution(((Stop(0),), ()), unplanned, Cost(), 0.0, 1, 0, 0.0)

    both = problem(visit(1), visit(2))
    assert check(both, solution("V2")).violations == ()
    assert [v.visit_id for v in check(both, solution("V1")).violations] == ["V1", "V2"]
