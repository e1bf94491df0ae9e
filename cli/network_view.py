# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network answers, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from ..network.results import Conflict, Isolation
from ..planner.import_network import ImportedNetwork
from .session import Session
from .tables import facts, listed, rows
from .wording import distance, number, word


def imported(session: Session, result: ImportedNetwork) -> Iterator[RenderableType]:
    """Show the assets that came in."""
    counts = [
        (word(session, f"role.{role.value}"), number(session, count)) for role, count in result.counts.items()
    ]
    yield rows((session.say("label.assets"), session.say("label.count")), counts, right=[1])
    if result.skipped:
        yield facts([(session.say("label.skipped"), listed(result.skipped))])


def isolation_data(found: Isolation) -> dict[str, object]:
    """Return an isolation as JSON."""
    return {
        "asset": found.asset,
        "point": found.point,
        "close": found.close,
        "already_closed": found.already_closed,
        "pipes": found.pipes,
        "nodes": found.nodes,
        "length_m": round(found.length_m, 2),
        "volume_m3": round(found.volume_m3, 2),
        "customers": found.customers,
        "customer_count": found.customer_count,
        "sensitive_customers": found.sensitive_customers,
        "hydrants": found.hydrants,
        "already_dry": found.already_dry,
        "notes": found.notes,
    }


def isolation(session: Session, found: Isolation) -> Iterator[RenderableType]:
    """Show an isolation."""
    volume = number(session, found.volume_m3, 1)
    yield facts(
        [
            (session.say("label.asset"), found.asset),
            (session.say("label.close"), listed(found.close)),
            (session.say("label.already_closed"), listed(found.already_closed)),
            (session.say("label.length"), f"{distance(session, found.length_m)}, {volume} m³"),
            (session.say("label.customers"), listed(found.customers)),
            (session.say("label.sensitive_customers"), listed(found.sensitive_customers)),
            (session.say("label.hydrants"), listed(found.hydrants)),
        ]
    )
    yield from (session.text(note) for note in found.notes)


def conflicts(session: Session, found: Sequence[Conflict]) -> Iterator[RenderableType]:
    """Show the third-party networks around a dig."""
    if not found:
        yield session.say("cli.no_conflict")
        return
    names = ("network", "operator", "phone", "accuracy", "edge", "effective", "sensitive", "verdict")
    yield rows(
        [session.say(f"label.{name}") for name in names], (_line(session, c) for c in found), right=[4, 5]
    )
    yield session.say("cli.consult_anyway")


def _line(session: Session, conflict: Conflict) -> tuple[object, ...]:
    return (
        conflict.label or conflict.network_type,
        conflict.operator,
        conflict.emergency_phone,
        conflict.accuracy_class,
        f"{number(session, conflict.edge_m, 1)} m",
        None if conflict.effective_m is None else f"{number(session, conflict.effective_m, 1)} m",
        session.say("cli.yes") if conflict.is_sensitive else "",
        word(session, f"verdict.{conflict.verdict}"),
    )
