# SPDX-License-Identifier: GPL-3.0-or-later
"""Small tour problems: drawn at random, and solved by trying everything."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import numpy as np
import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.routing.model.links import Link, LinkKind
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Pin, Problem, Role, Shift, Store, Visit
from regard.routing.travel import TravelMatrix
from regard.tests.unit.routing.enumeration import Enumeration

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


@st.composite
def linked_problems(draw):
    """Small problems whose visits are tied to each other, with roles that come later."""
    problem = draw(problems(max_visits=4))
    visits = [draw(with_lag(visit)) if len(visit.roles) == 2 else visit for visit in problem.visits]
    ids = [visit.visit_id for visit in visits]
    pairs = [(one, other) for place, one in enumerate(ids) for other in ids[place + 1 :]]
    links = []
    for one, other in draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []:
        kind = draw(st.sampled_from(LinkKind))
        least_s = draw(st.sampled_from((0, 600)))
        most_s = draw(st.sampled_from((None, 600, 1800)))
        crew = {len(visits[ids.index(visit)].roles) for visit in (one, other)}
        if kind is not LinkKind.SAME_AGENT or crew == {1}:
            links.append(Link(one, other, kind, least_s, most_s))
    whose = st.sampled_from([(shift.agent, shift.day) for shift in problem.shifts])
    published = draw(st.frozensets(whose, max_size=1))
    visits[0] = replace(visits[0], published=published)
    try:
        return replace(problem, visits=tuple(visits), links=tuple(links))
    except InputError:
        # some ties contradict each other
        return replace(problem, visits=tuple(visits))


@st.composite
def stocked_problems(draw):
    """Small problems with parts and stores, late departures, other vehicles, prices of others."""
    problem = draw(problems(max_visits=4))
    slower = TravelMatrix(problem.travel.seconds * 2, problem.travel.metres)
    return replace(
        problem,
        shifts=tuple(draw(with_stock(shift)) for shift in problem.shifts),
        visits=tuple(draw(with_parts(visit)) for visit in problem.visits),
        weights=replace(problem.weights, largest_lateness=draw(st.sampled_from((0, 1)))),
        travel_by={"truck": slower},
    )


@st.composite
def with_stock(draw, shift):
    """Draw what a van carries, how it departs and how long it may be away."""
    stores = st.builds(
        Store,
        st.sampled_from((0, 1)),
        st.sampled_from((0, 300)),
        st.sampled_from((frozenset(), frozenset(EQUIPMENT))),
    )
    return replace(
        shift,
        stock=draw(st.sampled_from(({}, {"clamp": 1}, {"clamp": 2, "meter": 1}))),
        store=draw(st.none() | stores),
        vehicle=draw(st.sampled_from(("", "", "truck"))),
        longest_s=draw(st.sampled_from((None, None, 4500))),
        leaves_late=draw(st.booleans()),
    )


@st.composite
def with_parts(draw, visit):
    """Draw what a visit uses up, a pinned start, a price of others, a second role that takes longer."""
    roles = visit.roles
    if len(roles) == 2:
        roles = (roles[0], replace(roles[1], duration_s=draw(st.sampled_from((None, 0, 1500)))))
    pin = visit.pin
    if draw(st.integers(0, 5)) == 0:
        pin = replace(pin or Pin(), start_s=draw(st.integers(0, 9)) * 600)
    return replace(
        visit,
        roles=roles,
        pin=pin,
        parts=draw(st.sampled_from(({}, {"clamp": 1}, {"clamp": 1, "meter": 1}, {"meter": 2}))),
        subcontract_min=draw(st.sampled_from((None, None, 30))),
    )


def with_lag(visit):
    """Draw a visit of two whose second agent comes later."""
    lags = st.sampled_from(((0, 0), (300, 900), (0, 600)))
    return lags.map(lambda lag: replace(visit, roles=(visit.roles[0], replace(visit.roles[1], lag_s=lag))))


@pytest.fixture(scope="session")
def linked():
    """Return the strategy of problems with ties."""
    return linked_problems()


@pytest.fixture(scope="session")
def stocked():
    """Return the strategy of problems with stocks and stores."""
    return stocked_problems()


@pytest.fixture(scope="session")
def optimum():
    """Return the function that finds the least cost of a small problem by trying everything."""
    return lambda problem: Enumeration(problem).best
