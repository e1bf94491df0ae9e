# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an order is not planned, and what would make it fit, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType

from ...core.messages import Message
from ...planner.agent_names import Names
from ...planner.plans.explain_order import Way, WhyNot
from ...planner.plans.why_summary import why_summary
from ...planner.tours.reasons import reason_message
from ...routing.explain.relaxation import Bend
from ...workorders.rulebook import RuleBook
from ..orders.orders_view import stop_rows
from ..session import Session
from ..tables import rows
from ..wording import means_name, moment, number
from .plan_view import stop_data


def explained_data(found: WhyNot, names: Names) -> dict[str, object]:
    """Return the explanation as JSON."""
    sheet = found.sheet
    return {
        "order": sheet.order.order_id,
        "plan_id": sheet.plan.plan_id if sheet.plan else None,
        "planned": bool(sheet.stops),
        "stops": [stop_data(stop) | {"agent": stop.agent_id, "day": stop.day} for stop in sheet.stops],
        "summary": why_summary(found, names),
        "headline": found.headline,
        "reasons": found.reasons,
        "relaxations": [way_data(way) for way in found.ways],
        "kept": found.kept,
        "planned_then": [
            stop_data(stop) | {"agent": stop.agent_id, "day": stop.day} for stop in found.elsewhere
        ],
    }


def explained(session: Session, found: WhyNot, names: Names, rules: RuleBook) -> Iterator[RenderableType]:
    """Show where an order is planned, or why it is not."""
    order = found.sheet.order.order_id
    if found.sheet.stops:
        yield session.say("cli.planned", order=order)
        yield stop_rows(session, found.sheet)
    elif found.elsewhere:
        yield from _summary(session, found, names)
    elif not found.reasons:
        yield session.say("cli.not_in_plan", order=order)
    else:
        yield session.say("cli.left_out", order=order)
        yield from _reasons(session, found, names, rules)
        yield from _ways(session, found, names, rules)


def _summary(session: Session, found: WhyNot, names: Names) -> Iterator[RenderableType]:
    if said := why_summary(found, names):
        yield session.text(said)


def _reasons(session: Session, found: WhyNot, names: Names, rules: RuleBook) -> Iterator[RenderableType]:
    summary = [*_summary(session, found, names)]
    yield from summary
    if found.headline and not summary:
        yield session.say("cli.nearest", reason=_who(session, found.headline, names, rules))
    yield ""
    headings = [session.say(f"label.{name}") for name in ("agent", "day", "reason")]
    lines = (
        (names.get(one["agent"], one["agent"]) or session.say("label.everybody"), one["day"], said)
        for one in found.reasons
        if (said := session.text(_said(session, one, rules)))
    )
    yield rows(headings, lines)


def _ways(session: Session, found: WhyNot, names: Names, rules: RuleBook) -> Iterator[RenderableType]:
    yield ""
    if found.ways:
        yield ways_shown(session, found.ways, names, rules)
        yield from _taken_by(session, found)
    else:
        yield session.say("cli.nothing_fits")
    for kept in found.kept:
        yield session.text(_named(session, kept, rules))


def ways_shown(session: Session, ways: Sequence[Way], names: Names, rules: RuleBook) -> RenderableType:
    """Return a table of the ways to make an order fit."""
    headings = [session.say(f"label.{name}") for name in ("would_fit", "agent", "start", "cost_min")]
    lines = ((_bends(session, way, names, rules), *_made(session, way, names)) for way in ways)
    return rows(headings, lines, right=[3])


def _taken_by(session: Session, found: WhyNot) -> Iterator[RenderableType]:
    """Say which command takes an order all the same: what bends no rule is an insertion like others."""
    for way in found.ways:
        if way.relaxation.bends[0].way in ("insert", "take_anyway"):
            order, day = found.sheet.order.order_id, way.day.isoformat()
            yield session.say("cli.take_it", command=f"regard emergency TARGET --order {order} --day {day}")


def _who(session: Session, reason: Mapping[str, str], names: Names, rules: RuleBook) -> str:
    whose = names.get(reason["agent"], reason["agent"]) or session.say("label.everybody")
    said = _said(session, reason, rules)
    return session.say("cli.who_day", who=whose, day=reason["day"], reason=said)


def _said(session: Session, reason: Mapping[str, str], rules: RuleBook) -> Message:
    return reason_message(
        reason["code"], reason["detail"], name_of=lambda key: means_name(session, rules, key)
    )


def _named(session: Session, message: Message, rules: RuleBook) -> Message:
    """Return a message with the names of means in the place of their keys."""
    detail = str(message.params.get("detail", ""))
    return Message(message.code, {**message.params, "detail": means_name(session, rules, detail)})


def _bends(session: Session, way: Way, names: Names, rules: RuleBook) -> str:
    said = []
    for bend in way.relaxation.bends:
        agents = ", ".join(names.get(agent, agent) for agent in bend.agent.split(", "))
        message = bend.message
        params = {**message.params, "agent": agents}
        said.append(session.text(_named(session, Message(message.code, params), rules)))
    return "; ".join(said)


def _made(session: Session, way: Way, names: Names) -> tuple[str, str | None, str]:
    agents = ", ".join(names.get(agent, agent) for agent in way.relaxation.agents)
    return agents, moment(way.start), number(session, way.relaxation.cost_min)


def way_data(way: Way) -> dict[str, object]:
    """Return a way to make an order fit as JSON."""
    made = way.relaxation
    return {
        "bends": [_bend_data(bend) for bend in made.bends],
        "cost_min": made.cost_min,
        "agents": made.agents,
        "start": way.start,
    }


def _bend_data(bend: Bend) -> dict[str, object]:
    return {
        "way": bend.way,
        "agent": bend.agent,
        "minutes": bend.minutes,
        "days": bend.days,
        "detail": bend.detail,
    }
