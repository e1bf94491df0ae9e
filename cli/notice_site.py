# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard notices deem``: the site of a dig, its operators, networks and road."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from ..planner.notices.deem import deem_in_zone
from .arguments import By, OrderOption, Target, actor, parse_moment
from .command import command
from .session import Session

OperatorOption = Annotated[str, typer.Option("--operator", metavar="NAME", help="The operator of a network.")]
ContactOption = Annotated[str, typer.Option("--contact", help="Who was spoken to, or what became of it.")]
CalledAt = Annotated[
    datetime, typer.Option("--at", parser=parse_moment, metavar="TIME", help="When it was called.")
]


def register(group: typer.Typer) -> None:
    """Add the commands to those of notices."""
    command(group, "deem")(deem)


def deem(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    operator: OperatorOption,
    contact: ContactOption,
    at: CalledAt,
    by: By = "",
) -> None:
    """Note that an operator called about an urgent dig did not answer: its networks count as in the zone."""
    with session.workspace(target) as workspace:
        noted = deem_in_zone(workspace, order, operator, contact=contact, called_at=at, who=actor(by))
    session.emit({"answer": noted}, [session.say("cli.deemed", operator=operator)])
