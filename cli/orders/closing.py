# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard close``: take in what was handed back for an order, check it, close the order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from ...network.water.valve_states import ValveState
from ...planner.closing.settle import Settled
from ...planner.field.close_with_photos import close_with_photos
from ...planner.life.known_facts import form_for
from ...store.closure_files import read_closure_file, read_photos
from ...workorders.closing.forms import FormField, JobForm
from ...workorders.closing.handed_in import PARTS, PHOTOS, VALVES, handed_in
from ...workorders.closing.values import expected_of
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from ..arguments import By, Now, OrderOption, Target, actor
from ..command import command
from ..digging.notice_files import FilesOption
from ..session import Session
from ..tables import rows
from ..wording import number, word

DataFile = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FILE",
        help="What was handed in: YAML, JSON or CSV. Without it the fields, codes and units are listed.",
    ),
]


def register(root: typer.Typer) -> None:
    """Add the command to the application."""
    command(root, "close", seen="order")(close)


def close(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    data: DataFile = None,
    files: FilesOption = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Take in what was handed back for an order: check it, close it or send it back; or list its form."""
    from ...store.attachment_folder import attachment_folder

    with session.workspace(target) as workspace:
        book = session.rule_book(now)
        asked = workspace.get(WorkOrder, order)
        form = form_for(asked, book)
        if data is None:
            _list_form(session, asked, form, book)
            return
        entries, raw = read_closure_file(data, order_id=order)
        photos = read_photos(data, entries, book.teleservice)
        handed = handed_in(entries, form, file=str(data), raw=raw, order_id=order)
        done = close_with_photos(
            workspace,
            order,
            handed,
            photos,
            attachments=attachment_folder(workspace, files),
            book=book,
            now=session.now(now),
            who=actor(by),
        )
    session.emit(settled_data(done), settled_shown(session, done))


def settled_data(done: Settled) -> dict[str, object]:
    """Return where closure data brought an order."""
    return {
        "order": done.order.order_id,
        "state": done.order.state,
        "findings": done.findings,
        "lacks": done.lacks,
        "taken": done.closure.taken,
    }


def settled_shown(session: Session, done: Settled) -> Iterator[RenderableType]:
    """Yield where closure data brought an order, and why no further."""
    state = word(session, f"state.{done.order.state.value}")
    yield session.say("cli.order_moved", order=done.order.order_id, state=state)
    for one in done.findings:
        code = "cli.closure_error" if one.is_error else "cli.closure_warning"
        yield session.say(code, sentence=one.message)
    for lack in done.lacks:
        yield session.say("cli.closure_lacks", sentence=lack)


def _list_form(session: Session, order: WorkOrder, form: JobForm, book: RuleBook) -> None:
    """Print the fields that an order hands back, with their codes, units and limits."""
    standard = book.catalogue.jobs.get(order.code)
    parts = tuple(dict.fromkeys((*(standard.parts if standard else ()), *order.parts)))
    states = ", ".join(state.value for state in ValveState)
    data = {
        "order": order.order_id,
        "code": order.code,
        "forms": form.names,
        "photos": form.photos,
        "fields": {
            name: {
                "label": field.spoken(session.language),
                "kind": field.kind,
                "needed": field.needed,
                "unit": field.unit,
                "least": field.least,
                "most": field.most,
                "values": {code: one.spoken(session.language) for code, one in field.values.items()},
            }
            for name, field in form.fields.items()
        },
        "parts": parts,
        "valve_states": [state.value for state in ValveState],
    }
    lines = [
        (
            name,
            field.spoken(session.language),
            session.say(f"closure.needed.{field.needed}"),
            _expected(session, field),
            limits(session, field),
        )
        for name, field in form.fields.items()
    ]
    done = session.say("closure.needed.done")
    optional = session.say("closure.needed.optional")
    beside = (
        (PHOTOS, done if form.photos else optional, "closure.photos_expected", {"count": form.photos}),
        (PARTS, optional, "closure.parts_expected", {"parts": ", ".join(parts) or "-"}),
        (VALVES, optional, "closure.valves_expected", {"states": states}),
    )
    lines += [(name, "", needed, session.say(code, **params), "") for name, needed, code, params in beside]
    names = ("field", "name", "needed", "expected", "limits")
    table = rows([session.say(f"label.{name}") for name in names], lines)
    session.emit(data, [session.say("cli.closure_form", order=order.order_id), table])


def _expected(session: Session, field: FormField) -> str:
    """Return what a field takes: each code of a list with what it means."""
    if field.values:
        return ", ".join(f"{code} ({one.spoken(session.language)})" for code, one in field.values.items())
    return session.text(expected_of(field))


def limits(session: Session, field: FormField) -> str:
    """Return the bounds of a number as the user's language writes them; empty without any."""
    least, most = (
        "" if one is None else number(session, one, 0 if one == int(one) else 1)
        for one in (field.least, field.most)
    )
    return f"{least} … {most}".strip() if least or most else ""
