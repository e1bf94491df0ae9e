# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard explain``: where an order is planned, or why it is not and what would make it fit."""

from __future__ import annotations

import typer

from ...planner.agent_names import agent_names
from ...planner.running.explain_today import explain_today
from ..arguments import Now, OrderOption, Target
from ..command import command
from ..session import Session
from . import explain_view as view


def register(root: typer.Typer) -> None:
    """Add the command to the application."""
    command(root, "explain")(explain)


def explain(session: Session, target: Target, *, order: OrderOption, now: Now = None) -> None:
    """Say why an order is not planned, agent by agent and day by day, and what would make it fit."""
    rules = session.rules_of(target)
    with session.workspace(target) as workspace:
        moment = session.now(now)
        found = explain_today(workspace, order, now=moment, authorisations=rules.means.authorisations)
        names = agent_names(workspace)
    session.emit(view.explained_data(found, names), view.explained(session, found, names, rules))
