# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden tours: six jobs, two agents, straight lines, two ways to weigh them."""

from __future__ import annotations

import pytest
from regard.core.ids import AgentId
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Shift, Stop, Visit, clock
from regard.routing.travel import StraightLine
from shapely.geometry import Point

HOUR_S = 3600
DEPOT = Point(686000, 6923500)
JOBS = {
    "OI-01": (Point(687520, 6924000), 150, {"AIPR", "TERR", "SS4"}, ((8, 12),)),
    "OI-02": (Point(688900, 6925100), 30, {"COMPTEUR"}, ((9, 11),)),
    "OI-03": (Point(684300, 6922600), 45, {"COMPTEUR"}, ()),
    "OI-04": (Point(688300, 6923200), 60, {"PI"}, ()),
    "OI-05": (Point(683900, 6924900), 40, {"COMPTEUR"}, ((14, 16),)),
    "OI-06": (Point(686700, 6925600), 90, {"AIPR"}, ()),
}
AGENTS = {"AG1": {"AIPR", "TERR", "SS4", "PI"}, "AG2": {"COMPTEUR", "AIPR", "PI"}}


def golden_problem(weights):
    shifts = tuple(
        Shift(AgentId(agent), 0, 0, 0, 8 * HOUR_S, 16 * HOUR_S + 1800, skills=frozenset(skills))
        for agent, skills in AGENTS.items()
    )
    visits = tuple(
        Visit(
            job,
            place,
            minutes * 60,
            windows=tuple((from_h * HOUR_S, to_h * HOUR_S) for from_h, to_h in windows),
            skills=frozenset(skills),
        )
        for place, (job, (_, minutes, skills, windows)) in enumerate(JOBS.items(), 1)
    )
    travel = StraightLine(factor=1.3, speed_kmh=30).matrix([DEPOT, *(job[0] for job in JOBS.values())])
    return Problem(shifts, visits, travel, weights)


def planned(weights):
    problem = golden_problem(weights)
    solution = solve(problem, seconds=30, seed=1, iterations=3000)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert solution.unplanned == ()
    routes = [
        [problem.visits[step.visit].visit_id for step in route if isinstance(step, Stop)]
        for route in solution.routes
    ]
    return routes, checked.tours


def test_minimum_travel():
    routes, tours = planned(Weights.minimum_travel())
    assert routes == [["OI-01"], ["OI-04", "OI-02", "OI-06", "OI-05", "OI-03"]]
    assert sum(tour.distance_m for tour in tours) / 1000 == pytest.approx(21.99, abs=0.006)
    assert [tour.work_s // 60 for tour in tours] == [150, 265]
    assert [clock(tour.returns_s) for tour in tours] == ["10:38", "15:36"]


def test_balanced():
    routes, tours = planned(Weights.balanced())
    # the loop of AG1 is as long either way round
    assert sorted(routes[0]) == ["OI-01", "OI-04"]
    assert routes[1] == ["OI-02", "OI-06", "OI-05", "OI-03"]
    assert sum(tour.distance_m for tour in tours) / 1000 == pytest.approx(23.07, abs=0.006)
    assert [tour.work_s // 60 for tour in tours] == [210, 205]
    assert [clock(tour.returns_s) for tour in tours] == ["11:43", "15:36"]
