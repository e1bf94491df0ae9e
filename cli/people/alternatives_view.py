# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in when an order cannot be made as wanted, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ...planner.agent_names import Names
from ...planner.running.alternatives import Alternative
from ...workorders.rulebook import RuleBook
from ..session import Session
from ..tables import rows
from ..wording import means_name, moment, number


def ways_data(found: Sequence[Alternative]) -> list[dict[str, object]]:
    """Return the ways as JSON."""
    return [
        {
            "kind": way.kind,
            "day": way.day,
            "start": way.start,
            "agents": way.agents,
            "company": way.company or None,
            "equipment": way.equipment,
            "cost_min": way.cost_min,
            "price_eur": way.price_eur,
            "late_min": way.late_min,
            "breaks_deadline": way.breaks_deadline,
            "parts_min": way.parts_min,
            "then": way.then,
        }
        for way in found
    ]


def ways_shown(
    session: Session, order: str, found: Sequence[Alternative], names: Names
) -> Iterator[RenderableType]:
    """Show what stands in for an order, with the command that splits it."""
    if not found:
        yield session.say("cli.no_alternative")
        return
    rules = session.rule_book()
    headings = ("way", "who", "day", "start", "cost_min", "price_eur", "deadline")
    lines = [
        (
            _kind(session, way),
            ", ".join(_who(session, rules, way, names)),
            way.day,
            moment(way.start),
            way.cost_min,
            number(session, way.price_eur, 2) if way.price_eur is not None else "",
            session.say("cli.deadline_missed", minutes=way.late_min) if way.breaks_deadline else "",
        )
        for way in found
    ]
    yield rows([session.say(f"label.{name}") for name in headings], lines, right=[4, 5])
    for way in found:
        if way.parts_min:
            minutes = ",".join(str(part) for part in way.parts_min)
            yield session.say("cli.split_so", order=order, minutes=minutes)


def _kind(session: Session, way: Alternative) -> str:
    kind = session.say(f"alternative.{way.kind}")
    is_later = way.then is not None and way.then.date() > way.day
    return session.say("cli.split_then", kind=kind, then=way.then) if is_later else kind


def _who(session: Session, rules: RuleBook, way: Alternative, names: Names) -> Iterator[str]:
    """Yield who makes the work, and the equipment that it takes."""
    yield from (names.get(agent, agent) for agent in way.agents)
    if way.company:
        yield way.company
    yield from (means_name(session, rules, kind) for kind in way.equipment)
