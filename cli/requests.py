# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard requests``: import the calls, list them, qualify them into orders."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated

import typer
from rich.console import RenderableType

from ..planner.asset_base import AssetBase
from ..planner.import_records import import_records
from ..planner.qualify_day import QualifiedDay, qualify_requests
from ..store.records_csv import read_records
from ..workorders.requests import RequestState, ServiceRequest
from ..workorders.rulebook import load_rule_book
from .arguments import Now, Source, Target
from .command import command
from .orders_view import order_rows
from .session import Session
from .tables import rows
from .wording import moment, word

group = typer.Typer(help="Service requests: import, list, qualify into orders.")

StateOption = Annotated[RequestState | None, typer.Option("--state", help="Only those in this state.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="requests")


@command(group, "import")
def import_(session: Session, target: Target, file: Source) -> None:
    """Import the requests of a CSV file: all of them, or none if a line has a mistake."""
    rules = load_rule_book()
    known = {"code": set(rules.catalogue.jobs), "contract_id": set(rules.contracts.contracts)}
    requests = read_records(file, ServiceRequest, known=known, in_order=[("window_start", "window_end")])
    with session.workspace(target) as workspace:
        count = import_records(workspace, requests, name="import requests", who=getpass.getuser())
    session.emit({"imported": count}, [session.say("cli.requests_imported", count=count)])


@command(group, "list")
def list_(session: Session, target: Target, *, state: StateOption = None) -> None:
    """List the requests."""
    with session.workspace(target) as workspace:
        requests = workspace.all(ServiceRequest, **({"state": state} if state else {}))
    session.emit({"requests": requests}, _listed(session, requests))


@command(group, "qualify")
def qualify(session: Session, target: Target, *, now: Now = None) -> None:
    """Turn the new requests into orders: type, priority, asset, cut, conflicts, notice."""
    with session.workspace(target) as workspace, session.progress() as progress:
        done = qualify_requests(
            workspace,
            AssetBase(workspace),
            rules=load_rule_book(),
            now=now or datetime.now(),
            who=getpass.getuser(),
            language=session.language,
            progress=progress,
        )
    data = {
        "orders": [order.order_id for order in done.orders],
        "unclear": [request.request_id for request in done.unclear],
    }
    session.emit(data, _qualified(session, done))


def _listed(session: Session, requests: Sequence[ServiceRequest]) -> Iterator[RenderableType]:
    names = ("request", "received_at", "state", "code", "address", "description", "order")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                request.request_id,
                moment(request.received_at),
                word(session, f"request_state.{request.state.value}"),
                request.code,
                request.address,
                request.description,
                request.order_id,
            )
            for request in requests
        ),
    )


def _qualified(session: Session, done: QualifiedDay) -> Iterator[RenderableType]:
    yield order_rows(session, done.orders, load_rule_book())
    for request in done.unclear:
        yield session.say("cli.unclear", request=request.request_id, description=request.description)
