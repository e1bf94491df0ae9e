# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard readiness`` and ``regard alerts``: what the coming days lack, and who was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.messages import Message
from ...planner.informing.send_alerts import SentAlert, SentAlerts, send_alerts, tell_alert
from ...planner.life.alerts import escalate_alerts, raise_alerts, reply_to_alert
from ...planner.life.readiness_board import OrderReadiness, readiness_board
from ...workorders.informing.contacts import Channel
from ...workorders.life.records import Alert
from ...workorders.rulebook import RuleBook
from ..arguments import By, Day, Now, Target, actor
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import means_name, moment, word

group = typer.Typer(help="Alerts to those who answer for people, parts, equipment, notices and permits.")

HorizonDays = Annotated[
    int,
    typer.Option(
        "--horizon",
        min=0,
        max=92,
        help="How many days ahead; later orders too, once they are to be asked for.",
    ),
]
AtRisk = Annotated[bool, typer.Option("--at-risk", help="Only orders with something amber or red.")]
AlertArgument = Annotated[str, typer.Argument(metavar="ALERT", help="The alert.")]
ReplyArgument = Annotated[str, typer.Argument(metavar="TEXT", help="What was answered.")]
ToldBy = Annotated[Channel, typer.Option("--channel", help="By which way.")]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help="What was said.")]

_NAMED = ("part", "skill", "equipment")


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(root, "readiness")(readiness)
    root.add_typer(group, name="alerts")


def readiness(
    session: Session, target: Target, *, day: Day, horizon: HorizonDays = 10, at_risk: AtRisk = False
) -> None:
    """Show the orders of the coming days with what each still lacks: green, amber or red."""
    with session.workspace(target) as workspace:
        board = readiness_board(workspace, day, horizon_days=horizon)
    if at_risk:
        board = tuple(one for one in board if one.at_risk)
    session.emit({"day": day, "orders": [_data(one) for one in board]}, _board(session, board))


def _data(one: OrderReadiness) -> dict[str, object]:
    return {
        "order": one.order.order_id,
        "day": one.day,
        "days_left": one.days_left,
        "planned": one.is_planned,
        "colour": one.colour,
        "items": [
            {
                "resource": item.resource,
                "ready": item.is_ready,
                "colour": item.colour,
                "ahead": {f"D-{days}": colour for days, colour in item.ahead.items()},
                "lacks": item.lacks,
            }
            for item in one.items
        ],
        "alerts": one.alerts,
    }


def _board(session: Session, board: Sequence[OrderReadiness]) -> Iterator[RenderableType]:
    rules = session.rule_book()
    lines = [line for one in board for line in _lines(session, one, rules)]
    names = ("order", "day", "left", "colour", "resource", "lacks", "alerted")
    yield rows([session.say(f"label.{name}") for name in names], lines)


def _lines(session: Session, one: OrderReadiness, rules: RuleBook) -> Iterator[Sequence[object]]:
    """Yield one line for each resource that an order lacks, one line in all where it lacks none."""
    head = (one.order.order_id, one.day, f"{session.say('word.day_letter')}-{one.days_left}")
    for item in one.items:
        if not item.is_ready:
            told = (alert for alert in one.alerts if alert.resource == item.resource)
            yield (
                *head,
                word(session, f"colour.{item.colour.value}"),
                word(session, f"resource.{item.resource}"),
                "; ".join(session.text(named_means(session, rules, lack)) for lack in item.lacks),
                ", ".join(alert.addressee or _role(session, alert.role) for alert in told),
            )
    if all(item.is_ready for item in one.items):
        yield (*head, word(session, "colour.green"), "", "", "")


def _role(session: Session, role: str) -> str:
    roles = session.rule_book().life.alerts.roles
    return roles[role].spoken(session.language) if role in roles else role


def named_means(session: Session, rules: RuleBook, lack: Message) -> Message:
    """Return what is missing with parts, skills and equipment by their names."""
    params = {
        name: means_name(session, rules, str(value)) if name in _NAMED else value
        for name, value in lack.params.items()
    }
    return Message(lack.code, params)


@command(group, "raise")
def raise_(
    session: Session, target: Target, *, day: Day, horizon: HorizonDays = 10, by: By = "", now: Now = None
) -> None:
    """Write an alert for what is amber or red, unanswered or overdue, and nobody was told of yet."""
    rules = session.rules_of(target, now)
    with session.workspace(target) as workspace:
        alerts = raise_alerts(
            workspace,
            readiness_board(workspace, day, horizon_days=horizon),
            overdue=True,
            now=session.now(now),
            who=actor(by),
            say=lambda message: session.text(named_text(session, rules, message)),
        )
    session.emit({"alerts": alerts}, _alerts(session, alerts))


def named_text(session: Session, rules: RuleBook, message: Message) -> Message:
    """Return an alert's text with the means in it by their names, however deep they are."""
    params = {
        name: named_text(session, rules, value) if isinstance(value, Message) else value
        for name, value in message.params.items()
    }
    return named_means(session, rules, Message(message.code, params))


@command(group, "list")
def list_(session: Session, target: Target) -> None:
    """List the alerts with what came of them."""
    with session.workspace(target) as workspace:
        alerts = workspace.all(Alert)
    session.emit({"alerts": alerts}, _alerts(session, alerts))


@command(group, "reply")
def reply(
    session: Session,
    target: Target,
    alert: AlertArgument,
    text: ReplyArgument,
    *,
    by: By = "",
    now: Now = None,
) -> None:
    """Note the reply to an alert."""
    with session.workspace(target) as workspace:
        noted = reply_to_alert(workspace, alert, text, now=session.now(now), who=actor(by))
    session.emit({"alert": noted}, [session.say("cli.noted", what=alert)])


@command(group, "send")
def send(session: Session, target: Target, *, by: By = "", now: Now = None) -> None:
    """Send the alerts that go by mail, and list those to tell; the password is that of ``messages send``."""
    from ...store.smtp_mail import SmtpMailer, password_of_environment, read_mail_settings

    with session.workspace(target) as workspace:
        settings = read_mail_settings(workspace)
        mailer = (
            SmtpMailer(settings.checked(), password_of_environment, datetime.now) if settings.host else None
        )
        done = send_alerts(
            workspace,
            mailer,
            clock=lambda: session.now(now),
            who=actor(by),
            say=session.text,
            language=session.language,
        )
    session.emit(done, _sent(session, done))


def _sent(session: Session, done: SentAlerts) -> Iterator[RenderableType]:
    for one in done.made:
        yield session.say("cli.alert_sent", alert=one.alert_id, to=one.to, outcome=outcome_of(session, one))
    for name in done.unknown:
        yield session.say("cli.alert_unknown", alert=name)
    if done.to_tell:
        yield session.say("cli.alerts_to_tell", count=len(done.to_tell))
        yield from _alerts(session, done.to_tell)
    if not (done.made or done.unknown or done.to_tell):
        yield session.say("cli.nothing_to_send")


def outcome_of(session: Session, one: SentAlert) -> str:
    """Return how the sending of an alert ended, with the reason where there is one."""
    said = word(session, f"outcome.{one.outcome.value}")
    return f"{said} ({session.text(one.reason)})" if one.reason else said


@command(group, "told")
def told(
    session: Session,
    target: Target,
    alert: AlertArgument,
    *,
    channel: ToldBy = Channel.PHONE,
    note: NoteOption = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Note that somebody was told of an alert."""
    with session.workspace(target) as workspace:
        at = session.now(now)
        noted = tell_alert(workspace, alert, now=at, who=actor(by), channel=channel, note=note)
    session.emit({"alert": noted}, [session.say("cli.noted", what=alert)])


@command(group, "escalate")
def escalate(session: Session, target: Target, *, by: By = "", now: Now = None) -> None:
    """Take the alerts that nobody answered in time one step up."""
    with session.workspace(target) as workspace:
        alerts = escalate_alerts(workspace, now=session.now(now), who=actor(by))
    session.emit({"alerts": alerts}, _alerts(session, alerts))


def _alerts(session: Session, alerts: Sequence[Alert]) -> Iterator[RenderableType]:
    names = ("alert", "raised_at", "addressee", "channel", "state", "text", "replied_at")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.alert_id,
                moment(one.raised_at),
                one.escalated_to or one.addressee or _role(session, one.role),
                f"{word(session, f'channel.{one.channel.value}')} {one.sent_to}".strip(),
                word(session, f"message_state.{one.state.value}"),
                one.text,
                moment(one.replied_at),
            )
            for one in alerts
        ),
    )
