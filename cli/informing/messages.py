# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard messages``: plan what is told about an order, tell it, and log what came of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ...core.errors import InputError
from ...planner.assets.asset_base import AssetBase
from ...planner.informing.attempts import chosen_messages, log_attempts
from ...planner.informing.letters import PRINTED, letters_of, sender_of
from ...planner.informing.open_messages import author_of, open_messages
from ...planner.informing.plan_messages import attempts_of, communication_plan, plan_communication
from ...planner.informing.send_mail import send_by_mail
from ...planner.informing.sms import sms_table
from ...planner.informing.texts import (
    SERVICE_ADDRESS,
    SERVICE_NAME,
    SERVICE_PHONE,
)
from ...workorders.informing.contacts import Channel
from ...workorders.informing.messages import OrderMessage, Outcome
from ...workorders.informing.phone_numbers import require_phone
from ..arguments import By, Now, OrderOption, Out, Start, Target, actor
from ..command import command
from ..session import Session
from . import messages_view as view

group = typer.Typer(help="Who is told what about an order: plan, send, export, print, log.")

PurposeOption = Annotated[
    str, typer.Option("--purpose", metavar="NAME", help="Only messages of this purpose.")
]
MessageOption = Annotated[str, typer.Option("--message", metavar="ID", help="This message.")]
ChannelOption = Annotated[Channel | None, typer.Option("--channel", help="Only those by this channel.")]
UsedOption = Annotated[Channel | None, typer.Option("--used", help="The channel used, if another one.")]
OutcomeOption = Annotated[Outcome, typer.Option("--outcome", help="How the attempt ended.")]
NoteOption = Annotated[str, typer.Option("--note", help="What was answered, who was on the phone.")]
TemplatesOption = Annotated[
    Path | None,
    typer.Option(
        "--templates", metavar="DIR", exists=True, file_okay=False, help="Own texts: DIR/fr/NAME.txt."
    ),
]
Host = Annotated[str, typer.Option("--host", help="The SMTP server.")]
Port = Annotated[int, typer.Option("--port", help="Its port.")]
SecurityOption = Annotated[str, typer.Option("--security", help="tls, starttls or none.")]
User = Annotated[str, typer.Option("--user", help="The user to log in as; the password is never stored.")]
SenderOption = Annotated[str, typer.Option("--sender", help="The mail address that mails come from.")]
NameOption = Annotated[str, typer.Option("--name", help="The service's name, under its messages.")]
PhoneOption = Annotated[str, typer.Option("--phone", help="The number to call back.")]
AddressOption = Annotated[str, typer.Option("--address", help="Its postal address, lines after commas.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="messages")


@command(group, "plan")
def plan(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    start: Start = None,
    now: Now = None,
    by: By = "",
) -> None:
    """Plan the messages of an order from the rules, or bring its plan up to date."""
    with session.workspace(target) as workspace:
        done = plan_communication(
            workspace,
            AssetBase(workspace),
            order,
            contracts=session.rule_book(now).contracts,
            rules=session.rule_book(now).communication,
            now=session.now(now),
            who=actor(by),
            start=start,
        )
    session.emit(done, view.plan_shown(session, done))


@command(group, "list")
def list_(session: Session, target: Target, *, order: OrderOption, now: Now = None) -> None:
    """List the messages of an order by due time, with the attempts made."""
    with session.workspace(target) as workspace:
        found = communication_plan(workspace, order, now=session.now(now))
        attempts = attempts_of(workspace, order)
    session.emit(
        {"plan": found, "attempts": attempts},
        [*view.plan_shown(session, found), *view.attempts_shown(session, attempts)],
    )


@command(group, "show")
def show(
    session: Session,
    target: Target,
    *,
    message: MessageOption,
    start: Start = None,
    now: Now = None,
    templates: TemplatesOption = None,
) -> None:
    """Show what a message says: the text, or the script of the call."""
    with session.workspace(target) as workspace:
        wanted = workspace.get(OrderMessage, message)
        author = author_of(workspace, wanted.order_id, now=session.now(now), start=start, templates=templates)
        written = author.write(wanted, known=workspace.all(OrderMessage, order_id=wanted.order_id))
    session.emit(view.written_data(written), view.written_shown(session, written))


@command(group, "send")
def send(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    purpose: PurposeOption = "",
    start: Start = None,
    now: Now = None,
    templates: TemplatesOption = None,
    by: By = "",
) -> None:
    """Send the open messages that go by mail; the password is read from REGARD_SMTP_PASSWORD."""
    from ...store.smtp_mail import SmtpMailer, password_of_environment, read_mail_settings

    with session.workspace(target) as workspace, session.progress() as progress:
        settings = read_mail_settings(workspace).checked()
        done = send_by_mail(
            workspace,
            author_of(workspace, order, now=session.now(now), start=start, templates=templates),
            SmtpMailer(settings, password_of_environment, datetime.now),
            clock=lambda: session.now(now),
            who=actor(by),
            purpose=purpose,
            progress=progress,
        )
    session.emit(done, view.deliveries_shown(session, done))


@command(group, "log")
def log(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    outcome: OutcomeOption,
    message: MessageOption = "",
    purpose: PurposeOption = "",
    channel: ChannelOption = None,
    used: UsedOption = None,
    note: NoteOption = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Log an attempt to tell somebody: one message, or all of a purpose and channel."""
    with session.workspace(target) as workspace:
        chosen = chosen_messages(workspace, order, message_id=message, purpose=purpose, channel=channel)
        done = log_attempts(
            workspace,
            chosen,
            outcome,
            at=session.now(now),
            who=actor(by),
            note=note,
            channel=used,
        )
    session.emit({"attempts": done}, [session.say("cli.attempts_logged", count=len(done))])


@command(group, "export")
def export(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    out: Out,
    purpose: PurposeOption = "",
    start: Start = None,
    now: Now = None,
    templates: TemplatesOption = None,
) -> None:
    """Write the open SMS of an order as a CSV file for a gateway; log them once they have left."""
    from ...store.whole_file import write_whole

    with session.workspace(target) as workspace:
        author = author_of(workspace, order, now=session.now(now), start=start, templates=templates)
        written = open_messages(workspace, author, [Channel.SMS], purpose=purpose)
        write_whole(out, sms_table(written))
    _file_written(session, out, len(written))


@command(group, "letters")
def letters(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    out: Out,
    purpose: PurposeOption = "",
    start: Start = None,
    now: Now = None,
    templates: TemplatesOption = None,
) -> None:
    """Print the open letters and leaflets of an order as a PDF, one page each."""
    from ...store.letters_pdf import write_letters

    with session.workspace(target) as workspace:
        rules = session.rule_book(now).communication
        author = author_of(workspace, order, now=session.now(now), start=start, templates=templates)
        written = open_messages(workspace, author, PRINTED, purpose=purpose)
        sender = sender_of(workspace)
        day = session.now(now).date()
        write_letters(out, letters_of(written), sender=sender, window=rules.letter, day=day)
    _file_written(session, out, len(written))


@command(group, "mail-server")
def mail_server(
    session: Session,
    target: Target,
    *,
    host: Host,
    sender: SenderOption,
    port: Port = 587,
    security: SecurityOption = "starttls",
    user: User = "",
    by: By = "",
) -> None:
    """Say where mail is handed over; the password is never stored."""
    from ...store.smtp_mail import Security, SmtpSettings, write_mail_settings

    known = {kind.value: kind for kind in Security}
    if security not in known:
        raise InputError("mail.setting", field="security", found=security, expected=", ".join(known))
    settings = SmtpSettings(host, port, known[security], user, sender)
    with session.workspace(target) as workspace:
        write_mail_settings(workspace, settings, who=actor(by))
    session.emit(settings, [session.say("cli.mail_server_set", host=host, port=port)])


@command(group, "service")
def service(
    session: Session,
    target: Target,
    *,
    name: NameOption,
    phone: PhoneOption = "",
    address: AddressOption = "",
    by: By = "",
) -> None:
    """Say in whose name messages are written."""
    with session.workspace(target) as workspace:
        require_phone(phone, session.rule_book().communication.phone)
        settings = {SERVICE_NAME: name, SERVICE_PHONE: phone, SERVICE_ADDRESS: address}
        with workspace.command("set service", who=actor(by)) as transaction:
            transaction.set_settings(settings)
    data = {"name": name, "phone": phone, "address": address}
    session.emit(data, [session.say("cli.service_set", name=name)])


def _file_written(session: Session, out: Path, count: int) -> None:
    session.emit(
        {"file": out, "messages": count}, [session.say("cli.messages_written", file=out, count=count)]
    )
