# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the call desk: take a call, ask, acknowledge, reject, merge, close."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from ...planner.assets.asset_base import AssetBase
from ...planner.intake.merge import callers_to_tell, close_requests, merge_requests
from ...planner.intake.places import find_place, near_assets
from ...planner.intake.register import queue_to_acknowledge
from ...planner.intake.take_call import (
    Call,
    acknowledge_requests,
    answer_questions,
    reject_request,
    take_call,
)
from ...workorders.intake.registration import form, parse_answers
from ...workorders.suggestion import suggest_codes
from ..arguments import (
    Answers,
    At,
    By,
    Now,
    OrderOption,
    Reason,
    RequestArgument,
    RequestArguments,
    Target,
    actor,
    parse_moment,
)
from ..command import command
from ..session import Session
from . import requests_view as view

Caller = Annotated[str, typer.Option("--caller", metavar="NAME", help="Who calls.")]
Phone = Annotated[str, typer.Option("--phone", metavar="NUMBER", help="Where to call back.")]
Email = Annotated[str, typer.Option("--email", metavar="ADDRESS", help="Where to write back.")]
Customer = Annotated[str, typer.Option("--customer", metavar="REF", help="The customer's reference.")]
Words = Annotated[str, typer.Option("--description", metavar="TEXT", help="What the caller says.")]
Address = Annotated[
    str, typer.Option("--address", metavar="TEXT", help="An address; found in the address base.")
]
ParcelOption = Annotated[str, typer.Option("--parcel", metavar="ID", help="A cadastral parcel: AB 123.")]
AssetOption = Annotated[str, typer.Option("--asset", metavar="ID", help="An asset, by its own id.")]
Code = Annotated[str, typer.Option("--code", metavar="CODE", help="The type of work.")]
Contract = Annotated[
    str, typer.Option("--contract", metavar="ID", help="The contract; by default the usual one.")
]
ReceivedAt = Annotated[
    datetime | None,
    typer.Option(
        "--received", parser=parse_moment, metavar="TIME", help="When the call came in; by default now."
    ),
]
WindowStart = Annotated[
    datetime | None,
    typer.Option("--from", parser=parse_moment, metavar="TIME", help="The caller is there from then on."),
]
WindowEnd = Annotated[
    datetime | None,
    typer.Option("--until", parser=parse_moment, metavar="TIME", help="The caller is there until then."),
]
RequestId = Annotated[str, typer.Option("--id", metavar="ID", help="Its number; by default the next one.")]
Into = Annotated[
    str, typer.Option("--into", metavar="REQUEST", help="The request whose orders answer them too.")
]
Quantity = Annotated[
    float | None,
    typer.Option(
        "--quantity", min=0.01, help="How much there is to do, in the unit of the type (metres, valves)."
    ),
]


def add_to(group: typer.Typer) -> None:
    """Add the commands to the group of requests."""
    for name, function in (
        ("add", add),
        ("questions", questions),
        ("answer", answer),
        ("near", near),
        ("acknowledge", acknowledge),
        ("queue", queue),
        ("reject", reject),
        ("merge", merge),
        ("close", close),
        ("callers", callers),
    ):
        command(group, name)(function)


def add(
    session: Session,
    target: Target,
    *,
    caller: Caller,
    description: Words,
    phone: Phone = "",
    email: Email = "",
    customer: Customer = "",
    address: Address = "",
    at: At = None,
    parcel: ParcelOption = "",
    asset: AssetOption = "",
    code: Code = "",
    answer: Answers = None,
    contract: Contract = "",
    received: ReceivedAt = None,
    window_start: WindowStart = None,
    window_end: WindowEnd = None,
    quantity: Quantity = None,
    number: RequestId = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Take a call: who, where, what, and the answers to the questions of its type, danger first."""
    rules = session.rules_of(target, now)
    moment = session.now(now)
    call = Call(
        caller=caller,
        phone=phone,
        email=email,
        description=description,
        received_at=received or moment,
        code=code,
        customer_ref=customer,
        contract_id=contract,
        answers=parse_answers(answer),
        window_start=window_start,
        window_end=window_end,
        quantity=quantity,
    )
    with session.workspace(target) as workspace:
        base = AssetBase(workspace)
        found = find_place(workspace, base, at=at, address=address, parcel=parcel, asset=asset)
        taken = take_call(
            workspace, base, call, found, rules=rules, now=moment, who=actor(by), request_id=number
        )
    session.emit(view.taken_data(taken), view.taken(session, taken, rules, found=found))


def questions(session: Session, *, code: Code = "", description: Words = "") -> None:
    """Show what to ask a caller: the types that the words may mean, and the questions of the type."""
    rules = session.rule_book()
    suggested = suggest_codes(description, rules.catalogue) if description else ()
    chosen = code or (suggested[0].code if suggested else "")
    standard = rules.catalogue[chosen] if chosen else None
    asked = form(rules.questions, standard)
    between = rules.questions.telling_apart([one.code for one in suggested])
    data = {"code": chosen, "suggestions": suggested, "between": between, "questions": asked}
    session.emit(view.form_data(session, data), view.form_shown(session, suggested, between, asked, rules))


def answer(
    session: Session,
    target: Target,
    request: RequestArgument,
    *,
    answer: Answers = None,
    code: Code = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Note what a caller answered later, and the type of work if it is known by now."""
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        changed = answer_questions(
            workspace, request, parse_answers(answer), rules=rules, code=code, who=actor(by)
        )
    session.emit({"request": changed}, view.answers_shown(session, changed, rules))


def near(
    session: Session,
    target: Target,
    *,
    address: Address = "",
    at: At = None,
    parcel: ParcelOption = "",
    asset: AssetOption = "",
    code: Code = "",
) -> None:
    """Propose the assets around a place, with their distance and how far along a pipe it lies."""
    rules = session.rules_of(target)
    standard = rules.catalogue[code] if code else None
    with session.workspace(target) as workspace:
        base = AssetBase(workspace)
        found = find_place(workspace, base, at=at, address=address, parcel=parcel, asset=asset)
        assets = near_assets(base, found.place, standard=standard, rules=rules.intake)
    data = {"place": found.place, "address": found.address, "assets": assets}
    session.emit(data, [view.asset_rows(session, assets)])


def acknowledge(
    session: Session, target: Target, requests: RequestArguments, *, now: Now = None, by: By = ""
) -> None:
    """Note that callers know that their requests are taken: now, or at the time given."""
    rules = session.rules_of(target, now)
    moment = session.now(now)
    with session.workspace(target) as workspace:
        done = acknowledge_requests(workspace, requests, at=moment, who=actor(by))
        found = view.register_of(workspace, rules=rules, now=moment, chosen=done)
    session.emit(
        {"acknowledged": [view.registered_data(one) for one in found]}, [view.listed_requests(session, found)]
    )


def queue(session: Session, target: Target, *, now: Now = None) -> None:
    """List the requests to acknowledge, the one whose delay ends first in front."""
    with session.workspace(target) as workspace:
        found = queue_to_acknowledge(workspace, rules=session.rule_book(now), now=session.now(now))
    session.emit(
        {"to_acknowledge": [view.waiting_data(one) for one in found]}, view.queue_shown(session, found)
    )


def reject(
    session: Session, target: Target, request: RequestArgument, *, reason: Reason = "", by: By = ""
) -> None:
    """Reject a request that no order was made of, with the reason."""
    with session.workspace(target) as workspace:
        done = reject_request(workspace, request, reason=reason, who=actor(by))
    session.emit({"request": done}, [session.say("cli.rejected", request=request, reason=done.reason)])


def merge(
    session: Session,
    target: Target,
    requests: RequestArguments,
    *,
    into: Into,
    now: Now = None,
    by: By = "",
) -> None:
    """Have the orders of one request answer others too: several calls about one burst."""
    rules = session.rules_of(target, now)
    moment = session.now(now)
    with session.workspace(target) as workspace:
        done = merge_requests(
            workspace,
            AssetBase(workspace),
            requests,
            into=into,
            rules=rules,
            now=moment,
            who=actor(by),
            language=session.language,
        )
    session.emit(done, view.merged_shown(session, done, moment))


def close(session: Session, target: Target, *, order: OrderOption, now: Now = None, by: By = "") -> None:
    """Close the requests of an order tree whose orders are closed, and list the callers to tell."""
    with session.workspace(target) as workspace:
        moment = session.now(now)
        done = close_requests(workspace, order, at=moment, who=actor(by))
    session.emit(
        {"closed": [one.request_id for one in done.requests], "callers": done.callers},
        view.callers_shown(session, done.callers),
    )


def callers(session: Session, target: Target, *, order: OrderOption) -> None:
    """List who called about the work of an order and those that belong to it: the people to tell."""
    with session.workspace(target) as workspace:
        found = callers_to_tell(workspace, order)
    session.emit({"callers": found}, [view.caller_rows(session, found)])
