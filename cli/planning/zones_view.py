# SPDX-License-Identifier: GPL-3.0-or-later
"""How a plan came out in each zone, for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from ...planner.plans.plan_zones import PlannedZone
from ..session import Session
from ..tables import rows
from ..wording import number


def zone_rows(session: Session, zones: Sequence[PlannedZone]) -> Table:
    """Return zones as rows; those that kept their tours say so instead of the seconds searched."""
    return rows(
        [
            session.say(f"label.{name}")
            for name in ("zone", "agents", "orders", "left_out", "cost", "searched")
        ],
        (
            (
                zone.zone or session.say("label.no_zone"),
                zone.agents,
                zone.orders,
                zone.unplanned,
                number(session, zone.cost),
                session.say("cli.zone_kept") if zone.is_kept else f"{number(session, zone.seconds, 1)} s",
            )
            for zone in zones
        ),
        right=range(1, 6),
    )
