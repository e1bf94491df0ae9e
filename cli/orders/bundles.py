# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard orders bundles``: orders that can be done under one water cut."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.rule_versions import tour_rules_of
from ...planner.tours.bundles import Bundle, accept_bundle, offered_bundles
from ..arguments import Now, Target
from ..session import Session
from ..tables import listed, rows

Accept = Annotated[
    str, typer.Option("--accept", metavar="ID", help="Have the orders of a bundle done together.")
]


def bundles(session: Session, target: Target, *, accept: Accept = "", now: Now = None) -> None:
    """List the orders that can share a water cut and what that saves, or tie those of one bundle together."""
    with session.workspace(target) as workspace:
        rules = tour_rules_of(workspace, session.now(now).date()).shut_offs
        links = accept_bundle(workspace, accept, rules=rules, who=getpass.getuser()) if accept else ()
        offered = offered_bundles(workspace)
    if accept:
        session.emit(
            {"accepted": accept, "links": links}, [session.say("cli.bundle_accepted", bundle=accept)]
        )
    else:
        session.emit({"bundles": offered}, _shown(session, offered))


def _shown(session: Session, offered: Sequence[Bundle]) -> Iterator[RenderableType]:
    if not offered:
        yield session.say("cli.no_bundles")
        return
    names = ("bundle", "close", "customers_spared", "operations_spared")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                bundle.bundle_id,
                listed(bundle.valves),
                len(bundle.customers_spared),
                bundle.operations_spared,
            )
            for bundle in offered
        ),
        right=(2, 3),
    )
    yield rows(
        [session.say(f"label.{name}") for name in ("order", "earliest_start", "due_at")],
        (
            (
                order.order_id,
                "" if order.earliest_start is None else f"{order.earliest_start:%Y-%m-%d %H:%M}",
                f"{order.due_at:%Y-%m-%d %H:%M}",
            )
            for bundle in offered
            for order in bundle.orders
        ),
    )
