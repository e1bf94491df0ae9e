# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan and the reasons of what it leaves out, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table

from ...core.messages import Message
from ...planner.agent_names import agent_names
from ...planner.ports import Workspace
from ...planner.records import Plan, PlanStop, PlanTour, PlanUnplanned
from ...planner.tours.reasons import gather_reasons
from ...workorders.rulebook import RuleBook
from ..session import Session
from ..tables import facts, rows
from ..wording import distance, duration, named, number, reason


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan with its tours, the stops of each, and what it leaves out."""

    plan: Plan
    tours: tuple[tuple[PlanTour, tuple[PlanStop, ...]], ...]
    unplanned: tuple[PlanUnplanned, ...]
    agents: dict[str, str]


def read_plan(workspace: Workspace, plan: Plan) -> StoredPlan:
    """Read a stored plan."""
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    stops.sort(key=lambda stop: stop.sequence)
    tours = sorted(workspace.all(PlanTour, plan_id=plan.plan_id), key=lambda tour: (tour.day, tour.agent_id))
    return StoredPlan(
        plan=plan,
        tours=tuple((tour, tuple(s for s in stops if _is_of(s, tour))) for tour in tours),
        unplanned=tuple(workspace.all(PlanUnplanned, plan_id=plan.plan_id)),
        agents=agent_names(workspace),
    )


def _is_of(stop: PlanStop, tour: PlanTour) -> bool:
    return (stop.agent_id, stop.day) == (tour.agent_id, tour.day)


def plan_data(found: StoredPlan) -> dict[str, object]:
    """Return a plan as JSON; a plan that breaks a rule is never stored, so there are no violations."""
    return {
        "plan_id": found.plan.plan_id,
        "tours": [
            {
                "agent": tour.agent_id,
                "day": tour.day,
                "stops": [stop_data(stop) for stop in stops],
                "leaves_at": tour.leaves_at,
                "returns_at": tour.returns_at,
                "travel_s": tour.travel_s,
                "distance_m": tour.distance_m,
                "work_s": tour.work_s,
                "overtime_s": tour.overtime_s,
            }
            for tour, stops in found.tours
        ],
        "unplanned": [{"order": left.order_id, "reasons": left.reasons} for left in found.unplanned],
        "cost": found.plan.cost,
        "total": found.plan.total,
        "violations": [],
        "seconds": found.plan.seconds,
    }


def stop_data(stop: PlanStop) -> dict[str, object]:
    """Return a stop as JSON."""
    return {
        "order": stop.order_id,
        "task": stop.task,
        "valves": stop.valves,
        "parts": stop.parts,
        "role": stop.role,
        "arrive": stop.arrive,
        "start": stop.start,
        "end": stop.end,
        "travel_s": stop.travel_s,
        "distance_m": stop.distance_m,
    }


def shown(
    session: Session, found: StoredPlan, rules: RuleBook, notes: Iterable[Message] = ()
) -> Iterator[RenderableType]:
    """Show a plan: its tours, what it costs, what it leaves out, and what to know when reading it."""
    yield facts([(session.say("label.plan"), found.plan.plan_id)])
    yield tour_rows(session, [(_agent(found, tour.agent_id), tour) for tour, _ in found.tours])
    terms = ((session.say(f"cost.{term}"), number(session, cost)) for term, cost in found.plan.cost.items())
    yield rows((session.say("label.term"), "min"), terms, right=[1])
    notes = list(notes)
    # what a note says of an order is the whole story: it holds for everybody on every day
    told = {note.params.get("order") for note in notes}
    for left in found.unplanned:
        if left.order_id not in told:
            yield from _left_out(session, left, rules)
    yield from (session.text(named(session, rules, note)) for note in notes)


def _agent(found: StoredPlan, agent_id: str) -> str:
    """Return the id, by which other commands ask for an agent, with the name."""
    return f"{agent_id} {found.agents.get(agent_id, '')}".rstrip()


def tour_rows(session: Session, tours: list[tuple[str, PlanTour]]) -> Table:
    """Return tours with the names of their agents as rows."""
    names = ("agent", "day", "stops", "leaves_at", "returns_at", "distance", "travel", "work", "overtime")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                agent,
                tour.day,
                tour.stops,
                f"{tour.leaves_at:%H:%M}",
                f"{tour.returns_at:%H:%M}",
                distance(session, tour.distance_m),
                duration(tour.travel_s),
                duration(tour.work_s),
                duration(tour.overtime_s) if tour.overtime_s else "",
            )
            for agent, tour in tours
        ),
        right=range(2, 9),
    )


def _left_out(session: Session, left: PlanUnplanned, rules: RuleBook) -> Iterator[RenderableType]:
    yield session.say("cli.left_out", order=left.order_id)
    yield from (f"  {reason(session, rules, found)}" for found in gather_reasons(left.reasons))
