# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard notices import``: what comes from the teleservice, and what goes there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import Failure, InputError
from ...planner.company import set_company
from ...planner.notices.import_consultation import ImportedConsultation, import_consultation
from ...planner.notices.prefill import prefill
from ...store.handed_files import read_bytes
from ..arguments import By, Now, OrderOption, Source, Target, actor, parse_moment
from ..command import command
from ..session import Session
from ..tables import facts, rows
from ..wording import figure, moment

SentOption = Annotated[
    datetime | None,
    typer.Option("--sent", parser=parse_moment, metavar="TIME", help="When the notice went out with it."),
]
Same = Annotated[
    list[str] | None,
    typer.Option(
        "--same", metavar="COMPANY=OPERATOR", help="A company by its name in our layers; may be repeated."
    ),
]
Replaces = Annotated[bool, typer.Option("--replace", help="It takes the place of an earlier consultation.")]
FolderOut = Annotated[Path, typer.Option("--out", metavar="DIR", file_okay=False, help="The folder to fill.")]
KindOption = Annotated[str, typer.Option("--kind", help="Another form: DT, DICT, DT-DICT or ATU.")]
CommuneOption = Annotated[str, typer.Option("--commune", metavar="INSEE", help="The commune of the works.")]
CompanyFile = Annotated[Path, typer.Option("--file", metavar="FILE", help="The company's YAML file.")]
FilesOption = Annotated[
    Path | None,
    typer.Option(
        "--files", metavar="DIR", file_okay=False, help="Where attachments go; by default beside TARGET."
    ),
]


def register(group: typer.Typer) -> None:
    """Add the commands to those of notices."""
    command(group, "import", seen="order")(import_)
    command(group, "prefill")(prefill_)
    command(group, "company")(company)


def import_(
    session: Session,
    target: Target,
    file: Source,
    *,
    order: OrderOption,
    sent: SentOption = None,
    same: Same = None,
    replace: Replaces = False,
    files: FilesOption = None,
    now: Now = None,
    by: By = "",
) -> None:
    """Import a consultation of the teleservice (zip or XML) for an order: footprint, operators, plans."""
    from ...store.attachment_folder import attachment_folder

    rules = session.rules_of(target, now).teleservice
    data = read_bytes(file, rules)
    with session.workspace(target) as workspace:
        found = import_consultation(
            workspace,
            order,
            data,
            file=file.name,
            rules=rules,
            attachments=attachment_folder(workspace, files),
            day=session.now(now).date(),
            who=actor(by),
            sent_at=sent,
            same=parse_pairs(same),
            replaces=replace,
        )
    session.emit(found, _imported(session, found))


def prefill_(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    out: FolderOut,
    kind: KindOption = "",
    commune: CommuneOption = "",
    now: Now = None,
) -> None:
    """Write the notice's form as far as the order tells: XML, footprint as GML and GeoJSON, HTML to print."""
    from ...store.whole_file import write_whole

    with session.workspace(target) as workspace:
        moment_of = session.now(now)
        book = session.rule_book(now)
        rules = book.teleservice
        found = prefill(
            workspace,
            order,
            rules=rules,
            book=book,
            now=moment_of,
            kind=kind,
            insee=commune,
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure("file.unwritable", file=out, reason=error.strerror or error) from error
    for name, data in found.files.items():
        write_whole(out / name, data)
    missing = [rules.fields[name].spoken(session.language) for name in found.missing]
    told = {"order": order, "kind": found.declaration.kind, "missing": found.missing, "files": [*found.files]}
    said = [session.say("cli.prefilled", kind=found.declaration.kind, folder=out)]
    said += [session.say("cli.field_missing", field=name) for name in missing]
    session.emit(told, said)


def company(session: Session, target: Target, *, file: CompanyFile, by: By = "") -> None:
    """Say who declares: owner, contractor, signatory, communes, whether Sundays count (a YAML file)."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError("file.missing", file=file) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file.unreadable", file=file, reason=error) from error
    with session.workspace(target) as workspace:
        found = set_company(workspace, text, file=file.name, who=actor(by))
    session.emit({"company": found.model_dump()}, [session.say("cli.noted", what=found.owner.name)])


def parse_pairs(pairs: list[str] | None) -> dict[str, str]:
    """Return pairs written ``A=B``; ``InputError`` for one that is not, or is given twice."""
    found: dict[str, str] = {}
    for pair in pairs or ():
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not (name and equals and value) or name in found:
            raise InputError("cli.pair_form", found=pair)
        found[name] = value
    return found


def _imported(session: Session, found: ImportedConsultation) -> Iterator[RenderableType]:
    if not found.changed:
        yield session.say("cli.consultation_known", number=found.number)
    yield facts(
        [
            (session.say("label.order"), found.order_id),
            (session.say("label.number"), found.number),
            (session.say("label.notice"), found.kind),
            (session.say("label.consulted"), moment(found.consulted_at)),
            (session.say("label.footprint"), f"{figure(session, found.footprint_m2)} m²"),
            (session.say("label.files"), len(found.files)),
        ]
    )
    yield rows(
        [session.say(f"label.{name}") for name in ("operator", "sensitive", "emergency_phone", "email")],
        (
            (
                one.operator,
                session.say("cli.yes") if one.is_sensitive else "",
                one.emergency_phone or one.phone,
                one.email,
            )
            for one in found.operators
        ),
    )
    yield from (session.text(remark) for remark in found.remarks)
