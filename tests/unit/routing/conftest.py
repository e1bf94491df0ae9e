# SPDX-License-Identifier: GPL-3.0-or-later
"""Small tour problems: drawn at random, and solved by trying everything."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import hypothesis.strategies as st
import numpy as np
import pytest
from regard.core.ids import AgentId
from regard.routing.planning_rules import Weights
from regard.routing.problem import Break, Pin, Problem, Role, Shift, Visit
from regard.routing.travel import TravelMatrix

SKILLS = ("leak", "meter", "valve")
EQUIPMENT = ("camera",)


@st.composite
def shifts(draw, agent):
    """One short day; skills are given so that most visits find somebody."""
    start_s = draw(st.integers(0, 3)) * 600
    end_s = start_s + draw(st.integers(6, 14)) * 600
    breaks = ()
    if draw(st.booleans()):
        from_s = start_s + draw(st.integers(0, 4)) * 600
        duration_s = draw(st.sampled_from((300, 900)))
        breaks = (Break(from_s, from_s + duration_s + draw(st.integers(0, 3)) * 600, duration_s),)
    return Shift(
        agent=AgentId(agent),
        day=0,
        start_place=0,
        end_place=draw(st.sampled_from((0, 1))),
        start_s=start_s,
        end_s=end_s,
        skills=draw(st.frozensets(st.sampled_from(SKILLS), min_size=1)),
        equipment=draw(st.frozensets(st.sampled_from(EQUIPMENT))),
        breaks=breaks,
        overtime_s=draw(st.sampled_from((0, 1200))),
    )


@st.composite
def visits(draw, number, agents):
    """One visit with every kind of rule now and then."""

    def rarely(strategy, otherwise):
        return draw(strategy) if draw(st.integers(0, 3)) == 0 else otherwise

    window = st.tuples(st.integers(0, 10), st.integers(1, 4)).map(lambda w: (w[0] * 600, (w[0] + w[1]) * 600))
    some_agents = st.frozensets(st.sampled_from(agents), min_size=1, max_size=2)
    some_skills = st.frozensets(st.sampled_from(SKILLS), max_size=1)
    return Visit(
        visit_id=f"V{number}",
        place=number + 2,
        duration_s=draw(st.integers(0, 4)) * 450,
        windows=rarely(st.lists(window, min_size=1, max_size=2).map(tuple), ()),
        roles=rarely(
            st.sampled_from(
                ((Role(), Role()), (Role(frozenset({"leak"})), Role()), (Role(frozenset({"meter"})),))
            ),
            (Role(),),
        ),
        skills=rarely(some_skills, frozenset()),
        team_skills=rarely(some_skills, frozenset()),
        equipment=rarely(st.just(frozenset(EQUIPMENT)), frozenset()),
        earliest_s=rarely(st.integers(0, 6).map(lambda i: i * 600), 0),
        due_s=rarely(st.integers(0, 8).map(lambda i: i * 600), None),
        lateness_factor=draw(st.integers(1, 3)),
        value_min=draw(st.sampled_from((5, 60, 500))),
        preferred=rarely(some_agents, frozenset()),
        forbidden=rarely(some_agents, frozenset()),
        pin=rarely(st.builds(Pin, agents=some_agents, day=st.sampled_from((None, 0))), None),
    )


@st.composite
def problems(draw, max_visits=5):
    """Up to three agents and a few visits, on a plane of 40 minutes' width."""
    agents = [f"A{i}" for i in range(draw(st.integers(1, 3)))]
    count = draw(st.integers(1, max_visits))
    xy = np.array(
        draw(st.lists(st.tuples(*[st.integers(0, 40)] * 2), min_size=count + 2, max_size=count + 2))
    )
    seconds = np.rint(np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) * 30).astype(np.int32)
    return Problem(
        shifts=tuple(draw(shifts(agent)) for agent in agents),
        visits=tuple(draw(visits(number, agents)) for number in range(count)),
        travel=TravelMatrix(seconds, seconds.copy()),
        weights=draw(
            st.sampled_from((Weights.minimum_travel(), Weights.balanced(), Weights(1, 1, 1, 1, 1, 1, 1)))
        ),
    )


st.register_type_strategy(Problem, problems())


@dataclass(frozen=True)
class _Agent:
    """Where an agent is in the enumeration, and what the day has cost so far."""

    place: int
    free_s: int
    taken: int = 0
    stops: int = 0
    work_s: int = 0


class Enumeration:
    """Try every subset, team, order and place of the breaks; written apart from both engine and checker."""

    def __init__(self, problem):
        self.problem = problem
        work_s = sum(visit.duration_s * len(visit.roles) for visit in problem.visits)
        all_s = sum(shift.capacity_s for shift in problem.shifts)
        self.shares = [work_s * shift.capacity_s // all_s if all_s else 0 for shift in problem.shifts]
        self.best = float("inf")
        agents = tuple(_Agent(shift.start_place, shift.start_s) for shift in problem.shifts)
        self.search(agents, frozenset(range(len(problem.visits))), 0, 0.0)

    def search(self, agents, left, last_start_s, cost):
        if cost >= self.best:
            return
        self.finish(agents, left, cost)
        for number in left:
            visit = self.problem.visits[number]
            for team in permutations(range(len(agents)), len(visit.roles)):
                if self.fits(visit, team):
                    self.visit(agents, left, last_start_s, cost, number, team)

    def visit(self, agents, left, last_start_s, cost, number, team):
        visit, weights = self.problem.visits[number], self.problem.weights
        ways = [list(self.ways(agents[i], self.problem.shifts[i], visit.place)) for i in team]
        for choice in self.product(ways):
            ready_s = max(way[0] for way in choice)
            start_s = self.opening(visit, ready_s)
            # orders by start: any plan has one
            if start_s is None or start_s < last_start_s:
                continue
            extra, moved = 0.0, list(agents)
            for i, (_, drive_s, rest_s, taken) in zip(team, choice, strict=True):
                agent = agents[i]
                wait_s = start_s - agent.free_s - drive_s - rest_s if agent.stops else 0
                extra += (weights.travel * drive_s + weights.waiting * wait_s) / 60
                if visit.preferred and self.problem.shifts[i].agent not in visit.preferred:
                    extra += weights.preference
                moved[i] = _Agent(
                    visit.place,
                    start_s + visit.duration_s,
                    taken,
                    agent.stops + 1,
                    agent.work_s + visit.duration_s,
                )
            if visit.due_s is not None:
                extra += weights.lateness * max(0, start_s - visit.due_s) * visit.lateness_factor / 60
            self.search(tuple(moved), left - {number}, start_s, cost + extra)

    def finish(self, agents, left, cost):
        weights = self.problem.weights
        cost += weights.unplanned * sum(self.problem.visits[number].value_min for number in left)
        for agent, shift, share_s in zip(agents, self.problem.shifts, self.shares, strict=True):
            if not agent.stops:
                continue
            cost += weights.imbalance * max(0, agent.work_s - share_s) / 60
            ends = []
            for ready_s, drive_s, _, taken in self.ways(agent, shift, shift.end_place):
                missed = any(ready_s > pause.to_s - pause.duration_s for pause in shift.breaks[taken:])
                if not missed and ready_s <= shift.end_s + shift.overtime_s:
                    over_s = max(0, ready_s - shift.end_s)
                    ends.append((weights.travel * drive_s + weights.overtime * over_s) / 60)
            if not ends:
                return
            cost += min(ends)
        self.best = min(self.best, cost)

    def ways(self, agent, shift, place):
        """Yield (ready, drive, rest, breaks taken) for each number of breaks taken on a way."""
        drive_s = int(self.problem.travel.seconds[agent.place, place])
        free_s, ready_s, rest_s = agent.free_s, agent.free_s + drive_s, 0
        yield ready_s, drive_s, rest_s, agent.taken
        for taken, pause in enumerate(shift.breaks[agent.taken :], agent.taken + 1):
            start_s = max(free_s, pause.from_s)
            if start_s + pause.duration_s > pause.to_s:
                return
            free_s, ready_s = start_s + pause.duration_s, max(ready_s, pause.from_s) + pause.duration_s
            rest_s += pause.duration_s
            yield ready_s, drive_s, rest_s, taken

    def fits(self, visit, team):
        members = [self.problem.shifts[i] for i in team]
        for role, shift in zip(visit.roles, members, strict=True):
            if not role.skills | visit.team_skills <= shift.skills or shift.agent in visit.forbidden:
                return False
            if visit.pin and visit.pin.agents and shift.agent not in visit.pin.agents:
                return False
        skills = frozenset().union(*(shift.skills for shift in members))
        equipment = frozenset().union(*(shift.equipment for shift in members))
        return visit.skills <= skills and visit.equipment <= equipment

    @staticmethod
    def opening(visit, ready_s):
        for from_s, to_s in sorted(visit.windows) or [(0, 10**9)]:
            start_s = max(ready_s, from_s, visit.earliest_s)
            if start_s <= to_s:
                return start_s
        return None

    @staticmethod
    def product(ways):
        if not ways:
            yield ()
            return
        for first in ways[0]:
            for rest in Enumeration.product(ways[1:]):
                yield (first, *rest)


@pytest.fixture(scope="session")
def optimum():
    """Return the function that finds the least cost of a small problem by trying everything."""
    return lambda problem: Enumeration(problem).best
