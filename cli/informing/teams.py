# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard briefing``, ``actions`` and ``remarks``: what a team talks over, agrees on and says back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.informing.briefing import add_action, briefing_page, finish_action, team_briefing
from ...planner.informing.page import page_html, page_text
from ...planner.informing.remarks import RemarkBook, add_remark, answer_remark, remark_book
from ...store.whole_file import write_whole
from ...workorders.informing.actions import TeamAction
from ...workorders.informing.remarks import RemarkKind
from ..arguments import By, Day, Now, OrderOption, Target, actor, parse_day
from ..command import command
from ..session import Session, require_zone
from ..tables import rows
from ..wording import figure, moment, word

actions_group = typer.Typer(help="Actions agreed with a team: what, by whom, until when.")
remarks_group = typer.Typer(help="What agents say of the standards and the map, and the answers.")

ZoneOption = Annotated[str, typer.Option("--zone", metavar="ID", help="The zone.")]
NextOption = Annotated[
    date | None, typer.Option("--next", parser=parse_day, metavar="DATE", help="The next briefing.")
]
HtmlOut = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write it as HTML too.")]
TextOption = Annotated[str, typer.Option("--text", help="What is said.")]
OwnerOption = Annotated[str, typer.Option("--owner", metavar="NAME", help="Who does it.")]
DueOption = Annotated[date, typer.Option("--due", parser=parse_day, metavar="DATE", help="Until when.")]
AboutOrder = Annotated[str, typer.Option("--order", metavar="ID", help="The order that it is about.")]
AgentOption = Annotated[str, typer.Option("--agent", metavar="ID", help="The agent who says it.")]
KindOption = Annotated[RemarkKind, typer.Option("--kind", help="What it is about.")]
SubjectOption = Annotated[str, typer.Option("--subject", metavar="ID", help="The asset or type of work.")]
Accepted = Annotated[bool, typer.Option("--accepted", help="Something is changed for it.")]
ActionArgument = Annotated[str, typer.Argument(metavar="ACTION", help="The action.")]
RemarkArgument = Annotated[str, typer.Argument(metavar="REMARK", help="The remark.")]
AnyZone = Annotated[str, typer.Option("--zone", metavar="ID", help="Only those of this zone.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(root, "briefing")(briefing)
    root.add_typer(actions_group, name="actions")
    root.add_typer(remarks_group, name="remarks")


def briefing(
    session: Session,
    target: Target,
    *,
    zone: ZoneOption,
    day: Day,
    next_on: NextOption = None,
    html: HtmlOut = None,
) -> None:
    """Fill in the briefing of a zone's team: done, not done, blocked, to come, remarks, actions."""
    with session.workspace(target) as workspace:
        found = team_briefing(workspace, zone, day=day, rules=session.rule_book().execution, next_on=next_on)
    page = briefing_page(found)
    if html is not None:
        write_whole(html, page_html(page, session.text, language=session.language))
    session.emit(found, [page_text(page, session.text)])


@command(actions_group, "add")
def add(
    session: Session,
    target: Target,
    *,
    zone: ZoneOption,
    text: TextOption,
    owner: OwnerOption,
    due: DueOption,
    order: AboutOrder = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Note an action."""
    with session.workspace(target) as workspace:
        done = add_action(
            workspace,
            zone,
            text,
            owner=owner,
            due_on=due,
            order_id=order,
            now=session.now(now),
            who=actor(by),
        )
    session.emit(done, [session.say("cli.noted", what=done.action_id)])


@command(actions_group, "done")
def done(session: Session, target: Target, action: ActionArgument, *, now: Now = None, by: By = "") -> None:
    """Note that an action is done."""
    with session.workspace(target) as workspace:
        noted = finish_action(workspace, action, now=session.now(now), who=actor(by))
    session.emit(noted, [session.say("cli.noted", what=action)])


@command(actions_group, "list")
def list_actions(session: Session, target: Target, *, zone: AnyZone = "") -> None:
    """List the actions, those due first."""
    with session.workspace(target) as workspace:
        require_zone(workspace, zone)
        found = workspace.all(TeamAction, zone=zone) if zone else workspace.all(TeamAction)
    found.sort(key=lambda action: (action.done_at is not None, action.due_on))
    names = ("action", "zone", "description", "owner", "due_at", "done_at")
    table = rows(
        [session.say(f"label.{name}") for name in names],
        ((a.action_id, a.zone, a.text, a.owner, moment(a.due_on), moment(a.done_at)) for a in found),
    )
    session.emit({"actions": found}, [table])


@command(remarks_group, "add")
def add_one(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    agent: AgentOption,
    kind: KindOption,
    text: TextOption,
    subject: SubjectOption = "",
    now: Now = None,
    by: By = "",
) -> None:
    """Note a remark of an agent on an order's standard, on the map, or on the way of working."""
    with session.workspace(target) as workspace:
        noted = add_remark(
            workspace,
            order,
            agent_id=agent,
            kind=kind,
            text=text,
            subject=subject,
            now=session.now(now),
            who=actor(by),
        )
    session.emit(noted, [session.say("cli.noted", what=noted.remark_id)])


@command(remarks_group, "answer")
def answer(
    session: Session,
    target: Target,
    remark: RemarkArgument,
    *,
    text: TextOption,
    accepted: Accepted = False,
    now: Now = None,
    by: By = "",
) -> None:
    """Answer a remark; a message to the agent is planned with it."""
    with session.workspace(target) as workspace:
        noted = answer_remark(workspace, remark, text, accepted=accepted, now=session.now(now), who=actor(by))
    session.emit(noted, [session.say("cli.noted", what=remark)])


@command(remarks_group, "list")
def list_remarks(session: Session, target: Target, *, zone: AnyZone = "") -> None:
    """List the remarks, the open ones first, with how many are answered in how many days."""
    with session.workspace(target) as workspace:
        require_zone(workspace, zone)
        found = remark_book(workspace, zone=zone)
    session.emit(found, _remarks_shown(session, found))


def _remarks_shown(session: Session, found: RemarkBook) -> Iterator[RenderableType]:
    names = ("remark", "order", "kind", "subject_asset", "received_at", "description", "answer")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                remark.remark_id,
                remark.order_id,
                word(session, f"remark_kind.{remark.kind.value}"),
                remark.subject,
                moment(remark.received_at),
                remark.text,
                remark.answer,
            )
            for remark in found.remarks
        ),
    )
    figures = found.figures
    median = "-" if figures.median_days is None else figure(session, figures.median_days)
    yield session.say(
        "cli.remark_figures", received=figures.received, answered=figures.answered, median=median
    )
