# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine: one test for each rule that it must hold, and how it behaves while it works."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic, process_time

import numpy as np
import pytest
from regard.core.errors import Cancelled
from regard.core.ids import AgentId
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Pause, Pin, Problem, Role, Shift, Stop, Visit
from regard.routing.travel import StraightLine, TravelMatrix
from shapely.geometry import Point

EIGHT = 8 * 3600
NOON = 12 * 3600
HOURS_S = 3600
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600, skills=frozenset({"leak"}))
PAUL = replace(ANNE, agent=AgentId("Paul"), skills=frozenset({"meter"}))


def visit(number, **changes):
    return replace(Visit(f"V{number}", number, 1800), **changes)


def planned(*visits, shifts=(ANNE, PAUL), weights=None, travel=TRAVEL):
    """Return who makes each visit, and the checked plan."""
    problem = Problem(shifts, visits, travel, weights or Weights.minimum_travel())
    solution = solve(problem, seconds=20, seed=1, iterations=400)
    checked = check(problem, solution)
    assert checked.violations == ()
    makers = {visit.visit_id: set() for visit in visits}
    for shift, route in zip(shifts, solution.routes, strict=True):
        for step in route:
            if isinstance(step, Stop):
                makers[visits[step.visit].visit_id].add(shift.agent)
    return makers, checked, solution


def starts(checked):
    return {stop.visit_id: stop.start_s for tour in checked.tours for stop in tour.stops}


def town(visits, agents, seed=0):
    """Return a day of random visits, some with windows, some for two, and lunch breaks."""
    rng = np.random.default_rng(seed)
    places = [Point(*xy) for xy in rng.uniform(0, 8000, (visits + agents, 2))]
    skills = ("leak", "meter", "valve")
    shifts = tuple(
        Shift(
            AgentId(f"A{number}"),
            0,
            number,
            number,
            EIGHT,
            16 * HOURS_S,
            skills=frozenset(rng.choice(skills, 2)),
            breaks=(Break(11 * HOURS_S + 1800, 14 * HOURS_S, 2700),),
            overtime_s=1800,
        )
        for number in range(agents)
    )
    todo = []
    for number in range(visits):
        opens = int(rng.integers(8, 14)) * HOURS_S
        todo.append(
            Visit(
                f"V{number}",
                agents + number,
                int(rng.integers(20, 90)) * 60,
                windows=((opens, opens + 2 * HOURS_S),) if rng.random() < 0.3 else (),
                roles=(Role(), Role()) if rng.random() < 0.15 else (Role(),),
                skills=frozenset({str(rng.choice(skills))}),
            )
        )
    return Problem(shifts, tuple(todo), StraightLine().matrix(places), Weights.balanced())


def test_each_agent_gets_what_the_skills_allow():
    makers, _, _ = planned(visit(1, skills=frozenset({"meter"})), visit(2, skills=frozenset({"leak"})))
    assert makers == {"V1": {"Paul"}, "V2": {"Anne"}}


def test_equipment_decides_who_goes():
    equipped = replace(PAUL, equipment=frozenset({"camera"}))
    makers, _, _ = planned(visit(1, equipment=frozenset({"camera"})), shifts=(ANNE, equipped))
    assert makers == {"V1": {"Paul"}}


def test_a_team_of_two_starts_together_and_shares_the_skills():
    makers, checked, _ = planned(
        visit(1), visit(2, roles=(Role(), Role()), skills=frozenset({"leak", "meter"}))
    )
    assert makers["V2"] == {"Anne", "Paul"}
    assert len({stop.start_s for tour in checked.tours for stop in tour.stops if stop.visit_id == "V2"}) == 1


def test_a_team_of_three_and_a_skill_that_all_must_hold():
    all_three = tuple(
        replace(ANNE, agent=AgentId(name), skills=frozenset({"signs"})) for name in ("A", "B", "C")
    )
    crew = visit(3, roles=(Role(), Role(), Role()), team_skills=frozenset({"signs"}))
    makers, _, _ = planned(crew, shifts=(*all_three, PAUL))
    assert makers == {"V3": {"A", "B", "C"}}


def test_each_role_asks_for_its_own_skill():
    crew = visit(1, roles=(Role(frozenset({"leak"})), Role(frozenset({"leak"}))))
    _, _, solution = planned(crew)
    assert solution.unplanned == ("V1",)


def test_crossing_teams_do_not_wait_for_each_other():
    pairs = [visit(number, roles=(Role(), Role())) for number in (1, 2, 3)]
    _, checked, solution = planned(*pairs)
    assert solution.unplanned == ()
    assert checked.violations == ()


def test_windows_and_legal_start_are_kept():
    _, checked, _ = planned(visit(1, windows=((NOON, NOON + 600),)), visit(2, earliest_s=NOON + 1800))
    assert NOON <= starts(checked)["V1"] <= NOON + 600
    assert starts(checked)["V2"] >= NOON + 1800


def test_forbidden_and_pinned_agents():
    makers, _, _ = planned(
        visit(1, forbidden=frozenset({AgentId("Anne")})), visit(2, pin=Pin(frozenset({AgentId("Anne")})))
    )
    assert makers == {"V1": {"Paul"}, "V2": {"Anne"}}


def test_a_day_can_be_pinned():
    tomorrow = replace(ANNE, day=1, start_s=EIGHT + 86_400, end_s=16 * 3600 + 86_400)
    _, checked, _ = planned(visit(1, pin=Pin(day=1)), shifts=(ANNE, tomorrow))
    assert starts(checked)["V1"] > 86_400


def test_lunch_is_taken_inside_its_window():
    eater = replace(ANNE, breaks=(Break(NOON, 14 * 3600, 2700),))
    _, checked, solution = planned(
        *(visit(number, duration_s=2 * HOURS_S) for number in (1, 2, 3)), shifts=(eater,)
    )
    assert solution.unplanned == ()
    assert Pause(0) in solution.routes[0]
    (pause,) = checked.tours[0].pauses
    assert pause.start_s >= NOON
    assert pause.end_s <= 14 * 3600


def test_overtime_is_used_only_when_it_is_cheaper():
    long = visit(1, duration_s=8 * HOURS_S)
    extended = replace(ANNE, overtime_s=HOURS_S)
    _, checked, solution = planned(long, shifts=(extended,))
    assert (solution.unplanned, checked.tours[0].overtime_s) == ((), 20 * 60)
    _, _, solution = planned(replace(long, value_min=30), shifts=(extended,))
    assert solution.unplanned == ("V1",)


def test_late_visits_come_first():
    urgent = visit(3, due_s=EIGHT, lateness_factor=10)
    _, checked, _ = planned(visit(1), urgent, shifts=(ANNE,))
    assert starts(checked)["V3"] < starts(checked)["V1"]


def test_preferred_agents_are_worth_a_detour():
    liked = visit(1, preferred=frozenset({AgentId("Paul")}))
    makers, _, _ = planned(visit(2), liked, weights=replace(Weights.minimum_travel(), preference=100))
    assert makers["V1"] == {"Paul"}


def test_an_unreachable_place_is_left_out():
    cut_off = TravelMatrix(TRAVEL.seconds, TRAVEL.metres, unreachable=(2,))
    _, _, solution = planned(visit(1), visit(2), travel=cut_off)
    assert solution.unplanned == ("V2",)


def test_two_cheap_visits_pay_together_where_each_alone_does_not():
    pair = [visit(3, place=3, visit_id=name, value_min=40, duration_s=0) for name in ("a", "b")]
    _, _, solution = planned(*pair, shifts=(ANNE,))
    assert solution.unplanned == ()


def test_the_same_seed_and_steps_give_the_same_plan():
    problem = town(25, 4)
    first, second = (solve(problem, seconds=60, seed=7, iterations=700) for _ in range(2))
    assert (first.routes, first.cost, first.iterations) == (second.routes, second.cost, 700)


def test_the_plan_does_not_depend_on_the_speed_of_the_machine(monkeypatch):
    problem = town(25, 4)
    normal = solve(problem, seconds=60, seed=7, iterations=300)
    monkeypatch.setattr("regard.routing.engine.solve._SLICE_S", 1e-9)
    assert solve(problem, seconds=60, seed=7, iterations=300).routes == normal.routes


def test_time_is_up_when_it_is_up():
    started = monotonic()
    solution = solve(town(60, 10), seconds=0.5, seed=1)
    assert monotonic() - started < 1.5
    assert solution.iterations > 0


class Watcher:
    """Cancel after some reports, and note when."""

    def __init__(self, reports):
        self.reports, self.fractions, self.asked_at = reports, [], 0.0

    def report(self, fraction, text=""):
        self.fractions.append(fraction)
        self.asked_at = process_time()

    def check(self):
        if len(self.fractions) >= self.reports:
            raise Cancelled


# by the processor: what else the machine does is not ours
def test_cancel_is_heard_at_once():
    watcher = Watcher(reports=5)
    with pytest.raises(Cancelled):
        solve(town(60, 10), seconds=30, seed=1, progress=watcher)
    assert process_time() - watcher.asked_at < 0.2


def test_progress_grows_to_the_end():
    watcher = Watcher(reports=10**9)
    solve(town(20, 3), seconds=30, seed=1, iterations=2000, progress=watcher)
    assert watcher.fractions == sorted(watcher.fractions)
    assert watcher.fractions[-1] == 1.0


def test_nothing_to_do_is_a_plan():
    for problem in (
        Problem((), (), TRAVEL, Weights.balanced()),
        Problem((ANNE,), (), TRAVEL, Weights.balanced()),
        Problem((), (visit(1),), TRAVEL, Weights.balanced()),
    ):
        solution = solve(problem, seconds=5, seed=1)
        assert check(problem, solution).violations == ()
        assert len(solution.unplanned) == len(problem.visits)


def test_a_day_of_sixty_visits_passes_the_checker():
    problem = town(60, 10)
    solution = solve(problem, seconds=60, seed=3, iterations=2000)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert checked.cost == solution.cost
    assert checked.total == pytest.approx(solution.total)


def test_several_searches_at_once_give_the_same_plan_again_and_none_worse():
    problem = town(30, 5)
    alone = solve(problem, seconds=60, seed=3, iterations=2_000)
    one, other = (solve(problem, seconds=60, seed=3, iterations=2_000, threads=3) for _ in range(2))
    assert one.routes == other.routes
    assert check(problem, one).violations == ()
    assert one.total <= alone.total * 1.02


def test_a_search_goes_on_from_a_plan():
    problem = town(30, 5)
    before = solve(problem, seconds=60, seed=3, iterations=3_000)
    after = solve(problem, seconds=60, seed=4, iterations=20, start=before)
    assert after.total <= before.total + 1e-6
