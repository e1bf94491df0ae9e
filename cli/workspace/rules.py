# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard rules`` and ``regard catalogue``: rules as files, their versions, and learning from actuals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...planner.closing.recalibrate import Recalibration, accept_recalibration, recalibration
from ...planner.rule_versions import checked_rules, import_rules, rule_book_of, rule_texts, shipped_texts
from ...store.rule_folders import read_rule_folder, write_rules
from ...workorders.closing.recalibration import Proposal
from ...workorders.rule_versions import RuleVersion
from ..arguments import By, Now, Target, actor, parse_day
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import moment, number
from .catalogue_view import job_rows, job_sheet

rules_group = typer.Typer(help="Catalogue and rules as files that you edit, kept as dated versions.")
catalogue_group = typer.Typer(help="The types of work: show them, learn their durations from actuals.")

FolderArgument = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the rule files.")]
OfWorkspace = Annotated[str, typer.Option("--of", metavar="TARGET", help="Those of this workspace.")]
From = Annotated[
    date | None, typer.Option("--from", parser=parse_day, metavar="DATE", help="From when on; today.")
]
OnDay = Annotated[
    date | None, typer.Option("--day", parser=parse_day, metavar="DATE", help="In force on; today.")
]
AsTable = Annotated[bool, typer.Option("--csv", help="The types of work as a table for a spreadsheet.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="What changed.")]
Code = Annotated[str, typer.Argument(metavar="CODE", help="One type of work.")]
LeastJobs = Annotated[int, typer.Option("--least-jobs", min=1, help="How many jobs a proposal needs.")]
Accept = Annotated[
    list[str] | None, typer.Option("--accept", metavar="CODE", help="Take this proposal; may be repeated.")
]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(rules_group, name="rules")
    root.add_typer(catalogue_group, name="catalogue")


@command(rules_group, "export")
def export(
    session: Session, folder: FolderArgument, *, of: OfWorkspace = "", day: OnDay = None, csv: AsTable = False
) -> None:
    """Write the rules in force as files: YAML, the catalogue as a table if asked."""
    texts = shipped_texts()
    if of:
        with session.workspace(of) as workspace:
            texts = rule_texts(workspace, day or session.now().date())
    written = write_rules(folder, texts, as_table=csv)
    session.emit({"files": written}, [session.say("cli.rules_written", count=len(written), folder=folder)])


@command(rules_group, "check")
def check(session: Session, folder: FolderArgument) -> None:
    """Check edited rules; files that are not there count as those that come with Regard."""
    base = shipped_texts()
    texts = read_rule_folder(folder, base=base)
    checked_rules(texts, base=base)
    session.emit({"files": sorted(texts)}, [session.say("cli.rules_sound", count=len(texts))])


@command(rules_group, "import")
def import_(
    session: Session,
    target: Target,
    folder: FolderArgument,
    *,
    valid_from: From = None,
    note: Note = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Take edited rules into a workspace, in force from a day on."""
    with session.workspace(target) as workspace:
        at = session.now(now)
        since = valid_from or at.date()
        base = rule_texts(workspace, since)
        texts = read_rule_folder(folder, base=base)
        checked_rules(texts, base=base)
        made = import_rules(workspace, texts, valid_from=since, now=at, who=actor(by), note=note)
    session.emit(made, [session.say("cli.rules_imported", name=made.version_id, day=since)])


@command(rules_group, "list")
def list_(session: Session, target: Target) -> None:
    """List the versions of a workspace's rules."""
    with session.workspace(target) as workspace:
        found = sorted(workspace.all(RuleVersion), key=lambda one: one.number)
    names = ("number", "valid_from", "at", "who", "note")
    lines = [(one.version_id, one.valid_from, moment(one.imported_at), one.who, one.note) for one in found]
    session.emit({"versions": found}, [rows([session.say(f"label.{name}") for name in names], lines)])


@command(catalogue_group, "show")
def show(session: Session, code: Code = "", *, of: OfWorkspace = "", day: OnDay = None) -> None:
    """Show the types of work, or one of them with what makes it take longer and by which source."""
    book = session.rule_book()
    if of:
        with session.workspace(of) as workspace:
            book = rule_book_of(workspace, day or session.now().date())
    if not code:
        listed = tuple(book.catalogue.standards())
        session.emit({"jobs": [one.model_dump(mode="json") for one in listed]}, [job_rows(session, listed)])
        return
    standard = book.catalogue[code]
    longer = book.resources.lengthening(standard)
    data = {
        "job": standard.model_dump(mode="json"),
        "longer": [one.model_dump(mode="json", exclude_defaults=True) for one in longer],
        "version": book.version,
    }
    session.emit(data, job_sheet(session, standard, longer, book))


@command(catalogue_group, "recalibrate")
def recalibrate(
    session: Session,
    target: Target,
    *,
    least_jobs: LeastJobs = 10,
    accept: Accept = None,
    valid_from: From = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Propose durations from the past year; what is accepted becomes a new version of the rules."""
    made = None
    with session.workspace(target) as workspace:
        at = session.now(now)
        found = recalibration(workspace, at.date(), least_jobs=least_jobs)
        if accept:
            since = valid_from or at.date()
            made = accept_recalibration(workspace, found, accept, valid_from=since, now=at, who=actor(by))
    data = {
        "first_day": found.first_day,
        "last_day": found.last_day,
        "actuals": [
            {
                **{name: getattr(one, name) for name in one.__slots__},
                "standard_below_p50": one.is_standard_below,
            }
            for one in found.actuals
        ],
        "proposals": found.proposals,
        "version": made.version_id if made else None,
    }
    session.emit(data, _recalibrated(session, found, made))


def _recalibrated(
    session: Session, found: Recalibration, made: RuleVersion | None
) -> Iterator[RenderableType]:
    book = session.rule_book()
    names = ("code", "hazards", "jobs", "standard_min", "p50", "p80", "remark")
    yield rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                one.code,
                ", ".join(one.hazards),
                one.jobs,
                one.standard_min,
                round(one.p50_min),
                round(one.p80_min),
                session.say("cli.standard_below") if one.is_standard_below else "",
            )
            for one in found.actuals
        ),
        right=(2, 3, 4, 5),
    )
    for one in found.proposals:
        if one.is_changed:
            label = book.catalogue[one.code].label if one.code in book.catalogue else None
            yield session.say(
                "cli.recalibrated",
                code=one.code,
                name=label.spoken(session.language) if label else "",
                old=f"{one.old_p50_min}/{one.old_p80_min}",
                new=f"{one.new_p50_min}/{one.new_p80_min}",
                jobs=one.jobs,
                pace=_pace(session, one),
            )
    if made is not None:
        yield session.say("cli.rules_imported", name=made.version_id, day=made.valid_from)


def _pace(session: Session, one: Proposal) -> str:
    """Return the minutes for each unit as they are and would be; empty where they stay."""
    if one.old_each_min is None or one.new_each_min is None or one.new_each_min == one.old_each_min:
        return ""
    both = (one.old_each_min, one.new_each_min)
    return " > ".join("/".join(number(session, each, 2) for each in pair) for pair in both)
