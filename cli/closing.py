# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard close``: take in what was handed back for an order, check it, close the order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ..planner.closing.close_order import close_order
from ..planner.closing.settle import Settled
from ..planner.life.known_facts import form_for
from ..store.closure_files import read_closure_file
from ..workorders.closing.handed_in import handed_in
from ..workorders.orders import WorkOrder
from .arguments import By, Now, OrderOption, Target, actor
from .command import command
from .session import Session
from .wording import word

DataFile = Annotated[
    Path, typer.Option("--data", metavar="FILE", help="What was handed in: YAML, JSON or CSV.")
]


def register(root: typer.Typer) -> None:
    """Add the command to the application."""
    command(root, "close")(close)


def close(
    session: Session, target: Target, *, order: OrderOption, data: DataFile, by: By = "", now: Now = None
) -> None:
    """Take in what was handed back for an order: check it, close the order or send it back."""
    with session.workspace(target) as workspace:
        book = session.rule_book(now)
        form = form_for(workspace.get(WorkOrder, order), book)
        entries, raw = read_closure_file(data, order_id=order)
        handed = handed_in(entries, form, file=str(data), raw=raw, order_id=order)
        done = close_order(workspace, order, handed, book=book, now=now or datetime.now(), who=actor(by))
    session.emit(settled_data(done), settled_shown(session, done))


def settled_data(done: Settled) -> dict[str, object]:
    """Return where closure data brought an order."""
    return {
        "order": done.order.order_id,
        "state": done.order.state,
        "findings": done.findings,
        "lacks": done.lacks,
        "taken": done.closure.taken,
    }


def settled_shown(session: Session, done: Settled) -> Iterator[RenderableType]:
    """Yield where closure data brought an order, and why no further."""
    state = word(session, f"state.{done.order.state.value}")
    yield session.say("cli.order_moved", order=done.order.order_id, state=state)
    for one in done.findings:
        code = "cli.closure_error" if one.is_error else "cli.closure_warning"
        yield session.say(code, sentence=one.message)
    for lack in done.lacks:
        yield session.say("cli.closure_lacks", sentence=lack)
