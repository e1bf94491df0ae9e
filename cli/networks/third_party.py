# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard thirdparty import``: the plans that operators answered with, as networks or as PDF alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ...core.errors import InputError
from ...planner.notices.attach_answer import attach_answer, is_pdf
from ...planner.notices.third_party import Answer, ImportedPlan, import_third_party
from ...store.handed_files import read_bytes
from ..arguments import By, Now, Source, Target, actor, parse_day
from ..command import command
from ..digging.notice_files import FilesOption, parse_pairs
from ..session import Session

group = typer.Typer(help="Networks of others: the plans that operators answered with.")

OperatorOption = Annotated[str, typer.Option("--operator", metavar="NAME", help="Whose networks they are.")]
KindOption = Annotated[str, typer.Option("--kind", metavar="PCRS", help="Their kind, such as GAZ or ELEC.")]
LayerKinds = Annotated[
    list[str] | None,
    typer.Option("--layer-kind", metavar="LAYER=PCRS", help="The kind of one layer; may be repeated."),
]
ClassOption = Annotated[str, typer.Option("--class", metavar="A|B|C", help="Accuracy; unknown is C.")]
DateOption = Annotated[
    date, typer.Option("--date", parser=parse_day, metavar="DATE", help="The day of the answer.")
]
CrsOption = Annotated[str, typer.Option("--crs", metavar="EPSG:…", help="The CRS of a file that says none.")]
PhoneOption = Annotated[str, typer.Option("--phone", help="The emergency phone of the operator.")]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="In place of what this operator answered before in the same area.")
]
PdfOrder = Annotated[
    str, typer.Option("--order", metavar="ORDER", help="The order that a PDF alone is kept with.")
]
RigidOption = Annotated[bool, typer.Option("--rigid", help="They are rigid pipes.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="thirdparty")


@command(group, "import")
def import_(
    session: Session,
    target: Target,
    file: Source,
    *,
    operator: OperatorOption,
    day: DateOption,
    kind: KindOption = "",
    layer_kind: LayerKinds = None,
    accuracy: ClassOption = "C",
    crs: CrsOption = "",
    phone: PhoneOption = "",
    rigid: RigidOption = False,
    replace: ReplaceOption = False,
    order: PdfOrder = "",
    files: FilesOption = None,
    now: Now = None,
    by: By = "",
) -> None:
    """Import an operator's plan (DXF, GeoPackage, shapefile, GML, GeoJSON): its lines become networks.

    A PDF alone is kept with an order (--order). The digs near what came are looked at again.
    """
    from ...store.plan_files import read_plan

    path = Path(file)
    if path.suffix.casefold() == ".pdf":
        _attach(session, target, path, order=order, operator=operator, day=day, files=files, by=by)
        return
    answer = Answer(
        operator=operator,
        day=day,
        kind=kind,
        kinds=parse_pairs(layer_kind),
        accuracy_class=accuracy,
        emergency_phone=phone,
        is_rigid=rigid,
        file=path.name,
        replaces=replace,
    )
    plans = read_plan(path, crs=crs)
    with session.workspace(target) as workspace:
        found = import_third_party(workspace, plans, answer, now=session.now(now), who=actor(by))
    session.emit(found, _told(session, found))


def _told(session: Session, found: ImportedPlan) -> Iterator[str]:
    yield session.say(
        "cli.plan_imported",
        operator=found.operator,
        added=found.added,
        known=found.known,
        removed=found.removed,
        left=found.left_out,
    )
    for touched in found.orders:
        for change in touched.changes:
            yield session.say("cli.order_touched", order=touched.order_id, change=change)
    yield session.say("notices.disclaimer")


def _attach(
    session: Session,
    target: str,
    path: Path,
    *,
    order: str,
    operator: str,
    day: date,
    files: Path | None,
    by: str,
) -> None:
    from ...store.attachment_folder import attachment_folder

    data = read_bytes(path, session.rules_of(target).teleservice)
    if not order:
        raise InputError("notices.pdf_order" if is_pdf(data) else "notices.no_pdf", file=path.name)
    with session.workspace(target) as workspace:
        kept = attach_answer(
            workspace,
            order,
            data,
            file=path.name,
            operator=operator,
            day=day,
            attachments=attachment_folder(workspace, files),
            who=actor(by),
        )
    said = session.say("cli.file_attached", name=path.name, order=order, operator=operator, day=day)
    session.emit({"file": kept}, [said, session.say("notices.disclaimer")])
