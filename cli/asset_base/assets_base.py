# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard assets``: registers, audit with its trend, figures, exports, changes carried to other layers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.asset_changes.audit_trend import store_audit
from ...planner.asset_changes.base_figures import BaseFigures, base_figures
from ...planner.asset_changes.carry import Carried
from ...planner.asset_changes.carry import carry as carry_changes
from ...planner.asset_changes.export import pei_table, raepa_tables, stareau_tables
from ...planner.asset_changes.hydrant_report import hydrant_report
from ...planner.asset_changes.valve_list import abnormal_valves
from ...planner.assets.asset_base import AssetBase
from ...planner.assets.audit_network import audit_network
from ...store.export_files import write_csv, write_geopackage, write_shapefiles
from ...store.hydrant_files import write_hydrants
from ...store.layer_editors import opened_editor, write_change_file
from ..arguments import By, Now, Out, Target, actor
from ..command import command
from ..session import Session
from ..tables import facts, rows
from ..wording import moment, number, word
from .assets import group

StandardOption = Annotated[
    Literal["raepa", "stareau", "pei"], typer.Option("--standard", help="raepa, stareau or pei.")
]
FormatOption = Annotated[
    Literal["shp", "gpkg", "csv"], typer.Option("--format", help="shp, gpkg or csv; StaR-Eau has no shp.")
]
Years = Annotated[int | None, typer.Option("--years", min=1, help="Not operated for so many years.")]
Source = Annotated[
    str, typer.Argument(metavar="LAYERS", help="A GeoPackage, shapefiles, or postgresql://…?schema=name.")
]
ChangeFile = Annotated[
    Path | None, typer.Option("--change-file", metavar="FILE", help="Write what is left there, as GeoJSON.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be written.")]
Points = Annotated[
    int, typer.Option("--other-points", min=0, max=15, help="Points of part A that papers prove.")
]
_WRITERS = {"gpkg": write_geopackage, "csv": write_csv}


@command(group, "valves")
def valves(session: Session, target: Target, *, years: Years = None, now: Now = None) -> None:
    """List the valves left closed, found stuck or missing, and those that nobody operated for years."""
    with session.workspace(target) as workspace:
        limit = years or session.rule_book(now).asset_changes.unoperated_years
        at = session.now(now)
        found = abnormal_valves(workspace, AssetBase(workspace), unoperated_years=limit, now=at)
    headings = [session.say(f"label.{name}") for name in ("asset", "problem", "since", "order", "note")]
    lines = (
        (
            one.valve_id,
            word(session, f"valve_problem.{one.problem}"),
            moment(one.since) if one.since else None,
            one.order_id,
            one.note,
        )
        for one in found
    )
    session.emit({"valves": found}, [rows(headings, lines)])


@command(group, "hydrants")
def hydrants(
    session: Session,
    target: Target,
    *,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="A .csv or .html file.")] = None,
) -> None:
    """Tell the fire service which hydrants can be used, since when, with tests and history."""
    with session.workspace(target) as workspace:
        found = hydrant_report(workspace, AssetBase(workspace))
    if out is not None:
        write_hydrants(out, found, say=session.text, language=session.language)
    names = ("asset", "name", "available", "since", "flow_m3_h")
    lines = (
        (
            one.hydrant_id,
            one.label,
            session.say("answer.yes" if one.available else "answer.no"),
            moment(one.since) if one.since else None,
            one.flow_m3_h,
        )
        for one in found
    )
    session.emit({"hydrants": found}, [rows([session.say(f"label.{name}") for name in names], lines)])


@command(group, "audit")
def audit(session: Session, target: Target, *, by: By = "", now: Now = None) -> None:
    """Audit the base and keep the counts under the day: defects by kind and zone, repaired since."""
    with session.workspace(target) as workspace:
        at = session.now(now)
        defects = audit_network(AssetBase(workspace))
        found = store_audit(workspace, defects, on=at.date(), who=actor(by))
    names = ("zone", "severity", "problem", "count", "repaired", "appeared")
    lines = (
        (
            one.zone,
            word(session, f"severity.{one.severity}"),
            word(session, f"defect.{one.code.partition('.')[2]}"),
            one.defects,
            one.repaired,
            one.appeared,
        )
        for one in found.counts
    )
    table = rows([session.say(f"label.{name}") for name in names], lines, right=[3, 4, 5])
    shown = table if found.counts else session.say("cli.no_defect")
    days = [session.say("cli.audit_day", day=day, count=count) for day, count in found.totals]
    session.emit(found, [shown, "", *days])


@command(group, "figures")
def figures(session: Session, target: Target, *, other_points: Points = 0, now: Now = None) -> None:
    """Tell the points of P103.2B and P202.2B that the data prove, the update rate, the share in class A."""
    with session.workspace(target) as workspace:
        at = session.now(now)
        found = base_figures(workspace, AssetBase(workspace), now=at, other_points=other_points)
    session.emit(found, _figures(session, found))


@command(group, "export")
def export(
    session: Session,
    target: Target,
    *,
    out: Out,
    standard: StandardOption = "raepa",
    format_: FormatOption = "gpkg",
    now: Now = None,
) -> None:
    """Write the asset base in RAEPA v1.2, StaR-Eau V2024 or as hydrants (pei)."""
    if format_ == "shp" and standard != "raepa":
        raise InputError("cli.export_format", standard=standard)
    makers = {"raepa": raepa_tables, "stareau": stareau_tables, "pei": pei_table}
    with session.workspace(target) as workspace:
        tables = makers[standard](workspace)
    if not tables:
        raise InputError("cli.export_nothing", standard=standard)
    if format_ == "shp":
        files = write_shapefiles(out, tables, on=session.now(now).date())
    else:
        files = _WRITERS[format_](out, tables)
    counts = {table.name: len(table.frame) for table in tables}
    headings = [session.say("label.layer"), session.say("label.count")]
    session.emit({"tables": counts, "files": files}, [rows(headings, counts.items(), right=[1])])


@command(group, "carry")
def carry(
    session: Session,
    target: Target,
    layers: Source,
    *,
    dry_run: DryRun = False,
    change_file: ChangeFile = None,
) -> None:
    """Write accepted changes into layers of your own; what cannot be written is told, and goes to a file."""
    with session.workspace(target) as workspace, opened_editor(layers) as editor:
        done = carry_changes(workspace, editor, dry_run=dry_run)
    if change_file is not None:
        write_change_file(change_file, Carried((), done.already, done.left))
    session.emit(done, _carried(session, done))


def _figures(session: Session, found: BaseFigures) -> Iterator[RenderableType]:
    for index in found.knowledge:
        yield session.say("cli.index_points", indicator=index.indicator, points=index.proved)
        names = ("criterion", "index_part", "points", "at_most", "evidence")
        lines = (
            (
                word(session, f"criterion.{one.criterion}"),
                one.part,
                one.points,
                one.most,
                number(session, one.evidence, 2),
            )
            for one in index.points
        )
        yield rows([session.say(f"label.{name}") for name in names], lines, right=[2, 3, 4])
        if not index.counts_c:
            yield session.say("cli.index_part_c")
    percent = _percent(session, found.updated_share), _percent(session, found.decided_share)
    hours = None if found.median_hours is None else number(session, found.median_hours, 1)
    yield facts(
        [
            (session.say("label.updated_share"), percent[0]),
            (session.say("label.decided_share"), percent[1]),
            (session.say("label.median_hours"), hours),
            *((word(session, f"role.{one.role}"), _percent(session, one.share)) for one in found.class_a),
        ]
    )


def _carried(session: Session, done: Carried) -> Iterator[RenderableType]:
    yield session.say("cli.carried", written=len(done.written), already=done.already, left=len(done.left))
    for one in done.left[:40]:
        reason = word(session, f"uncarried.{one.reason}")
        values = "; ".join(f"{name}: {now} / {wanted}" for name, now, wanted in one.differences)
        yield f"  {one.edit.table} {one.edit.key}: {reason} {values}".rstrip()


def _percent(session: Session, share: float | None) -> str | None:
    return None if share is None else f"{number(session, share * 100, 1)} %"
