# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard framework``, ``jobpack``, ``dossier``, ``dossier-history``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ...core.errors import InputError
from ...core.spreadsheets import csv_table
from ...planner.assets.asset_base import AssetBase
from ...planner.dossiers.extract import extract_layers
from ...planner.dossiers.facts import dossier_books, dossier_facts
from ...planner.dossiers.page import dossier_data, dossier_html, warnings_of
from ...planner.dossiers.plan_ground import plan_ground
from ...planner.dossiers.plan_svg import plan_drawings
from ...planner.informing.framework import execution_framework, framework_page
from ...planner.informing.history import history_page, order_dossier
from ...planner.informing.job_pack import Along, JobPack, job_pack, job_pack_page
from ...planner.informing.page import Page, page_html, page_text
from ...store.whole_file import write_whole
from ..arguments import Now, OrderOption, Target
from ..command import command
from ..plain import plain
from ..session import Session
from ..wording import distance
from .notice_files import FilesOption

HtmlOut = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write it as HTML too.")]
FolderOut = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to make.")]
Company = Annotated[str, typer.Option("--subcontractor", metavar="ID", help="For whom it is.")]
AlongOption = Annotated[
    str, typer.Option("--along", help="asset, or upstream or downstream: the sewers traced from it.")
]
_WAYS: dict[str, Along] = {"asset": "asset", "upstream": "upstream", "downstream": "downstream"}


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(root, "framework")(framework)
    command(root, "jobpack")(jobpack)
    command(root, "dossier")(dossier)
    command(root, "dossier-history")(dossier_history)


def framework(session: Session, target: Target, *, order: OrderOption, html: HtmlOut = None) -> None:
    """Show the framework of an order's execution: scope, hours, rules, what stops the work."""
    with session.workspace(target) as workspace:
        found = execution_framework(workspace, order, rules=session.rule_book().execution)
    page = framework_page(found, book=session.rule_book(), language=session.language)
    data = {
        "order": order,
        "start": found.start,
        "end": found.end,
        "hazards": found.hazards,
        "rules": [rule.spoken(session.language) for rule in found.recalled.rules],
        "stop_work": [rule.spoken(session.language) for rule in found.recalled.stop_work],
    }
    _emit(session, page, html, data)


def dossier_history(session: Session, target: Target, *, order: OrderOption, html: HtmlOut = None) -> None:
    """Show everything that happened to an order, in order, with author and time."""
    with session.workspace(target) as workspace:
        found = order_dossier(workspace, order)
    _emit(session, history_page(found), html, {"order": order, "events": found.events})


def jobpack(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    subcontractor: Company,
    out: FolderOut,
    along: AlongOption = "asset",
) -> None:
    """Write the pack that a subcontractor works from: sheet, assets as GeoPackage and CSV."""
    from ...store.job_pack_files import write_job_pack

    if along not in _WAYS:
        raise InputError("jobpack.along", found=along, expected=", ".join(_WAYS))
    with session.workspace(target) as workspace:
        pack = job_pack(
            workspace,
            AssetBase(workspace),
            order,
            company_id=subcontractor,
            along=_WAYS[along],
            packs=session.rule_book().job_packs,
            execution=session.rule_book().execution,
        )
    page = job_pack_page(pack, book=session.rule_book(), language=session.language)
    columns = [name for name in pack.assets.columns if name != pack.assets.geometry.name]
    table = csv_table(columns, pack.assets[columns].itertuples(index=False))
    sheet = page_html(page, session.text, language=session.language)
    write_job_pack(out, sheet=sheet, assets=pack.assets, table=table)
    session.emit(_pack_data(pack, out), [_pack_line(session, pack, out)])


def dossier(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    out: FolderOut,
    files: FilesOption = None,
    now: Now = None,
) -> None:
    """Write what a crew takes to a dig: page with dangers and check list, data, layers around it."""
    from ...store.attachment_folder import attachment_folder
    from ...store.dossier_files import write_dossier

    with session.workspace(target) as workspace:
        at = session.now(now)
        books = dossier_books(workspace, day=at.date())
        facts = dossier_facts(workspace, order, now=at, books=books)
        plans = plan_drawings(facts, plan_ground(workspace), session.text, language=session.language)
        folder = attachment_folder(workspace, files)
    data = dossier_data(facts, session.text, language=session.language)
    written = json.dumps(plain(data, session.text), ensure_ascii=False, indent=2, allow_nan=False)
    pictures = folder.contents(one.stored_as for one in facts.photos)
    page = dossier_html(
        facts, session.text, book=books.orders, language=session.language, plans=plans, pictures=pictures
    )
    write_dossier(out, page=page, data=written, layers=extract_layers(facts))
    lines = [
        session.say("cli.dossier_written", folder=out, score=facts.score.said),
        *warnings_of(facts, session.text, language=session.language),
        session.say("dossier.disclaimer"),
    ]
    session.emit({"folder": out, **data}, lines)


def _pack_data(pack: JobPack, out: Path) -> dict[str, object]:
    return {
        "folder": out,
        "subcontractor": pack.company.subcontractor_id,
        "assets": pack.asset_ids,
        "length_m": pack.length_m,
        "first": pack.first,
        "last": pack.last,
        "deliverables": [item.en for item in pack.terms.deliverables],
        "formats": [item.format for item in pack.terms.deliverables],
        "before": [item.en for item in pack.terms.before],
    }


def _pack_line(session: Session, pack: JobPack, out: Path) -> str:
    length = distance(session, pack.length_m)
    return session.say("cli.pack_written", folder=out, assets=len(pack.asset_ids), length=length)


def _emit(session: Session, page: Page, html: Path | None, data: object) -> None:
    if html is not None:
        write_whole(html, page_html(page, session.text, language=session.language))
    session.emit(data, [page_text(page, session.text)])
