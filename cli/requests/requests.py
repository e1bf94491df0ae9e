# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard requests``: import the calls, list and show them, qualify them into orders."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.assets.asset_base import AssetBase
from ...planner.import_records import import_records
from ...planner.intake.from_mail import take_mail
from ...planner.intake.qualify_day import QualifiedDay, qualify_requests
from ...planner.intake.reach import Reach
from ...planner.intake.register import register as register_of
from ...planner.intake.request_sheet import request_sheet
from ...store.mail_files import SUFFIXES as MAILS
from ...store.mail_files import read_mail_file
from ...store.request_files import LAYERS, read_requests
from ...store.taken_lines import naming_lines
from ...workorders.requests import RequestState, ServiceRequest
from ..arguments import At, By, Now, RequestArgument, Source, Target, actor
from ..command import command
from ..orders.orders_view import order_rows
from ..session import Session
from . import request_desk
from . import requests_view as view

group = typer.Typer(help="Service requests: take calls, import, list, qualify into orders.")

StateOption = Annotated[RequestState | None, typer.Option("--state", help="Only those in this state.")]
Chains = Annotated[
    bool, typer.Option("--chains", help="Lay out the steps of each order, with the orders that they ask for.")
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    request_desk.add_to(group)
    root.add_typer(group, name="requests")


@command(group, "import")
def import_(
    session: Session, target: Target, file: Source, *, at: At = None, now: Now = None, by: By = ""
) -> None:
    """Import the requests of a CSV file or a layer, all or none, or the one of a mail (.eml, .txt).

    A mail whose words name no address of the address base needs --at.
    """
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        if file.suffix.lower() in MAILS:
            mail = read_mail_file(file, time_zone=rules.intake.time_zone)
            taken = take_mail(
                workspace,
                AssetBase(workspace),
                mail,
                rules=rules,
                now=session.now(now),
                who=actor(by),
                file=str(file),
                at=at,
            )
            session.emit({"imported": 1, **view.taken_data(taken)}, view.taken(session, taken, rules))
            return
        if at is not None:
            raise InputError("cli.at_is_for_mails", file=file)
        reach = Reach(AssetBase(workspace), rules.intake)
        requests = read_requests(file, rules, crs=workspace.crs, now=session.now(now), check_place=reach)
        lines = {} if file.suffix.lower() in LAYERS else {file: "request_id"}
        with naming_lines(lines):
            count = import_records(workspace, requests, name="import requests", who=actor(by))
    session.emit({"imported": count}, [session.say("cli.requests_imported", count=count)])


@command(group, "list")
def list_(session: Session, target: Target, *, state: StateOption = None, now: Now = None) -> None:
    """List the requests with their age, deadlines and possible duplicates."""
    with session.workspace(target) as workspace:
        chosen = workspace.all(ServiceRequest, **({"state": state} if state else {}))
        found = register_of(workspace, rules=session.rule_book(now), now=session.now(now), chosen=chosen)
    data = [{**view.as_fields(one.request), **view.registered_data(one)} for one in found]
    session.emit({"requests": data}, [view.listed_requests(session, found)])


@command(group, "show")
def show(session: Session, target: Target, request: RequestArgument, *, now: Now = None) -> None:
    """Show one request: deadlines, answers, what is still to ask, assets near, duplicates, orders."""
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        sheet = request_sheet(workspace, AssetBase(workspace), request, rules=rules, now=session.now(now))
    session.emit(sheet, view.sheet(session, sheet, rules))


@command(group, "qualify")
def qualify(session: Session, target: Target, *, chains: Chains = False, now: Now = None) -> None:
    """Turn the new requests into orders: type, priority, asset, cut, conflicts, notice."""
    with session.workspace(target) as workspace, session.progress() as progress:
        done = qualify_requests(
            workspace,
            AssetBase(workspace),
            rules=session.rule_book(now),
            now=session.now(now),
            who=getpass.getuser(),
            language=session.language,
            chains=chains,
            progress=progress,
        )
    data = {
        "orders": [order.order_id for order in done.orders],
        "unclear": [request.request_id for request in done.unclear],
        "call_back": [view.call_back_data(one) for one in done.call_back],
    }
    session.emit(data, _qualified(session, done))


def _qualified(session: Session, done: QualifiedDay) -> Iterator[RenderableType]:
    yield order_rows(session, done.orders, session.rule_book())
    for request in done.unclear:
        yield session.say("cli.unclear", request=request.request_id, description=request.description)
    yield from view.call_backs(session, done.call_back)
