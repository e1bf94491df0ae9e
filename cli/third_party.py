# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard thirdparty import``: the plans that operators answered with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..planner.notices.third_party import Answer, import_third_party
from .arguments import Source, Target, parse_day
from .command import command
from .notice_files import parse_pairs
from .session import Session

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
) -> None:
    """Import an operator's plan (DXF, GeoPackage, shapefile, GML, GeoJSON) into the third-party layer."""
    from ..store.plan_files import read_plan

    answer = Answer(
        operator=operator,
        day=day,
        kind=kind,
        kinds=parse_pairs(layer_kind),
        accuracy_class=accuracy,
        emergency_phone=phone,
        is_rigid=rigid,
    )
    plans = read_plan(Path(file), crs=crs)
    with session.workspace(target) as workspace:
        found = import_third_party(workspace, plans, answer)
    said = session.say(
        "cli.plan_imported", operator=operator, added=found.added, known=found.known, left=found.left_out
    )
    session.emit(found, [said, session.say("notices.disclaimer")])
