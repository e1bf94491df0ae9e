# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard assets``: changes of assets proposed by closures: review, accept, correct, reject, undo."""

from __future__ import annotations

from typing import Annotated

import typer

from ...core.errors import InputError
from ...planner.asset_changes.correct import correct as correct_change
from ...planner.asset_changes.decide import accept_all, accept_safe
from ...planner.asset_changes.decide import reject as reject_change
from ...planner.asset_changes.decide import undo as undo_change
from ...planner.asset_changes.review import list_changes
from ...planner.asset_changes.review import review as review_changes
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ..arguments import At, By, Now, OrderOption, Reason, Target, actor
from ..command import command
from ..session import Session, require_zone
from . import assets_view as view

group = typer.Typer(help="The asset base kept true: changes proposed by closures, registers, exports, audit.")

ChangeArgument = Annotated[str, typer.Argument(metavar="CHANGE", help="The change, by its id.")]
StateOption = Annotated[str, typer.Option("--state", help="proposed, accepted, rejected or any.")]
ZoneOption = Annotated[str, typer.Option("--zone", metavar="ZONE", help="Only those of a zone.")]
KindOption = Annotated[str, typer.Option("--kind", help="Only those of a kind, such as repair or attribute.")]
Safe = Annotated[
    bool, typer.Option("--safe", help="All that no check has a word against and a rule lets be batched.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be written.")]
AnswerOption = Annotated[str, typer.Option("--answer", help="What the agent who made a remark is told.")]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", metavar="ATTRIBUTE=VALUE", help="A value; may be repeated.")
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    from . import assets_base  # noqa: F401 - it adds its commands to the group

    root.add_typer(group, name="assets")


@command(group, "proposals")
def proposals(
    session: Session,
    target: Target,
    *,
    state: StateOption = "proposed",
    order: OrderOption = "",
    zone: ZoneOption = "",
    kind: KindOption = "",
) -> None:
    """List the changes that closures propose, the oldest work first."""
    with session.workspace(target) as workspace:
        require_zone(workspace, zone)
        found = list_changes(workspace, state=_state(state), order_id=order, zone=zone, kind=kind)
    session.emit({"changes": found}, view.listed(session, found, session.rule_book().asset_changes))


@command(group, "review")
def review(
    session: Session,
    target: Target,
    *,
    order: OrderOption = "",
    zone: ZoneOption = "",
    kind: KindOption = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Look at waiting changes: before and after, what speaks against each, what it does downstream."""
    with session.workspace(target) as workspace, session.progress() as progress:
        require_zone(workspace, zone)
        rules = session.rule_book(now).asset_changes
        waiting = list_changes(workspace, order_id=order, zone=zone, kind=kind)
        found = review_changes(
            workspace,
            waiting,
            rules=rules,
            now=session.now(now),
            who=actor(by),
            progress=progress,
        )
    session.emit(view.reviewed_data(found), view.reviewed(session, found, rules))


@command(group, "accept")
def accept(
    session: Session,
    target: Target,
    changes: Annotated[list[str] | None, typer.Argument(metavar="CHANGE...", help="The changes.")] = None,
    *,
    safe: Safe = False,
    dry_run: DryRun = False,
    zone: ZoneOption = "",
    answer: AnswerOption = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Accept changes, all or none: write them into the layers, with date and source, in one transaction."""
    if bool(changes) == safe:
        raise InputError("cli.changes_or_safe")
    who, rules = actor(by), session.rules_of(target, now).asset_changes
    at = session.now(now)
    with session.workspace(target) as workspace, session.progress() as progress:
        require_zone(workspace, zone)
        if dry_run:
            asked = [workspace.get(AssetChange, one) for one in changes or ()]
            asked = asked or list_changes(workspace, zone=zone)
            looked = review_changes(workspace, asked, rules=rules, now=at, who=who, progress=progress)
            session.emit(view.reviewed_data(looked), view.would_write(session, looked, safe=safe))
            return
        if safe:
            waiting = list_changes(workspace, zone=zone)
            done = accept_safe(workspace, rules=rules, now=at, who=who, changes=waiting, progress=progress)
            session.emit(view.accepted_data(done), view.accepted(session, done))
            return
        done = accept_all(workspace, changes or (), rules=rules, now=at, who=who, answer=answer)
    session.emit(view.accepted_data(done), view.accepted(session, done))


@command(group, "correct")
def correct(
    session: Session,
    target: Target,
    change: ChangeArgument,
    *,
    values: SetOption = None,
    at: At = None,
    by: By = "",
) -> None:
    """Correct what a waiting change would write, on what the layers hold now."""
    given = view.pairs(values or [])
    if not (given or at):
        raise InputError("cli.nothing_to_correct")
    with session.workspace(target) as workspace:
        corrected = correct_change(workspace, change, values=given, shape=at, who=actor(by))
    session.emit(corrected, [session.say("cli.change_corrected", change=change)])


@command(group, "reject")
def reject(
    session: Session, target: Target, change: ChangeArgument, *, reason: Reason, by: By = "", now: Now = None
) -> None:
    """Reject a waiting change with a reason; that of a remark is the agent's answer."""
    with session.workspace(target) as workspace:
        rejected = reject_change(workspace, change, reason=reason, now=session.now(now), who=actor(by))
    session.emit(rejected, [session.say("cli.change_rejected", change=change)])


@command(group, "undo")
def undo(session: Session, target: Target, change: ChangeArgument, *, by: By = "") -> None:
    """Take an accepted change back: the layers hold again what they did, if nobody changed it since."""
    with session.workspace(target) as workspace:
        waiting = undo_change(workspace, change, who=actor(by))
    session.emit(waiting, [session.say("cli.change_undone", change=change)])


def _state(text: str) -> ChangeState | None:
    if text == "any":
        return None
    known = [state.value for state in ChangeState]
    if text not in known:
        raise InputError("cli.change_state", found=text, expected=", ".join([*known, "any"]))
    return ChangeState(text)
