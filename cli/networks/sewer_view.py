# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies upstream or downstream in the sewers, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from ...network.sewers.results import Arrival, SewerTrace
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import distance, duration, number, word

_MOST_ARRIVALS = 30


def trace_data(found: SewerTrace) -> dict[str, object]:
    """Return a sewer trace as JSON."""
    return {
        "asset": found.asset,
        "direction": found.direction,
        "pipes": found.pipes,
        "nodes": found.nodes,
        "length_m": round(found.length_m, 2),
        "customers": found.customers,
        "customer_count": found.customer_count,
        "gullies": found.gullies,
        "outfalls": found.outfalls,
        "pumps": found.pumps,
        "directions": found.directions,
        "arrivals": [_arrival_data(arrival) for arrival in found.arrivals],
        "loops": found.loops,
        "overflow_pipes": found.overflow_pipes,
        "assumed_m": round(found.assumed_m, 2),
        "notes": found.notes,
    }


def trace(session: Session, found: SewerTrace) -> Iterator[RenderableType]:
    """Show a sewer trace: what is on it, then who is reached when."""
    directions = (
        f"{word(session, f'flow_source.{source}')} {number(session, count)}"
        for source, count in found.directions.items()
    )
    yield facts(
        [
            (session.say("label.asset"), found.asset),
            (session.say("label.pipes"), listed(found.pipes)),
            (session.say("label.length"), distance(session, found.length_m)),
            (session.say("label.direction_from"), ", ".join(directions) or None),
            (session.say("label.connections"), listed(found.customers)),
            (session.say("label.gullies"), listed(found.gullies)),
            (session.say("label.pumps"), listed(found.pumps)),
            (session.say("label.outfalls"), listed(found.outfalls)),
        ]
    )
    if found.arrivals:
        names = ("asset", "code", "first_arrival", "last_arrival", "distance", "only_by_overflow")
        shown = (_line(session, arrival) for arrival in found.arrivals[:_MOST_ARRIVALS])
        yield rows([session.say(f"label.{name}") for name in names], shown, right=[2, 3, 4])
        if len(found.arrivals) > _MOST_ARRIVALS:
            yield session.say("cli.more", count=len(found.arrivals) - _MOST_ARRIVALS)
    yield from (session.text(note) for note in found.notes)


def _arrival_data(arrival: Arrival) -> dict[str, object]:
    return {
        "asset": arrival.asset_id,
        "role": arrival.role,
        "label": arrival.label,
        "first_s": round(arrival.first_s),
        "last_s": None if arrival.last_s is None else round(arrival.last_s),
        "distance_m": round(arrival.distance_m, 2),
        "only_by_overflow": arrival.only_by_overflow,
    }


def _line(session: Session, arrival: Arrival) -> tuple[object, ...]:
    named = f"{arrival.asset_id} ({arrival.label})" if arrival.label else arrival.asset_id
    return (
        named,
        word(session, f"role.{arrival.role}"),
        duration(arrival.first_s),
        session.say("cli.loop_time") if arrival.last_s is None else duration(arrival.last_s),
        distance(session, arrival.distance_m),
        session.say("cli.yes") if arrival.only_by_overflow else "",
    )
