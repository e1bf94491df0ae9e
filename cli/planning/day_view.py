# SPDX-License-Identifier: GPL-3.0-or-later
"""Proposals for a running day, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table

from ...core.ids import AgentId
from ...core.messages import Message
from ...planner.agent_names import Names
from ...planner.life.requeue import NewDay
from ...planner.records import Plan
from ...planner.running.alternatives import Alternative
from ...planner.running.emergency import Emergency, Offer
from ...planner.running.gave_way import CAUSE
from ...planner.running.hand_move import Moved
from ...planner.running.replan import Replanned
from ...planner.running.running_day import Change, Visited
from ...planner.tours.reasons import GatheredReason
from ...planner.tours.violations import violation_message
from ...routing.check.timeline import Violation
from ...workorders.rulebook import RuleBook
from ..people.alternatives_view import ways_data, ways_shown
from ..session import Session
from ..tables import facts, rows
from ..wording import duration, means_name, moment, number, reason


def emergency_data(
    found: Emergency, stored: Plan | None, instead: Mapping[str, NewDay], ways: Sequence[Alternative]
) -> dict[str, object]:
    """Return the alternatives for an order as JSON; ``instead`` gives the new days of what falls out.

    ``ways`` stand in where there is no alternative.
    """
    return {
        "order": found.order_id,
        "plan_id": found.plan.plan_id,
        "alternatives": [
            {
                "number": offer.number,
                "agents": offer.agents,
                "start": offer.start,
                "cost_min": round(offer.cost_min, 3),
                "late_min": offer.late_min,
                "displaced": _changes_data(offer.changes),
                "dropped": offer.dropped,
                "instead": [_instead_data(instead[name]) for name in offer.dropped if name in instead],
            }
            for offer in found.offers
        ],
        "reasons": _reasons_data(found.reasons),
        "faults": found.faults,
        "stands_in": ways_data(ways),
        "accepted": stored.plan_id if stored else None,
    }


def emergency_shown(
    session: Session,
    found: Emergency,
    stored: Plan | None,
    rules: RuleBook,
    instead: Mapping[str, NewDay],
    names: Names,
    ways: Sequence[Alternative],
) -> Iterator[RenderableType]:
    """Show the alternatives for an order, with the day on which what falls out could be made.

    Where there is none, show what stands in.
    """
    yield facts([(session.say("label.plan"), found.plan.plan_id)])
    yield from (session.say("day.left_as_is", fault=fault) for fault in found.faults)
    if found.reasons:
        yield session.say("cli.fits_nowhere", order=found.order_id)
        yield from (f"  {reason(session, rules, one)}" for one in found.reasons)
    for offer in found.offers:
        yield from _offer_shown(session, offer, names)
        yield from (_instead_shown(session, instead[name]) for name in offer.dropped if name in instead)
    if not found.offers:
        yield session.say("cli.no_way")
        yield from ways_shown(session, found.order_id, ways, names)
    else:
        yield _end(session, stored, "cli.accept_one")


def _offer_shown(session: Session, offer: Offer, names: Names) -> Iterator[RenderableType]:
    yield session.say(
        "cli.offer",
        number=offer.number,
        agents=_named(offer.agents, names),
        start=moment(offer.start),
        cost=number(session, offer.cost_min),
        late=duration(offer.late_min * 60) if offer.late_min else "",
    )
    if offer.dropped:
        yield session.say("cli.gives_way", orders=", ".join(offer.dropped))
    yield from _changes_shown(session, offer.changes)


def _instead_data(new: NewDay) -> dict[str, object]:
    return {
        "order": new.order.order_id,
        "cause": CAUSE,
        "day": new.day,
        "in_time": new.is_in_time,
        "due_at": new.order.due_at,
        "touches": [one.message for one in new.impacts],
    }


def _instead_shown(session: Session, new: NewDay) -> str:
    code = "cli.instead" if new.is_in_time else "cli.instead_late"
    return session.say(code, order=new.order.order_id, day=new.day, due=moment(new.order.due_at))


def replan_data(found: Replanned, stored: Plan | None) -> dict[str, object]:
    """Return a day planned again as JSON."""
    return {
        "plan_id": found.proposal.in_force.plan.plan_id,
        "changes": _changes_data(found.changes),
        "moved": [change.order_id for change in found.moved],
        "short_min": found.short_min,
        "dropped": [
            {"order": name, "reasons": _reasons_data(reasons)} for name, reasons in found.dropped.items()
        ],
        "accepted": stored.plan_id if stored else None,
    }


def replan_shown(
    session: Session, found: Replanned, stored: Plan | None, rules: RuleBook
) -> Iterator[RenderableType]:
    """Show a day planned again: what changes, and what falls out with the reasons."""
    yield facts([(session.say("label.plan"), found.proposal.in_force.plan.plan_id)])
    if found.short_min:
        yield session.say("cli.short", minutes=found.short_min)
    if not found.changes:
        yield session.say("cli.nothing_changes")
    yield from _changes_shown(session, found.changes)
    for name, reasons in found.dropped.items():
        yield session.say("cli.fell_out", order=name)
        yield from (f"  {reason(session, rules, one)}" for one in reasons)
    yield _end(session, stored, "cli.not_stored")


def move_data(found: Moved, stored: Plan | None) -> dict[str, object]:
    """Return a move by hand as JSON."""
    return {
        "plan_id": found.proposal.in_force.plan.plan_id,
        "cost_min": round(found.cost_min, 3),
        "cost": {term: round(minutes, 3) for term, minutes in found.cost.items()},
        "travel_min": round(found.travel_min, 3),
        "changes": _changes_data(found.changes),
        "new_violations": [violation_message(found.proposal.rest.problem, one) for one in found.new],
        "healed_violations": [violation_message(found.proposal.rest.problem, one) for one in found.gone],
        "accepted": stored.plan_id if stored else None,
    }


def move_shown(
    session: Session, found: Moved, stored: Plan | None, rules: RuleBook
) -> Iterator[RenderableType]:
    """Show a move by hand: what it costs, changes, breaks and heals."""
    yield session.say(
        "cli.move_cost", cost=number(session, found.cost_min), travel=number(session, found.travel_min)
    )
    yield from _changes_shown(session, found.changes)
    for code, violations in (("cli.rule_broken", found.new), ("cli.healed", found.gone)):
        yield from (session.say(code, rule=_violation(session, found, one, rules)) for one in violations)
    yield _end(session, stored, "cli.not_stored")


def _violation(session: Session, found: Moved, violation: Violation, rules: RuleBook) -> Message:
    problem = found.proposal.rest.problem
    return violation_message(problem, violation, name_of=lambda key: means_name(session, rules, key))


def _changes_data(changes: Iterable[Change]) -> list[dict[str, object]]:
    return [
        {
            "order": change.order_id,
            "task": change.task,
            "before": change.before,
            "after": change.after,
            "late_before_min": change.late_before_min,
            "late_after_min": change.late_after_min,
            "told_off_min": change.told_off_min,
        }
        for change in changes
    ]


def _reasons_data(reasons: Iterable[GatheredReason]) -> list[dict[str, object]]:
    return [{"code": one.code, "detail": one.detail, "times": one.times} for one in reasons]


def _changes_shown(session: Session, changes: Sequence[Change]) -> Iterator[Table]:
    # a few seconds are no news to anybody; programs get them with --json
    shown = [c for c in changes if (_start(c.before), c.agents_before) != (_start(c.after), c.agents_after)]
    if not shown:
        return
    headings = ("order", "start_before", "agents_before", "start", "agents", "late", "told_off")
    yield rows(
        [session.say(f"label.{heading}") for heading in headings],
        (
            (
                _stop(session, change),
                _start(change.before),
                ", ".join(change.agents_before),
                _start(change.after),
                ", ".join(change.agents_after),
                duration(change.late_after_min * 60) if change.late_after_min else "",
                f"{change.told_off_min:+d} min" if change.told_off_min else "",
            )
            for change in shown
        ),
        right=[5, 6],
    )


def _stop(session: Session, change: Change) -> str:
    """Return an order, or what is done at its valves."""
    if change.task == "work":
        return change.order_id
    return f"{change.order_id}: {session.say(f'stop.{change.task}', valves=', '.join(change.valves))}"


def _start(visited: Visited | None) -> str | None:
    return moment(visited.start) if visited else None


def _named(agents: Iterable[AgentId], names: Names) -> str:
    return ", ".join(names.get(agent, agent) for agent in agents)


def _end(session: Session, stored: Plan | None, otherwise: str) -> str:
    return session.say("cli.stored_plan", plan=stored.plan_id) if stored else session.say(otherwise)
