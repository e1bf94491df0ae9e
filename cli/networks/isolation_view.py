# SPDX-License-Identifier: GPL-3.0-or-later
"""What an isolation and the criticality map say, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from ...network.isolation.criticality import Criticality
from ...network.isolation.results import Combination, Isolation, NextRing
from ..session import Session
from ..tables import NOTHING, facts, listed, rows
from ..wording import distance, number, word

# as many lines as a person reads; JSON has them all
_MOST_LINES = 20


def isolation_data(found: Isolation) -> dict[str, object]:
    """Return an isolation as JSON."""
    return {
        "asset": found.asset,
        "point": found.point,
        "close": found.close,
        "reopen": found.reopen,
        "already_closed": found.already_closed,
        "reasons": {reason.valve: reason.message for reason in found.reasons},
        "pipes": found.pipes,
        "secondary_pipes": found.secondary_pipes,
        "nodes": found.nodes,
        "length_m": round(found.length_m, 2),
        "volume_m3": round(found.volume_m3, 2),
        "customers": found.customers,
        "customer_count": found.customer_count,
        "sensitive_customers": found.sensitive_customers,
        "secondary_customers": found.secondary_customers,
        "customers_by_category": found.customers_by_category,
        "hydrants": found.hydrants,
        "relies_on": found.relies_on,
        "already_dry": found.already_dry,
        "already_dry_customers": found.already_dry_customers,
        "ring2": {ring.valve: _ring_data(ring) for ring in found.next_rings},
        "combination": found.combination and _combination_data(found.combination),
        "notes": found.notes,
    }


def _ring_data(ring: NextRing) -> dict[str, object]:
    return {
        "close": ring.close,
        "extra_customers": ring.extra_customers,
        "extra_customer_count": len(ring.extra_customers),
        "extra_sensitive_customers": ring.extra_sensitive,
        "extra_hydrants": ring.extra_hydrants,
        "extra_length_m": round(ring.extra_length_m, 2),
        "can_isolate": ring.can_isolate,
    }


def _combination_data(found: Combination) -> dict[str, object]:
    return {
        "close": found.close,
        "customers": found.customers,
        "customer_count": len(found.customers),
        "sensitive_customers": found.sensitive_customers,
        "hydrants": found.hydrants,
        "length_m": round(found.length_m, 2),
    }


def isolation(session: Session, found: Isolation) -> Iterator[RenderableType]:
    """Show an isolation: the cut, why each valve, plan B, what a combination adds."""
    volume = number(session, found.volume_m3, 1)
    yield facts(
        [
            (session.say("label.asset"), found.asset),
            (session.say("label.close"), listed(found.close)),
            (session.say("label.reopen"), listed(found.reopen)),
            (session.say("label.already_closed"), listed(found.already_closed)),
            (session.say("label.length"), f"{distance(session, found.length_m)}, {volume} m³"),
            (session.say("label.customers"), listed(found.customers)),
            (session.say("label.by_category"), _by_category(session, found)),
            (session.say("label.sensitive_customers"), listed(found.sensitive_customers)),
            (session.say("label.secondary_customers"), listed(found.secondary_customers)),
            (session.say("label.hydrants"), listed(found.hydrants)),
        ]
    )
    yield from (session.text(reason.message) for reason in found.reasons)
    if found.next_rings:
        yield rows(
            [
                session.say(f"label.{name}")
                for name in ("valve_fails", "close", "more_customers", "sensitive")
            ],
            (_ring(session, ring) for ring in found.next_rings),
            right=[2],
        )
    if found.combination:
        yield facts([(session.say("label.combination"), listed(found.combination.customers))])
    yield from (session.text(note) for note in found.notes)


def _by_category(session: Session, found: Isolation) -> str:
    counts = []
    for kind, count in found.customers_by_category.items():
        label = word(session, f"user_type.{kind or 'unknown'}")
        counts.append(f"{label} {number(session, count)}")
    return ", ".join(counts) or NOTHING


def _ring(session: Session, ring: NextRing) -> tuple[object, ...]:
    close = listed(ring.close) if ring.can_isolate else session.say("cli.cannot_isolate")
    return ring.valve, close, number(session, len(ring.extra_customers)), listed(ring.extra_sensitive)


def criticality_data(found: Criticality) -> dict[str, object]:
    """Return the criticality map as JSON, the costliest first."""
    pipes = zip(found.pipe_ids, found.pipe_customers.tolist(), found.pipe_sensitive.tolist(), strict=True)
    valves = zip(
        found.valve_ids,
        found.valve_extra_customers.tolist(),
        found.valve_extra_sensitive.tolist(),
        strict=True,
    )
    return {
        "pipes": [
            {"asset": asset, "customer_count": cut, "sensitive_count": sensitive}
            for asset, cut, sensitive in sorted(pipes, key=_costliest)
        ],
        "valves": [
            {"asset": asset, "extra_customer_count": extra, "extra_sensitive_count": sensitive}
            for asset, extra, sensitive in sorted(valves, key=_costliest)
        ],
        "notes": found.notes,
    }


def _costliest(line: tuple[str, int, int]) -> tuple[int, int, str]:
    asset, customers, sensitive = line
    return -customers, -sensitive, asset


def criticality(session: Session, found: Criticality) -> Iterator[RenderableType]:
    """Show the pipes and valves whose failure costs most."""
    for label, ids, customers, sensitive in (
        ("pipe_fails", found.pipe_ids, found.pipe_customers, found.pipe_sensitive),
        ("valve_fails", found.valve_ids, found.valve_extra_customers, found.valve_extra_sensitive),
    ):
        lines = sorted(zip(ids, customers.tolist(), sensitive.tolist(), strict=True), key=_costliest)
        counted = "customers" if label == "pipe_fails" else "more_customers"
        yield rows(
            [session.say(f"label.{name}") for name in (label, counted, "sensitive")],
            lines[:_MOST_LINES],
            right=[1, 2],
        )
        if len(lines) > _MOST_LINES:
            yield session.say("cli.more", count=len(lines) - _MOST_LINES)
    yield session.say("cli.worst_place")
    yield from (session.text(note) for note in found.notes)
