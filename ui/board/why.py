# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an order is where it is, or nowhere: read in a worker, as text and as what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import escape
from typing import TYPE_CHECKING, Any

from ...qgis_bridge.figures import moment_text, number_text
from ...qgis_bridge.messages import say, tr
from .rows import Board

if TYPE_CHECKING:
    from ...planner.plans.explain_order import Way
    from ...planner.running.bend_rules import Seat
    from ...planner.running.hand_move import HandMoves, Moved
    from ...routing.explain.relaxation import Bend


@dataclass(frozen=True, slots=True)
class Remedy:
    """What makes an order fit: what it says, and the rules that a button bends (none: no button).

    ``day`` is the one of the plan that they are about, ``seat`` where the order then goes.
    """

    text: str
    bends: tuple[Bend, ...] = ()
    day: date | None = None
    seat: Seat | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """The answer as rich text; the remedies are the cheapest first."""

    order_id: str
    text: str
    remedies: tuple[Remedy, ...] = ()


def why_not(workspace: Any, order_id: str, names: Mapping[str, str], now: datetime) -> Why:
    """Return why the plan in force leaves an order out, agent by agent, and what would make it fit.

    Of a day that has begun, only what is left counts.
    """
    from ...core.messages import Message
    from ...planner.plans.why_summary import why_summary
    from ...planner.rule_versions import newest_rules
    from ...planner.running.explain_today import explain_today
    from ...qgis_bridge.labels import means_text, reason_text

    authorisations = newest_rules(workspace).means.authorisations
    found = explain_today(workspace, order_id, now=now, authorisations=authorisations)
    summary = why_summary(found, names)
    lines = [
        f"<tr><td>{escape(names.get(one['agent'], one['agent']) or tr('Everybody'))}&nbsp;&nbsp;</td>"
        f"<td>{escape(_day(one['day']))}&nbsp;&nbsp;</td>"
        f"<td>{escape(reason_text(one['code'], one['detail']))}</td></tr>"
        for one in found.reasons
    ]
    parts = [f"<p><b>{escape(say(summary))}</b></p>"] if summary else []
    if lines:
        parts.append(f"<table>{''.join(lines)}</table>")
    elif not summary:
        parts.append(tr("The plan in force does not know it."))
    parts += [f"<p>{escape(say(Message(m.code, _named(m.params, means_text))))}</p>" for m in found.kept]
    if lines and not found.ways:
        parts.append(f"<p>{tr('Nothing that may be bent would make it fit.')}</p>")
    return Why(order_id, "".join(parts), tuple(_remedy(way, names) for way in found.ways[:3]))


def why_here(moves: HandMoves | None, board: Board, order_id: str) -> Why:
    """Return who else could make a planned order, and what that would cost or break."""
    from .moves import judged

    places = [(n, block) for n, block in board.places.get(order_id, ()) if block.task == "work"]
    crew = ", ".join(board.rows[n].name for n, _ in places)
    head = f"<p><b>{escape(crew)}</b> · {escape(moment_text(places[0][1].start))}</p>"
    if moves is None or places[0][1].is_fixed:
        return Why(order_id, head + tr("It has begun: nobody else takes it over."))
    names = board.names
    lines = []
    for agent, moved in _elsewhere(moves, board, order_id):
        _, text = judged(moves, moved, names, order_id)
        cost = number_text(round(moved.cost_min))
        said = text if moved.new else tr("{text}; costs {cost} min more").format(text=text, cost=cost)
        lines.append(f"<tr><td>{escape(names[agent])}&nbsp;&nbsp;</td><td>{escape(said)}</td></tr>")
    return Why(order_id, f"{head}<p>{tr('If somebody else made it:')}</p><table>{''.join(lines)}</table>")


def _elsewhere(moves: HandMoves, board: Board, order_id: str) -> Iterator[tuple[str, Moved]]:
    """Yield the best place of an order in each other tour: that which breaks least, then costs least."""
    from ...core.errors import RegardError

    here = {n for n, block in board.places[order_id] if block.task == "work"}
    block = next(block for _, block in board.places[order_id] if block.task == "work")
    for number, row in enumerate(board.rows):
        if number in here:
            continue
        count = 1 + sum(b.start.date() == block.start.date() and not b.is_fixed for b in row.blocks)
        found = []
        for position in range(1, count + 1):
            try:
                moved = moves.move(
                    order_id, agent=row.agent_id, position=position, day=block.start.date(), role=block.role
                )
            except RegardError:
                break
            found.append(moved)
            if any(one.visit_id == order_id for one in moved.new):
                # what an agent lacks is lacking anywhere in the tour
                break
        if found:
            yield row.agent_id, min(found, key=lambda one: (len(one.new), one.cost_min))


def _remedy(way: Way, names: Mapping[str, str]) -> Remedy:
    from ...core.messages import Message
    from ...planner.running.bend_rules import Seat, can_bend
    from ...qgis_bridge.labels import means_text

    made = way.relaxation
    said = []
    for bend in made.bends:
        agents = ", ".join(names.get(agent, agent) for agent in bend.agent.split(", "))
        params = {**_named(bend.message.params, means_text), "agent": agents}
        said.append(say(Message(bend.message.code, params)))
    text = tr("{bends} → {agents}, {moment}, for {cost} min").format(
        bends="; ".join(said),
        agents=", ".join(names.get(agent, agent) for agent in made.agents),
        moment=moment_text(way.start),
        cost=number_text(round(made.cost_min)),
    )
    return Remedy(text, made.bends if can_bend(made.bends) else (), way.day, Seat(made.agents, way.start))


def why_elsewhere(order_id: str, remedy: Remedy, seat: Seat, names: Mapping[str, str]) -> Why:
    """Return what to say where an order would not go where its button said: the other seat, to agree to."""
    agents = ", ".join(names.get(agent, agent) for agent in seat.agents)
    text = tr("{agents}, {moment}").format(agents=agents, moment=moment_text(seat.start))
    said = tr("The place that was shown is no longer free. Nothing was changed; it would now be this one:")
    return Why(order_id, f"<p>{escape(said)}</p>", (replace(remedy, text=text, seat=seat),))


def _named(params: Mapping[str, Any], name_of: Any) -> dict[str, Any]:
    return {**params, "detail": name_of(str(params.get("detail", "")))}


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m}" if text else ""
