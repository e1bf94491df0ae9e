# SPDX-License-Identifier: GPL-3.0-or-later
"""Ties to other visits are named: one test for each, and random problems against trying everything."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check_routes
from regard.routing.engine.solve import solve
from regard.routing.explain.proof import unfit
from regard.routing.explain.reasons import explain
from regard.routing.model.links import Link, LinkKind
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Cost, Problem, Role, Shift, Solution, Stop, Visit
from regard.routing.travel import TravelMatrix
from regard.tests.unit.routing.insertions import fits_somewhere

EIGHT = 8 * 3600
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600)
PAUL = replace(ANNE, agent=AgentId("Paul"))
DIG, FILL = Visit("dig", 1, 3600), Visit("fill", 2, 1800)
FITS = {"fits", "not_worth"}


def why(link, *, visits=(DIG, FILL), shifts=(ANNE, PAUL), dig_by=None, shown="fill"):
    """Return the reasons of each agent when only the dig is planned, by one of the shifts or nobody."""
    problem = Problem(shifts, visits, TRAVEL, Weights.minimum_travel(), (link,))
    routes = tuple((Stop(0),) if number == dig_by else () for number in range(len(shifts)))
    left_out = ("fill",) if dig_by is not None else ("dig", "fill")
    solution = Solution(routes, left_out, Cost(), 0.0, 0, 0, 0.0, order=(0,) if dig_by is not None else ())
    return {(reason.agent, reason.code, reason.detail) for reason in explain(problem, solution, shown)}


def both(code, detail):
    return {("Anne", code, detail), ("Paul", code, detail)}


def test_what_follows_needs_what_it_follows():
    assert why(Link("dig", "fill", LinkKind.AFTER)) == both("link_missing", "dig")


def test_what_it_follows_ends_too_late():
    early = replace(FILL, windows=((EIGHT, EIGHT + 3600),))
    assert ("Paul", "link_after", "dig") in why(
        Link("dig", "fill", LinkKind.AFTER), visits=(DIG, early), dig_by=0
    )


def test_what_must_follow_soon_would_come_too_late():
    late = replace(FILL, windows=((15 * 3600, 15 * 3600 + 600),))
    link = Link("dig", "fill", LinkKind.AFTER, 0, 3600)
    assert why(link, visits=(DIG, late), dig_by=0) == both("link_late", "dig")


def test_a_partner_who_cannot_come_keeps_the_visit_out():
    hopeless = replace(DIG, team_skills=frozenset({"welding"}))
    reasons = why(Link("dig", "fill", LinkKind.TOGETHER), visits=(hopeless, FILL))
    assert reasons == both("link_partner", "dig")


def test_partners_who_are_never_free_at_once_are_told_apart_from_a_partner_who_cannot_come():
    morning = replace(DIG, windows=((EIGHT, EIGHT + 3600),))
    evening = replace(FILL, windows=((14 * 3600, 15 * 3600),))
    assert why(Link("dig", "fill", LinkKind.TOGETHER), visits=(morning, evening)) == both(
        "link_together", "dig"
    )


def test_visits_kept_apart_leave_no_moment():
    at_nine = tuple(
        replace(visit, windows=((EIGHT + 3000, EIGHT + 3600),), duration_s=4000) for visit in (DIG, FILL)
    )
    reasons = why(Link("dig", "fill", LinkKind.APART), visits=at_nine, dig_by=0)
    assert ("Paul", "link_apart", "dig") in reasons


def test_the_same_agent_is_asked_for():
    reasons = why(Link("dig", "fill", LinkKind.SAME_AGENT), dig_by=0)
    assert ("Paul", "link_agent", "dig") in reasons
    assert ("Anne", "fits", "") in reasons


def test_the_same_day_is_asked_for():
    tomorrow = replace(PAUL, day=1, start_s=EIGHT + 86_400, end_s=EIGHT + 4 * 3600 + 86_400)
    reasons = why(Link("dig", "fill", LinkKind.SAME_DAY), shifts=(ANNE, tomorrow), dig_by=0)
    assert ("Paul", "link_day", "dig") in reasons


def test_a_crew_is_told_what_it_must_follow():
    crew = replace(FILL, roles=(Role(), Role()))
    assert why(Link("dig", "fill", LinkKind.AFTER), visits=(DIG, crew)) == {("", "link_missing", "dig")}


def test_what_leaving_out_weighs_decides_whether_a_visit_is_worth_its_cost():
    for weight, code in ((1, "fits"), (0.01, "not_worth")):
        weights = replace(Weights.minimum_travel(), unplanned=weight)
        problem = Problem((ANNE,), (DIG,), TRAVEL, weights)
        solution = solve(problem, seconds=10, seed=1, iterations=20)
        empty = replace(solution, routes=((),), unplanned=("dig",), order=())
        assert [reason.code for reason in explain(problem, empty, "dig")] == [code]
        assert solution.unplanned == (("dig",) if code == "not_worth" else ())


@settings(max_examples=max(150, settings.default.max_examples))
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_no_tied_visit_is_left_out_that_fits(linked, data, seed):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=seed, iterations=60)
    assert unfit(problem, solution) == ()
    for visit_id in solution.unplanned:
        codes = {reason.code for reason in explain(problem, solution, visit_id)}
        assert codes
        assert "fits" not in codes


@settings(max_examples=max(150, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_a_tied_visit_fits_exactly_when_some_insertion_keeps_every_rule(linked, data):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=1, iterations=30)
    taken_out = data.draw(st.sampled_from([visit.visit_id for visit in problem.visits]))
    for plan in (solution, without(problem, solution, taken_out)):
        for visit_id in plan.unplanned:
            for place, told in told_to_fit(problem, plan, visit_id).items():
                assert told == fits_somewhere(problem, plan, visit_id, place)


def without(problem, solution, visit_id):
    """Return the plan without a visit and all that is tied to it."""
    tied = {visit_id}
    for _ in problem.links:
        tied |= {
            v for link in problem.links if tied & {link.first, link.second} for v in (link.first, link.second)
        }
    out = {problem.index_of(visit) for visit in tied}
    routes = tuple(
        tuple(step for step in route if not (isinstance(step, Stop) and step.visit in out))
        for route in solution.routes
    )
    left_out = tuple(sorted({*solution.unplanned, *tied}))
    order = tuple(number for number in solution.order if number not in out)
    smaller = replace(solution, routes=routes, unplanned=left_out, order=order)
    return solution if check_routes(problem, routes, order=order).violations else smaller


def told_to_fit(problem, solution, visit_id):
    """Return for each shift, or None for a crew, whether the explanation says that the visit fits."""
    reasons = [r for r in explain(problem, solution, visit_id) if r.code in FITS]
    if len(problem.visits[problem.index_of(visit_id)].roles) > 1:
        return {None: bool(reasons)}
    fitting = {(reason.agent, reason.day) for reason in reasons}
    return {place: (shift.agent, shift.day) in fitting for place, shift in enumerate(problem.shifts)}


@settings(max_examples=max(150, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_a_tie_that_is_named_alone_keeps_the_visit_out(linked, data):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=1, iterations=30)
    for visit_id in solution.unplanned:
        own = [link for link in problem.links if visit_id in (link.first, link.second)]
        for reason in explain(problem, solution, visit_id):
            if reason.code.startswith("link_") and reason.code != "link_several":
                shift = next(
                    (
                        n
                        for n, s in enumerate(problem.shifts)
                        if (s.agent, s.day) == (reason.agent, reason.day)
                    ),
                    None,
                )
                named = [link for link in own if reason.detail in (link.first, link.second)]
                assert fits_somewhere(with_links(problem, own, ()), solution, visit_id, shift)
                assert not fits_somewhere(with_links(problem, own, named), solution, visit_id, shift)


def with_links(problem, own, kept):
    """Return the problem with only some of the links of a visit."""
    return replace(problem, links=(*(link for link in problem.links if link not in own), *kept))
